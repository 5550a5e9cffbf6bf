import countries from "i18n-iso-countries";
import { describe, expect, it } from "vitest";
import { ComityError } from "../src/base/comity-error.ts";
import { validOn } from "../src/codebook/dated.ts";
import { codeArticle } from "../src/pipeline/code-article.ts";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import { readRecord } from "../src/read/read-record.ts";
import { EVENT_TYPES } from "../src/model/plover.ts";
import { codebookFiles, fewActors } from "./codebook-folder.ts";
import { englishReader } from "./english-reader.ts";
import { NO_HINTS } from "./no-hints.ts";

const codebook = loadCodebook(codebookFiles());

const reader = englishReader(codebook);

/** What the baseline makes of one sentence: "rule PAK > CHN", joint events "rule PAK + CHN". */
function code(text: string): string[] {
  const article = readRecord({ text }, NO_HINTS);
  if (article.kind !== "article") throw new Error(article.issue.message);
  return codeArticle(article, codebook, reader, "baseline").events.map(({ rule, actors, recipients }) => {
    const list = (side: typeof actors): string => side.map((actor) => actor.country).join(" + ");
    return `${rule} ${recipients.length > 0 ? `${list(actors)} > ${list(recipients)}` : list(actors)}`;
  });
}

describe("events/baseline.tsv", () => {
  it.each(codebook.baseline.rows.map((row) => [row.id, row] as const))("%s codes its example", (id, row) => {
    expect(code(row.example)).toContain(`${id} ${row.codes}`);
  });

  const traps = codebook.baseline.rows.filter((row) => row.trap !== "");
  it.each(traps.map((row) => [row.id, row] as const))("%s does not code its trap", (id, row) => {
    expect(code(row.trap).filter((event) => event.startsWith(`${id} `))).toEqual([]);
  });

  it("covers all types, with at least thirty traps", () => {
    expect(new Set(codebook.baseline.rows.map((row) => row.type))).toEqual(new Set(EVENT_TYPES));
    expect(codebook.baseline.rows.length).toBeGreaterThanOrEqual(120);
    expect(traps.length).toBeGreaterThanOrEqual(30);
  });
});

describe("actors/countries.tsv", () => {
  it("holds every ISO 3166-1 country and Kosovo", () => {
    const iso = Object.values(countries.getAlpha3Codes() as Record<string, string>).length;
    const known = Object.keys(countries.getAlpha3Codes()).filter((code) => code !== "XKK");
    expect(iso).toBeGreaterThan(240);
    expect([...codebook.actors.countries.keys()].sort()).toEqual([...new Set([...known, "XKX"])].sort());
  });

  it("agrees with ISO on the two-letter codes", () => {
    for (const { iso3, iso2 } of codebook.actors.countries.values())
      if (iso3 !== "XKX") expect(`${iso3} ${iso2}`).toBe(`${iso3} ${countries.alpha3ToAlpha2(iso3)}`);
  });

  it("has a name in use for every country", () => {
    for (const { iso3, name } of codebook.actors.countries.values()) {
      const named = codebook.actors.names
        .get(name)
        .flatMap((one) => (one.kind === "country" ? [one.name.country.iso3] : []));
      expect([name, named]).toEqual([name, expect.arrayContaining([iso3])]);
    }
  });
});

describe("validOn", () => {
  it.each([
    ["1971", "1997", "1990-05-01", true],
    ["1971", "1997", "1997-12-31", true],
    ["1971", "1997", "1998-01-01", false],
    ["1971", "", "1970-12-31", false],
    ["", "1991-12-26", "1991-12-26", true],
    ["", "1991-12-26", "1991-12-27", false],
    ["1971", "1997", null, true],
    ["", "", "2022-06-12", true],
  ])("%s..%s on %s is %s", (from, to, day, expected) => {
    expect(validOn({ from, to }, day)).toBe(expected);
  });
});

