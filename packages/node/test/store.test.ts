import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runComity } from "./run-comity.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "comity-store-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const ARTICLES = [
  { id: "joint", text: "Pakistan held talks with China.", published: "2022-06-12", title: "Talks" },
  { id: "there", text: "Pakistan accused China of delay.", published: "2022-06-10" },
  { id: "back", text: "Beijing accused Islamabad of delay.", published: "2022-07-01" },
  { id: "other", text: "India accused China of delay.", published: "2022-06-11" },
  { id: "undated", text: "China accused Pakistan of delay." },
];
const jsonl = (articles: readonly object[]): string => articles.map((article) => JSON.stringify(article)).join("\n");

async function tableOf(sql: string, file: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(join(folder, file), { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

async function list(...flags: string[]): Promise<string[]> {
  const { stdout, code } = await runComity(["events", "--db", "a.duckdb", "--format", "jsonl", ...flags], {
    cwd: folder,
  });
  expect(code).toBe(0);
  return stdout.split("\n").filter(Boolean).map((line) => (JSON.parse(line) as { document: { id: string } }).document.id); // prettier-ignore
}

describe("the store", () => {
  it("keeps documents, sentences, events and actors; the same again changes nothing", async () => {
    const args = ["code", "--format", "jsonl", "--db", "a.duckdb"];
    const first = await runComity(args, { cwd: folder, input: jsonl(ARTICLES) });
    expect(first.stderr).toMatch(/a\.duckdb: 5 documents added$/mu);
    const counts =
      "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM sentences), (SELECT count(*) FROM events), (SELECT count(*) FROM event_actors)";
    expect(await tableOf(counts, "a.duckdb")).toEqual([["5", "5", "5", "10"]]);
    const before = await tableOf("SELECT * FROM events ORDER BY ALL", "a.duckdb");
    const second = await runComity(args, { cwd: folder, input: jsonl([...ARTICLES, ...ARTICLES]) });
    expect(second.stderr).toMatch(/a\.duckdb: 0 documents added, 10 there already/u);
    expect(await tableOf(counts, "a.duckdb")).toEqual([["5", "5", "5", "10"]]);
    expect(await tableOf("SELECT * FROM events ORDER BY ALL", "a.duckdb")).toEqual(before);
  });

  it("keeps a changed text beside the old one, and the same text of another id as another report", async () => {
    const args = ["code", "--format", "jsonl", "--db", "b.duckdb"];
    const input = jsonl([
      { id: "x", text: "Iran accused Iraq." },
      { id: "x", text: "Iran accused Iraq!" },
      { id: "y", text: "Iran accused Iraq." },
    ]);
    await runComity(args, { cwd: folder, input });
    expect(await tableOf("SELECT count(*), count(DISTINCT document_key) FROM documents", "b.duckdb")).toEqual([
      ["3", "3"],
    ]);
  });

  it("stores many documents over several batches, each once", async () => {
    const many = Array.from({ length: 1001 }, (_, i) => ({ id: `d${i}`, text: "Iran accused Iraq. It denied that." }));
    const { stderr } = await runComity(["code", "--format", "jsonl", "--db", "c.duckdb"], {
      cwd: folder,
      input: jsonl(many),
    });
    expect(stderr).toMatch(/1001 documents added/u);
    expect(
      await tableOf("SELECT count(DISTINCT id), (SELECT count(*) FROM sentences) FROM documents", "c.duckdb"),
    ).toEqual([["1001", "2002"]]);
  });

  it("takes text with a lone surrogate and with NUL", async () => {
    const { code, stderr } = await runComity(["code", "--format", "jsonl", "--db", "d.duckdb"], {
      cwd: folder,
      input: '{"id":"s","text":"Iran accused Iraq \\ud800 of \\u0000 it."}',
    });
    expect(stderr).toMatch(/1 document added/u);
    expect(code).toBe(0);
  });
});

describe("comity events", () => {
  it.each<[what: string, flags: string[], ids: string[]]>([
    ["all, by date, those without one last", [], ["there", "other", "joint", "back", "undated"]],
    ["between two, joint and in both directions", ["--between", "PAK", "CHN"], ["there", "joint", "back", "undated"]],
    ["between two, the other way round", ["--between", "CHN", "PAK"], ["there", "joint", "back", "undated"]],
    ["by name, in any case", ["--between", "pakistan", "China"], ["there", "joint", "back", "undated"]],
    ["by two-letter code", ["--between", "pk", "CN"], ["there", "joint", "back", "undated"]],
    ["since a day", ["--between", "PAK", "CHN", "--since", "2022-06-12"], ["joint", "back"]],
    ["until a day", ["--between", "PAK", "CHN", "--until", "2022-06-12"], ["there", "joint"]],
    ["none", ["--between", "PAK", "IND"], []],
  ])("lists %s", async (_what, flags, ids) => {
    expect(await list(...flags)).toEqual(ids);
  });

  it("says how many events without a date a span of days leaves out", async () => {
    const { stderr } = await runComity(
      ["events", "--db", "a.duckdb", "--between", "PAK", "CHN", "--since", "2022-06-12"],
      {
        cwd: folder,
      },
    );
    expect(stderr).toContain("comity: 1 more without a date is left out by --since and --until");
  });

  it("gives back exactly the events that were coded", async () => {
    const coded = await runComity(["code", "--format", "jsonl"], { cwd: folder, input: jsonl(ARTICLES) });
    const events = coded.stdout.split("\n").filter(Boolean).flatMap((line) => (JSON.parse(line) as { events: { id: string }[] }).events); // prettier-ignore
    const { stdout } = await runComity(["events", "--db", "a.duckdb", "--format", "jsonl"], { cwd: folder });
    const stored = stdout.split("\n").filter(Boolean).map((line) => {
      const { document, ...event } = JSON.parse(line) as { document: unknown; id: string };
      expect(document).toBeTruthy();
      return event;
    }); // prettier-ignore
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    expect(stored.sort(byId)).toEqual(events.sort(byId));
  });

  it("writes a table and CSV", async () => {
    const table = await runComity(["events", "--db", "a.duckdb", "--format", "table", "--between", "PAK", "CHN"], {
      cwd: folder,
    });
    expect(table.stdout).toContain("12 Jun 2022  CONSULT                Pakistan + China");
    expect(table.stdout).toContain("“Pakistan held [talks] with China.”");
    const csv = await runComity(["events", "--db", "a.duckdb", "--format", "csv"], { cwd: folder });
    expect(csv.stdout.trim().split("\n")).toHaveLength(6);
  });

  it("keeps and shows when and where, and lists what was in a country", async () => {
    const input = jsonl([
      { id: "told", text: "Iran and Oman held talks in Muscat on 9 June 2022.", published: "2022-06-12" },
      { id: "month", text: "Iran and Iraq held talks in Basra in May 2022.", published: "2022-06-12" },
      { id: "nowhere", text: "Iran accused Iraq of delay.", published: "2022-06-12" },
    ]);
    const { stdout } = await runComity(["code", "--format", "csv", "--db", "e.duckdb"], { cwd: folder, input });
    const columns =
      "date_start, date_end, date_precision, date_basis, place, place_country, place_precision, latitude, longitude, geonames";
    const rows = [
      ["2022-05-01", "2022-05-31", "month", "text", "Basrah", "IRQ", "city", 30.509, 47.78, 99532],
      ["2022-06-09", "2022-06-09", "day", "text", "Muscat", "OMN", "city", 23.584, 58.408, 287286],
      ["2022-06-12", "2022-06-12", "day", "published", null, null, null, null, null, null],
    ];
    expect(await tableOf(`SELECT ${columns} FROM events ORDER BY date_start`, "e.duckdb")).toEqual(rows);
    const [header = "", ...lines] = stdout.trim().split("\n");
    expect(header).toContain(columns.replaceAll(" ", ""));
    expect(lines.map((line) => line.split(",").slice(2, 12))).toEqual(
      [rows[1], rows[0], rows[2]].map((row) => row?.map((cell) => String(cell ?? ""))),
    );
    const found = async (country: string): Promise<string> =>
      (await runComity(["events", "--db", "e.duckdb", "--format", "table", "--in", country], { cwd: folder })).stdout;
    expect(await found("Oman")).toContain("      in: Muscat (OMN) · on the word of: the article's own report");
    expect(await found("IRQ")).toMatch(/^ {2}May 2022 {5}CONSULT[^]*in: Basrah \(IRQ\)/u);
    expect(await found("IRN")).toBe("");
  });

  it("says what to do when there are none", async () => {
    const { stderr, code } = await runComity(["events", "--db", "a.duckdb", "--between", "FRA", "DEU"], {
      cwd: folder,
    });
    expect(stderr).toMatch(/no such events in a\.duckdb/u);
    expect(code).toBe(0);
  });

  it("refuses a database of another program, and leaves it as it is", async () => {
    const instance = await DuckDBInstance.create(join(folder, "foreign.duckdb"));
    const connection = await instance.connect();
    await connection.run("CREATE TABLE accounts (a INTEGER)");
    connection.closeSync();
    instance.closeSync();
    const before = readFileSync(join(folder, "foreign.duckdb"));
    const { stderr, code } = await runComity(["code", "--db", "foreign.duckdb", "--format", "jsonl"], {
      cwd: folder,
      input: jsonl(ARTICLES),
    });
    expect(stderr).toMatch(/not one of Comity: it holds the tables accounts/u);
    expect(code).toBe(1);
    expect(readFileSync(join(folder, "foreign.duckdb")).equals(before)).toBe(true);
  });
});
