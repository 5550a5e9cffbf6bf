import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** A name of a sentence by the characters that it covers, blanks not counted, half-open. */
export interface GoldName {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

export const readText = (file: string): string =>
  (file.endsWith(".gz") ? gunzipSync(readFileSync(file)) : readFileSync(file)).toString("utf8");

/** The characters of a sentence without blanks: what sentences of differently cut files are matched by. */
export const bare = (text: string): string => text.replace(/\s+/gu, "");

/** Names of an iob2 file by the bare text of their sentence; sentences of the same words share a list. */
export function readNames(file: string): ReadonlyMap<string, readonly GoldName[]> {
  const sentences = new Map<string, GoldName[]>();
  for (const block of readText(file).split(/\n\n+/u)) {
    const rows = block
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split("\t"));
    const names: GoldName[] = [];
    let text = "";
    for (const [, form = "", tag = "O"] of rows) {
      const start = text.length;
      text += bare(form);
      const last = names.at(-1);
      if (tag.startsWith("B-")) names.push({ start, end: text.length, kind: tag.slice(2) });
      else if (tag.startsWith("I-") && last?.end === start) names[names.length - 1] = { ...last, end: text.length };
    }
    if (text !== "") sentences.set(text, names.filter(({ kind }) => /^(?:PER|ORG|LOC)$/u.test(kind))); // prettier-ignore
  }
  return sentences;
}
