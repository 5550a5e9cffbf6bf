import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { encodeConllu } from "../src/contract/conllu-encode.ts";
import { segmentConllu, withAnalysis } from "../src/contract/conllu-gold.ts";
import { escapeMisc, miscValue, unescapeMisc, withMisc } from "../src/contract/conllu-misc.ts";
import { ConlluReader, type ConlluItem } from "../src/contract/conllu-read.ts";
import { commentValue, conlluWords, type ConlluRow, type ConlluSentence } from "../src/contract/conllu-sentence.ts";
import { conlluText } from "../src/contract/conllu-text.ts";
import { writeConllu } from "../src/contract/conllu-write.ts";
import { encodeParsedSentence, openParsedJson, PARSED_JSON_END, parsedDocumentSchema } from "../src/contract/parsed-json.ts"; // prettier-ignore
import { cutAtBlanks, textDocument, rightBranching } from "./conllu-right-branching.ts";

function readAll(text: string): ConlluItem[] {
  const reader = new ConlluReader();
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return [...lines.flatMap((line) => reader.line(line)), ...reader.end()];
}
const sentencesOf = (items: readonly ConlluItem[]): ConlluSentence[] =>
  items.flatMap((item) => (item.kind === "sentence" ? [item.sentence] : []));
const parse = (text: string): ReturnType<typeof rightBranching> => rightBranching(cutAtBlanks(textDocument(text)));
const WHOLE = { names: false, firstId: 1, newDocument: "", newParagraph: true };
const encode = (text: string): ConlluSentence[] => encodeConllu(parse(text), WHOLE);

/** "1 Envoys _ ..." with the columns given, divided by spaces. */
const row = (id: string, form: string, head = "_"): string =>
  [id, form, "_", "_", "_", "_", head, "_", "_", "_"].join("\t");

