import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LAMPOON, rowsTable, withCell } from "./own-rows.ts";
import { runComity, type Outcome } from "./run-comity.ts";

const CODEBOOK = join(import.meta.dirname, "../../../codebook");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "comity-codebook-"));
  const put = (file: string, content: string): void => writeFileSync(join(folder, file), content);
  put("good.tsv", rowsTable(LAMPOON));
  put("windows.tsv", `\uFEFF${rowsTable(LAMPOON).replaceAll("\n", "\r\n")}`);
  put("wrong.tsv", rowsTable(withCell(LAMPOON, 8, "TGO > GHA")));
  put("trap.tsv", rowsTable(withCell(LAMPOON, 9, "Chad lampooned Niger.")));
  put("head.tsv", rowsTable(withCell(LAMPOON, 1, "lampoon/q")));
  put("frame.tsv", rowsTable(LAMPOON, withCell(withCell(LAMPOON, 0, "lampoon-w"), 2, "obj:actr")));
  put("header.tsv", "name\tiso3\nGhana\tGHA\n");
  // An attack that is told as criticism: "attacked" is lost as ASSAULT and comes as ACCUSE.
  const attack = ["attack-words-v", "attack/v", "obj:actor subj:actor active obj:state", "ACCUSE", "disapprove", "subj", "obj"]; // prettier-ignore
  put("change.tsv", rowsTable(LAMPOON, [...attack, "Chad attacked Niger.", "TCD > NER", ""]));
  put("news.txt", "Ghana lampooned Togo. Kenya attacked Uganda. Peru criticised Chile.\n");
  cpSync(CODEBOOK, join(folder, "other"), { recursive: true });
  rmSync(join(folder, "other/events/operators.tsv"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const codebook = (...args: readonly string[]): Promise<Outcome> => runComity(["codebook", ...args], { cwd: folder });

describe("comity codebook check", () => {
  it.each<[what: string, args: string[], code: number, stdout: RegExp, stderr: RegExp]>([
    ["rows that are right", ["--only", "condemn-v", "accuse-v"], 0, /^$/u, /^comity: 2 rows run, 0 faults\n$/u],
    ["a user's rows", ["--rows", "good.tsv", "--only", "lampoon-v"], 0, /^$/u, /1 row run, 0 faults/u],
    ["a table from Windows", ["--rows", "windows.tsv", "--only", "lampoon-v"], 0, /^$/u, /1 row run, 0 faults/u],
    [
      "an example that gives something else",
      ["--rows", "wrong.tsv", "--only", "lampoon-v"],
      1,
      /^lampoon-v: example: Ghana lampooned Togo\.\n {2}expected ACCUSE\/disapprove TGO > GHA\n {2}found {4}ACCUSE\/disapprove GHA > TGO\n$/u,
      /1 row run, 1 fault\n/u,
    ],
    [
      "a trap that is coded",
      ["--rows", "trap.tsv", "--only", "lampoon-v"],
      1,
      /^lampoon-v: trap: Chad lampooned Niger\.\n {2}expected nothing by lampoon-v\n {2}found {4}ACCUSE\/disapprove TCD > NER\n$/u,
      /1 fault\n/u,
    ],
    [
      "an id that no row has",
      ["--only", "condemn-v", "nobody-v"],
      1,
      /^$/u,
      /there is no row nobody-v\ncomity: 1 row run/u,
    ],
    ["a head of no word class", ["--rows", "head.tsv"], 1, /^$/u, /head\.tsv:2:2: found "lampoon\/q"; expected words/u],
    [
      "a condition that is none",
      ["--rows", "frame.tsv"],
      1,
      /^$/u,
      /frame\.tsv:3:3: found "actr"; expected one of actor, /u,
    ],
    [
      "another table",
      ["--rows", "header.tsv"],
      1,
      /^$/u,
      /header\.tsv:1:1: found column "name"; expected column "id"/u,
    ],
    ["a table that is not there", ["--rows", "none.tsv"], 1, /^$/u, /none\.tsv: No such file or folder/u],
    [
      "a codebook that lacks a table",
      ["--codebook", "other"],
      1,
      /^$/u,
      /other has no events\/operators\.tsv\n.*laid out as codebook\//u,
    ],
    ["a folder that is not there", ["--codebook", "nowhere"], 1, /^$/u, /nowhere has no /u],
  ])("%s", async (_what, args, code, stdout, stderr) => {
    const outcome = await codebook("check", ...args);
    expect(outcome.stdout).toMatch(stdout);
    expect(outcome.stderr).toMatch(stderr);
    expect(outcome.code).toBe(code);
  });
});

describe("comity codebook diff", () => {
  it("lists the events that came and went, with their sentences", async () => {
    const { code, stdout, stderr } = await codebook("diff", "--on", "news.txt", "--rows", "change.tsv");
    expect(stdout.trimEnd().split("\n")).toEqual([
      '+ ACCUSE/disapprove GHA → TGO · "lampooned" · lampoon-v',
      "    Ghana lampooned Togo.",
      "    news.txt",
      expect.stringMatching(/^- ASSAULT KEN → UGA · "attacked" · /u),
      "    Kenya attacked Uganda.",
      "    news.txt",
      '+ ACCUSE/disapprove KEN → UGA · "attacked" · attack-words-v',
      "    Kenya attacked Uganda.",
      "    news.txt",
    ]);
    expect(stderr).toBe("comity: 1 article, 2 events gained, 1 lost\n");
    expect(code).toBe(0);
  });

  it("compares with an older codebook", async () => {
    const { code, stdout, stderr } = await codebook("diff", "--on", "news.txt", "--before", CODEBOOK);
    expect([code, stdout, stderr]).toEqual([0, "", "comity: 1 article, 0 events gained, 0 lost\n"]);
  });

  it.each<[what: string, args: string[], code: number, stderr: RegExp]>([
    ["nothing to compare", ["--on", "news.txt"], 2, /the same on both sides: give new rows with --rows FILE/u],
    ["no corpus", ["--rows", "good.tsv"], 2, /required option '--on <path\.\.\.>' not specified/u],
    ["a corpus that is not there", ["--on", "none", "--rows", "good.tsv"], 1, /none: No such file or folder/u],
    [
      "an older codebook that lacks a table",
      ["--on", "news.txt", "--before", "other"],
      1,
      /other has no events\/operators\.tsv/u,
    ],
    ["a broken table", ["--on", "news.txt", "--rows", "head.tsv"], 1, /head\.tsv:2:2: found "lampoon\/q"/u],
  ])("%s", async (_what, args, code, stderr) => {
    const outcome = await codebook("diff", ...args);
    expect(outcome.stderr).toMatch(stderr);
    expect(outcome.stdout).toBe("");
    expect(outcome.code).toBe(code);
  });
});

describe("comity code --rows", () => {
  it("codes with the user's rows; the baseline has none", async () => {
    const code = (...args: readonly string[]): Promise<Outcome> =>
      runComity(["code", "news.txt", "--format", "csv", "--rows", "change.tsv", ...args], { cwd: folder });
    const types = ({ stdout }: Outcome): string[] => [...stdout.matchAll(/,(ACCUSE|ASSAULT),/gu)].map(([, type]) => type ?? ""); // prettier-ignore
    expect(types(await code())).toEqual(["ACCUSE", "ACCUSE", "ACCUSE"]);
    expect(types(await code("--coder", "baseline"))).toEqual(["ASSAULT", "ACCUSE"]);
  });

  it("refuses a broken table before it reads anything", async () => {
    const outcome = await runComity(["code", "news.txt", "--rows", "frame.tsv"], { cwd: folder });
    expect(outcome.stderr).toMatch(/frame\.tsv:3:3: found "actr"/u);
    expect([outcome.code, outcome.stdout]).toEqual([1, ""]);
  });
});
