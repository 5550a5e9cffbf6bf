import { ComityError } from "../base/comity-error.ts";
import type { OwnTable } from "../codebook/actors/actors.ts";
import { mergeOwnTables } from "../codebook/actors/merge-own-tables.ts";
import { compileCodebook, type Codebook } from "../codebook/codebook.ts";
import { phraseCutter } from "../segment/phrase-cutter.ts";

/**
 * Compiles the codebook with the tokenizer that will also cut the texts.
 * @param files the tables' contents by their path below the codebook's folder ({@link CODEBOOK_FILES})
 * @param own the tables of each of a user's files of actors; a name, role or id that they give replaces ours, and of two files the later one's holds
 * @param ownEvents a user's tables of predicates and operators; of rows that fit equally well a user's wins
 * @throws ComityError "codebook-missing" or "codebook-table", naming file, line and column
 */
export function loadCodebook(
  files: ReadonlyMap<string, string>,
  own: readonly (readonly OwnTable[])[] = [],
  ownEvents: readonly OwnTable[] = [],
): Codebook {
  const { tables, lineOf } = mergeOwnTables(own);
  try {
    return compileCodebook(withoutPeople(files, tables), phraseCutter(), tables, ownEvents);
  } catch (error) {
    if (!(error instanceof ComityError)) throw error;
    const file = tables.find(({ file }) => error.message.startsWith(`${file}:`))?.file;
    const [, line, rest] = (file !== undefined && /^:(\d+)(:.*)$/su.exec(error.message.slice(file.length))) || [];
    if (file === undefined || line === undefined) throw error;
    throw new ComityError(error.code, `${file}:${lineOf(file, Number(line))}${rest ?? ""}`, error.advice, {
      cause: error,
    });
  }
}

/** Our tables without the persons whose id a user's table gives: terms of both would run beside each other. */
function withoutPeople(files: ReadonlyMap<string, string>, own: readonly OwnTable[]): ReadonlyMap<string, string> {
  const idOf = (row: string): string => row.split("\t", 1)[0] ?? "";
  const people = own.filter(({ content }) => content.startsWith("id\tname\taliases\tshort\t"));
  const ids = new Set(people.flatMap(({ content }) => content.split("\n").slice(1).map(idOf)));
  ids.delete("");
  const ours = files.get("actors/people.tsv");
  if (ids.size === 0 || ours === undefined) return files;
  const kept = ours.split("\n").filter((row) => !ids.has(idOf(row)));
  return new Map([...files, ["actors/people.tsv", kept.join("\n")]]);
}
