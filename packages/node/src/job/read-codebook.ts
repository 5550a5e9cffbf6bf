import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { CODEBOOK_FILES, ComityError, loadCodebook, type Codebook } from "@comity/core";

/** Where the codebook lies: beside the program in an installed package, at the top of the workspace in a clone. */
const PLACES = ["../../codebook/", "../../../../codebook/"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/**
 * Reads and compiles the codebook.
 * @throws ComityError "codebook-missing" where a table is not there, "codebook-table" where one is broken
 */
export async function readCodebook(): Promise<Codebook> {
  const folder = PLACES.find((place) => existsSync(place));
  if (!folder)
    throw new ComityError("codebook-missing", "the program's codebook/ folder is not there", "install Comity again");
  const files = new Map<string, string>();
  for (const file of CODEBOOK_FILES) {
    try {
      files.set(file, await readFile(folder + file, "utf8"));
    } catch (cause) {
      throw new ComityError("codebook-missing", `the codebook has no ${file}`, "install Comity again", { cause });
    }
  }
  return loadCodebook(files);
}
