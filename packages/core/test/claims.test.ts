/** Which statements say the same, in sentences of our own: each row is a document of one day, told by who says and who denies the first claim. */
import { describe, expect, it } from "vitest";
import type { Claim, ClaimRecord } from "../src/merge/claim.ts";
import { groupClaims } from "../src/merge/group-claims.ts";
import { copiesOf } from "../src/merge/report-texts.ts";
import { codeArticle } from "../src/pipeline/code-article.ts";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import { readRecord } from "../src/read/read-record.ts";
import { codebookFiles } from "./codebook-folder.ts";
import { englishReader } from "./english-reader.ts";
import { NO_HINTS } from "./no-hints.ts";

const codebook = loadCodebook(codebookFiles());
const reader = englishReader(codebook);

/** The propositions of texts, each a document of its own, a day apart. */
function records(texts: readonly string[]): ClaimRecord[] {
  return texts.flatMap((text, i) => {
    const article = readRecord({ text, language: "en" }, NO_HINTS);
    if (article.kind !== "article") throw new Error(`no article: ${text}`);
    return codeArticle(article, codebook, reader).statements.flatMap(({ denies, propositions }) =>
      propositions.map((one, n) => ({
        ...one,
        key: `${i}${n === 0 ? "" : `.${n}`}`,
        document: String(i),
        denies,
        day: `2021-03-0${i + 1}`,
        reportText: text,
      })),
    );
  });
}

/** "says 0 2, denies 1" for each claim. */
const told = (claims: readonly Claim[]): string[] =>
  claims.map(({ says, denies }) => [says.length > 0 ? `says ${says.join(" ")}` : "", denies.length > 0 ? `denies ${denies.join(" ")}` : ""].filter(Boolean).join(", ")); // prettier-ignore

const group = (...texts: string[]): string[] => told(groupClaims(records(texts)));

describe("a claim", () => {
  it.each([
    ["in active and passive", "The Kenyan army said rebels had burned two villages near Lamu.", "Two villages near Lamu were burned by rebels, the governor said."],
    ["in direct and indirect speech", "“Togo has closed the border with Ghana,” the minister said.", "The minister told reporters that Togo had closed the border with Ghana."],
    ["by another name of the state", "Officials said that Russia had moved four warships to the port of Tartus.", "The paper reported that Moscow had moved 4 warships to the port of Tartus."],
    ["in a longer sentence", "The envoy said Togo had freed the captured Ghanaian fishermen.", "The envoy said Togo had freed the captured Ghanaian fishermen after long talks in Accra."],
    ["of a quotation cut short", "“Togo will never accept foreign inspectors in its ports or on the ships of its navy,” the president said.", "“Togo will never accept foreign inspectors in its ports,” the president said."],
  ])("is one %s", (_, first, second) => {
    expect(group(first, second)).toEqual(["says 0 1"]);
  }); // prettier-ignore

  it.each([
    ["another does it", "The ministry said Togo had attacked the port of Ghana.", "The ministry said Ghana had attacked the port of Togo."],
    ["another is meant", "The minister said that Kenya had signed the grain treaty.", "The minister said that Uganda had signed the grain treaty."],
    ["the topic is the same", "The minister said that Togo would reopen the port of Lome.", "The minister said that Togo would sell the port of Lome."],
    ["the number is another", "The army said that 12 Kenyan soldiers were killed in the raid.", "The army said that 30 Kenyan soldiers were killed in the raid."],
    ["one is only possible", "The army said Togo had shelled the Ghanaian village.", "The army said Togo might shell the Ghanaian village."],
    ["one is still to come", "The envoy said Togo had freed the fishermen of Keta.", "The envoy said Togo would free the fishermen of Keta."],
    ["one hangs on a condition", "The envoy said Togo would free the fishermen of Keta.", "The envoy said Togo would free the fishermen of Keta if Ghana paid."],
    ["one is a demand", "Ghana said that Togo had released the captured crew.", "Ghana demanded that Togo release the captured crew."],
    ["another part of it is negated", "The envoy said Togo had freed men who took part in the raid.", "The envoy said Togo had freed men who did not take part in the raid."],
  ])("is two where %s", (_, first, second) => {
    expect(group(first, second)).toEqual(["says 0", "says 1"]);
  }); // prettier-ignore

  it("has those who deny it beside those who say it", () => {
    const claims = groupClaims(
      records([
        "India accused Pakistan of violating the ceasefire in Kashmir.",
        "Pakistan denied violating the ceasefire in Kashmir.",
        "“Pakistan did not violate the ceasefire in Kashmir,” the ambassador said.",
        "The ambassador denied that Pakistan had violated the ceasefire in Kashmir.",
        "Pakistan rejected the allegation that it had violated the ceasefire in Kashmir.",
        "The general said that Pakistan had violated the ceasefire in Kashmir.",
      ]),
    );
    expect(told(claims)).toEqual(["says 0 5, denies 1 2 3 4"]);
    // Its wording names of whom it speaks, and does not say that it is not so.
    expect(claims[0]).toMatchObject({ first: "2021-03-01", documents: 6, texts: 6 });
    expect(["3", "4", "5"]).toContain(claims[0]?.wording);
  });

  it("is what is not so, where nobody says that it is", () => {
    expect(
      group(
        "The ministry said Togo had not signed the fishing treaty.",
        "Togo has not signed the fishing treaty, the envoy said.",
      ),
    ).toEqual(["says 0 1"]);
  });

  it.each([
    ["a question", "The envoy asked whether Togo had closed the port of Lome."],
    ["a view", "The envoy hoped that Togo would close the port of Lome."],
    ["what is praised", "The envoy praised the port of Lome."],
    ["what is not said", "The envoy did not say that Togo had closed the port of Lome."],
  ])("is not %s", (_, text) => {
    expect(records([text])).toEqual([]);
  });

  it("is one a sentence of what is said", () => {
    const said = records(["“The port of Lome is closed. Rebels burned two ships,” the Togolese minister said."]);
    expect(said.map(({ head }) => head)).toEqual(["close", "burn"]);
  });
});

