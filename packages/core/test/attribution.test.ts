import { describe, expect, it } from "vitest";
import { findAttribution } from "../src/event/attribution.ts";

describe("findAttribution", () => {
  it.each<[text: string, source: string | null]>([
    ["Iran hit Iraq, the foreign ministry said.", "the foreign ministry"],
    ["Iran hit Iraq, a spokesman said on Sunday.", "a spokesman"],
    ["Iran hit Iraq, officials said, and left.", "officials"],
    ["According to the state agency, Iran hit Iraq.", "the state agency"],
    ["Iran hit Iraq, according to two diplomats.", "two diplomats"],
    ["Iran hit Iraq.", null],
    ["Iran hit Iraq, which was said to be ready.", null],
    ["Iran said Iraq was ready.", null],
  ])("%s", (text, source) => {
    const found = findAttribution(text, { start: 0, end: text.length }, []);
    expect(found?.text ?? null).toBe(source);
    if (found) expect(text.slice(found.start, found.end)).toBe(found.text);
  });
});
