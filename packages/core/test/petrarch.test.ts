import { describe, expect, it } from "vitest";
import { besideDay, withoutSpans } from "../src/codebook/actors/day-spans.ts";
import { knownActors } from "../src/codebook/actors/known-actors.ts";
import { lookUp } from "../src/codebook/actors/look-up.ts";
import { nearNames } from "../src/codebook/actors/near-names.ts";
import { readOwnTable } from "../src/codebook/actors/own-table.ts";
import { petrarchNames } from "../src/codebook/actors/petrarch-names.ts";
import { surnameOf } from "../src/codebook/actors/surname.ts";
import { wikidataPeople } from "../src/codebook/actors/wikidata-people.ts";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import { codebookFiles, fewActors } from "./codebook-folder.ts";

const files = codebookFiles();
const few = fewActors("\tBarack Obama\t", "\tHamas\t", "\tTaliban\t");
const known = knownActors((file) => files.get(file) ?? "");

/** The rows of a converted file, cells joined by "|", and the warnings. */
function convert(content: string): { rows: string[]; warnings: readonly string[] } {
  const { tables, warnings } = readOwnTable("f.txt", content, () => known);
  const rows = tables.flatMap((table) => table.content.split("\n").slice(1).filter(Boolean)).map((row) => row.replaceAll("\t", "|")); // prettier-ignore
  return { rows, warnings };
}

/** What a name is on a day in a codebook with these files: "country sector". */
function standing(name: string, day: string | null, ...contents: string[]): string[] {
  const own = contents.map((content, i) => readOwnTable(`f${i}.txt`, content, () => known).tables);
  const { actors } = loadCodebook(few, own);
  return lookUp(name, actors, day).map(({ country, sector }) => `${country ?? "-"} ${sector ?? "-"}`);
}

