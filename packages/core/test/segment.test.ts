import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { ComityError } from "../src/base/comity-error.ts";
import type { Document } from "../src/model/document.ts";
import { segmentDocument } from "../src/segment/segment-document.ts";
import { loadSegmenter, type Segmenter } from "../src/segment/segmenter.ts";
import { tokenize } from "../src/segment/tokenize.ts";

const model = (ending: string): URL => new URL(`../../../models/en/segment.${ending}`, import.meta.url);
const BYTES = new Uint8Array(readFileSync(model("bin")));
const META = JSON.parse(readFileSync(model("json"), "utf8")) as { sha256: string; bytes: number };
const TRAINED = loadSegmenter(BYTES, META);

/** A document of one paragraph. */
function documentOf(text: string): Document {
  const facts = { title: null, published: null, publishedBasis: null, source: null, url: null, language: "en" };
  const paragraphs = [{ kind: "body" as const, start: 0, end: text.length, repeats: null }];
  return { kind: "document", id: "", text, sha256: "", ...facts, paragraphs, issues: [] };
}
const sentences = (text: string, segmenter: Segmenter | null): string[] =>
  segmentDocument(documentOf(text), segmenter).sentences.map(({ start, end }) => text.slice(start, end));
/** Tokens between blanks; "+" before one that is joined. */
const tokens = (text: string): string => tokenize(text).map(({ start, end, joined }) => (joined ? "+" : "") + text.slice(start, end)).join(" "); // prettier-ignore

/** Both ways of cutting agree on these; "|" stands where a sentence ends. */
const BOTH: readonly [why: string, text: string][] = [
  ["two sentences", "Iran left.| Iraq stayed."],
  ["a title", "Gen. Khan met Dr. Li in Kabul."],
  ["ranks one after another", "Lt. Col. Amir Shah and Maj. Gen. Li Wei met Sgt. Brown on Monday."],
  ["a rank in retirement", "Lt. Gen. (ret.) Omar Aziz, who led the talks, left."],
  ["an abbreviation that opens", "Is this all?| No. 10 would not say."],
  ["a month that opens", "He left at last.| Jan. 5 is the day."],
  ["a list in a sentence", "The pact covers trade; 2. transit; 3. ports."],
  ["a party and a state", "Sen. Ray (D-Calif.) and Rep. Lee (R-Tex.) voted no."],
  ["an initial", "J. Smith met K. Jones."],
  ["two initials", "The envoy J. R. Smith flew to Ankara.| He stayed a week."],
  ["an abbreviation inside", "The U.S. President left."],
  ["an abbreviation at the end", "He left the U.S. |The talks went on."],
  ["an abbreviation before a quotation", "He flew back to the U.S. |“We are done,” he said."],
  ["a time before a day", "Shelling began at 6 a.m. Tuesday near the border."],
  ["a number", "Order No. 5 was signed on Aug. 8 by Sen. Ray."],
  ["a decimal", "Trade grew 3.5 percent.| It fell later."],
  ["a quotation that ends with the sentence", "“We will go.”| He left."],
  ["a quotation before a new one", "“We agree.”| “They agree too,” she said."],
  ["a quotation within one that goes on", "“He said ‘never,’” Khan told reporters."],
  ["single quotation marks", "'We agree,' he said.| 'They left.'| Iran denied it."],
  ["straight quotation marks", '"We agree."| He said no more.'],
  ["an organisation in capitals after a quotation", "The minister said: “It is over.”| NATO did not answer."],
  ["a title after a question", "Who will sign?| Mr. Khan will not."],
  ["a closing bracket", "(He left.)| She stayed."],
  ["a soft break", "The talks\nended.| They\nwill resume."],
  ["lower case after a stop", "approx. five people came."],
  ["no stop", "Talks end in Vienna"],
  ["a question", "Who left?| Iran did."],
  ["an ellipsis inside", "He said ... nothing at all."],
  ["a month", "On Aug. 8 they met."],
  ["an ordinal cut by mistake", "They left on December 1 st. |Russia stayed."],
  ["the word no", "Iran said no.| Iraq agreed."],
  ["a company", "Rosneft Corp. and Gazprom Inc. signed the deal."],
  ["an address in a sentence", "See www.example.org for the text.| It is long."],
  ["stops without a blank in a name", "Yahoo.com and 3.5.1 are names."],
  ["only blanks", "  \n "],
];

