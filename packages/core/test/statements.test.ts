/**
 * Who said what, in sentences of our own. A row of statements.tsv: kind ("plain", or "trap" for words that look like speech and are none), text ("¶" begins a
 * paragraph), statements in text order, parted by " ;; ", or "-": speaker | cue | what is said (" … " where cue and speaker stand in it) | kind and the speakers' countries.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Coded } from "../src/model/event.ts";
import { codeArticle } from "../src/pipeline/code-article.ts";
import { checkCueRows } from "../src/pipeline/check-cue-rows.ts";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import { readRecord } from "../src/read/read-record.ts";
import { codebookFiles } from "./codebook-folder.ts";
import { englishReader } from "./english-reader.ts";
import { NO_HINTS } from "./no-hints.ts";

const codebook = loadCodebook(codebookFiles());
const reader = englishReader(codebook);

function code(text: string): Coded {
  const article = readRecord({ text, language: "en" }, NO_HINTS);
  if (article.kind !== "article") throw new Error(`no article: ${text}`);
  return codeArticle(article, codebook, reader);
}

function told(written: string): string {
  const text = written.replaceAll(" ¶ ", "\n\n");
  const lines = code(text).statements.map(({ speakers, cue, parts, kind }) => {
    const countries = [...new Set(speakers.flatMap(({ country }) => country ?? []))].join("+");
    const said = parts.map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, " ")).join(" … ");
    return `${speakers[0]?.text ?? "-"} | ${cue?.text ?? "-"} | ${said} | ${kind}${countries === "" ? "" : ` ${countries}`}`;
  });
  return lines.join(" ;; ") || "-";
}

const [, ...rows] = readFileSync(new URL("statements.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");

describe("statements.tsv", () => {
  it.each(rows.map((row) => row.split("\t")))("%s: %s", (_, text = "", statements = "") => {
    expect(told(text)).toBe(statements);
  });

  it("has rows enough, a third of them traps", () => {
    const traps = rows.filter((row) => row.startsWith("trap\t")).length;
    expect(rows.length).toBeGreaterThanOrEqual(120);
    expect(traps * 3).toBeGreaterThanOrEqual(rows.length);
  });
});

describe("the codebook", () => {
  it("codes the example of each cue, and no trap", { timeout: 120_000 }, () => {
    expect(checkCueRows(codebook, reader)).toEqual([]);
    expect(codebook.cues.all.length).toBeGreaterThanOrEqual(400);
  });

  it.each(codebook.stances.all)("shows a stance by $lemma/$pos: $example", ({ example, gives }) => {
    const about = code(example).statements.flatMap((statement) => statement.about);
    expect(about.map(({ country, stance }) => `${country}: ${stance}`)).toContain(gives);
  });
});

describe("a statement", () => {
  it("holds the events inside it, and they point at it", () => {
    const { statements, events } = code("The Ghanaian army said that the president of Togo had visited Benin.");
    const [statement] = statements;
    const visit = events.find(({ type }) => type === "CONSULT");
    expect(visit?.attribution?.country).toBe("GHA");
    expect(statement?.events).toContain(visit?.id);
    expect(visit?.attribution?.statement).toBe(statement?.id);
  });

  it.each([
    ["quote", "“Togo attacked Ghana. It deported nine Kenyan envoys,” the Beninese minister said.", "deported", "BEN"],
    ["indirect", "The Beninese minister said that Togo had deported nine Kenyan envoys.", "deported", "BEN"],
    ["indirect", "Togo deported nine Kenyan envoys, according to the Beninese army.", "deported", "BEN"],
    ["indirect", "The Beninese minister announced the arrest of nine Kenyan envoys by Togo.", "arrest", "BEN"],
    ["opinion", "The Beninese minister believes that Togo deported nine Kenyan envoys.", "deported", "BEN"],
    ["report", "The Beninese minister condemned Togo. Togo deported nine Kenyan envoys.", "deported", null],
  ])("tells by the voice of an event how it is told: %s, %s", (voice, text, trigger, country) => {
    const { statements, events } = code(text);
    const event = events.find((one) => one.trigger.text === trigger);
    expect([event?.voice, event?.attribution?.country ?? null]).toEqual([voice, country]);
    const holder = statements.find(({ id }) => id === event?.attribution?.statement);
    expect(holder?.events.includes(event?.id ?? "") ?? null).toBe(country === null ? null : true);
  });

  it.each([
    ["ACCUSE", "Benin’s president accused Togo of theft."],
    ["THREATEN", "Benin’s president threatened to attack Togo."],
    ["REQUEST", "Benin’s president urged Togo to release the envoys."],
    ["REJECT", "Benin’s president refused to meet the envoys of Togo."],
  ])("is an act of its speaker, on the text's own word: %s", (type, text) => {
    const event = code(text).events.find((one) => one.type === type);
    expect(event?.actors.map(({ country }) => country)).toEqual(["BEN"]);
    expect([event?.voice, event?.attribution]).toEqual(["report", null]);
  });

  it("gives somebody unknown the state that a text is mostly about, and an expert none", () => {
    const about = "Kenya closed the port. Kenya and Uganda met. Kenya opened a road. The Kenyan army left. ";
    const countries = (text: string): (string | null)[] =>
      code(about + text).statements.flatMap(({ speakers }) => speakers.map(({ country }) => country));
    expect(countries("“It is cold,” said Amadou Balinta.")).toEqual(["KEN"]);
    expect(code("“It is cold,” said Amadou Balinta.").statements[0]?.speakers[0]?.country).toBeNull();
  });

  it("gives its words back by every range", () => {
    const text = "“The road,” the Kenyan minister said on Monday, “is closed. Nobody may pass.”";
    for (const { speakers, cue, content, parts } of code(text).statements) {
      for (const span of [...speakers, content, ...(cue ? [cue] : [])])
        expect(text.slice(span.start, span.end)).toBe(span.text);
      expect([parts[0]?.start, parts.at(-1)?.end]).toEqual([content.start, content.end]);
    }
  });

  it("names whom it is said to, and how the speaker stands to whom it concerns", () => {
    const [statement] = code("Ghana’s president told the Kenyan parliament that Togo is a threat.").statements;
    expect(statement?.addressees.map(({ country }) => country)).toEqual(["KEN"]);
    expect(statement?.about.map(({ country, stance }) => `${country} ${stance}`)).toEqual(["TGO oppose"]);
  });

  it("is none of the baseline coder's", () => {
    const article = readRecord(
      { text: "The Kenyan president said that the talks had failed.", language: "en" },
      NO_HINTS,
    );
    if (article.kind !== "article") throw new Error("no article");
    expect(codeArticle(article, codebook, reader, "baseline").statements).toEqual([]);
  });
});
