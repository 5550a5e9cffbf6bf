import { spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runComity, startComity, type Outcome, type RunOptions } from "./run-comity.ts";

let folder = "";
const GOOD = "Iran accused Iraq of shelling a border post.\n";
const file = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "comity-bad-"));
  const article = `ANKARA, May 2 - Greece accused Turkey of flying over its islands.\n${"It was a quiet day elsewhere. ".repeat(200)}\n`;
  writeFileSync(file("good.txt"), GOOD);
  writeFileSync(file("empty.txt"), "");
  writeFileSync(file("blank.txt"), " \n\n\t\n");
  writeFileSync(file("binary.txt"), Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251)));
  writeFileSync(file("picture.txt"), Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(2000, 7)]));
  writeFileSync(file("paper.txt"), "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n");
  const zipped = gzipSync(article);
  writeFileSync(file("cut.txt.gz"), zipped.subarray(0, zipped.length / 2));
  const lines = Array.from({ length: 2000 }, (_, i) =>
    i === 1733 ? `{"id":"x","text": oops}` : JSON.stringify({ id: `r${i + 1}`, text: GOOD }),
  );
  writeFileSync(file("broken-line.jsonl"), `${lines.join("\n")}\n`);
  writeFileSync(
    file("no-text.jsonl"),
    `{"id":"a","headline":"x","body":"y"}\n{"id":"b","text":"   "}\n{"id":"c","text":${JSON.stringify(GOOD)}}\n`,
  );
  writeFileSync(file("no-text.csv"), `headline,body\nx,y\n`);
  mkdirSync(file("no-articles"));
  writeFileSync(file("no-articles/picture.png"), "x");
  writeFileSync(file("locked.txt"), GOOD);
  chmodSync(file("locked.txt"), 0);
  mkdirSync(file("read-only"));
  chmodSync(file("read-only"), 0o555);
});
afterAll(() => {
  chmodSync(file("read-only"), 0o755);
  rmSync(folder, { recursive: true });
});

/** What holds of every failure: its exit code, its message, and that nothing looks like a crash. */
function expectFailure(outcome: Outcome, code: number, message: RegExp): void {
  expect(outcome.stderr).toMatch(message);
  expect(outcome.code).toBe(code);
  expect(outcome.stderr).not.toMatch(/^\s+at |node:internal|Error:/mu);
  for (const line of outcome.stdout.split("\n").filter(Boolean))
    expect(() => JSON.parse(line) as unknown).not.toThrow();
}

