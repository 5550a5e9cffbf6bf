import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CODEBOOK_FILES } from "@comity/core";
import { TOP } from "../quality/bench-data.ts";

export const MODEL_FOLDER = join(TOP, "models/en");

/** The tables of the codebook by their path in it. */
export const codebookFiles = (): ReadonlyMap<string, string> =>
  new Map(CODEBOOK_FILES.map((file) => [file, readFileSync(join(TOP, "codebook", file), "utf8")]));