describe("a PETRARCH file of actors", () => {
  it.each<[what: string, content: string, rows: string[]]>([
    ["a code on the line", "ZENDAN_ [PAKMIL]", ["zendan|Zendan||PAK|MIL|||f.txt|"]],
    [
      "synonyms",
      "ZENDAN_ [PAKMIL]\n+THE_ZENDAN_BAND_\n+ZENDANIS_",
      ["zendan|Zendan|Zendan Band; Zendanis|PAK|MIL|||f.txt|"],
    ],
    [
      "dates, sorted",
      "ZENDAN_\n\t[USAELI >20170120]\n\t[USAGOV 20090120-20170120]",
      ["zendan|Zendan||USA|GOV|2009-01-20|2017-01-20|f.txt|", "zendan|Zendan||USA|ELI|2017-01-21||f.txt|"],
    ],
    [
      "a code without dates around one with",
      "ZENDAN_ [USABUS]\n\t[USAGOV 20090120-20170120]",
      [
        "zendan|Zendan||USA|BUS||2009-01-19|f.txt|",
        "zendan|Zendan||USA|GOV|2009-01-20|2017-01-20|f.txt|",
        "zendan|Zendan||USA|BUS|2017-01-21||f.txt|",
      ],
    ],
    ["two digits of a year", "ZENDAN_ [USAGOV 930120-010120]", ["zendan|Zendan||USA|GOV|1993-01-20|2001-01-20|f.txt|"]],
    ["the day of a year", "ZENDAN_ [USAGOV >2000366]", ["zendan|Zendan||USA|GOV|2001-01-01||f.txt|"]],
    ["before a day", "ZENDAN_ [USAGOV <20010301]", ["zendan|Zendan||USA|GOV||2001-02-28|f.txt|"]],
    [
      "comments",
      "# x [PAK]\n; y\n<!-- z [PAKMIL]\n[PAK] -->\nZENDAN_ [PAKMIL] ; [IND]",
      ["zendan|Zendan||PAK|MIL|||f.txt|"],
    ],
    [
      "Windows line ends and a mark",
      "\uFEFFZENDAN_ [PAKMIL]\r\n+ZENDANIS_\r\n",
      ["zendan|Zendan|Zendanis|PAK|MIL|||f.txt|"],
    ],
    ["a state alone", "ZENDANIA_ [PAK]", ["Zendania|PAK|colloquial|||"]],
    ["a state's name that we have", "PAKISTAN_ [PAK]\n+PAKISTANI_\n+LAHORE_", []],
    ["a past state", "ZENDANIA_ [ZAR]", ["Zendania|COD|colloquial|||"]],
    ["a name of one of our people", "BARACK_OBAMA_ [USAGOV]", ["barack-obama-2|Barack Obama||USA|GOV|||f.txt|"]],
    [
      "two names with one id",
      "ABU_ZEN_ [PAKMIL]\nABU-ZEN_ [PAKREB]",
      ["abu-zen|Abu Zen||PAK|MIL|||f.txt|", "abu-zen-2|Abu-Zen||PAK|REB|||f.txt|"],
    ],
  ])("reads %s", (_what, content, rows) => {
    expect(convert(content)).toEqual({ rows, warnings: [] });
  });

  it.each<[code: string, told: string]>([
    ["USAGOV", "USA|GOV"],
    ["PAKMIL", "PAK|MIL"],
    ["AFGREBTAL", "AFG|REB"],
    ["IGOUNO", "|IGO"],
    ["UNOHCR", "|IGO"],
    ["NGOHRI", "|NGO"],
    ["IMGMUSALQ", "|REB"],
    ["MNCOIL", "|BUS"],
    ["INTMED", "|JRN"],
    ["EURBUS", "|BUS"],
    ["ROMGOV", "ROU|GOV"],
    ["TMPREB", "TLS|REB"],
    ["KSVGOV", "XKX|GOV"],
    ["PALINS", "PSE|REB"],
    ["YUGMIL", "SRB|MIL"],
    ["SUNMIL", "RUS|MIL"],
    ["IRQSUN", "IRQ|REL"],
    ["USAHLH", "USA|MED"],
    ["USAMOD", "USA|SOC"],
    ["USASEP", "USA|REB"],
    ["PAK/IND", "colloquial"],
  ])("reads the code %s", (code, told) => {
    const { rows, warnings } = convert(`ZENDAN_ [${code}]`);
    expect(warnings).toEqual([]);
    expect(rows.join()).toContain(`|${told}|`);
  });

  it("takes MED for the medical sector where the file has JRN", () => {
    expect(convert("ZENDAN_ [USAMED]\nORLO_ [USAJRN]").rows.join()).toContain("Zendan||USA|MED");
  });

  it.each<[what: string, content: string, warning: string]>([
    ["a wrong code", "ZENDAN_ [PAKMIL]\nORLO_ [XQZGOV]", 'f.txt:2:7: found the code "XQZGOV"'],
    ["small letters", "ZENDAN_ [PAKMIL]\nORLO_ [pakmil]", 'f.txt:2:7: found the code "pakmil"'],
    ["an unknown role", "ORLO_ [USAKUR]", "f.txt:1:7: the role KUR is not known, the sector becomes UNK"],
    ["a region alone", "ZENDAN_ [PAKMIL]\nORLO_ [EUR]", 'f.txt:2:7: found the code "EUR"'],
    ["an agent's code", "ZENDAN_ [PAKMIL]\nORLO_ [PAK~MIL]", "this is an agent's"],
    ["no code", "ORLO_\nZENDAN_ [PAKMIL]", 'f.txt:1:1: "Orlo" has no code'],
    ["an open bracket", "ZENDAN_ [PAKMIL]\nORLO_ [PAKMIL", 'f.txt:2:7: "[PAKMIL" has no "]"'],
    ["dates that are none", "ZENDAN_ [PAKMIL]\nORLO_ [PAKMIL <20090230]", 'f.txt:2:7: found the dates "<20090230"'],
    [
      "a range that ends before it begins",
      "ZENDAN_ [PAKMIL]\nORLO_ [PAKMIL 20100101-20090101]",
      "f.txt:2:7: found the dates",
    ],
    ["a day without a sign", "ZENDAN_ [PAKMIL]\nORLO_ [PAKMIL 20100101]", "f.txt:2:7: found the dates"],
    ["a synonym first", "+ORLO_\nZENDAN_ [PAKMIL]", "f.txt:1:1: found a synonym before the first actor"],
    ["the same actor again", "ZENDAN_ [PAKMIL]\nZENDAN_ [PAKGOV]", 'f.txt:2:1: "Zendan" stands in line 1 already'],
    [
      "days that are taken",
      "ZENDAN_\n\t[PAKMIL 20100101-20101231]\n\t[PAKGOV 20100301-20100401]",
      'f.txt:3:2: the days of "PAKGOV"',
    ],
    ["a second code without dates", "ZENDAN_ [PAKMIL]\n\t[PAKGOV]", 'f.txt:2:2: "PAKGOV" is a second code'],
  ])("warns of %s, once, and goes on", (_what, content, warning) => {
    const { rows, warnings } = convert(content);
    expect(warnings).toEqual([expect.stringContaining(warning)]);
    expect(rows.length).toBeGreaterThan(0);
  });

  const obama = "BARACK_OBAMA_\n\t[USAELI <20090120]\n\t[USAGOV 20090120-20170120]\n\t[USAELI >20170120]";
  it.each([
    ["2005-01-01", "USA ELI"],
    ["2009-01-19", "USA ELI"],
    ["2009-01-20", "USA GOV"],
    ["2017-01-20", "USA GOV"],
    ["2017-01-21", "USA ELI"],
    [null, "USA ELI"],
  ])("holds on %s", (day, told) => {
    expect(standing("Barack Obama", day, obama)).toEqual([told]);
  });
});

