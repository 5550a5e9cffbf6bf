import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../src/segment/split-sentences.ts";
import { tokenize } from "../src/segment/tokenize.ts";

const whole = (text: string): { start: number; end: number } => ({ start: 0, end: text.length });
const sentences = (text: string): string[] =>
  splitSentences(text, whole(text)).map(({ start, end }) => text.slice(start, end));
const tokens = (text: string): string => tokenize(text).map(({ start, end }) => text.slice(start, end)).join(" "); // prettier-ignore

describe("splitSentences", () => {
  it.each<[why: string, text: string, count: number]>([
    ["two sentences", "Iran left. Iraq stayed.", 2],
    ["a title", "Gen. Khan met Dr. Li in Kabul.", 1],
    ["an initial", "J. Smith met K. Jones.", 1],
    ["an abbreviation inside", "The U.S. President left.", 1],
    ["an abbreviation at the end", "He left the U.S. The talks went on.", 2],
    ["a decimal", "Trade grew 3.5 percent. It fell later.", 2],
    ["a quotation that ends with the sentence", "“We will go.” He left.", 2],
    ["a closing bracket", "(He left.) She stayed.", 2],
    ["a soft break", "The talks\nended. They\nwill resume.", 2],
    ["lower case after a stop", "approx. five people came.", 1],
    ["no stop", "Talks end in Vienna", 1],
    ["a question", "Who left? Iran did.", 2],
    ["an ellipsis inside", "He said ... nothing at all.", 1],
    ["a month", "On Aug. 8 they met.", 1],
    ["an ordinal cut by mistake", "They left on December 1 st. Russia stayed.", 2],
    ["the word no", "Iran said no. Iraq agreed.", 2],
    ["only blanks", "  \n ", 0],
  ])("%s", (_why, text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  it("gives back every character that is not blank, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(sentences(text).join("").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
      }),
    );
  });
});

describe("tokenize", () => {
  it.each([
    ["Pakistan's army", "Pakistan 's army"],
    ["the US-led talks, 1,500 men", "the US - led talks , 1,500 men"],
    ["the U.S. and U.K.", "the U.S. and U.K."],
    ["Côte d’Ivoire", "Côte d ’ Ivoire"],
    ["see https://example.org/a?b=c now", "see https://example.org/a?b=c now"],
    ["at 10:30 p.m.", "at 10:30 p.m."],
    ["“Go!”", "“ Go ! ”"],
    ["", ""],
  ])("%s", (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  it("loses nothing: tokens and the blanks between them are the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        let at = 0;
        for (const { start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });
});
