import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCHEMA_VERSION } from "../src/store/schema.ts";
import { runComity, type Outcome } from "./run-comity.ts";

const ACTORS = `BARACK_OBAMA_
	[USAELI <20090120]
	[USAGOV 20090120-20170120]
	[USAELI >20170120]
ZENDAN_BRIGADE_ [PAKREB]  ; one of our own
ORLO_ [XQZGOV]
`;
const ORGANISATIONS = `id\tname\taliases\tcountry\tsector\tfrom\tto\tsource\tnote
zendan-brigade\tZendan Brigade\tZendan Fighters\tPAK\tPTY\t\t\town\t
`;
const WIKIDATA = JSON.stringify({
  results: {
    bindings: [
      {
        person: { value: "http://www.wikidata.org/entity/Q1" },
        personLabel: { value: "Zendan Orlo" },
        countryCode: { value: "PAK" },
        positionLabel: { value: "Minister of Finance of Pakistan" },
        start: { value: "2031-02-03T00:00:00Z" },
      },
      {
        person: { value: "http://www.wikidata.org/entity/Q2" },
        personLabel: { value: "Ben Orlo" },
        countryCode: { value: "PAK" },
      },
    ],
  },
});
const ARTICLES = [
  {
    id: "a",
    published: "2022-01-01",
    text: "Zorbo Quandle met Iran. Zorbo Quandle praised Pakistan. Mikka Tolland accused China.",
  },
  { id: "b", published: "2022-01-02", text: "Pakistan accused Zorbo Quandle of theft. Barack Obama met India." },
];
const jsonl = (articles: readonly object[]): string => articles.map((article) => JSON.stringify(article)).join("\n");

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "comity-actors-"));
  const files: Record<string, string | Uint8Array> = {
    "actors.txt": ACTORS,
    "actors.txt.gz": gzipSync(ACTORS),
    "utf16.txt": Buffer.from(`\uFEFF${ACTORS}`, "utf16le"),
    "agents.txt": "ZENDAN_WATCHER [~COP]\n",
    "own.tsv": ORGANISATIONS,
    "header.tsv": "id\tname\n",
    "code.tsv": ORGANISATIONS.replace("PTY", "XYZ"),
    "empty.tsv": "",
    "image.tsv": Buffer.from("89504e470d0a1a0a", "hex"),
    "wikidata.json": WIKIDATA,
    "broken.json": '{"results":\n {"bindings": [}',
    "other.json": "[]",
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, "folder.tsv"));
  await comity(["code", "--format", "jsonl", "--db", "a.duckdb"], jsonl(ARTICLES));
  await comity(["code", "--format", "jsonl", "--db", "none.duckdb"], jsonl([{ id: "a", text: "Iran accused Iraq." }]));
});
afterAll(() => rmSync(folder, { recursive: true }));

const comity = (args: readonly string[], input = ""): Promise<Outcome> => runComity(args, { cwd: folder, input });

async function database<T>(file: string, sql: string): Promise<T[][]> {
  const instance = await DuckDBInstance.create(join(folder, file));
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return rows as T[][];
}