describe("a PETRARCH file of agents", () => {
  const roles = (content: string): string[] => convert(content).rows.map((row) => row.split("|").slice(0, 2).join(" ")); // prettier-ignore
  it.each<[what: string, content: string, rows: string[]]>([
    ["an agent", "ZENDAN_WATCHER [~COP]", ["zendan watcher COP"]],
    ["a regular plural", "ZENDARY {ZENDARIES} [~MIL]", ["zendary MIL"]],
    ["another plural", "ZENDUS {ZENDI} [~MIL]", ["zendus MIL", "zendi MIL"]],
    ["no plural", "ZENDUS {} [~MIL]", ["zendus MIL"]],
    ["a set", "!PERSON! = MAN, MEN, WOMAN\nZEND!PERSON! [~LEG]", ["zendman LEG", "zendmen LEG", "zendwoman LEG"]],
    ["a set with plurals", "!MINIST! = MINISTER, MINISTERS\nZEND_!MINIST! [~GOV]", ["zend minister GOV"]],
    ["CAMEO's media", "ZENDAN_WATCHER [~MED]", ["zendan watcher JRN"]],
    ["a second role that is not needed", "ZENDAN_WATCHER [~GOVMIL]", ["zendan watcher GOV"]],
  ])("reads %s", (_what, content, rows) => {
    expect(roles(content)).toEqual(rows);
  });

  it("keeps what our table says of a role", () => {
    expect(convert("PRIME_MINISTER [~ELI]").rows).toEqual([
      expect.stringMatching(/^prime minister\|ELI\|\d+\|office\|no\|prime minister\|/u),
    ]);
  });

  it.each<[what: string, content: string, warning: string]>([
    ["a wrong role", "ZENDAN [~COP]\nORLO [~XYZ]", 'f.txt:2:6: found the code "~XYZ"'],
    ["an actor's code", "ZENDAN [~COP]\nORLO [~MIL]\nFOO [PAKMIL]", 'f.txt:3:5: found the code "PAKMIL"'],
    ["no code", "ZENDAN [~COP]\nORLO", 'f.txt:2:1: "ORLO" has no code'],
    ["a set that is not there", "ZENDAN [~COP]\nORLO!X! [~MIL]", "f.txt:2:1:"],
  ])("warns of %s, once, and goes on", (_what, content, warning) => {
    const { rows, warnings } = convert(content);
    expect(warnings).toEqual([expect.stringContaining(warning)]);
    expect(rows.length).toBeGreaterThan(0);
  });

  it("makes a role that is found", () => {
    const { actors } = loadCodebook(few, [readOwnTable("f.txt", "ZENDAN_WATCHER [~COP]", () => known).tables]);
    expect(actors.roles.byName.get("zendan watcher")?.sector).toBe("COP");
  });
});

