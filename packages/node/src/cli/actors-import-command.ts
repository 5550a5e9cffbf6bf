import { writeFile } from "node:fs/promises";
import { ComityError, wikidataPeople } from "@comity/core";
import { readTables } from "../job/read-codebook.ts";
import { readTextFile } from "../job/read-text-file.ts";
import { tell, writeOut } from "./output.ts";
import { printable } from "./tree-drawing-width.ts";

export interface ImportFlags {
  /** Where the table is written; standard output without it. */
  readonly output?: string;
}

/**
 * `comity actors import`: a result of Wikidata in, rows of people out.
 * @returns the exit code 0
 * @throws ComityError for a file that cannot be read or is no such result, or an output that cannot be written
 */
export async function actorsImportCommand(file: string, { output }: ImportFlags): Promise<number> {
  const text = await readTextFile(file, "wikidata-result");
  const files = await readTables();
  const { table, rows, persons, leftOut } = wikidataPeople(
    file,
    parseJson(file, text),
    (name) => files.get(name) ?? "",
  );
  if (output === undefined) await writeOut(table);
  else {
    try {
      await writeFile(output, table);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ComityError("output-failed", `${output} could not be written: ${reason}`, "give a file in a folder that you may write to", { cause: error }); // prettier-ignore
    }
  }
  const left = [...leftOut].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  for (const [why, times] of left) tell(`comity: left out ${times}×: ${why}`);
  const sum = left.reduce((all, [, times]) => all + times, 0);
  tell(`comity: ${rows} row${rows === 1 ? "" : "s"} of ${persons} person${persons === 1 ? "" : "s"}; ${sum} left out`);
  if (output !== undefined) tell(`comity: next, for example: npx comity code PATH --actors ${output}`);
  return 0;
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const before = text.slice(0, faultOf(text)).split("\n");
    const reason = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    throw new ComityError(
      "wikidata-result",
      `${file}:${before.length}:${(before.at(-1) ?? "").length + 1}: found no JSON (${printable(reason).slice(0, 200)})`,
      "save the whole answer of query.wikidata.org as JSON; codebook/actors/wikidata-query.md has the query",
      { cause },
    );
  }
}

/** Offset of the first character that cannot stand in JSON, which V8 does not always tell: the last of the shortest prefix that no more text can mend. */
function faultOf(text: string): number {
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const length = (good + bad) >> 1;
    if (length <= text.length && isBeginning(text.slice(0, length))) good = length;
    else bad = length;
  }
  return good;
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const at = /at position (\d+)/u.exec(message)?.[1];
    return at === undefined ? message.startsWith("Unexpected end") : Number(at) >= text.length;
  }
}
