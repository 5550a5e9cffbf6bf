import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { codedDocumentSchema, type CodedDocument } from "@comity/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runComity } from "./run-comity.ts";

const EXAMPLES = join(import.meta.dirname, "../../../examples");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "comity-code-"));
  cpSync(EXAMPLES, join(folder, "examples"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const parse = (jsonl: string): CodedDocument[] => jsonl.split("\n").filter(Boolean).map((line) => codedDocumentSchema.parse(JSON.parse(line))); // prettier-ignore

/** All ranges of a record that carry words. */
function spans(document: CodedDocument): { text: string; start: number; end: number }[] {
  return [
    ...document.events.flatMap((event) => [
      ...event.actor,
      ...event.recipient,
      event.trigger,
      event.sentence,
      ...event.also.flatMap(({ trigger, sentence }) => [trigger, sentence]),
    ]),
    ...(document.mentions?.actors ?? []),
  ];
}

describe("comity code over the examples", () => {
  it("fills every field of the contract, and every span gives back its words", async () => {
    const { code, stdout, stderr } = await runComity(
      ["code", "examples", "--format", "jsonl", "--with-text", "--with-mentions"],
      { cwd: folder },
    );
    expect(stderr).toMatch(/^comity: 16 documents, \d+ events$/mu);
    expect(code).toBe(0);
    const documents = parse(stdout);
    expect(documents).toHaveLength(16);
    let checked = 0;
    for (const document of documents) {
      const text = document.document.text ?? "";
      for (const span of spans(document)) {
        expect(text.slice(span.start, span.end)).toBe(span.text);
        checked += 1;
      }
      if (!document.document.id.startsWith("ex-")) expect(document.document.title).not.toBeNull(); // of the records two have none
    }
    expect(checked).toBeGreaterThan(500);
    expect(documents.flatMap((document) => document.events).length).toBeGreaterThan(30);
  });

  it("gives the same bytes again, from folder, glob and standard input", async () => {
    const once = await runComity(["code", "examples", "--format", "jsonl"], { cwd: folder });
    const again = await runComity(["code", "examples", "--format", "jsonl"], { cwd: folder });
    const glob = await runComity(["code", "examples/20*", "--format", "jsonl"], { cwd: folder });
    expect(again.stdout).toBe(once.stdout);
    const hashes = (out: string): string[] => parse(out).map(({ document }) => document.sha256).sort(); // prettier-ignore
    expect(hashes(glob.stdout)).toEqual(hashes(once.stdout));
  });

  it("writes a table that a person can read, and CSV with a row an event", async () => {
    const table = await runComity(["code", "examples", "--format", "table"], { cwd: folder });
    expect(table.stdout).toMatch(/CONSULT.*China/u);
    expect(table.stdout).toMatch(/on the word of: /u);
    const csv = await runComity(["code", "examples", "--format", "csv"], { cwd: folder });
    const jsonl = await runComity(["code", "examples", "--format", "jsonl"], { cwd: folder });
    const events = parse(jsonl.stdout).flatMap((document) => document.events);
    const rows = csv.stdout.trim().split("\n");
    expect(rows[0]).toMatch(/^document,event,date_start,/u);
    expect(rows).toHaveLength(events.length + 1); // sentences are folded, so a row is a line
  });
});

describe("comity code on one article", () => {
  const text =
    "BEIJING, June 12, 2022 (Plains Wire) - China accused India of crossing the line. Pakistan met with Iran, officials said.\n";

  it.each<[what: string, input: string | Uint8Array, flags: string[]]>([
    ["UTF-8", text, []],
    ["UTF-8 with a mark", `\uFEFF${text}`, []],
    ["UTF-16", Buffer.from(`\uFEFF${text}`, "utf16le"), []],
    ["gzip", gzipSync(text), []],
    ["JSONL", `${JSON.stringify({ id: "a", text })}\n`, []],
    ["CSV", `id,text\na,"${text.trim()}"\n`, []],
    ["HTML", `<html><body><article><p>${text}</p></article></body></html>`, []],
    ["forced text", text, ["--input", "text"]],
  ])("reads %s from standard input", async (_what, input, flags) => {
    const { code, stdout } = await runComity(["code", "--format", "jsonl", "--with-text", ...flags], { input });
    expect(code).toBe(0);
    const [document] = parse(stdout);
    expect(
      document?.events.map(({ type, actor, recipient }) => [
        type,
        actor.map((a) => a.country),
        recipient.map((a) => a.country),
      ]),
    ).toEqual([
      ["ACCUSE", ["CHN"], ["IND"]],
      ["CONSULT", ["PAK", "IRN"], []],
    ]);
    expect(document?.document.published).toBe("2022-06-12");
    expect(document?.events[1]?.attribution?.text).toBe("officials");
    expect(document?.events[0]?.date).toEqual({
      start: "2022-06-12",
      end: "2022-06-12",
      precision: "day",
      basis: "dateline",
      relative: null,
    });
  });

  it("takes day and outlet from the flags where the article has none, and only there", async () => {
    const input = `${JSON.stringify({ id: "a", text: "Iran accused Iraq." })}\n${JSON.stringify({ id: "b", text: "Iran accused Iraq.", published: "2020-01-02", source: "Own" })}\n`;
    const { stdout } = await runComity(
      ["code", "--format", "jsonl", "--published", "2021-03-04", "--source", "Given"],
      { input },
    );
    expect(parse(stdout).map(({ document }) => [document.id, document.published, document.source])).toEqual([
      ["a", "2021-03-04", "Given"],
      ["b", "2020-01-02", "Own"],
    ]);
  });

  it("keeps a text code unit for code unit", async () => {
    const odd = "  Iran accused Iraq.\r\n\r\n\tIt 😀 went on\u00a0.  ";
    const { stdout } = await runComity(["code", "--format", "jsonl", "--with-text"], {
      input: JSON.stringify({ text: odd }),
    });
    expect(parse(stdout)[0]?.document.text).toBe(odd);
  });

  it("uses the outlet's windows-1252 letters", async () => {
    const { stdout } = await runComity(["code", "--format", "jsonl", "--with-text"], {
      input: Buffer.from("The caf\u00e9 in Tehran. \u0093Iran accused Iraq\u0094, he said.", "latin1"),
    });
    expect(parse(stdout)[0]?.document.text).toBe("The café in Tehran. “Iran accused Iraq”, he said.");
  });

  it("tells the same news in title and body once", async () => {
    const page =
      "Iran accuses Iraq of border attack\n\nBAGHDAD, May 2 - Iran accused Iraq of an attack on Monday. Nobody was hurt in it, and the day went on.\n";
    const { stdout } = await runComity(["code", "--format", "jsonl"], { input: page });
    const events = parse(stdout)[0]?.events ?? [];
    expect(events).toHaveLength(1);
    expect(events[0]?.sentence.text).toContain("on Monday");
    expect(events[0]?.also).toHaveLength(1);
  });
});

describe("a folder", () => {
  it("is read with its subfolders, in order, each file's path as its id", async () => {
    const { stdout } = await runComity(["code", "examples", "--format", "jsonl"], { cwd: folder });
    const ids = parse(stdout).map(({ document }) => document.id);
    const files = readdirSync(EXAMPLES).filter((name) => !/README|jsonl/u.test(name));
    expect(ids.filter((id) => files.includes(id))).toEqual(files.sort());
  });

  it("finds what lies deeper", async () => {
    cpSync(
      join(EXAMPLES, readdirSync(EXAMPLES).find((name) => name.endsWith(".txt")) ?? ""),
      join(folder, "deep/er/one.txt"),
    );
    writeFileSync(join(folder, "deep/notes.bin"), "x");
    const { stdout, code } = await runComity(["code", "deep", "--format", "jsonl"], { cwd: folder });
    expect(code).toBe(0);
    expect(parse(stdout).map(({ document }) => document.id)).toEqual(["er/one.txt"]);
  });
});
