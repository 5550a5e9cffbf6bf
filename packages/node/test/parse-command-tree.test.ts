import { plainDocument, type Name, type Parsed } from "@comity/core";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { treeBranches } from "../src/cli/tree-drawing-branches.ts";
import { displayWidth, padEnd, printable, wrapText } from "../src/cli/tree-drawing-width.ts";
import { drawSentence } from "../src/cli/tree-drawing.ts";

/** One sentence of words "form/UPOS/relation/head/lemma", heads from 1, 0 the root; the lemma left out: the form. */
function sentence(
  words: readonly string[],
  names: readonly [first: number, last: number, kind: Name["kind"]][] = [],
): Parsed {
  // prettier-ignore
  const cells = words.map((word) => word.split("/"));
  const text = cells.map(([form]) => form).join(" ");
  let at = 0;
  const tokens = cells.map(([form = ""]) => {
    const start = at;
    at += form.length + 1;
    return { start, end: start + form.length, joined: false };
  });
  const document = plainDocument("", text, [{ start: 0, end: text.length }]);
  return {
    kind: "parsed",
    segmented: {
      kind: "segmented",
      document,
      sentences: [{ index: 0, paragraph: 0, start: 0, end: text.length, tokens }],
    },
    sentences: [
      {
        start: 0,
        end: text.length,
        forms: cells.map(([form = ""]) => form),
        lower: cells.map(([form = ""]) => form.toLowerCase()),
        words: cells.map(([form = "", upos = "", relation = "", head = "", lemma = form]) => ({
          upos,
          xpos: "",
          lemma,
          head: Number(head) - 1,
          relation,
        })),
        names: names.map(([first, last, kind]) => {
          const [start, end] = [tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0];
          return { text: text.slice(start, end), start, end, kind, first, last, title: null, acronym: null };
        }),
      },
    ],
    issues: [],
  };
}

const PLAIN = { width: 80, colour: false };
const MEETING = sentence(
  [
    "Ana/PROPN/nsubj/3",
    "Silva/PROPN/flat/1",
    "met/VERB/root/0/meet",
    "the/DET/det/5",
    "envoys/NOUN/obj/3/envoy",
    "in/ADP/case/7",
    "東京/PROPN/obl/3",
    "./PUNCT/punct/3",
  ],
  [
    [0, 2, "PER"],
    [6, 7, "LOC"],
  ],
);

