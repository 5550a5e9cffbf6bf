import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { plainDocument, type Document } from "@comity/core";

/** The first `count` news articles of the benchmark data as documents whose paragraphs are divided by line breaks. */
export function newsDocuments(data: string, count: number): Document[] {
  const lines = gunzipSync(readFileSync(join(data, "gold/polnear-train.jsonl.gz"))).toString("utf8").split("\n"); // prettier-ignore
  return lines.slice(0, count).map((line, i) => {
    const { text } = JSON.parse(line) as { text: string };
    const paragraphs = [...text.matchAll(/[^\n]*\S[^\n]*/gu)].map((found) => ({ start: found.index, end: found.index + found[0].length })); // prettier-ignore
    return plainDocument(String(i), text, paragraphs);
  });
}