describe("comity actors show", () => {
  it.each<[what: string, args: string[], stdout: RegExp[], stderr: RegExp]>([
    [
      "a person on a day in office",
      ["Barack Obama", "--on", "2012-01-01"],
      [
        /^Barack Obama · person$/mu,
        /office +president, United States \(GOV\), 2009-01-20 to 2017-01-20 · on 2012-01-01/u,
        /→ president/u,
      ],
      /^$/u,
    ],
    [
      "a group that took power",
      ["Taliban", "--on", "2023-01-01"],
      [/sector +GOV/u, /· AFG \(Afghanistan\), REB/u],
      /^$/u,
    ],
    ["a person out of office", ["Barack Obama", "--on", "2020-01-01"], [/sector +ELI/u, /not in office then/u], /^$/u],
    ["a person without a day", ["Barack Obama"], [/no date given: last known/u], /^comity: no date given/u],
    [
      "a surname that several bear",
      ["Obama"],
      [/^Barack Obama · person by surname$/mu, /^Michelle Obama · person by surname$/mu],
      /no date/u,
    ],
    ["a name in small letters", ["barack obama"], [/^Barack Obama · person$/mu], /no date/u],
    ["an id", ["barack-obama"], [/^Barack Obama · person$/mu], /no date/u],
    [
      "a country, its names and organisations",
      ["Germany", "--on", "2019-01-01"],
      [/^Germany · country \(short\)$/mu, /other names .*Federal Republic of Germany/su, /member of .*NATO/su],
      /^$/u,
    ],
    ["a code of a country", ["deu"], [/^Germany · country/mu], /no date/u],
    [
      "an organisation and its members on a day",
      ["NATO", "--on", "2023-05-01"],
      [/sector +IGO/u, /FIN \(Finland\)/u],
      /^$/u,
    ],
    [
      "a holder by office",
      ["the Pakistani Prime Minister", "--on", "2019-05-01"],
      [/· Imran Khan · person/u, /how +office, by the role "prime minister"; confidence 0\.\d\d/u],
      /read as in an article of 2019-05-01/u,
    ],
    [
      "a description",
      ["Chinese military", "--on", "2019-05-01"],
      [/id +CHN\.military/u, /sector +MIL/u, /how +description/u],
      /read as in/u,
    ],
    ["a description without a day", ["Chinese military"], [/CHN\.military/u], /an article without a date/u],
  ])("tells %s", async (_what, args, stdout, stderr) => {
    const outcome = await comity(["actors", "show", "--format", "table", ...args]);
    expect(outcome.code).toBe(0);
    for (const pattern of stdout) expect(outcome.stdout).toMatch(pattern);
    expect(outcome.stderr).toMatch(stderr);
  });

  it("leaves a member out before its day", async () => {
    const { stdout } = await comity(["actors", "show", "NATO", "--on", "2022-05-01"]);
    expect((JSON.parse(stdout) as { members: string[] }).members).not.toContain("FIN");
  });

  it.each<[what: string, name: string, stderr: RegExp]>([
    [
      "a misspelt name",
      "Barak Obma",
      /nobody is known as "Barak Obma"\. Did you mean "Barack Obama"\?\ncomity: to make it known, give a table with --actors FILE/u,
    ],
    ["nothing like any", "Zqxwv Vwxqz", /No name is like it\./u],
    ["an empty name", " ", /^comity: the name is empty; give one, such as "Shoigu"\n$/u],
  ])("says that nobody is %s", async (_what, name, stderr) => {
    const outcome = await comity(["actors", "show", name]);
    expect([outcome.code, outcome.stdout]).toEqual([1, ""]);
    expect(outcome.stderr).toMatch(stderr);
  });

  it.each<[on: string, sector: string]>([
    ["2005-01-01", "ELI"],
    ["2012-01-01", "GOV"],
    ["2020-01-01", "ELI"],
  ])("takes a PETRARCH file on %s", async (on, sector) => {
    const { stdout, stderr } = await comity(["actors", "show", "Barack Obama", "--on", on, "--actors", "actors.txt"]);
    expect(JSON.parse(stdout)).toMatchObject({
      on,
      kind: "organisation",
      id: "barack-obama-2",
      country: "USA",
      sector,
    });
    expect(stderr).toBe(
      `comity: actors.txt:6:7: found the code "XQZGOV"; expected a country's code or an international one, and roles; left out\ncomity: --actors: 1 warning; everything else is used\n`,
    );
  });

  it.each<[what: string, actors: string[], sector: string]>([
    ["one file", ["actors.txt"], "REB"],
    ["gzip", ["actors.txt.gz"], "REB"],
    ["UTF-16", ["utf16.txt"], "REB"],
    ["a later table", ["actors.txt", "own.tsv"], "PTY"],
    ["a later PETRARCH file", ["own.tsv", "actors.txt"], "REB"],
  ])("takes %s", async (_what, actors, sector) => {
    const { stdout } = await comity([
      "actors",
      "show",
      "Zendan Brigade",
      ...actors.flatMap((file) => ["--actors", file]),
    ]);
    expect(stdout.trim().split("\n").map((line) => (JSON.parse(line) as { sector: string }).sector)).toEqual([sector]); // prettier-ignore
  });

  it("takes a file of agents", async () => {
    const { stdout } = await comity(["actors", "show", "Pakistani zendan watcher", "--actors", "agents.txt"]);
    expect(JSON.parse(stdout)).toMatchObject({
      country: "PAK",
      sector: "COP",
      role: "zendan watcher",
      how: "description",
    });
  });

  it.each<[what: string, file: string, stderr: RegExp]>([
    ["a wrong header", "header.tsv", /^comity: header\.tsv:1:1: found the header "id\tname"; expected one of/u],
    ["a wrong code", "code.tsv", /^comity: code\.tsv:2:5: found "XYZ"; expected AGR/u],
    ["an empty file", "empty.tsv", /^comity: empty\.tsv:1:1: found nothing in the file/u],
    ["a folder", "folder.tsv", /^comity: folder\.tsv: it is a folder, expected a file/u],
    ["a missing file", "missing.tsv", /^comity: missing\.tsv: No such file or folder\. Check the spelling/u],
    ["an image", "image.tsv", /^comity: image\.tsv: it is a PNG image/u],
    ["JSON", "wikidata.json", /comity actors import FILE/u],
  ])("refuses %s", async (_what, file, stderr) => {
    const commands = [
      ["actors", "show", "Iran", "--actors", file],
      ["code", "--actors", file],
    ];
    for (const command of commands) {
      const outcome = await comity(command);
      expect([outcome.code, outcome.stdout]).toEqual([1, ""]);
      expect(outcome.stderr).toMatch(stderr);
    }
  });

  it.each<[what: string, args: string[], stderr: RegExp]>([
    ["a day that is none", ["actors", "show", "Iran", "--on", "2022-02-30"], /expected a day of the calendar/u],
    ["no name", ["actors", "show"], /missing required argument 'name'/u],
    ["a wrong flag", ["actors", "show", "Iran", "--with"], /unknown option '--with'/u],
    ["a wrong format", ["actors", "show", "Iran", "--format", "csv"], /Allowed choices are table, jsonl/u],
    ["a wrong limit", ["actors", "unknown", "--limit", "-1"], /expected a whole number/u],
    ["another command", ["actors", "list"], /unknown command 'list'/u],
  ])("exits with 2 for %s", async (_what, args, stderr) => {
    const outcome = await comity(args);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toMatch(stderr);
  });
});