describe.each([
  ["rules", null],
  ["trained", TRAINED],
] as const)("sentences: %s", (_name, segmenter) => {
  it.each(BOTH)("%s", (_why, marked) => {
    const expected = marked.split("|").map((sentence) => sentence.trim()).filter((sentence) => sentence !== ""); // prettier-ignore
    expect(sentences(marked.replaceAll("|", ""), segmenter)).toEqual(expected);
  });

  it("reads a line break as a blank", () => {
    for (const [, marked] of BOTH) {
      const text = marked.replaceAll("|", "");
      const wrapped = text.replaceAll(" ", "\n");
      expect(sentences(wrapped, segmenter).map((sentence) => sentence.replaceAll("\n", " "))).toEqual(
        sentences(text, segmenter).map((sentence) => sentence.replaceAll("\n", " ")),
      );
    }
  });

  it.each([
    ["empty", ""],
    ["marks only", "?!... --- (((“„‚’"],
    ["emoji and flags", "👩‍👩‍👧 went 🇵🇰🇨🇳 👍🏽!"],
    ["right to left", "غادر الوزير. ثم عاد؟ نعم."],
    ["Chinese", "部长离开了。他明天回来！"],
    ["lone surrogates", "a\ud83d b\udc00\udc00 .\ud83d"],
    ["NUL and controls", "a\u0000b \u0007. \u200b C\u0301a va."],
    ["capitals outside the basic plane", "𝐀𝐁. 𐐀𐐨 left."],
    ["no stop in 5,000 words", "envoys talk ".repeat(2500)],
    ["one word without end", "a".repeat(300_000)],
    ["a mark without end", ".".repeat(100_000)],
    ["rules and dashes", "-".repeat(100_000)],
    ["stops in a word", "a.b".repeat(50_000)],
    ["apostrophes", "a'".repeat(50_000)],
    ["signs of addresses", "a@b./:".repeat(20_000)],
    ["digits", "1".repeat(100_000) + ",1".repeat(20_000)],
    ["brackets", "(".repeat(50_000) + ")".repeat(50_000)],
    ["blanks", `a${" ".repeat(200_000)}.`],
  ])("loses nothing: %s", (_why, text) => {
    expectWhole(text, segmenter);
  });

  it("loses nothing of any text, and cuts no character in two", () => {
    const unit = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.constantFrom("U.S. ", "don't", "“", "”", "' ", "…", "🇵🇰", "-", "@", "http://", ". ")); // prettier-ignore
    fc.assert(fc.property(fc.array(unit, { maxLength: 12 }), (parts) => expectWhole(parts.join(""), segmenter)));
  });
});

/** Tokens and the blanks between them are the text; sentences hold their tokens; surrogate pairs are whole. */
function expectWhole(text: string, segmenter: Segmenter | null): void {
  let at = 0;
  for (const { start, end, tokens } of segmentDocument(documentOf(text), segmenter).sentences) {
    expect([tokens[0]?.start, tokens.at(-1)?.end]).toEqual([start, end]);
    expect(tokens[0]?.joined).toBe(false);
    for (const token of tokens) {
      if (token.start < at || token.end <= token.start || (token.joined && token.start > at))
        expect(token).toBe("in order");
      if (text.slice(at, token.start).trim() !== "") expect(text.slice(at, token.start)).toBe("blank");
      const cut = [token.start, token.end].find((edge) => /^[\ud800-\udbff][\udc00-\udfff]$/u.test(text.slice(edge - 1, edge + 1)) && (text.codePointAt(edge - 1) ?? 0) > 0xffff); // prettier-ignore
      if (cut !== undefined) expect(cut).toBe("between characters");
      at = token.end;
    }
  }
  expect(text.slice(at).trim()).toBe("");
}

