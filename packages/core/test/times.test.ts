/**
 * The tables of `codebook/times/` and `mention/time` over the shipped reader, in sentences of our own.
 * A row of times.tsv: day of publication ("-": unknown), text with each expression in brackets, and what they give in their order ("2022-06-09..2022-06-12 day",
 * "- week": no day); no brackets: nothing may be found.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { civilDay, dayNumber, dayOfIso, isoDay, weekdayOf } from "../src/base/day-number.ts";
import type { TimeExample } from "../src/codebook/times.ts";
import { findTimes } from "../src/mention/time/find-times.ts";
import type { EventDate, TimeMention } from "../src/model/time.ts";
import { plainDocument } from "../src/model/plain-document.ts";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import { codebookFiles } from "./codebook-folder.ts";
import { englishReader } from "./english-reader.ts";

const codebook = loadCodebook(codebookFiles());
const reader = englishReader(codebook);

const rowsOf = (file: string): string[][] =>
  readFileSync(new URL(file, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((row) => row.split("\t"));

function timesIn(marked: string, published: string): { readonly text: string; readonly times: readonly TimeMention[] } {
  const text = marked.replaceAll(/[[\]]/gu, "");
  const document = {
    ...plainDocument("row", text, [{ start: 0, end: text.length }]),
    published: published === "-" ? null : published,
  };
  return { text, times: findTimes(reader.parse(reader.segment(document)), codebook.times) };
}

const days = ({ start, end }: EventDate): string =>
  start === null && end === null ? "-" : start === end ? (start ?? "") : `${start ?? ""}..${end ?? ""}`;

const marked = (text: string, times: readonly TimeMention[]): string => {
  let [out, at] = ["", 0];
  for (const { start, end } of times) {
    out += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return out + text.slice(at);
};

describe("day numbers", () => {
  it("go there and back over four centuries", () => {
    for (let day = dayNumber(1600, 1, 1); day < dayNumber(2100, 1, 1); day += 17) {
      const { year, month, day: of } = civilDay(day);
      expect(dayNumber(year, month, of)).toBe(day);
      expect(dayOfIso(isoDay(day))).toBe(day);
    }
    expect(isoDay(dayNumber(2000, 2, 29) + 1)).toBe("2000-03-01");
    expect(isoDay(dayNumber(2022, 0, 31))).toBe("2021-12-31");
    expect(weekdayOf(dayNumber(2022, 6, 12))).toBe(7);
  });
});

describe("times.tsv", () => {
  it.each(rowsOf("times.tsv"))("%s %s", (published = "", sentence = "", gives = "") => {
    const { text, times } = timesIn(sentence, published);
    expect(marked(text, times)).toBe(sentence);
    expect(times.map(({ date }) => `${days(date)} ${date.precision}`).join("; ")).toBe(gives);
    for (const { start, end, text: words } of times) expect(text.slice(start, end)).toBe(words);
  });
});

describe("the examples of codebook/times", () => {
  const examples = [codebook.times.phrases, codebook.times.festivals].flatMap((phrases): TimeExample[] =>
    [...phrases.values()].flat().map(({ example }) => example),
  );
  it.each(examples)("$example", ({ example, published, gives }) => {
    const { text, times } = timesIn(example, published);
    const start = example.slice(0, example.indexOf("[")).length;
    const time = times.find((one) => one.start === start);
    expect(time?.text).toBe(/\[(.+)\]/u.exec(example)?.[1]);
    expect(text.slice(time?.start, time?.end)).toBe(time?.text);
    expect(`${time?.date.start ?? "-"} ${time?.date.precision}`).toBe(gives);
  });
});
