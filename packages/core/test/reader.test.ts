import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { CODEBOOK_FILES, ComityError, loadCodebook, loadReader, plainDocument, type Parsed } from "../src/index.ts";
import { isTree } from "../src/syntax/network/spanning-tree.ts";

const top = new URL("../../../", import.meta.url);
const model = new Map(
  readdirSync(new URL("models/en/", top)).map((name) => [name, new Uint8Array(readFileSync(new URL(`models/en/${name}`, top)))]), // prettier-ignore
);
const codebook = loadCodebook(
  new Map(CODEBOOK_FILES.map((file) => [file, readFileSync(new URL(`codebook/${file}`, top), "utf8")])),
);
const reader = loadReader(model, codebook);

/** A document of one paragraph, as wide as its text without the blanks around it. */
function read(text: string): Parsed {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const document = plainDocument("test", text, end > start ? [{ start, end }] : []);
  return reader.parse(reader.segment(document));
}

/** Holds every output to its promises: one tree a sentence, words parallel to tokens, every character that is no blank in one token, spans that give back their words. */
function expectSound({ segmented, sentences }: Parsed): void {
  const { text } = segmented.document;
  expect(sentences.length).toBe(segmented.sentences.length);
  let spelled = "";
  for (const [i, { words, names }] of sentences.entries()) {
    const { tokens } = segmented.sentences[i] ?? { tokens: [] };
    expect(words.length).toBe(tokens.length);
    expect(isTree(Int32Array.from([0, ...words.map(({ head }) => head + 1)]))).toBe(true);
    expect(words.filter(({ relation }) => relation === "root").length).toBe(1);
    for (const { start, end } of tokens) spelled += text.slice(start, end);
    for (const name of names) {
      expect(text.slice(name.start, name.end)).toBe(name.text);
      expect(name.last).toBeGreaterThan(name.first);
      expect([tokens[name.first]?.start, tokens[name.last - 1]?.end]).toEqual([name.start, name.end]);
    }
  }
  expect(spelled.replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
}

describe("any text is read", () => {
  test.each([
    { what: "empty", text: "", sentences: 0 },
    { what: "blanks", text: " \n\t ", sentences: 0 },
    { what: "one word", text: "Ceasefire", sentences: 1 },
    { what: "one mark", text: "?", sentences: 1 },
    { what: "marks only", text: "... !!! ??? --- ***", sentences: null },
    { what: "emoji", text: "Talks failed 😀👍🏽 again. 🇵🇰🤝🇨🇳", sentences: null },
    {
      what: "right-to-left script inside English",
      text: "The envoy said “السلام عليكم” and שלום to the press.",
      sentences: null,
    },
    { what: "Chinese inside English", text: "The ministry (外交部) in 北京 answered.", sentences: null },
    { what: "lone surrogates", text: "The \ud83d envoy \udc00 left.", sentences: null },
    { what: "NULs", text: "The\0envoy\0\0 left \0.", sentences: null },
    { what: "combining marks", text: "Zu\u0308rich and Bogota\u0301 signed.", sentences: null },
    { what: "capitals", text: "THE ARMY CHIEF OF CHAD MET HIS COUNTERPART IN N'DJAMENA ON FRIDAY.", sentences: 1 },
    { what: "a headline without a stop", text: "Rebels seize border town as army withdraws", sentences: 1 },
  ])("$what", ({ text, sentences }) => {
    const parsed = read(text);
    expectSound(parsed);
    if (sentences !== null) expect(parsed.sentences.length).toBe(sentences);
  });

  test("random characters", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 120 }), (text) => expectSound(read(text))), { numRuns: 150, seed: 3 }); // prettier-ignore
  });

  test("5,000 words without a stop: one tree, read in pieces, with an issue", () => {
    const parsed = read(Array.from({ length: 5000 }, (_, i) => ["the", "troops", "moved"][i % 3]).join(" "));
    expectSound(parsed);
    expect(parsed.issues.map(({ code }) => code)).toContain("long-sentence");
  });

  test("a hundred kilobytes in one paragraph", () => {
    const parsed = read("The envoy of Chad left Lima on Monday. ".repeat(2_600));
    expect(parsed.sentences.length).toBe(2_600);
    expect(parsed.sentences.at(-1)).toMatchObject({ words: parsed.sentences[0]?.words });
  });
});

describe("what the reader makes of a sentence", () => {
  let parsed: Parsed;
  beforeAll(() => {
    parsed = read(
      "General Tomas Berg, who didn't resign, was received by the Foreign Ministry of Peru (MRE) in Lima on Friday.",
    );
  });

  test("lemmas, tags and relations", () => {
    const [sentence] = parsed.sentences;
    const tokens = parsed.segmented.sentences[0]?.tokens ?? [];
    const at = (form: string): number =>
      tokens.findIndex(({ start, end }) => parsed.segmented.document.text.slice(start, end) === form);
    expect(sentence?.words[at("received")]).toMatchObject({ lemma: "receive", upos: "VERB", relation: "root" });
    expect(sentence?.words[at("n't")]).toMatchObject({ lemma: "not", upos: "PART" });
    expect(sentence?.words[at("Ministry")]).toMatchObject({ relation: "obl:agent", head: at("received") });
  });

  test("'s is have where it helps a participle, be elsewhere", () => {
    const lemmas = (text: string): string[] =>
      read(text).sentences.flatMap(({ words }) => words.map(({ lemma }) => lemma));
    expect(lemmas("It's a treaty.")).toContain("be");
    expect(lemmas("It's been signed.")).toContain("have");
  });

  test("characters that are not seen change nothing", () => {
    const plain = read("The government of Iran agreed with non-nuclear states.").sentences;
    const hidden = read(
      "The govern\u00adment of \u200eIran\u200e agreed with non\u2011nuclear\u200b states.",
    ).sentences;
    expect(hidden.map(({ words }) => words)).toEqual(plain.map(({ words }) => words));
  });

  test("names are whole, titles stand apart", () => {
    const names = parsed.sentences[0]?.names ?? [];
    expect(names).toContainEqual(expect.objectContaining({ text: "Tomas Berg", kind: "PER", title: expect.objectContaining({ text: "General" }) as unknown })); // prettier-ignore
    expect(names).toContainEqual(expect.objectContaining({ text: "Lima", kind: "LOC" }));
  });
});

test("a text in another language is read, with an issue", () => {
  const parsed = read(
    "Le ministre a reçu son homologue à Genève pour parler de la frontière et des réfugiés qui sont dans le pays.",
  );
  expectSound(parsed);
  expect(parsed.issues.map(({ code }) => code)).toEqual(["not-english"]);
});

test("a model folder without a file is refused by name", () => {
  const open = (): unknown => loadReader(new Map([...model].filter(([name]) => name !== "reader.bin")), codebook);
  expect(open).toThrow(ComityError);
  expect(open).toThrow(/no reader\.bin/);
});
