import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runComity } from "./run-comity.ts";

let folder = "";
const ARTICLES = [
  {
    id: "praise",
    text: "Pakistan’s foreign minister said that China is a steadfast partner.",
    published: "2022-06-12",
  },
  { id: "blame", text: "Pakistan’s foreign minister said that India had lied.", published: "2022-06-10" },
  { id: "quote", text: "“China will open the port,” the Indian president told reporters.", published: "2022-07-01" },
  { id: "undated", text: "The Chinese army said that the road was open." },
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "comity-statements-"));
  const input = ARTICLES.map((article) => JSON.stringify(article)).join("\n");
  await runComity(["code", "--format", "jsonl", "--db", "s.duckdb"], { cwd: folder, input });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function list(...flags: string[]): Promise<string[]> {
  const args = ["statements", "--db", "s.duckdb", "--format", "jsonl", ...flags];
  const { stdout, code } = await runComity(args, { cwd: folder });
  expect(code).toBe(0);
  return stdout.split("\n").filter(Boolean).map((line) => (JSON.parse(line) as { document: { id: string } }).document.id); // prettier-ignore
}

describe("comity statements", () => {
  it("lists all by day of publication, the undated last", async () => {
    expect(await list()).toEqual(["blame", "praise", "quote", "undated"]);
  });

  it("asks for the speaker, for whom it concerns, and for days", async () => {
    expect(await list("--speaker", "PAK")).toEqual(["blame", "praise"]);
    expect(await list("--about", "China")).toEqual(["praise", "quote"]);
    expect(await list("--speaker", "PAK", "--about", "CHN", "--since", "2022-06-11")).toEqual(["praise"]);
    expect(await list("--until", "2022-06-11")).toEqual(["blame"]);
  });

  it("writes a table and CSV", async () => {
    const args = ["statements", "--db", "s.duckdb", "--speaker", "PAK", "--about", "CHN", "--format"];
    const table = await runComity([...args, "table"], { cwd: folder });
    expect(table.stdout).toContain("Pakistan’s foreign minister (PAK) · said · indirect");
    expect(table.stdout).toContain("about: CHN support");
    const csv = await runComity([...args, "csv"], { cwd: folder });
    expect(csv.stdout).toMatch(/^document,statement,published,speaker,speaker_country,cue,content,kind/u);
    expect(csv.stdout).toContain("that China is a steadfast partner,indirect,CHN,support");
  });

  it("says so where there is none, and where the country is unknown", async () => {
    const none = await runComity(["statements", "--db", "s.duckdb", "--speaker", "FRA"], { cwd: folder });
    expect([none.code, none.stdout]).toEqual([0, ""]);
    expect(none.stderr).toContain("no such statements");
    const unknown = await runComity(["statements", "--db", "s.duckdb", "--about", "Atlantis"], { cwd: folder });
    expect(unknown.code).not.toBe(0);
    expect(unknown.stderr).toContain("no country");
  });
});
