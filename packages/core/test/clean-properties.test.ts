import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cleanArticle } from "../src/clean/clean-article.ts";
import type { Article } from "../src/model/article.ts";
import type { Document } from "../src/model/document.ts";
import type { ParagraphKind } from "../src/model/paragraph.ts";
import { readMarkdown } from "../src/read/read-markdown.ts";

const hints = { id: null, published: null, source: null, url: null, language: null };

/** What holds for every document, whatever was read. */
function check(document: Document): void {
  let covered = 0;
  for (const [index, { start, end, repeats }] of document.paragraphs.entries()) {
    expect(start).toBeGreaterThanOrEqual(covered);
    expect(end).toBeGreaterThan(start);
    expect(document.text.slice(covered, start).trim()).toBe("");
    const words = document.text.slice(start, end);
    expect(words).toBe(words.trim());
    if (repeats !== null) {
      expect(document.paragraphs[repeats]).toBeDefined();
      expect(repeats).not.toBe(index);
    }
    covered = end;
  }
  expect(document.text.slice(covered).trim()).toBe("");
}

const scraps = fc.constantFrom(
  ..."ISLAMABAD, June 12 (Reuters) - |By Jane Doe|12 Comments|June 12, 2022|Updated 3 hours ago|Home > World|Read more:|- a|# Title|> said|The army of the north crossed the river on Monday and took the bridge, officials said.|the rest of it|“We shall not give in”|---|title: a|**KYIV —** The|![a](b)|[a](b) | | ||\u0000|\ud800|İ|’’".split(
    "|",
  ),
);
const breaks = fc.constantFrom("\n", "\n\n", "\r\n", "\r", "\u2028", "\u2029", "\f", " ", "\u00a0", "");
const pages = fc
  .array(fc.tuple(fc.oneof(scraps, fc.string({ unit: "binary" })), breaks))
  .map((parts) => parts.flat().join(""));
const kinds: readonly ParagraphKind[] = ["title", "body", "caption", "quote", "list", "other"];
const blockLists = fc.option(
  fc.array(fc.record({ start: fc.nat(400), end: fc.nat(400), kind: fc.constantFrom(...kinds) }), { maxLength: 8 }),
);

test("any text, with any blocks, is covered by its paragraphs, and cleaning is repeatable", () => {
  fc.assert(
    fc.property(
      pages,
      fc.constantFrom("page", "body"),
      blockLists,
      fc.option(fc.string()),
      (text, layout, blocks, title) => {
        const article: Article = { kind: "article", text, layout, blocks, title, byline: null, ...hints, issues: [] };
        const document = cleanArticle(article);
        check(document);
        expect(document.text).toBe(text);
        expect(cleanArticle(article)).toEqual(document);
      },
    ),
    { numRuns: 1500, seed: 20220612 },
  );
});

test("the blocks of any Markdown cover it", () => {
  fc.assert(
    fc.property(pages, (text) => {
      const article = readMarkdown(text, hints);
      expect(article.text).toBe(text);
      const document = cleanArticle(article);
      check(document);
    }),
    { numRuns: 800, seed: 20220612 },
  );
});

// Each would take minutes, and so run into the runner's limit, if a step looked at every pair of paragraphs.
const hard: readonly (readonly [string, string])[] = [
  [
    "different paragraphs",
    Array.from(
      { length: 20_000 },
      (_, n) => `Delegation ${n} met minister ${n * 7} in city ${n % 91} on the second day of the talks.`,
    ).join("\n\n"),
  ],
  ["equal paragraphs", "The army of the north crossed the river on Monday and took the bridge.\n\n".repeat(20_000)],
  [
    "equal beginnings",
    Array.from({ length: 20_000 }, (_, n) => `The army of the north crossed the river on day ${n}.`).join("\n"),
  ],
  ["one long line", "The army of the north crossed the river. ".repeat(30_000)],
  ["blanks", " \u00a0".repeat(300_000)],
  ["dashes and brackets", "A (B - ".repeat(100_000)],
  ["short labels", "World\n".repeat(20_000)],
];

test.each(hard)("large input is covered too: %s", (_, text) => {
  const document = cleanArticle({
    kind: "article",
    text,
    layout: "page",
    blocks: null,
    title: null,
    byline: null,
    ...hints,
    issues: [],
  });
  let [at, inside] = [0, 0];
  for (const { start, end } of document.paragraphs) {
    inside += text.slice(at, start).trim().length;
    at = end;
  }
  expect(inside + text.slice(at).trim().length).toBe(0);
});
