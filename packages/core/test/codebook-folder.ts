import { readFileSync } from "node:fs";
import { CODEBOOK_FILES } from "../src/codebook/codebook.ts";

/** The contents of the project's codebook by path below its folder. */
export function codebookFiles(): Map<string, string> {
  return new Map(
    CODEBOOK_FILES.map((file) => [file, readFileSync(new URL(`../../../codebook/${file}`, import.meta.url), "utf8")]),
  );
}