describe("tokenize", () => {
  it.each([
    ["Pakistan's army", "Pakistan +'s army"],
    ["the ministers’ talks", "the ministers +’ talks"],
    ["the 'old friends' met", "the ' old friends ' met"],
    ["The deal lets Peru sell, as is its wont.", "The deal lets Peru sell , as is its wont ."],
    [
      "The govern\u00adment of \u200eIran\u200e agreed\u200b.",
      "The govern\u00adment of \u200eIran\u200e agreed\u200b .",
    ],
    ["A pro\u2010Russian, non\u2011nuclear state", "A pro\u2010Russian , non\u2011nuclear state"],
    ["They don't and can’t; we cannot.", "They do +n't and ca +n’t ; we can +not ."],
    ["I'm gonna go, dont wait", "I +'m gon +na go , do +nt wait"],
    ["its army, let it be, the Ill", "its army , let it be , the Ill"],
    ["the US-led talks, 1,500 men", "the US - led talks , 1,500 men"],
    ["China-Pakistan e-mail on anti-terror co-operation", "China - Pakistan e-mail on anti-terror co-operation"],
    ["the post-war mid-1990s", "the post-war mid-1990s"],
    ["the U.S. and U.K.", "the U.S. and U.K."],
    ["Côte d’Ivoire and N'Djamena, O’Brien", "Côte d’Ivoire and N'Djamena , O’Brien"],
    ["see https://example.org/a?b=c now", "see https://example.org/a?b=c now"],
    ["(see www.example.org).", "( see www.example.org ) ."],
    ["write to press@example.org.", "write to press@example.org ."],
    ["@envoy said #peace is #1", "@envoy said #peace is # 1"],
    ["at 10:30 p.m. or 5pm", "at 10:30 p.m. or 5 pm"],
    ["$5 and US$4.5bn, 5%, €3", "$ 5 and US$ 4.5 bn , 5 % , € 3"],
    ["on 12/05/2022 or 2022-05-12, in 1969-1970", "on 12/05/2022 or 2022-05-12 , in 1969 - 1970"],
    ["the 20th, the 1990s, the '90s", "the 20th , the 1990s , the '90s"],
    ["a 50km road, a 3D map", "a 50 km road , a 3D map"],
    ["a $3B fund, CNY860 and US$5", "a $ 3 B fund , CNY 860 and US$ 5"],
    ["low- and mid-level, the first-ever", "low - and mid-level , the first - ever"],
    ["anti-U.S. protests", "anti-U.S. protests"],
    ["The G20, H1N1 and COVID-19", "The G20 , H1N1 and COVID - 19"],
    ["F-16s over Al-Quds", "F - 16s over Al - Quds"],
    ["call 555-0199", "call 555-0199"],
    ["“Go!”", "“ Go ! ”"],
    ["``Go!'' he said", "`` Go ! '' he said"],
    ["Well... no -- wait!!", "Well ... no -- wait !!"],
    ["thanks :-) bye", "thanks :-) bye"],
    ["R&D at AT&T, and/or tea", "R&D at AT&T , and / or tea"],
    ["Mr. Li, No. 5, he said no.", "Mr. Li , No. 5 , he said no ."],
    ["men, guns, etc. were sent, etc.", "men , guns , etc. were sent , etc ."],
    ["than I.", "than I ."],
    ["end.Next one", "end . Next one"],
    ["", ""],
  ])("%s", (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  it("cuts a range as if it were the text", () => {
    const text = "He said: “U.S. forces won't go.” They left.";
    const range = { start: 9, end: 31 };
    expect(tokenize(text, range).map(({ start, end }) => text.slice(start, end))).toEqual(
      tokenize(text.slice(9, 31)).map(({ start, end }) => text.slice(9 + start, 9 + end)),
    );
  });
});

describe("loadSegmenter", () => {
  it("is shipped with a description of these bytes", () => {
    expect(bytesToHex(sha256(BYTES))).toBe(META.sha256);
  });

  it.each<[why: string, bytes: Uint8Array, meta: unknown]>([
    ["another format", BYTES, { ...META, format: 0 }],
    ["bytes missing", BYTES.subarray(1), META],
    ["no power of two", BYTES.subarray(0, 1000), { ...META, bytes: 1000 }],
    ["no scale", BYTES, { ...META, scale: "big" }],
    ["no description", BYTES, null],
    ["changed bytes", BYTES.map((byte, i) => (i === 7 ? byte ^ 1 : byte)), META],
  ])("refuses %s", (_why, bytes, meta) => {
    expect(() => loadSegmenter(bytes, meta)).toThrow(ComityError);
  });
});