describe("names in capitals", () => {
  it.each<[written: string, names: string[]]>([
    ["BARACK_OBAMA_", ["Barack Obama"]],
    ["AL-QAIDA_", ["al-Qaida", "Al-Qaida"]],
    ["AL_QAIDA_", ["al Qaida", "Al Qaida"]],
    ["MOQTADA_AL-SADR_", ["Moqtada al-Sadr", "Moqtada Al-Sadr"]],
    ["THE_LEAGUE_OF_NATIONS_", ["League of Nations"]],
    ["PKK_", ["PKK"]],
    ["PKK_FIGHTERS_", ["PKK Fighters"]],
    ["NATO_", ["Nato", "NATO"]],
    ["US_", ["US"]],
    ["WHO_", ["WHO"]],
    ["JOHN_MCCAIN_", ["John McCain"]],
    ["O'BRIEN_", ["O'Brien"]],
    ["MA'AN_", ["Ma'an"]],
    ["PEOPLE'S_ARMY_", ["People's Army"]],
    ["BENEDICT_XVI_", ["Benedict XVI"]],
    ["DR_STRANGE_", ["Dr Strange"]],
    ["URSULA_VON_DER_LEYEN_", ["Ursula von der Leyen"]],
    ["PYONG-YANG_", ["Pyong-Yang"]],
    ["Barack_Obama", ["Barack Obama"]],
    ["ÉLYSÉE_", ["Élysée"]],
    ["_", []],
    ["", []],
  ])("%s", (written, names) => {
    expect(petrarchNames(written)).toEqual(names);
  });
});

describe("a user's own tables", () => {
  const organisations = "id\tname\taliases\tcountry\tsector\tfrom\tto\tsource\tnote";
  const people = "id\tname\taliases\tshort\tgender\tof\toffice\tfrom\tto\tdied\tsource";
  const org = (id: string, name: string, aliases: string, sector: string): string =>
    `${organisations}\n${id}\t${name}\t${aliases}\tPAK\t${sector}\t\t\tme\t\n`;

  it.each<[what: string, name: string, files: string[], told: string[]]>([
    ["replace our organisation", "Hamas", [org("hamas", "Hamas", "", "PTY")], ["PAK PTY"]],
    ["replace our name, whatever it is", "Taliban", [org("zen", "Zen", "Taliban", "PTY")], ["PAK PTY"]],
    [
      "replace our person's terms",
      "Barack Obama",
      [`${people}\nbarack-obama\tBarack Obama\t\tObama\tm\tKEN\tpresident\t2009\t\t\tme\n`],
      ["KEN GOV"],
    ],
    ["win in a later file, by id", "Zen", [org("zen", "Zen", "", "MIL"), org("zen", "Zen", "", "REB")], ["PAK REB"]],
    [
      "win in a later file, by alias",
      "Zeni",
      [org("a", "Zen", "Zeni", "MIL"), org("b", "Ben", "Zeni", "REB")],
      ["PAK REB"],
    ],
    ["win in a later file, by name", "Zen", [org("a", "Zen", "Zeni", "MIL"), org("b", "Zen", "", "REB")], ["PAK REB"]],
    [
      "keep what only an earlier file has",
      "Zen",
      [org("a", "Zen", "", "MIL"), org("b", "Ben", "", "REB")],
      ["PAK MIL"],
    ],
    ["win over a PETRARCH file", "Zen Men", ["ZEN_MEN_ [PAKMIL]", org("b", "Zen Men", "", "REB")], ["PAK REB"]],
    ["are the same file twice", "Zen", [org("a", "Zen", "", "MIL"), org("a", "Zen", "", "MIL")], ["PAK MIL"]],
  ])("%s", (_what, name, contents, told) => {
    expect(standing(name, null, ...contents)).toEqual(told);
  });

  it.each<[what: string, contents: string[], message: RegExp]>([
    ["a wrong header", ["id\tname\n"], /^f0\.txt:1:1: found the header "id name"|^f0\.txt:1:1: found the header/u],
    ["a wrong code", [org("a", "Zen", "", "XYZ")], /^f0\.txt:2:5: found "XYZ"/u],
    [
      "a wrong code below a row that a later file replaces",
      [`${org("a", "Zen", "", "MIL")}b\tBen\t\tPAK\tXYZ\t\t\tme\t\n`, org("a", "Zen", "", "REB")],
      /^f0\.txt:3:5: found "XYZ"/u,
    ],
    ["nothing", [""], /^f0\.txt:1:1: found nothing/u],
    ["blanks", [" \n\n"], /^f0\.txt:1:1: found nothing/u],
    ["JSON", ['{"head": {}}'], /^f0\.txt:1:1: found JSON/u],
    ["prose", ["Pakistan met India."], /^f0\.txt:1:1: found the header "Pakistan met India\."/u],
    ["NUL bytes", ["a\0b"], /^f0\.txt:1:1: found bytes that are no text/u],
  ])("refuse %s", (_what, contents, message) => {
    expect(() => standing("Zen", null, ...contents)).toThrow(message);
  });
});