describe("the text of a document comes back from its CoNLL-U, blank by blank", () => {
  it.each([
    "Envoys met in Doha.",
    "\n\n  Envoys met.\nThey didn't agree.\n\n\tTalks go on.\n",
    "Envoys met.",
    "a\u00a0b\u2028c\u3000d  e\r\nf\r\n\r\ng",
    "a|b \\ c\\n d_e _ # f",
    "“Don't!” they said…  \n",
  ])("%j", (text) => {
    expect(conlluText(encode(text)).text).toBe(text);
    const written = encode(text).map(writeConllu).join("");
    expect(conlluText(sentencesOf(readAll(written))).text).toBe(text);
  });

  test("of any text", () => {
    const scrap = fc.constantFrom(
      ..."Envoys|met|didn't|n't|.|!|\n|\n\n| |\t|\r\n|\u00a0|\u2028|\ufeff|“|”|#|_|\\|\\s|1|一|👍🏽|é".split("|"),
      "|",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(scrap, fc.string({ unit: "binary" }))), (parts) => {
        const text = parts.join("");
        const sentences = encode(text);
        expect(sentences.length > 0).toBe(text.trim() !== "");
        if (sentences.length === 0) return;
        const written = sentences.map(writeConllu).join("");
        const items = readAll(written);
        expect(items.filter(({ kind }) => kind === "fault")).toEqual([]);
        expect(sentencesOf(items)).toEqual(sentences);
        expect(sentencesOf(items).map(writeConllu).join("")).toBe(written);
        expect(conlluText(sentencesOf(items)).text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe("what is written", () => {
  it("has the comments, the range and the blanks of the format", () => {
    const sentences = encodeConllu(parse("Envoys didn't\nagree.\n\nTalks go on."), {
      names: true,
      firstId: 7,
      newDocument: "talks.txt",
      newParagraph: true,
    });
    expect(sentences.map(writeConllu).join("").replaceAll("\t", " ")).toBe(
      [
        "# newdoc id = talks.txt",
        "# newpar",
        "# sent_id = 7",
        "# text = Envoys didn't agree.",
        "1 Envoys envoys VERB NN _ 0 root _ Name=B-PER",
        "2-3 didn't _ _ _ _ _ _ _ SpacesAfter=\\n",
        "2 did did NOUN NN _ 1 obj _ _",
        "3 n't n't NOUN NN _ 2 obj _ _",
        "4 agree agree NOUN NN _ 3 obj _ SpaceAfter=No",
        "5 . . NOUN NN _ 4 obj _ SpacesAfter=\\n\\n",
        "",
        "# newpar",
        "# sent_id = 8",
        "# text = Talks go on.",
        "1 Talks talks VERB NN _ 0 root _ Name=B-PER",
        "2 go go NOUN NN _ 1 obj _ _",
        "3 on on NOUN NN _ 2 obj _ SpaceAfter=No",
        "4 . . NOUN NN _ 3 obj _ SpaceAfter=No",
        "",
        "",
      ].join("\n"),
    );
  });

  it("has no boundary where a document and its paragraph go on", () => {
    const [first] = encodeConllu(parse("Talks go on."), { ...WHOLE, newDocument: null, newParagraph: false });
    expect(first?.comments).toEqual(["# sent_id = 1", "# text = Talks go on."]);
  });

  it("keeps to one line a word whatever the reader gives", () => {
    const parsed = parse("Talks");
    const sentences = parsed.sentences.map((sentence) => ({
      ...sentence,
      words: sentence.words.map((word) => ({ ...word, lemma: " \t", xpos: "N\tN" })),
    }));
    const [one] = encodeConllu({ ...parsed, sentences }, WHOLE);
    expect(one?.rows[0]).toMatchObject({ lemma: "_", xpos: "N N" });
  });
});

const cell = fc
  .string({ unit: "grapheme", minLength: 1 })
  .filter((text) => !/[\t\n\r]/u.test(text) && /\S/u.test(text));
/** Sentences as the format allows them: ranges, empty nodes, any columns, a tree or none. */
const anySentence: fc.Arbitrary<ConlluSentence> = fc
  .record({
    comments: fc.array(fc.string({ unit: "grapheme" }).filter((text) => !/[\n\r]/u.test(text))),
    words: fc.array(fc.record({ cells: fc.array(cell, { minLength: 8, maxLength: 8 }), head: fc.nat(), empty: fc.nat(2), range: fc.nat(3) }), { minLength: 1, maxLength: 8 }), // prettier-ignore
    tree: fc.boolean(),
  })
  .map(({ comments, words, tree }) => {
    const rows: ConlluRow[] = [];
    const columns = (cells: readonly string[], head: number | null): Omit<ConlluRow, "id"> => {
      const [form = "", lemma = "", upos = "", xpos = "", feats = "", deprel = "", deps = "", misc = ""] = cells;
      return { form, lemma, upos, xpos, feats, head, deprel, deps, misc };
    };
    let covered = 0;
    for (const [i, { cells, head, empty, range }] of words.entries()) {
      const n = i + 1;
      if (range > 0 && n > covered && n + range - 1 <= words.length) {
        covered = n + range - 1;
        rows.push({ id: { kind: "range", first: n, last: covered }, ...columns(cells, null) });
      }
      rows.push({ id: { kind: "word", n }, ...columns(cells, tree ? (i === 0 ? 0 : 1 + (head % i)) : null) });
      for (let nth = 1; nth <= empty; nth += 1)
        rows.push({ id: { kind: "empty", after: n, nth }, ...columns(cells, null) });
    }
    return { comments: comments.map((text) => `#${text}`), rows };
  });

test("writing, reading and writing again is the identity", () => {
  fc.assert(
    fc.property(fc.array(anySentence), (sentences) => {
      const written = sentences.map(writeConllu).join("");
      const items = readAll(written);
      expect(items.filter(({ kind }) => kind === "fault")).toEqual([]);
      expect(sentencesOf(items)).toEqual(sentences);
      expect(sentencesOf(items).map(writeConllu).join("")).toBe(written);
    }),
  );
});

test("reading any lines loses none: each stands in a sentence, in a fault's sentence, or is blank", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "",
      " ",
      "# text = a",
      "x",
      row("1", "a", "0"),
      row("2", "b", "1"),
      row("1-2", "ab"),
      row("3", "c"),
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const told = new Set<number>();
      for (const item of readAll(lines.map((one) => `${one.replaceAll("\n", "")}\n`).join(""))) {
        const last = item.kind === "sentence" ? item.line + item.sentence.comments.length + item.sentence.rows.length - 1 : (item.skipped?.last ?? 0); // prettier-ignore
        const first = item.kind === "sentence" ? item.line : (item.skipped?.first ?? 1);
        for (let number = first; number <= last; number += 1) told.add(number);
      }
      for (const [i, one] of lines.entries()) if (one.trim() !== "") expect(told).toContain(i + 1);
    }),
  );
});

describe("a fault is told with its line, what was found and what was expected", () => {
  const good = `${row("1", "Talks", "2")}\n${row("2", "failed", "0")}\n\n`;
  const head = "# sent_id = x\n";
  it.each<[what: string, body: string, line: number, message: RegExp]>([
    ["too few columns", "1\tTalks\t_\n", 2, /found 3 columns, expected 10/u],
    ["too many columns", `${row("1", "Talks")}\t_\n`, 2, /found 11 columns, expected 10/u],
    ["spaces for tabs", "1 Talks _ _ _ _ _ _ _ _\n", 2, /found 1 column \(they are divided by spaces\)/u],
    ["an empty column", `1\tTalks\t\t_\t_\t_\t_\t_\t_\t_\n`, 2, /empty column 3 \(LEMMA\), expected a value or _/u],
    ["an id that is none", `${row("one", "Talks")}\n`, 2, /the id one, expected a number/u],
    ["an id with a leading zero", `${row("01", "Talks")}\n`, 2, /the id 01, expected/u],
    [
      "an id left out",
      `${row("1", "Talks")}\n${row("3", "failed")}\n`,
      3,
      /the id 3, expected 2: ids are consecutive/u,
    ],
    ["an id told twice", `${row("1", "Talks")}\n${row("1", "failed")}\n`, 3, /the id 1, expected 2/u],
    ["an empty node out of place", `${row("1", "Talks")}\n${row("2.1", "x")}\n`, 3, /the id 2\.1, expected 1\.1 or 2/u],
    [
      "a head out of range",
      `${row("1", "Talks", "0")}\n${row("2", "failed", "3")}\n`,
      3,
      /the head 3, expected 0 to 2/u,
    ],
    ["a head that is no number", `${row("1", "Talks", "-1")}\n`, 2, /the head -1, expected/u],
    ["a head of a range", `${row("1-2", "Talks", "0")}\n`, 2, /the head 0 at 1-2, expected _/u],
    ["a circle", `${row("1", "a", "2")}\n${row("2", "b", "3")}\n${row("3", "c", "1")}\n`, 2, /a circle of heads \(1 -> 2 -> 3 -> 1\), expected a tree/u], // prettier-ignore
    [
      "a word that is its own head",
      `${row("1", "a", "0")}\n${row("2", "b", "2")}\n`,
      3,
      /a circle of heads \(2 -> 2\)/u,
    ],
    ["two roots", `${row("1", "a", "0")}\n${row("2", "b", "0")}\n`, 3, /a second root 2, expected one/u],
    ["a head left out", `${row("1", "a", "0")}\n${row("2", "b")}\n`, 3, /no head of word 2, expected heads of all words or of none/u], // prettier-ignore
    [
      "a range that covers nothing",
      `${row("2-1", "Talks")}\n${row("1", "a")}\n`,
      2,
      /the id 2-1, which covers nothing/u,
    ],
    ["a range after its words", `${row("1", "a")}\n${row("1-2", "ab")}\n${row("2", "b")}\n`, 3, /a range that begins with the next word, 2/u], // prettier-ignore
    ["a range over words that do not come", `${row("1-3", "ab")}\n${row("1", "a")}\n${row("2", "b")}\n`, 2, /a range up to 3, expected at most 2/u], // prettier-ignore
    ["ranges that overlap", `${row("1-2", "ab")}\n${row("1", "a")}\n${row("2-3", "bc")}\n${row("2", "b")}\n${row("3", "c")}\n`, 4, /overlaps the range before it/u], // prettier-ignore
    ["a comment among the words", `${row("1", "a")}\n# text = a\n`, 3, /a comment among the words/u],
    ["comments without words", "", 1, /no word/u],
  ])("%s", (_what, body, line, message) => {
    const items = readAll(`${head}${body}\n${good}`);
    expect(items).toEqual([
      { kind: "fault", line, message: expect.stringMatching(message) as string, skipped: expect.anything() as unknown },
      expect.objectContaining({ kind: "sentence" }),
    ]);
    expect(items[0]).toMatchObject({ skipped: { first: 1, last: 1 + body.split("\n").length - 1, comments: ["# sent_id = x"].concat(body.includes("# text") ? ["# text = a"] : []) } }); // prettier-ignore
  });

  it.each<[what: string, file: string, line: number, message: RegExp]>([
    ["a byte order mark", `\uFEFF${good}${good}`, 1, /a byte order mark, expected UTF-8 without it/u],
    ["CR LF, once for the file", (good + good).replaceAll("\n", "\r\n"), 1, /CR LF, expected LF alone/u],
    ["no blank line at the end", (good + good).slice(0, -1), 5, /the end of the file, expected an empty line/u],
    ["nor a line feed", (good + good).slice(0, -2), 5, /the end of the file, expected an empty line/u],
    ["a line of blanks", good + good.slice(0, -1) + " \n", 6, /a line of blanks, expected an empty line/u],
  ])("but %s costs no sentence", (_what, file, line, message) => {
    const items = readAll(file);
    expect(sentencesOf(items).map(writeConllu).join("")).toBe(good + good);
    expect(items.filter(({ kind }) => kind === "fault")).toEqual([
      { kind: "fault", line, message: expect.stringMatching(message) as string, skipped: null },
    ]);
  });

  it("a file without empty lines is one fault, and little of it is held", () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => row(String(i + 1), "a"));
    const [fault, next] = readAll(`${rows.join("\n")}\n\n${good}`);
    expect(fault).toMatchObject({ line: 10_001, skipped: { first: 1, last: 30_000 } });
    expect(next).toMatchObject({ kind: "sentence", line: 30_002 });
  });

  it("what the caller found wrong with a line counts too", () => {
    const reader = new ConlluReader();
    expect([...reader.line(row("1", "a"), "found x"), ...reader.line("")]).toEqual([
      { kind: "fault", line: 1, message: "found x", skipped: { first: 1, last: 1, comments: [] } },
    ]);
  });
});