describe("a sentence is drawn", () => {
  it.each<[what: string, parsed: Parsed, names: boolean, width: number, drawing: string[]]>([
    [
      "with its text, branches, tags, relations and lemmas",
      MEETING,
      false,
      80,
      [
        "Ana Silva met the envoys in 東京 .",
        "╭──┬───── Ana     PROPN nsubj",
        "│  ╰───── Silva   PROPN flat",
        "┼──────── met     VERB  root   meet",
        "│  ╭───── the     DET   det",
        "├──┴───── envoys  NOUN  obj    envoy",
        "│  ╭───── in      ADP   case",
        "├──┴───── 東京    PROPN obl",
        "╰──────── .       PUNCT punct",
      ],
    ],
    [
      "with names, and narrow where there is little room",
      MEETING,
      true,
      32,
      [
        "Ana Silva met the envoys in 東京",
        ".",
        "╭┬─ Ana     PROPN nsubj         ╮ PER",
        "│╰─ Silva   PROPN flat          ╯",
        "┼── met     VERB  root   meet",
        "│╭─ the     DET   det",
        "├┴─ envoys  NOUN  obj    envoy",
        "│╭─ in      ADP   case",
        "├┴─ 東京    PROPN obl           ╴ LOC",
        "╰── .       PUNCT punct",
      ],
    ],
    [
      "where it is not projective: lines from above interrupt those to the words",
      sentence(["A/DET/det/2", "hearing/NOUN/nsubj/3", "began/VERB/root/0", "today/NOUN/obl/3", "on/ADP/case/6", "it/PRON/nmod/2"]), // prettier-ignore
      false,
      80,
      [
        "A hearing began today on it",
        "   ╭──────── A        DET  det",
        "╭──┼──────── hearing  NOUN nsubj",
        "┼──│──────── began    VERB root",
        "╰──│──────── today    NOUN obl",
        "   │  ╭───── on       ADP  case",
        "   ╰──┴───── it       PRON nmod",
      ],
    ],
    ["of one word", sentence(["Yes/INTJ/root/0"]), false, 80, ["Yes", "─── Yes  INTJ root"]],
    [
      "and what a terminal would obey is shown",
      sentence(["a\u001b[31mb\u202e/X/root/0/\u0007"]),
      false,
      80,
      ["a\uFFFD[31mb\uFFFD", "─── a\uFFFD[31mb\uFFFD  X root  \uFFFD"],
    ],
  ])("%s", (_what, parsed, names, width, drawing) => {
    expect(drawSentence(parsed, 0, names, { width, colour: false }).trimEnd().split("\n")).toEqual(drawing);
  });

  it("in colour only where asked", () => {
    // oxlint-disable-next-line no-control-regex -- terminal colour codes begin with this control character
    const codes = /\u001b\[\d+m/gu;
    expect(drawSentence(MEETING, 0, true, PLAIN)).not.toMatch(codes);
    const coloured = drawSentence(MEETING, 0, true, { width: 80, colour: true });
    expect(coloured).toMatch(codes);
    expect(coloured.replace(codes, "")).toBe(drawSentence(MEETING, 0, true, PLAIN));
  });

  it("a long word pushes its own line only", () => {
    const drawing = drawSentence(sentence([`${"x".repeat(200)}/X/root/0`, "a/X/dep/1"]), 0, false, PLAIN).split("\n");
    expect(drawing[3]?.length).toBeLessThan(60);
  });
});

/** The heads that a drawing shows: along each word's line to the left, then up or down to where lines meet. */
function readBranches(rows: readonly string[], step: number): number[] {
  const at = (row: number, column: number): string => rows[row]?.charAt(column * step) ?? "";
  return rows.map((line, row) => {
    let column = 0;
    while (!"╰╭├┴┬┼─".includes(line.charAt(column * step))) column += 1;
    if ("┴┬┼─".includes(at(row, column))) return -1;
    for (const [way, open] of [
      [-1, "╰├"],
      [1, "╭├"],
    ] as const) {
      // prettier-ignore
      if (!open.includes(at(row, column))) continue;
      for (let other = row + way; other >= 0 && other < rows.length; other += way) {
        if ("┴┬┼".includes(at(other, column))) return other;
        if (!"│├".includes(at(other, column))) break;
      }
    }
    return Number.NaN;
  });
}

test("every tree can be read back from its drawing, projective or not", () => {
  const tree = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 14 }).map((choices) => {
    // Words join the tree in a random order, each under one that is in it.
    const order = choices.map(([key], word) => ({ key, word })).sort((a, b) => a.key - b.key).map(({ word }) => word); // prettier-ignore
    const heads = choices.map(() => -1);
    for (const [i, word] of order.entries()) if (i > 0) heads[word] = order[(choices[i]?.[1] ?? 0) % i] ?? -1;
    return heads;
  });
  fc.assert(
    fc.property(tree, fc.constantFrom(1, 2, 3), (heads, step) => {
      const rows = treeBranches(heads, step);
      expect(new Set(rows.map((line) => line.length)).size).toBe(1);
      expect(readBranches(rows, step)).toEqual(heads);
    }),
    { numRuns: 2000 },
  );
});

describe("widths", () => {
  it.each([
    ["abc", 3],
    ["é", 1],
    ["e\u0301", 1],
    ["東京", 4],
    ["한국", 4],
    ["👍🏽", 2],
    ["🇵🇰", 2],
    ["“x”", 3],
    ["\u200b", 0],
  ])("%s", (text, width) => expect(displayWidth(text)).toBe(width));

  it("fill and break lines", () => {
    expect(padEnd("東", 4)).toBe("東  ");
    expect(wrapText("東京 a 東京", 6)).toEqual(["東京 a", "東京"]);
    expect(wrapText("abcdefgh a", 4)).toEqual(["abcdefgh", "a"]);
    expect(printable("a\n\tb\u0000")).toBe("a b\uFFFD");
  });
});
