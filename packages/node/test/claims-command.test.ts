import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runComity } from "./run-comity.ts";

let folder = "";
const FIRST =
  "India accused Pakistan of violating the ceasefire in Kashmir on Monday. The Indian army said that three of its soldiers were killed.";
const ARTICLES = [
  { id: "first", published: "2021-03-02", source: "Plains Wire", text: FIRST },
  { id: "copy", published: "2021-03-03", source: "Harbour Courier", text: FIRST },
  {
    id: "denial",
    published: "2021-03-03",
    source: "Hill Mail",
    text: "Pakistan denied violating the ceasefire in Kashmir.",
  },
  {
    id: "talks-india",
    published: "2021-03-05",
    text: "The Indian foreign ministry said on Friday that Indian and Pakistani generals had held talks in Lahore.",
  },
  {
    id: "talks-pakistan",
    published: "2021-03-06",
    text: "Pakistan’s foreign ministry said that its generals met Indian officers in Lahore on Friday.",
  },
  {
    id: "talks-both",
    published: "2021-05-02",
    text: "After meeting the Indian foreign minister on Sunday, the Pakistani foreign minister said that Kashmir came first. India’s foreign ministry said that the Indian and Pakistani ministers had met to speak of trade.",
  },
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "comity-claims-"));
  const input = ARTICLES.map((article) => JSON.stringify(article)).join("\n");
  await runComity(["code", "--format", "jsonl", "--db", "s.duckdb"], { cwd: folder, input });
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]): ReturnType<typeof runComity> => runComity([...args, "--db", "s.duckdb"], { cwd: folder }); // prettier-ignore
const lines = async (...args: string[]): Promise<unknown[]> =>
  (await run(...args, "--format", "jsonl")).stdout.split("\n").filter(Boolean).map((line): unknown => JSON.parse(line)); // prettier-ignore

describe("comity claims", () => {
  it("tells who says it, who denies it, since when, and counts copies apart", async () => {
    const claims = await lines("claims");
    expect(claims).toHaveLength(2);
    const named = (id: string): unknown =>
      expect.objectContaining({ document: expect.objectContaining({ id }) as unknown });
    expect(claims[0]).toMatchObject({ first: "2021-03-02", documents: 3, texts: 2 });
    expect(claims[0]).toMatchObject({ says: [named("first"), named("copy")], denies: [named("denial")] });
    expect(claims[1]).toMatchObject({ text: "three of its soldiers were killed", documents: 2, texts: 1, denies: [] });
  });

  it("asks for a country that speaks, one that it is about, a day, and the number of documents", async () => {
    expect(await lines("claims", "--speaker", "PAK")).toHaveLength(1);
    expect(await lines("claims", "--about", "Pakistan")).toHaveLength(1);
    expect(await lines("claims", "--since", "2021-03-04")).toHaveLength(0);
    expect((await lines("claims", "--documents", "1")).length).toBeGreaterThan(3);
  });

  it("writes a table and CSV", async () => {
    const table = await run("claims", "--format", "table");
    expect(table.stdout).toContain("since 2 Mar 2021 · 3 documents, 2 texts");
    expect(table.stdout).toContain("denies  3 Mar 2021   Pakistan (PAK) · Hill Mail · denial");
    const csv = (await run("claims", "--format", "csv")).stdout.split("\n");
    expect(csv[0]).toBe(
      "claim,first,documents,texts,side,speaker,speaker_country,cue,content,statement,document,published,title,source,url",
    );
    expect(csv.filter((line) => line.includes(",denies,Pakistan,PAK,denied,"))).toHaveLength(1);
  });

  it("says so where there is none, and what a number must be", async () => {
    expect((await run("claims", "--speaker", "FRA")).stderr).toContain("no such claims");
    const wrong = await run("claims", "--documents", "0");
    expect([wrong.code, wrong.stderr.includes("expected a whole number from 1 on")]).toEqual([2, true]);
  });
});

describe("comity readouts", () => {
  it("sets both sides of a meeting beside each other, over documents and in one", async () => {
    const found = (await lines("readouts", "--dyad", "PAK-IND")) as {
      kind: string;
      sides: string[];
      first: string;
      told: { document: { id: string } }[][];
    }[];
    expect(found.map(({ kind, sides, first }) => [kind, ...sides, first])).toEqual([
      ["talks", "IND", "PAK", "2021-03-05"],
      ["talks", "IND", "PAK", "2021-05-02"],
    ]);
    expect(found.map(({ told }) => told.map((side) => side.map(({ document }) => document.id)))).toEqual([
      [["talks-india"], ["talks-pakistan"]],
      [["talks-both"], ["talks-both"]],
    ]);
  });

  it("writes two columns, and CSV", async () => {
    const table = (await run("readouts", "--since", "2021-03-01", "--until", "2021-03-31", "--format", "table")).stdout;
    expect(table).toContain("talks of IND and PAK · 5 Mar 2021");
    expect(table).toMatch(/The Indian foreign ministry \(IND\) +Pakistan’s foreign ministry \(PAK\)/u);
    const csv = (await run("readouts", "--format", "csv")).stdout.split("\n");
    expect(csv[0]).toMatch(/^kind,sides,first,last,side,speaker,cue,content,type,mode,status,event/u);
    expect(csv[1]).toMatch(/^talks,IND; PAK,2021-03-05,2021-03-05,IND,The Indian foreign ministry,said,/u);
  });

  it("says so where there is none, and how a dyad is written", async () => {
    expect((await run("readouts", "--dyad", "FRA-DEU")).stderr).toContain("no such happening");
    const wrong = await run("readouts", "--dyad", "FRA");
    expect([wrong.code, wrong.stderr.includes("such as PAK-CHN")]).toEqual([2, true]);
  });
});