describe("days", () => {
  it.each([
    ["2001-03-01", -1, "2001-02-28"],
    ["2000-03-01", -1, "2000-02-29"],
    ["2001-01-01", -1, "2000-12-31"],
    ["2001-12-31", 1, "2002-01-01"],
    ["2001-04-30", 1, "2001-05-01"],
    ["2001-04-29", 1, "2001-04-30"],
  ] as const)("beside %s, %i: %s", (day, step, expected) => {
    expect(besideDay(day, step)).toBe(expected);
  });

  it.each<[string[], string[][], string[][]]>([
    [
      ["", ""],
      [["2001-01-01", "2001-12-31"]],
      [
        ["", "2000-12-31"],
        ["2002-01-01", ""],
      ],
    ],
    [["2001-01-01", "2001-12-31"], [["", ""]], []],
    [["2001-01-01", "2001-12-31"], [["2002-01-01", ""]], [["2001-01-01", "2001-12-31"]]],
    [["2001-01-01", "2001-12-31"], [["2001-12-31", ""]], [["2001-01-01", "2001-12-30"]]],
  ])("%j without %j", (span, others, left) => {
    const dated = ([from = "", to = ""]: string[]): { from: string; to: string } => ({ from, to });
    expect(withoutSpans(dated(span), others.map(dated))).toEqual(left.map(dated));
  });
});

