import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LAMPOON, rowsTable } from "./own-rows.ts";
import { runComity, startComity } from "./run-comity.ts";

const NAMES = ["Kenya", "Uganda", "Ghana", "Tanzania", "Chad", "Niger", "Peru", "Chile"];
const COUNT = 70;
/** Articles of one to nine sentences, so that a later one is coded before an earlier one. */
const record = (i: number): string => {
  const [a, b] = [NAMES[i % 8] ?? "", NAMES[(i + 3) % 8] ?? ""];
  return JSON.stringify({
    id: `d${i}`,
    text: `Officials of ${a} spoke. ${a} condemned ${b}. `.repeat(1 + ((i * 7) % 9)),
  });
};

let folder = "";
let feed = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "comity-workers-"));
  const lines = Array.from({ length: COUNT }, (_, i) => record(i));
  lines.splice(40, 0, JSON.stringify({ id: "no text" }));
  lines.splice(25, 0, "{broken", "{}");
  lines.splice(3, 0, "{broken too");
  feed = `${lines.join("\n")}\n`;
  writeFileSync(join(folder, "feed.jsonl"), feed);
  writeFileSync(join(folder, "rows.tsv"), rowsTable(LAMPOON));
});
afterAll(() => rmSync(folder, { recursive: true }));

const idOf = (line: string): string => (JSON.parse(line) as { document: { id: string } }).document.id;

describe("comity code --workers", () => {
  it.each([[[]], [["--with-mentions", "--rows", "rows.tsv"]], [["--coder", "baseline"]]])(
    "gives the same bytes as one worker, in input order, failures in their place: %j",
    async (flags) => {
      const run = (workers: string): ReturnType<typeof runComity> =>
        runComity(["code", "feed.jsonl", "--format", "jsonl", "--workers", workers, ...flags], { cwd: folder });
      const [one, two] = [await run("1"), await run("2")];
      expect(two).toEqual(one);
      expect(two.code).toBe(1);
      expect(two.stdout.trimEnd().split("\n").map(idOf)).toEqual(Array.from({ length: COUNT }, (_, i) => `d${i}`)); // prettier-ignore
      expect([...two.stderr.matchAll(/^comity: feed\.jsonl line (\d+): /gmu)].map(([, line]) => Number(line))).toEqual([4, 27, 28, 44]); // prettier-ignore
      expect(two.stderr).toMatch(/^comity: 70 documents, \d+ events; 4 failed: /mu);
    },
  );

  it("ends with whole lines when it is interrupted, and with 130", async () => {
    const child = startComity(["code", "-", "--input", "jsonl", "--format", "jsonl", "--workers", "2"]);
    let [out, err] = ["", ""];
    child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
    const started = new Promise<void>((resolve) => {
      // More lines than are coded before threads are started (16).
      child.stdout?.on("data", (chunk: Buffer) => {
        out += chunk.toString();
        if (out.split("\n").length > 40) resolve();
      });
    });
    child.stdin?.write(feed);
    await started;
    child.kill("SIGINT"); // its input stays open, as a terminal's does
    const [code] = (await once(child, "close")) as [number];
    expect(err).toMatch(/interrupted; what was written is whole/u);
    expect(code).toBe(130);
    expect(out.endsWith("}\n")).toBe(true);
    const ids = out.trimEnd().split("\n").map(idOf);
    expect(ids).toEqual(ids.map((_, i) => `d${i}`));
  });

  it("does not wait for the last of the lines that it has read when it is interrupted", async () => {
    const child = startComity(["code", "-", "--input", "jsonl", "--format", "jsonl", "--workers", "1"]);
    let out = "";
    child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr?.resume();
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(feed.repeat(40));
    if (child.stdout) await once(child.stdout, "data");
    child.kill("SIGINT");
    const [code] = (await once(child, "close")) as [number];
    expect(code).toBe(130);
    expect(out.trimEnd().split("\n").length).toBeLessThan(COUNT * 40);
  });

  it("ends quietly with 0 when its reader has gone", async () => {
    const bin = join(import.meta.dirname, "../bin/comity.js");
    const pipe = `set -o pipefail; "$0" "$1" code feed.jsonl feed.jsonl --format jsonl --workers 2 | head -n 40`;
    const child = spawn("bash", ["-c", pipe, process.execPath, bin], { cwd: folder });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    const [code] = (await once(child, "close")) as [number];
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n").map(idOf).at(-1)).toBe("d39");
    expect(err.split("\n").filter((line) => !/^(?:comity: feed\.jsonl line \d+: .*)?$/u.test(line))).toEqual([]);
  });

  it.each(["0", "two", "-1", "100"])("refuses %s workers", async (workers) => {
    const outcome = await runComity(["code", "feed.jsonl", "--workers", workers], { cwd: folder });
    expect(outcome.stderr).toMatch(/expected a number from 1 to 99/u);
    expect([outcome.code, outcome.stdout]).toEqual([2, ""]);
  });
});