describe("gold words are kept", () => {
  const file = [
    "# newdoc id = d1",
    "# sent_id = a-1",
    "# note: kept",
    ["1", "Envoys", "x", "X", "X", "Number=Plur", "0", "root", "0:root", "Gloss=y|Name=B-LOC"].join("\t"),
    ["1.1", "_", "_", "_", "_", "_", "_", "_", "1:conj", "_"].join("\t"),
    ["2-3", "didn't", "_", "_", "_", "_", "_", "_", "_", "SpaceAfter=No"].join("\t"),
    ["2", "did", "x", "X", "X", "_", "1", "dep", "_", "_"].join("\t"),
    ["3", "n't", "x", "X", "X", "_", "1", "dep", "_", "_"].join("\t"),
    ["4", ".", "x", "X", "X", "_", "1", "dep", "_", "_"].join("\t"),
    "",
    "# newpar",
    ["1-2", "du", "_", "_", "_", "_", "_", "_", "_", "_"].join("\t"),
    ["1", "de", "x", "X", "X", "_", "0", "root", "_", "_"].join("\t"),
    ["2", "le", "x", "X", "X", "_", "1", "dep", "_", "_"].join("\t"),
    "",
    "",
  ].join("\n");
  const gold = sentencesOf(readAll(file));
  const segmented = segmentConllu(gold, "d1");

  it("as a document with their places", () => {
    expect(segmented.document.text).toBe("Envoys didn't. dele ");
    const { text, paragraphs } = segmented.document;
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual(["Envoys didn't.", "dele"]);
    const words = segmented.sentences.map(({ tokens }) =>
      tokens.map(({ start, end, joined }) => (joined ? "+" : "") + text.slice(start, end)),
    );
    expect(words).toEqual([
      ["Envoys", "did", "+n't", "."],
      ["de", "+le"],
    ]);
    expect(segmented.sentences.map(({ paragraph }) => paragraph)).toEqual([0, 1]);
  });

  it("with the new analysis in their columns", () => {
    const [one] = withAnalysis(gold, rightBranching(segmented), false);
    expect(one?.comments).toEqual(["# newdoc id = d1", "# sent_id = a-1", "# note: kept"]);
    expect(
      one &&
        writeConllu(one)
          .split("\n")
          .slice(3, 9)
          .map((line) => line.replaceAll("\t", " ")),
    ).toEqual([
      "1 Envoys envoys VERB NN _ 0 root _ Gloss=y|Name=B-LOC",
      "1.1 _ _ _ _ _ _ _ 1:conj _",
      "2-3 didn't _ _ _ _ _ _ _ SpaceAfter=No",
      "2 did did NOUN NN _ 1 obj _ _",
      "3 n't n't NOUN NN _ 2 obj _ _",
      "4 . . NOUN NN _ 3 obj _ _",
    ]);
    const [named] = withAnalysis(gold, rightBranching(segmented), true);
    expect(named?.rows[0]?.misc).toBe("Gloss=y|Name=B-PER");
  });

  it("for every sentence that the format allows", () => {
    fc.assert(
      fc.property(fc.array(anySentence, { minLength: 1 }), (sentences) => {
        const cut = segmentConllu(sentences, "x");
        const out = withAnalysis(sentences, rightBranching(cut), true);
        expect(out.map(({ comments }) => comments)).toEqual(sentences.map(({ comments }) => comments));
        expect(out.map(({ rows }) => rows.map(({ id, form }) => ({ id, form })))).toEqual(
          sentences.map(({ rows }) => rows.map(({ id, form }) => ({ id, form }))),
        );
        for (const [i, { tokens }] of cut.sentences.entries()) {
          const one = sentences[i];
          expect(tokens).toHaveLength(one ? conlluWords(one).length : -1);
          for (const { start, end } of tokens) expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });
});

describe("MISC", () => {
  test("keeps any text in a value", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(unescapeMisc(escapeMisc(text))).toBe(text);
        expect(escapeMisc(text)).not.toMatch(/[\s|]/u);
      }),
    );
  });
  it("is set, found and emptied", () => {
    expect(withMisc("_", "A", "1")).toBe("A=1");
    expect(withMisc("A=1|B=2", "A", "3")).toBe("B=2|A=3");
    expect(withMisc("A=1", "A", null)).toBe("_");
    expect(miscValue("SpaceAfter=No|A=x=y", "A")).toBe("x=y");
    expect(miscValue("BA=1", "A")).toBeNull();
  });
});

