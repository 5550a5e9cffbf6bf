import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExplainedSentence } from "@comity/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LAMPOON, rowsTable, withCell } from "./own-rows.ts";
import { runComity, type Outcome } from "./run-comity.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "comity-explain-"));
  const sentences = [
    "KAMPALA, June 12, 2022 (Plains Wire) - Kenya accused Uganda of an attack.",
    "The weather was fine.",
    "Kenya refused to meet Uganda.",
    "Ghana lampooned the weather.",
    "Ghana belittled the weather.",
  ];
  writeFileSync(join(folder, "a.txt"), `A quiet day\n\n${sentences.join(" ")}\n`);
  writeFileSync(join(folder, "plain.txt"), "The weather was fine, and nobody said a word about it all day long.\n");
  writeFileSync(join(folder, "empty.txt"), "");
  const belittle = withCell(withCell(LAMPOON, 0, "belittle-v"), 1, "belittle/v");
  writeFileSync(join(folder, "rows.tsv"), rowsTable(LAMPOON, withCell(withCell(belittle, 3, "REJECT"), 4, "")));
});
afterAll(() => rmSync(folder, { recursive: true }));

const explain = (...args: readonly string[]): Promise<Outcome> => runComity(["explain", ...args], { cwd: folder });
const sentencesOf = ({ stdout }: Outcome): (ExplainedSentence & { where: string })[] =>
  stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ExplainedSentence & { where: string });

describe("comity explain", () => {
  it("tells for each event the rows, the words and the way to each actor, and why other words told none", async () => {
    const outcome = await explain("a.txt", "--rows", "rows.tsv");
    expect(outcome.stderr).toBe("");
    expect(outcome.code).toBe(0);
    const sentences = sentencesOf(outcome);
    expect(sentences.every(({ where }) => where === "a.txt")).toBe(true);
    expect(sentences.some(({ text }) => text.includes("weather was fine"))).toBe(false);
    const events = sentences.flatMap(({ events }) => events);
    expect(
      events.map(({ type, mode, trigger, actors, recipients }) => [
        type,
        mode,
        trigger,
        actors.map(({ country }) => country),
        recipients.map(({ country }) => country),
      ]),
    ).toEqual([
      ["ACCUSE", "allege", "accused", ["KEN"], ["UGA"]],
      ["REJECT", "meet", "refused", ["KEN"], ["UGA"]],
    ]);
    expect(events[1]?.rules.map(({ word }) => word)).toEqual(["refused", "meet"]);
    expect(events[0]?.actors[0]?.path).toMatch(/^accused -nsubj> Kenya$/u);
    const silent = sentences.find(({ text }) => text.startsWith("Ghana lampooned"))?.silent;
    expect(silent).toEqual([
      {
        word: "lampooned",
        dropped: null,
        trials: [{ row: "lampoon-v", type: "ACCUSE", fails: '"obj" is no actor' }],
      },
    ]);
  });

  it("writes a page that a person can read", async () => {
    const { code, stdout } = await explain("a.txt", "--rows", "rows.tsv", "--format", "table");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^a\.txt\n\[\d\] /u);
    expect(stdout).toMatch(
      / {2}REJECT\/meet actual, report · "refused" · \S+ \(refused\) > \S+ \(meet\)\n {4}actor {6}Kenya = KEN/u,
    );
    expect(stdout).toContain('  no event from "lampooned"\n    lampoon-v (ACCUSE): "obj" is no actor\n');
  });

  it("keeps to one sentence, and to one type", async () => {
    const refusal = sentencesOf(await explain("a.txt")).find(({ text }) => text.includes("refused"));
    const one = sentencesOf(await explain("a.txt", "--sentence", String(refusal?.index)));
    expect(one).toEqual([refusal]);
    const reject = sentencesOf(await explain("a.txt", "--rows", "rows.tsv", "--type", "REJECT"));
    expect(reject.flatMap(({ events }) => events.map(({ type }) => type))).toEqual(["REJECT"]);
    const rows = reject.flatMap(({ silent }) => silent.flatMap(({ trials }) => trials.map(({ row }) => row)));
    expect(rows).toContain("belittle-v");
    expect(rows).not.toContain("lampoon-v");
  });

  it.each<[what: string, args: string[], code: number, stderr: RegExp]>([
    ["a type that PLOVER does not have", ["a.txt", "--type", "FIGHT"], 2, /FIGHT.*Allowed choices are AGREE, /u],
    ["a sentence that is no number", ["a.txt", "--sentence", "two"], 2, /expected a whole number from 0/u],
    ["a sentence that is not there", ["a.txt", "--sentence", "99"], 0, /a\.txt: sentence 99 is not there, /u],
    ["an article without politics", ["plain.txt"], 0, /plain\.txt: no word that an event row knows/u],
    [
      "a type of which nothing is told",
      ["a.txt", "--type", "RETREAT"],
      0,
      /a\.txt: no word that a row of RETREAT knows/u,
    ],
    ["a file that is not there", ["none.txt"], 1, /^comity: none\.txt: No such file or folder\.[^\n]*\n$/u],
    ["an empty file", ["empty.txt"], 1, /^comity: empty\.txt: There is no text in it[^\n]*\n$/u],
    ["rows that are not there", ["a.txt", "--rows", "none.tsv"], 1, /none\.tsv: No such file or folder/u],
  ])("%s", async (_what, args, code, stderr) => {
    const outcome = await explain(...args);
    expect(outcome.stderr).toMatch(stderr);
    expect(outcome.stdout).toBe("");
    expect(outcome.code).toBe(code);
  });

  it("goes on after a file that cannot be read, and reads standard input", async () => {
    const some = await explain("none.txt", "a.txt");
    expect(some.code).toBe(1);
    expect(sentencesOf(some).length).toBeGreaterThan(0);
    const piped = await runComity(["explain"], { input: "Kenya accused Uganda of an attack." });
    expect(sentencesOf(piped)[0]).toMatchObject({ where: "standard input", index: 0 });
  });
});