describe("comity code --actors", () => {
  it("finds the actors of the files, and codes anew what another codebook coded", async () => {
    const input = jsonl([
      { id: "x", published: "2012-01-01", text: "The Zendan Brigade accused India. Barack Obama met India." },
    ]);
    const args = ["code", "--format", "jsonl", "--with-mentions", "--db", "own.duckdb"];
    await comity(args, input);
    const { stdout, stderr } = await comity([...args, "--actors", "actors.txt"], input);
    const { mentions } = JSON.parse(stdout) as {
      mentions: { actors: { entity: string; country: string; sector: string }[] };
    };
    const found = mentions.actors.map(({ entity, country, sector }) => `${entity} ${country} ${sector}`);
    expect(found).toEqual(["zendan-brigade PAK REB", "IND IND null", "barack-obama-2 USA GOV", "IND IND null"]);
    expect(stderr).toMatch(/0 documents added, 1 coded anew/u);
    expect(await database("own.duckdb", "SELECT count(*) FROM mentions")).toEqual([["4"]]);
  });
});

describe("the store's mentions", () => {
  it("are every actor found, with the range of its words, whether they are printed or not", async () => {
    const { stdout } = await comity(["code", "--format", "jsonl", "--with-mentions"], jsonl(ARTICLES));
    const printed = stdout.trim().split("\n").flatMap((line) => {
      const { document, mentions } = JSON.parse(line) as { document: { id: string }; mentions: { actors: { text: string; entity: string | null; how: string }[] } };
      return mentions.actors.map(({ text, entity, how }) => [document.id, text, entity, how]);
    }); // prettier-ignore
    const sql = `SELECT d.id, m.text, m.entity, m.how FROM mentions m JOIN documents d USING (document_key) ORDER BY d.id, m.position`;
    expect(await database("a.duckdb", sql)).toEqual(printed);
    const ranges = `SELECT count(*) FROM mentions m JOIN documents d USING (document_key) JOIN sentences s ON s.document_key = m.document_key AND s.position = m.sentence
      WHERE d.text[m.start_offset + 1 : m.end_offset] = m.text AND contains(s.text, m.text)`;
    expect(await database("a.duckdb", ranges)).toEqual([[String(printed.length)]]);
  });

  it("are not in a database of the old version: it says what to do, and leaves it as it is", async () => {
    await database(
      "old.duckdb",
      "CREATE TABLE comity (schema_version VARCHAR); INSERT INTO comity VALUES ('1'); SELECT 1",
    );
    const before = readFileSync(join(folder, "old.duckdb"));
    for (const args of [
      ["code", "--db", "old.duckdb"],
      ["events", "--db", "old.duckdb"],
      ["actors", "unknown", "--db", "old.duckdb"],
    ]) {
      const { code, stderr } = await comity(args, jsonl(ARTICLES));
      expect(code).toBe(1);
      expect(stderr).toContain(
        `old.duckdb has tables of version 1; this program reads version ${SCHEMA_VERSION}\ncomity: code the articles again into a new file`,
      );
    }
    expect(readFileSync(join(folder, "old.duckdb")).equals(before)).toBe(true);
  });
});

