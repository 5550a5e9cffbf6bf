/**
 * When and where events were, over the shipped reader, in sentences of our own.
 * A row of when-where.tsv: the day of publication ("-": unknown), text with the word that tells the event in brackets, then the event's status, date and place. A
 * date is "2022-06-10 day", "2022-06-06..2022-06-12 week", "open day" (words that leave the days open), "published" or "none"; a place is its name or "none".
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeArticle } from "../src/pipeline/code-article.ts";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import type { EventDate } from "../src/model/time.ts";
import { readRecord } from "../src/read/read-record.ts";
import { codebookFiles } from "./codebook-folder.ts";
import { englishReader } from "./english-reader.ts";
import { NO_HINTS } from "./no-hints.ts";

const codebook = loadCodebook(codebookFiles());
const reader = englishReader(codebook);
const rows = readFileSync(new URL("when-where.tsv", import.meta.url), "utf8")
  .replace(/\n$/u, "")
  .split("\n")
  .slice(1)
  .map((row) => row.split("\t"));

function told(date: EventDate | null): string {
  if (!date) return "none";
  const { start, end, precision, basis } = date;
  if (basis === "published") return "published";
  if (start === null && end === null) return `open ${precision}`;
  return `${start === end ? start : `${start ?? ""}..${end ?? ""}`} ${precision}`;
}

describe("when-where.tsv", () => {
  it.each(rows)("%s %s", (published = "", sentence = "", status = "", date = "", place = "") => {
    const record = { text: sentence.replaceAll(/[[\]]/gu, ""), ...(published === "-" ? {} : { published }) };
    const article = readRecord(record, { ...NO_HINTS, id: "row", language: "en" });
    if (article.kind !== "article") throw new Error("not read");
    const { events } = codeArticle(article, codebook, reader);
    const event = events.find(({ trigger }) => trigger.start === sentence.indexOf("["));
    expect(event, `events: ${events.map(({ trigger }) => trigger.text).join(", ")}`).toBeDefined();
    expect([event?.status, told(event?.date ?? null), event?.place?.place.name ?? "none"]).toEqual([
      status,
      date,
      place,
    ]);
    if (date === "published")
      expect([event?.date?.start, event?.date?.end, event?.date?.relative]).toEqual([published, published, null]);
  });
});
