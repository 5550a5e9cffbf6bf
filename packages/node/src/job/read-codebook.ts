import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { CODEBOOK_FILES, ComityError, compileLanguage, knownActors, loadCodebook, readOwnTable, type Codebook, type OwnTable } from "@comity/core"; // prettier-ignore
import { readTextFile } from "./read-text-file.ts";

/** Where the codebook lies: beside the program in an installed package, at the top of the workspace in a clone. */
const PLACES = ["../../codebook/", "../../../../codebook/"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** A codebook with the tables that it was compiled from. */
export interface OpenCodebook {
  readonly codebook: Codebook;
  /** Our tables by their path below the codebook's folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly own: readonly OwnTable[];
  /** What of the user's files could not be turned into a row, with file, line and column. */
  readonly warnings: readonly string[];
}

/** Reads and compiles the program's codebook, as {@link openCodebook} does with no files of the user's. */
export async function readCodebook(): Promise<Codebook> {
  return (await openCodebook([])).codebook;
}

/** Reads and compiles only what the reader of English needs; the actors take most of the time. Errors as in {@link openCodebook}. */
export async function readLanguage(): Promise<Pick<Codebook, "language">> {
  const files = await readTables();
  return { language: compileLanguage((file) => files.get(file) ?? "") };
}

/**
 * Reads and compiles the codebook with a user's files of actors.
 * @param actorFiles paths; later files win
 * @param options another folder than the program's, and a user's tables of predicates and operators
 * @throws ComityError "codebook-missing" where a table is not there, "codebook-table" where one is broken, "actors-file" for a file that is none of actors
 */
export async function openCodebook(
  actorFiles: readonly string[],
  options: CodebookOptions = {},
): Promise<OpenCodebook> {
  const files = await readTables(options.folder);
  const ownEvents: OwnTable[] = [];
  for (const file of options.rows ?? []) ownEvents.push({ file, content: await readTextFile(file, "codebook-table") });
  const table = (file: string): string => files.get(file) ?? "";
  let known: ReturnType<typeof knownActors> | null = null;
  const own: (readonly OwnTable[])[] = [];
  const warnings: string[] = [];
  for (const path of actorFiles) {
    const converted = readOwnTable(path, await readTextFile(path, "actors-file"), () => (known ??= knownActors(table)));
    own.push(converted.tables);
    warnings.push(...converted.warnings);
  }
  return { codebook: loadCodebook(files, own, ownEvents), files, own: own.flat(), warnings };
}

export interface CodebookOptions {
  /** Another folder than the program's. */
  readonly folder?: string | undefined;
  /** A user's tables of predicates and operators, as in codebook/events/. */
  readonly rows?: readonly string[] | undefined;
}

/** The tables of the program's codebook, or of another folder, by their path below it. */
export async function readTables(other?: string): Promise<Map<string, string>> {
  const folder = other === undefined ? PLACES.find((place) => existsSync(place)) : `${other}/`;
  if (!folder)
    throw new ComityError("codebook-missing", "the program's codebook/ folder is not there", "install Comity again");
  const read = async (file: string): Promise<[string, string]> => {
    try {
      return [file, await readFile(folder + file, "utf8")];
    } catch (cause) {
      throw other === undefined
        ? new ComityError("codebook-missing", `the codebook has no ${file}`, "install Comity again", { cause })
        : new ComityError("codebook-missing", `${other} has no ${file}`, "name a folder laid out as codebook/", {
            cause,
          });
    }
  };
  return new Map(await Promise.all(CODEBOOK_FILES.map(read)));
}
