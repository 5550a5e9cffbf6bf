import { readFileSync } from "node:fs";
import { CODEBOOK_FILES } from "../src/codebook/codebook.ts";

/** The contents of the project's codebook by path below its folder. */
export function codebookFiles(): Map<string, string> {
  return new Map(
    CODEBOOK_FILES.map((file) => [file, readFileSync(new URL(`../../../codebook/${file}`, import.meta.url), "utf8")]),
  );
}

const FILES = codebookFiles();

/**
 * The codebook with few actors, which compiles in no time: of the large tables of actors it has only the rows with one of these pieces.
 * For tests that compile it again and again.
 */
export function fewActors(...pieces: readonly string[]): Map<string, string> {
  const cut = (content: string): string => {
    const [header = "", ...rows] = content.split("\n");
    return [header, ...rows.filter((row) => row === "" || pieces.some((piece) => row.includes(piece)))].join("\n");
  };
  const whole = new Set(["actors/countries.tsv", "actors/offices.tsv"]);
  return new Map(
    [...FILES].map(([file, content]) => [
      file,
      file.startsWith("actors/") && !whole.has(file) ? cut(content) : content,
    ]),
  );
}