describe("an input that cannot be read", () => {
  it.each<[what: string, input: string, message: RegExp]>([
    ["an empty file", "empty.txt", /empty\.txt: .*(?:empty|no bytes|no text)/iu],
    ["a file of blanks", "blank.txt", /blank\.txt: .*(?:no text|blank)/iu],
    ["a binary file", "binary.txt", /binary\.txt: .*NUL/u],
    ["a picture", "picture.txt", /picture\.txt: .*PNG/iu],
    ["a PDF", "paper.txt", /paper\.txt: .*PDF/u],
    ["a truncated gzip", "cut.txt.gz", /cut\.txt\.gz: .*(?:gzip|cut|truncated)/iu],
    ["a path that does not exist", "nowhere.txt", /nowhere\.txt: .*(?:not exist|no such|not there)/iu],
    ["a glob that matches nothing", "*.nothing", /\*\.nothing/u],
    ["a folder without articles", "no-articles", /no-articles: .*\.txt/u],
    ["a table without text", "no-text.csv", /no-text\.csv.*headline/u],
  ])("%s is told, and the others go on", async (_what, input, message) => {
    const outcome = await runComity(["code", input, "good.txt", "--format", "jsonl"], { cwd: folder });
    expectFailure(outcome, 1, message);
    expect(outcome.stdout.trim().split("\n")).toHaveLength(1);
    expect(outcome.stderr).toMatch(/1 document, 1 event; 1 failed: 1 [a-z-]+/u);
  });

  it("an unreadable file is told, and the others go on", async () => {
    const options: RunOptions = { cwd: folder, obeyPermissions: true };
    const outcome = await runComity(["code", "locked.txt", "good.txt", "--format", "jsonl"], options);
    expectFailure(outcome, 1, /locked\.txt: .*(?:permission|may not|cannot be read)/iu);
    expect(outcome.stdout.trim().split("\n")).toHaveLength(1);
  });

  it("invalid JSON on line 1,734 is told with its line, and the other 1,999 are coded", async () => {
    const outcome = await runComity(["code", "broken-line.jsonl", "--format", "jsonl"], { cwd: folder });
    expectFailure(outcome, 1, /broken-line\.jsonl line 1734: .*JSON/u);
    expect(outcome.stdout.trim().split("\n")).toHaveLength(1999);
    expect(outcome.stderr).toMatch(/1999 documents, 1999 events; 1 failed: 1 invalid-json/u);
  });

  it("JSON without text is told with what was there and what was expected", async () => {
    const outcome = await runComity(["code", "no-text.jsonl", "--format", "jsonl"], { cwd: folder });
    expectFailure(outcome, 1, /no-text\.jsonl line 1: .*headline, body.*"text"/u);
    expect(outcome.stderr).toMatch(/line 2: .*text \(blank\)/u);
    expect(outcome.stderr).toMatch(/1 document, 1 event; 2 failed: 2 record-without-text/u);
  });

  it("a single line of 200 MB is told and passed over", async () => {
    const long = file("long.jsonl");
    const out = openSync(long, "w");
    writeSync(out, `{"text":"`);
    const piece = "word ".repeat(200_000);
    for (let i = 0; i < 200; i += 1) writeSync(out, piece);
    writeSync(out, `"}\n${JSON.stringify({ id: "after", text: GOOD })}\n`);
    closeSync(out);
    const outcome = await runComity(["code", long, "--format", "jsonl"], { cwd: folder });
    rmSync(long);
    expectFailure(outcome, 1, /long\.jsonl line 1: .*(?:long|MB|characters)/u);
    expect(outcome.stdout).toContain(`"id":"after"`);
  });

  it("of which nothing is an article ends with 1 and says so on standard input too", async () => {
    const outcome = await runComity(["code", "--format", "jsonl"], { input: "" });
    expectFailure(outcome, 1, /standard input: .*no text/iu);
  });
});

describe("wrong usage ends with 2 and says what was expected", () => {
  it.each<[what: string, args: string[], message: RegExp]>([
    ["an unknown flag", ["code", "--fromat", "jsonl"], /--fromat.*\n?.*--format/u],
    ["an unknown command", ["cod"], /cod/u],
    ["an unknown format", ["code", "--format", "xml"], /table, jsonl, csv/u],
    ["an unknown coder", ["code", "--coder", "magic"], /baseline/u],
    ["an impossible day", ["code", "--published", "2022-02-30"], /YYYY-MM-DD/u],
    ["an unknown country", ["events", "--between", "PAK", "XQZ"], /"XQZ" is no country/u],
    ["an ambiguous country", ["events", "--between", "PAK", "Congo"], /COD or COG|COG or COD/u],
    ["one country of two", ["events", "--between", "PAK"], /two countries/u],
  ])("%s", async (_what, args, message) => {
    expectFailure(await runComity(args, { cwd: folder }), 2, message);
  });
});

describe("a database that cannot be used", () => {
  const code = (db: string, options: RunOptions = {}): Promise<Outcome> =>
    runComity(["code", "good.txt", "--format", "jsonl", "--db", db], { cwd: folder, ...options });

  it("is missing", async () => {
    expectFailure(await runComity(["events", "--db", "none.duckdb"], { cwd: folder }), 1, /no database none\.duckdb/u);
    expect(existsSync(file("none.duckdb"))).toBe(false);
  });

  it("is another file", async () => {
    expectFailure(await code("good.txt"), 1, /good\.txt is not a database/u);
  });

  it("lies in a folder that is not there", async () => {
    expectFailure(await code("nowhere/x.duckdb"), 1, /nowhere\/x\.duckdb cannot be opened/u);
  });

  it("lies in a read-only folder", async () => {
    expectFailure(
      await code("read-only/x.duckdb", { obeyPermissions: true }),
      1,
      /read-only\/x\.duckdb cannot be opened/u,
    );
    expect(readdirSync(file("read-only"))).toEqual([]);
  });

  it("is held by another process, whose id is told", async () => {
    const holder = startComity(["code", "--format", "jsonl", "--db", "held.duckdb"], { cwd: folder });
    holder.stdin?.write(`${JSON.stringify({ id: "1", text: GOOD })}\n${JSON.stringify({ id: "2", text: GOOD })}\n`);
    if (holder.stdout) await once(holder.stdout, "data");
    const outcome = await code("held.duckdb");
    holder.stdin?.end();
    await once(holder, "close");
    expectFailure(outcome, 1, new RegExp(`held\\.duckdb is held by another process \\(pid ${holder.pid}\\)`, "u"));
  });
});