describe("comity actors unknown", () => {
  const unknown = async (...flags: string[]): Promise<Outcome> =>
    comity(["actors", "unknown", "--db", "a.duckdb", ...flags]);

  it("lists names by frequency with sentences", async () => {
    const { code, stdout, stderr } = await unknown("--format", "jsonl");
    const found = stdout.trim().split("\n").map((line) => JSON.parse(line) as { name: string; mentions: number; documents: number; examples: string[] }); // prettier-ignore
    expect(found.map(({ name, mentions, documents }) => [name, mentions, documents])).toEqual([
      ["Zorbo Quandle", 3, 2],
      ["Mikka Tolland", 1, 1],
    ]);
    expect(found[0]?.examples.toSorted()).toEqual([
      "Pakistan accused Zorbo Quandle of theft.",
      "Zorbo Quandle met Iran.",
      "Zorbo Quandle praised Pakistan.",
    ]);
    expect([code, stderr]).toEqual([0, "comity: 2 unknown names\n"]);
  });

  it("writes a table, and rows to be pasted", async () => {
    expect((await unknown("--format", "table")).stdout).toMatch(
      /^Zorbo Quandle · person · CVL · 3× in 2 documents\n {4}“/u,
    );
    const people = "id\tname\taliases\tshort\tgender\tof\toffice\tfrom\tto\tdied\tsource\n";
    const rows = "zorbo-quandle\tZorbo Quandle\t\t\t\t\t\t\t\t\t\nmikka-tolland\tMikka Tolland\t\t\t\t\t\t\t\t\t\n";
    expect((await unknown("--format", "tsv")).stdout).toBe(`${people}${rows}\n${ORGANISATIONS.split("\n")[0]}\n`);
    expect((await unknown("--format", "tsv", "--kind", "people")).stdout).toBe(people + rows);
  });

  it.each<[flags: string[], count: number]>([
    [["--limit", "1"], 1],
    [["--limit", "0"], 2],
    [["--kind", "organisations"], 0],
  ])("lists with %j %i", async (flags, count) => {
    expect((await unknown("--format", "jsonl", ...flags)).stdout.split("\n").length - 1).toBe(count);
  });

  it("says so when there are none, and what to do when there is no database", async () => {
    const none = await comity(["actors", "unknown", "--db", "none.duckdb"]);
    expect([none.code, none.stdout, none.stderr]).toEqual([0, "", "comity: no unknown names in none.duckdb\n"]);
    const missing = await comity(["actors", "unknown", "--db", "missing.duckdb"]);
    const events = await comity(["events", "--db", "missing.duckdb"]);
    expect([missing.code, missing.stderr]).toEqual([1, events.stderr]);
    expect(missing.stderr).toMatch(/there is no database missing\.duckdb\ncomity: code some articles into it first/u);
  });
});

describe("comity actors import", () => {
  it("writes rows that --actors takes", async () => {
    const table =
      "id\tname\taliases\tshort\tgender\tof\toffice\tfrom\tto\tdied\tsource\nzendan-orlo\tZendan Orlo\t\tOrlo\t\tPAK\tfinance minister\t2031-02-03\t\t\tWikidata (CC0) Q1\n";
    const out = await comity(["actors", "import", "wikidata.json"]);
    expect([out.code, out.stdout]).toEqual([0, table]);
    expect(out.stderr).toBe('comity: left out 1×: position ""\ncomity: 1 row of 1 person; 1 left out\n');
    const file = await comity(["actors", "import", "wikidata.json", "--output", "people.tsv"]);
    expect([file.code, file.stdout]).toEqual([0, ""]);
    expect(readFileSync(join(folder, "people.tsv"), "utf8")).toBe(table);
    const { stdout } = await comity(["actors", "show", "Zendan Orlo", "--on", "2032-01-01", "--actors", "people.tsv"]);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: "person",
      country: "PAK",
      sector: "GOV",
      standing: { office: "finance minister", current: true },
    });
  });

  it.each<[what: string, args: string[], stderr: RegExp]>([
    ["broken JSON", ["broken.json"], /^comity: broken\.json:2:16: found no JSON/u],
    ["other JSON", ["other.json"], /^comity: other\.json:1:1: found JSON without results\.bindings/u],
    ["an empty file", ["empty.tsv"], /^comity: empty\.tsv:1:1: found no JSON/u],
    ["a folder", ["folder.tsv"], /^comity: folder\.tsv: it is a folder/u],
    ["a missing file", ["missing.json"], /^comity: missing\.json: No such file or folder/u],
    [
      "an output that cannot be written",
      ["wikidata.json", "--output", "no/where.tsv"],
      /^comity: no\/where\.tsv could not be written/u,
    ],
  ])("refuses %s", async (_what, args, stderr) => {
    const outcome = await comity(["actors", "import", ...args]);
    expect([outcome.code, outcome.stdout]).toEqual([1, ""]);
    expect(outcome.stderr).toMatch(stderr);
  });

  it("tells in its help where the query stands", async () => {
    const { code, stdout } = await comity(["actors", "import", "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("codebook/actors/wikidata-query.md");
  });
});