describe("a broken table", () => {
  const tables = fewActors();
  const header = "id\ttype\tmode\tjoint\tforms\texample\tcodes\ttrap\n";
  const good = "a\tACCUSE\tallege\tno\taccused\tIran accused Iraq.\tIRN > IRQ\t\n";
  it.each([
    [
      "events/baseline.tsv",
      `${header}${good.replace("ACCUSE", "ACUSE")}`,
      /baseline\.tsv:2:2: found "ACUSE"; expected one of AGREE/u,
    ],
    [
      "events/baseline.tsv",
      `${header}${good.replace("allege", "visit")}`,
      /:2:3: found "visit"; expected empty or a mode of ACCUSE/u,
    ],
    ["events/baseline.tsv", `${header}${good}${good}`, /:3:1: found "a"; expected a kebab-case id/u],
    [
      "events/baseline.tsv",
      `${header}${good}${good.replace("a\t", "b\t")}`,
      /:3:5: found "accused"; expected a form that row a does not have/u,
    ],
    ["events/baseline.tsv", `${header}a\tACCUSE\n`, /:2:1: found 2 cells; expected 8/u],
    ["events/baseline.tsv", header.replace("mode", "mood"), /:1:3: found column "mood"; expected column "mode"/u],
    ["events/baseline.tsv", `${header}${good.replace("\tno\t", "\tno \t")}`, /:2:4: found "no "; expected no blanks/u],
    [
      "actors/country-names.tsv",
      "name\tiso3\tkind\tfrom\tto\tnote\nUtopia\tUTO\tshort\t\t\t\n",
      /country-names\.tsv:2:2: found "UTO"/u,
    ],
    [
      "actors/country-names.tsv",
      "name\tiso3\tkind\tfrom\tto\tnote\nZaire\tCOD\tformer\t1997\t1971\t\n",
      /:2:5: found "1971"; expected a date that is not before 1997/u,
    ],
    [
      "actors/country-names.tsv",
      "name\tiso3\tkind\tfrom\tto\tnote\nZaire\tCOD\tformer\t1.1.97\t\t\n",
      /:2:4: found "1\.1\.97"/u,
    ],
    ...["1997-13", "1997-02-30", "1997-1-1", "199", "1997-00", "19x7", "1997/01", "1997-01-1 "].map(
      (date): [string, string, RegExp] => [
        "actors/country-names.tsv",
        `name\tiso3\tkind\tfrom\tto\tnote\nZaire\tCOD\tformer\t\t${date}\t\n`,
        /country-names\.tsv:2:5: found "1?9/u,
      ],
    ),
    ["actors/country-names.tsv", "", /country-names\.tsv:1:1: found no column/u],
    [
      "ontology/plover-scores.tsv",
      "type\tmode\tscore\tmeant\nAGREE\t\t2.5\tmuch\n",
      /plover-scores\.tsv:2:4: found "much"; expected a number/u,
    ],
  ])("%s is refused with its place", (file, content, message) => {
    const broken = new Map([...tables, [file, content] as const]);
    expect(() => loadCodebook(broken)).toThrow(ComityError);
    expect(() => loadCodebook(broken)).toThrow(message);
  });

  it("that is missing is named", () => {
    const fewer = new Map(tables);
    fewer.delete("events/baseline.tsv");
    expect(() => loadCodebook(fewer)).toThrow(/no events\/baseline\.tsv/u);
  });
});

describe("the ontology", () => {
  it.each([
    ["CONSULT", "visit", 4, "042", 1.9],
    ["CONSULT", null, 2.5, "040", 1],
    ["ACCUSE", null, -3, "110", -2],
    ["ASSAULT", null, -9, "180", -9],
    ["PROTEST", "vandalize", -5, "140", -6.5],
  ] as const)("%s/%s has score %d, CAMEO %s, Goldstein %d", (type, mode, score, cameo, goldstein) => {
    expect(codebook.ontology.intensity(type, mode)).toEqual({ score, cameo, goldstein });
  });
});

describe("the baseline", () => {
  it.each<[why: string, text: string, events: string[]]>([
    ["same country on both sides", "Pakistan accused Pakistani media of bias.", []],
    ["no predicate", "Pakistan and China share a border.", []],
    ["one country", "Pakistan accused its critics.", []],
    ["predicate outside the two", "Accused again, Pakistan and China shrugged.", []],
    ["two sentences", "Pakistan accused critics. China was silent.", []],
    ["a part of a compound", "The US-accused group in Iran fled.", []],
    ["an ambiguous country", "Congo accused Rwanda of an attack.", []],
    ["a longer name that is no country", "Vietnam accused South China Sea patrols of harassment.", []],
    ["a lower-case pronoun is not the US", "Iran accused us of nothing.", []],
  ])("codes nothing: %s", (_why, text, events) => {
    expect(code(text)).toEqual(events);
  });
});