describe("groupClaims", () => {
  const made = (key: string, words: readonly string[], more: Partial<ClaimRecord> = {}): ClaimRecord => ({
    key, document: key, words, head: words[0] ?? "", negated: [], roles: [], force: "fact", conditional: false, whole: true, open: false, denies: false, day: null, reportText: key, ...more,
  }); // prettier-ignore

  it("gives the same in any order", () => {
    const all = records([
      "The envoy said Togo had freed the captured Ghanaian fishermen.",
      "The envoy said Togo had freed the captured Ghanaian fishermen after long talks in Accra.",
      "The envoy denied that Togo had freed the captured Ghanaian fishermen.",
      "The minister said that Kenya had signed the grain treaty.",
    ]);
    expect(groupClaims(all.toReversed())).toEqual(groupClaims(all));
  });

  it("counts documents and texts apart", () => {
    const words = ["strike", "@TGO", "port", "lome"];
    const [claim] = groupClaims([made("a", words), made("b", words, { reportText: "a" }), made("c", words)]);
    expect(claim).toMatchObject({ documents: 3, texts: 2, first: null });
  });

  it("takes 20,000 statements of like topics without comparing all with all", { timeout: 20_000 }, () => {
    const all = Array.from({ length: 20_000 }, (_, i) =>
      made(`k${i}`, ["say", "@PAK", "@IND", `w${i % 700}`, `v${(i * 7) % 900}`, `u${(i * 13) % 5000}`]),
    );
    const claims = groupClaims(all);
    expect(claims.reduce((sum, { says }) => sum + says.length, 0)).toBe(20_000);
  });
});

describe("copiesOf", () => {
  it("finds whole and cut copies of a text, and none in texts that share a sentence", () => {
    const copies = copiesOf([
      { document: "wire", sentences: ["s1", "s2", "s3", "s4"] },
      { document: "paper", sentences: ["s1", "s2", "s3", "s4", "own"] },
      { document: "cut", sentences: ["s1", "s2"] },
      { document: "other", sentences: ["s1", "x2", "x3", "x4"] },
      { document: "short", sentences: [] },
      { document: "short too", sentences: [] },
    ]);
    expect([...copies]).toEqual([
      ["wire", "wire"], ["paper", "wire"], ["cut", "wire"], ["other", "other"], ["short", "short"], ["short too", "short too"],
    ]); // prettier-ignore
  });
});