test("comments have values", () => {
  const sentence = { comments: ["# newdoc", "#sent_id = a = b", "# free words"], rows: [] };
  expect(["newdoc", "sent_id", "free words", "text"].map((key) => commentValue(sentence, key))).toEqual([
    "",
    "a = b",
    "",
    null,
  ]);
});

test("the JSON of a document holds to its contract, and its ranges give the words", () => {
  const text = "Envoys didn't agree. Talks\ngo on.";
  const parsed = parse(`\n\n${text}`);
  const place = { offset: 10, sentence: 3, paragraph: 2 };
  const list = parsed.sentences.map((_, index) =>
    JSON.stringify(encodeParsedSentence(parsed, index, place, index === 0)),
  );
  const json = openParsedJson(null) + list.join(",") + PARSED_JSON_END;
  const { sentences } = parsedDocumentSchema.parse(JSON.parse(json));
  expect(sentences.map(({ index, paragraph, text }) => [index, paragraph, text])).toEqual([
    [3, 2, "Envoys didn't agree."],
    [4, 2, "Talks\ngo on."],
  ]);
  for (const { tokens } of sentences)
    for (const token of tokens) expect(`${" ".repeat(12)}${text}`.slice(token.start, token.end)).toBe(token.text);
  expect(sentences[0]?.tokens[2]).toMatchObject({ text: "n't", joined: true, head: 1, relation: "obj" });
  expect(sentences.map(({ names }) => names?.map((name) => [name.text, name.first, name.last]))).toEqual([[["Envoys", 0, 1]], undefined]); // prettier-ignore
});