describe("people of Wikidata", () => {
  const table = (file: string): string => files.get(file) ?? "";
  const binding = (cells: Record<string, string>): object => {
    const all = {
      person: "http://www.wikidata.org/entity/Q1",
      personLabel: "Zen Orlo",
      countryCode: "PAK",
      positionLabel: "Prime Minister of Pakistan",
      ...cells,
    };
    return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, { type: "literal", value }]));
  };
  const read = (...rows: Record<string, string>[]): ReturnType<typeof wikidataPeople> =>
    wikidataPeople("q.json", { results: { bindings: rows.map(binding) } }, table);
  const cells = (...rows: Record<string, string>[]): string[] => read(...rows).table.split("\n").slice(1, -1).map((row) => row.replaceAll("\t", "|")); // prettier-ignore

  it.each<[what: string, rows: Record<string, string>[], expected: string[]]>([
    [
      "a term",
      [{ start: "2001-02-03T00:00:00Z", end: "2002-03-04T00:00:00Z", genderLabel: "female" }],
      ["zen-orlo|Zen Orlo||Orlo|f|PAK|prime minister|2001-02-03|2002-03-04||Wikidata (CC0) Q1"],
    ],
    ["no dates", [{}], ["zen-orlo|Zen Orlo||Orlo||PAK|prime minister||||Wikidata (CC0) Q1"]],
    [
      "aliases of more than a word",
      [{ aliases: "Orlo|Zen A. Orlo|zen orlo|the great|Zen Orlo" }],
      ["zen-orlo|Zen Orlo|Zen A. Orlo|Orlo||PAK|prime minister||||Wikidata (CC0) Q1"],
    ],
    [
      "the longest role",
      [{ positionLabel: "Deputy Prime Minister of Pakistan" }],
      ["zen-orlo|Zen Orlo||Orlo||PAK|deputy prime minister||||Wikidata (CC0) Q1"],
    ],
    [
      "the same twice",
      [{ start: "2001-02-03T00:00:00Z" }, { start: "2001-02-03T00:00:00Z" }],
      ["zen-orlo|Zen Orlo||Orlo||PAK|prime minister|2001-02-03|||Wikidata (CC0) Q1"],
    ],
    [
      "terms that run beside each other",
      [{ start: "2001-02-03T00:00:00Z", end: "2003-01-01T00:00:00Z" }, { start: "2002-02-03T00:00:00Z" }],
      ["zen-orlo|Zen Orlo||Orlo||PAK|prime minister|2001-02-03|||Wikidata (CC0) Q1"],
    ],
    [
      "two of one name",
      [{}, { person: "http://www.wikidata.org/entity/Q2" }],
      [
        "zen-orlo-q1|Zen Orlo||Orlo||PAK|prime minister||||Wikidata (CC0) Q1",
        "zen-orlo-q2|Zen Orlo||Orlo||PAK|prime minister||||Wikidata (CC0) Q2",
      ],
    ],
  ])("reads %s", (_what, rows, expected) => {
    expect(cells(...rows)).toEqual(expected);
    loadCodebook(few, [[{ file: "q.tsv", content: read(...rows).table }]]);
  });

  it.each<[what: string, row: Record<string, string>, why: string]>([
    [
      "a position without an office",
      { positionLabel: "keeper of the lighthouse" },
      'position "keeper of the lighthouse"',
    ],
    ["another country", { countryCode: "XQZ" }, 'country "XQZ"'],
    ["no name", { personLabel: "Q1" }, "no English name"],
    ["a date that is none", { start: "t123" }, "a date that is none"],
    [
      "an end before the start",
      { start: "2002-01-01T00:00:00Z", end: "2001-01-01T00:00:00Z" },
      "an end before the start",
    ],
  ])("leaves out %s", (_what, row, why) => {
    const { rows, leftOut } = read(row, {}, row);
    expect([rows, [...leftOut]]).toEqual([1, [[why, 2]]]);
  });

  it.each([null, [], {}, { results: {} }, { results: { bindings: 1 } }])("refuses %j", (result) => {
    expect(() => wikidataPeople("q.json", result, table)).toThrow(/q\.json:1:1: found JSON without results\.bindings/u);
  });

  it.each([
    ["Ursula von der Leyen", "DEU", "von der Leyen"],
    ["Xi Jinping", "CHN", "Xi"],
    ["Zen Orlo Jr.", "PAK", "Orlo"],
    ["Zen", "PAK", ""],
    ["von Orlo", "PAK", "Orlo"],
  ])("calls %s of %s %s", (name, country, short) => {
    expect(surnameOf(name, country)).toBe(short);
  });
});

describe("names that are near", () => {
  it.each<[written: string, near: string[]]>([
    ["Barak Obama", ["Barack Obama"]],
    ["barack obama", ["Barack Obama"]],
    ["Barack Oabma", ["Barack Obama"]],
    ["Elysee", ["Élysée"]],
    ["Zendan", ["Zendan Orlo"]],
    ["Xyzzyx", []],
  ])("%s", (written, near) => {
    expect(nearNames(written, ["Barack Obama", "Élysée", "Zendan Orlo", "Ed"], 5)).toEqual(near);
  });
});