describe("a disk that is full", () => {
  it("under the output is told", async () => {
    const outcome = spawnSync(
      "sh",
      [
        "-c",
        `"$0" "$1" code good.txt --format jsonl >/dev/full`,
        process.execPath,
        join(import.meta.dirname, "../bin/comity.js"),
      ],
      { cwd: folder, encoding: "utf8" },
    );
    expect(outcome.stderr).toMatch(/the output could not be written: .*(?:ENOSPC|no space)/iu);
    expect(outcome.stderr).not.toMatch(/^\s+at /mu);
    expect(outcome.status).toBe(1);
  });

  const mounted = mkdtempSync(join(tmpdir(), "comity-full-"));
  const canMount = spawnSync("mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", mounted]).status === 0;
  if (!canMount)
    process.stderr.write("skipped: a full disk under the database (mounting a small file system needs root)\n");
  afterAll(() => {
    if (canMount) spawnSync("umount", [mounted]);
    rmSync(mounted, { recursive: true });
  });
  it.skipIf(!canMount)("under the database is told, and what was stored before is whole", async () => {
    const db = join(mounted, "x.duckdb");
    const first = await runComity(["code", "good.txt", "--format", "jsonl", "--db", db], { cwd: folder });
    expect(first.code).toBe(0);
    // Text that does not compress, several times the size of the disk.
    const noise = (seed: number): string =>
      Array.from({ length: 30_000 }, (_, i) => ((i * 7919 + seed * 104_729) ** 2 % 1_679_616).toString(36)).join(" ");
    const records = Array.from({ length: 60 }, (_, i) =>
      JSON.stringify({ id: `n${i}`, text: `${GOOD} ${noise(i)}` }),
    ).join("\n");
    const second = await runComity(["code", "--format", "jsonl", "--db", db], { cwd: folder, input: records });
    expectFailure(second, 1, /x\.duckdb could not be written|x\.duckdb: .*(?:space|full)/iu);
    const after = await runComity(["events", "--db", db, "--format", "jsonl"], { cwd: folder });
    expect(after.code).toBe(0);
    expect(after.stdout).toContain(`"good.txt"`);
  });
});

describe("an end in the middle", () => {
  it("a closed pipe is no failure", () => {
    const many = Array.from({ length: 3000 }, (_, i) => JSON.stringify({ id: `r${i}`, text: GOOD })).join("\n");
    const outcome = spawnSync(
      "bash",
      [
        "-c",
        `set -o pipefail; "$0" "$1" code - --format jsonl | head -n 1`,
        process.execPath,
        join(import.meta.dirname, "../bin/comity.js"),
      ],
      { input: many, encoding: "utf8" },
    );
    expect(outcome.stdout.trim().split("\n")).toHaveLength(1);
    expect(outcome.status).toBe(0);
    expect(outcome.stderr).not.toMatch(/EPIPE|^\s+at /mu);
  });

  it("Ctrl-C ends with 130 after a whole line, and keeps what was coded", async () => {
    const child = startComity(["code", "--format", "jsonl", "--db", "stopped.duckdb"], { cwd: folder });
    let [out, err] = ["", ""];
    child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.stdin?.write(`${JSON.stringify({ id: "1", text: GOOD })}\n${JSON.stringify({ id: "2", text: GOOD })}\n`);
    if (child.stdout) await once(child.stdout, "data");
    child.kill("SIGINT"); // its input stays open, as a terminal's does
    const [code] = (await once(child, "close")) as [number];
    expect(err).toMatch(/interrupted/u);
    expect(code).toBe(130);
    expect(out.endsWith("}\n")).toBe(true);
    const kept = await runComity(["events", "--db", "stopped.duckdb", "--format", "jsonl"], { cwd: folder });
    expect(kept.stdout.trim().split("\n")).toHaveLength(out.trim().split("\n").length);
  });
});
