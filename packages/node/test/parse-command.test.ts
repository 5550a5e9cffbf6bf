import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { parsedDocumentSchema } from "@comity/core";
import { ConlluReader } from "../../core/src/contract/conllu-read.ts";
import { conlluText } from "../../core/src/contract/conllu-text.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runComity } from "./run-comity.ts";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));
const CORE = fileURLToPath(new URL("../../core/dist/", import.meta.url));

/** The command with a reader that makes every word govern the next one, so that it needs no model. */
const PROGRAM = `
import { parseCommand } from ${JSON.stringify(`${DIST}cli/parse-command.js`)};
import { segmentDocument } from ${JSON.stringify(`${CORE}segment/segment-document.js`)};
const parse = (segmented) => {
  const { document, sentences } = segmented;
  if (document.text.includes("BREAK")) throw new Error("a planted fault");
  const issues = [...document.text.matchAll(/ODD/g)].map(({ index }) => ({ code: "odd", level: "warning", message: "an odd word", start: index }));
  return { kind: "parsed", segmented, issues, sentences: sentences.map(({ start, end, tokens }) => ({
    start, end, names: [],
    words: tokens.map((token, i) => ({
      upos: i === 0 ? "VERB" : "NOUN", xpos: "NN", lemma: document.text.slice(token.start, token.end).toLowerCase(),
      head: i - 1, relation: i === 0 ? "root" : "obj" })) })) };
};
process.stdout.on("error", () => undefined);
const [flags, path] = process.argv.slice(2);
process.exitCode = await parseCommand(path, JSON.parse(flags), { width: 80, colour: false }, async () => ({ parse, segment: segmentDocument }));
process.stdin.destroy();
`;

let folder = "";
const file = (name: string): string => join(folder, name);
const TEXT = "Envoys met in Doha. They\nagreed on nothing.\n\nTalks go on.\n";

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
function parse(flags: object, path?: string, input: string | Uint8Array = "", node: readonly string[] = []): Outcome {
  const args = [...node, file("program.mjs"), JSON.stringify({ format: "conllu", ...flags })];
  const options = { cwd: folder, input, maxBuffer: 2 ** 30 };
  const { status, stdout, stderr } = spawnSync(process.execPath, path === undefined ? args : [...args, path], options);
  return { code: status, stdout: stdout.toString(), stderr: stderr.toString() };
}
/** The text that the CoNLL-U of an output was made from. */
function textOf(conllu: string): string {
  const reader = new ConlluReader();
  const items = conllu.split("\n").slice(0, -1).flatMap((line) => reader.line(line)); // prettier-ignore
  expect(reader.end()).toEqual([]);
  return conlluText(items.flatMap((item) => (item.kind === "sentence" ? [item.sentence] : []))).text;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "comity-parse-"));
  writeFileSync(file("program.mjs"), PROGRAM);
  writeFileSync(file("talks.txt"), TEXT);
  writeFileSync(file("empty.txt"), "");
  writeFileSync(file("blank.txt"), " \n\n\t\n");
  writeFileSync(file("talks.txt.gz"), gzipSync(TEXT));
  const zipped = gzipSync(Buffer.from(Array.from({ length: 9000 }, (_, i) => `word${(i * 7919) % 9973} `).join("")));
  writeFileSync(file("cut.txt.gz"), zipped.subarray(0, zipped.length / 2));
  writeFileSync(file("binary.bin"), Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251)));
  writeFileSync(file("picture.png"), Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(2000, 7)]));
  writeFileSync(file("utf16.txt"), Buffer.from(`\uFEFF${TEXT}`, "utf16le"));
  writeFileSync(file("latin.txt"), Buffer.from("Envoys met.\nThe caf\u00e9 was full.\n", "latin1"));
  mkdirSync(file("somewhere"));
  writeFileSync(file("locked.txt"), TEXT);
  chmodSync(file("locked.txt"), 0);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("text in, CoNLL-U out", () => {
  it("from a file, with its document and paragraphs", () => {
    const { code, stdout, stderr } = parse({}, "talks.txt");
    expect(code).toBe(0);
    expect(stdout.split("\n").filter((line) => line.startsWith("#"))).toEqual([
      "# newdoc id = talks.txt",
      "# newpar",
      "# sent_id = 1",
      "# text = Envoys met in Doha.",
      "# sent_id = 2",
      "# text = They agreed on nothing.",
      "# newpar",
      "# sent_id = 3",
      "# text = Talks go on.",
    ]);
    expect(textOf(stdout)).toBe(TEXT);
    expect(stderr).toBe("comity: 3 sentences, 14 words\n");
  });

  it.each([undefined, "-"])("from standard input (%s)", (path) => {
    const { code, stdout } = parse({}, path, TEXT);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# newdoc\n# newpar\n/u);
    expect(textOf(stdout)).toBe(TEXT);
  });

  it("from a gzip file", () => expect(textOf(parse({}, "talks.txt.gz").stdout)).toBe(TEXT));

  it.each([
    ["CR LF", TEXT.replaceAll("\n", "\r\n")],
    ["lone CR", TEXT.replaceAll("\n", "\r")],
    ["blanks at the start and no end of line", `\n \n${TEXT.trimEnd()}`],
    ["characters outside ASCII", "Émile met the “envoys” — 👍🏽 — in 東京.\n\n\u00a0Talks\u2003go on."],
  ])("comes back whole: %s", (_what, text) => {
    const { code, stdout } = parse({}, "-", text);
    expect(code).toBe(0);
    expect(textOf(stdout)).toBe(text);
  });

  it("takes a byte order mark off", () => expect(textOf(parse({}, "-", `\uFEFF${TEXT}`).stdout)).toBe(TEXT));

  it("takes any length in bounded memory: 4 MB of paragraphs, in one paragraph, and of one word", () => {
    const texts = [
      "The envoys of the north met. They agreed on nothing.\n\n".repeat(75_000),
      `${"The envoys of the north met. They agreed on nothing. ".repeat(75_000)}\n`,
    ];
    for (const text of texts) {
      const { code, stdout, stderr } = parse({}, "-", text, ["--max-old-space-size=64"]);
      expect(code).toBe(0);
      expect(stdout.match(/^# text = /gmu)).toHaveLength(150_000);
      expect(stdout.match(/^# newpar/gmu)).toHaveLength(text.includes("\n\n") ? 75_000 : 1);
      // Told once, however often it is cut.
      expect(stderr.split("such paragraphs are cut")).toHaveLength(text.includes("\n\n") ? 1 : 2);
    }
    const word = "a".repeat(1_000_000);
    expect(textOf(parse({}, "-", word).stdout).replace(/\s/gu, "")).toBe(word);
  });
});

describe("CoNLL-U in", () => {
  const row = (id: string, form: string, head = "_", misc = "_"): string =>
    [id, form, "x", "X", "X", "_", head, "_", "_", misc].join("\t");
  const good = (id: string): string =>
    `# sent_id = ${id}\n${row("1", "Talks", "0")}\n${row("2", "failed", "1", "SpaceAfter=No")}\n${row("3", ".", "1")}\n\n`;

  it("keeps words, sentences and comments, and replaces the analysis", () => {
    const { code, stdout, stderr } = parse({ conllu: true }, "-", `# newdoc id = a\n${good("x1")}${good("x2")}`);
    expect(code).toBe(0);
    expect(stderr).toBe("comity: 2 sentences, 6 words\n");
    expect(stdout.split("\n").slice(0, 6)).toEqual([
      "# newdoc id = a",
      "# sent_id = x1",
      "1\tTalks\ttalks\tVERB\tNN\t_\t0\troot\t_\t_",
      "2\tfailed\tfailed\tNOUN\tNN\t_\t1\tobj\t_\tSpaceAfter=No",
      "3\t.\t.\tNOUN\tNN\t_\t2\tobj\t_\t_",
      "",
    ]);
  });

  it("tells faults with file and line, leaves those sentences out, and goes on", () => {
    const bad = `# newdoc id = b\n# sent_id = bad\n${row("1", "Talks", "5")}\n\n`;
    writeFileSync(file("some.conllu"), `${good("1")}${bad}${good("2")}${row("1-", "a")}\n\n${good("3")}`.trimEnd());
    const { code, stdout, stderr } = parse({ conllu: true }, "some.conllu");
    expect(code).toBe(1);
    expect(stdout.match(/^# .*$/gmu)).toEqual(["# sent_id = 1", "# newdoc id = b", "# sent_id = 2", "# sent_id = 3"]);
    expect(stderr.trimEnd().split("\n")).toEqual([
      "comity: some.conllu:8: found the head 5, expected 0 to 1: the words there are; the sentence (lines 6 to 8) is left out",
      "comity: some.conllu:15: found the id 1-, expected a number such as 3, a range 3-4 or an empty node 3.1; the line is left out",
      "comity: some.conllu:20: found the end of the file, expected an empty line after the last sentence; it is read all the same",
      "comity: 3 sentences, 9 words; 2 left out",
    ]);
  });

  it("keeps empty nodes and says so", () => {
    const { code, stdout, stderr } = parse({ conllu: true }, "-", `${row("1", "Go", "0")}\n${row("1.1", "you")}\n\n`);
    expect(code).toBe(0);
    expect(stdout).toContain(`${row("1.1", "you")}\n`);
    expect(stderr).toMatch(/standard input: found empty nodes .* 1 in all; they are kept/u);
  });

  it("tells bytes that are no UTF-8 and lines without end", () => {
    const latin = Buffer.from(`${row("1", "caf\u00e9")}\n\n`, "latin1");
    expect(parse({ conllu: true }, "-", latin)).toMatchObject({ code: 1, stderr: expect.stringMatching(/input:1: found bytes that are no UTF-8/u) as string }); // prettier-ignore
    const long = `${good("1")}${row("1", "a".repeat(3_000_000))}\n\n${good("2")}`;
    const { code, stdout, stderr } = parse({ conllu: true }, "-", long);
    expect(code).toBe(1);
    expect(stdout.match(/^# sent_id/gmu)).toHaveLength(2);
    expect(stderr).toMatch(/input:6: found a line of 3,000,\d+ bytes, expected at most 1,000,000 characters/u);
  });

  it("is read in bounded memory: 20 MB", () => {
    const sentences = good("x").repeat(250_000);
    const { code, stdout, stderr } = parse({ conllu: true }, "-", sentences, ["--max-old-space-size=48"]);
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(sentences.length);
    expect(stderr).toBe("comity: 250000 sentences, 750000 words\n");
  });

  it("becomes one JSON object a document, with ranges of each", () => {
    const input = `${good("1")}# newdoc id = b\n${good("2")}${good("3")}`;
    const { stdout } = parse({ conllu: true, format: "json" }, "-", input);
    const documents = stdout.trimEnd().split("\n").map((line) => parsedDocumentSchema.parse(JSON.parse(line))); // prettier-ignore
    expect(documents.map(({ document, sentences }) => [document.id, sentences.map(({ start }) => start)])).toEqual([
      [null, [0]],
      ["b", [0, 14]],
    ]);
  });
});

describe("JSON", () => {
  it("holds to its contract, with ranges of the decoded input over parts of any size", () => {
    const text = `\n${"The envoys met — in Doha. They\nagreed on 👍🏽 nothing.\n\n".repeat(2000)}`;
    writeFileSync(file("long.txt"), text);
    const { code, stdout } = parse({ format: "json", names: true }, "long.txt");
    expect(code).toBe(0);
    expect(stdout.endsWith("]}\n")).toBe(true);
    const { document, sentences } = parsedDocumentSchema.parse(JSON.parse(stdout));
    expect(document).toEqual({ id: "long.txt" });
    expect(sentences.map(({ index }) => index)).toEqual(Array.from({ length: 4000 }, (_, i) => i));
    expect(sentences.at(-1)?.paragraph).toBe(1999);
    let seen = "";
    for (const { tokens, ...sentence } of sentences) {
      expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
      for (const token of tokens) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        seen += token.text;
      }
    }
    expect(seen).toBe(text.replace(/\s/gu, ""));
  });
});

describe("an input that cannot be read is told", () => {
  it.each<[what: string, path: string, message: RegExp]>([
    ["missing", "nowhere.txt", /^comity: nowhere\.txt: No such file/u],
    ["a folder", "somewhere", /^comity: somewhere: It is a folder/u],
    ["binary", "binary.bin", /^comity: binary\.bin: .*NUL/u],
    ["a picture", "picture.png", /^comity: picture\.png: .*PNG/u],
    ["UTF-16", "utf16.txt", /^comity: utf16\.txt: .*UTF-16/u],
  ])("%s", (_what, path, message) => {
    for (const flags of [{}, { conllu: true }, { format: "json" }, { format: "tree" }]) {
      const { code, stdout, stderr } = parse(flags, path);
      expect(stderr).toMatch(message);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    }
  });

  it("without permission", async () => {
    const outcome = await runComity(["parse", "locked.txt"], { cwd: folder, obeyPermissions: true });
    expect(outcome).toMatchObject({ code: 1, stdout: "" });
    expect(outcome.stderr).toMatch(/locked\.txt: Permission/u);
  });

  it.each(["empty.txt", "blank.txt"])("but %s is no failure", (path) => {
    for (const flags of [{}, { format: "json" }, { format: "tree" }, { conllu: path === "empty.txt" }]) {
      const { code, stdout, stderr } = parse(flags, path);
      expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
      expect(stderr).toMatch(/^comity: \w+\.txt: there is no text in it/u);
    }
  });

  it("where the bytes are not UTF-8, with the line; the rest is analysed", () => {
    const { code, stdout, stderr } = parse({}, "latin.txt");
    expect(code).toBe(1);
    expect(stderr).toMatch(/latin\.txt:2: found bytes that are no UTF-8/u);
    expect(stdout).toContain("# text = The caf\uFFFD was full.");
  });

  it("where gzip data stop, after what came before", () => {
    const { code, stdout, stderr } = parse({}, "cut.txt.gz");
    expect(code).toBe(1);
    expect(stderr).toMatch(/cut\.txt\.gz: The gzip data stop/u);
    expect(textOf(stdout)).toMatch(/^word0 word7919 /u);
  });
});

describe("what the reader has to tell", () => {
  it("comes with file and line", () => {
    const { code, stderr } = parse({}, "-", "One.\n\nTwo\nODD words.");
    expect(code).toBe(0);
    expect(stderr).toMatch(/^comity: standard input:4: an odd word$/mu);
  });

  it("costs no other part where it fails", () => {
    const part = "The envoys of the north met. They agreed on nothing.\n\n".repeat(200);
    const { code, stdout, stderr } = parse({}, "-", `${part}BREAK here.\n\n${part}`);
    expect(code).toBe(1);
    expect(stderr).toMatch(/standard input:\d+: the text from here could not be analysed .*a planted fault/u);
    expect(stdout).toMatch(/^# newdoc\n# newpar\n/u);
    const json = parse({ format: "json" }, "-", `BREAK\n\n${part}${part}`).stdout;
    expect(parsedDocumentSchema.parse(JSON.parse(json)).sentences.length).toBeGreaterThan(100);
  });
});

describe("an end in the middle", () => {
  it.each(["conllu", "json", "tree"])("a closed pipe is no failure: %s", (format) => {
    writeFileSync(file("many.txt"), "The envoys of the north met. They agreed on nothing.\n\n".repeat(20_000));
    const command = `set -o pipefail; "$0" program.mjs '{"format":"${format}"}' many.txt | head -c 2000`;
    const { status, stdout, stderr } = spawnSync("bash", ["-c", command, process.execPath], { cwd: folder });
    expect(stdout).toHaveLength(2000);
    expect(stderr.toString()).toBe("");
    expect(status).toBe(0);
  });

  it.each<[format: string, end: RegExp]>([
    ["conllu", /\n\n$/u],
    ["json", /\]\}\n$/u],
  ])("Ctrl-C ends with 130, and what was written is whole: %s", async (format, end) => {
    const child = spawn(process.execPath, [file("program.mjs"), JSON.stringify({ format })], { cwd: folder });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.stdin.on("error", () => undefined);
    child.stdin.write("The envoys of the north met. They agreed on nothing.\n\n".repeat(2000)); // it stays open
    await once(child.stdout, "data");
    child.kill("SIGINT");
    const [code] = (await once(child, "close")) as [number];
    expect(code).toBe(130);
    expect(err).toMatch(/interrupted/u);
    expect(out).toMatch(end);
  });
});

describe("wrong usage ends with 2", () => {
  it.each<[what: string, args: string[], message: RegExp]>([
    ["an unknown flag", ["parse", "--fromat", "json"], /--fromat.*\n?.*--format/u],
    ["an unknown format", ["parse", "--format", "xml"], /conllu, json, tree/u],
    ["two files", ["parse", "a.txt", "b.txt"], /too many arguments/u],
  ])("%s", async (_what, args, message) => {
    const { code, stdout, stderr } = await runComity(args, { cwd: folder });
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it.each<[what: string, model: string, message: RegExp]>([
    ["that is not there", "nowhere", /the model nowhere cannot be read: there is no such folder/u],
    ["that is a file", "talks.txt", /the model talks\.txt cannot be read: it is a file/u],
    ["that is empty", "somewhere", /the model folder somewhere is empty/u],
  ])("a model %s with 1", async (_what, model, message) => {
    const { code, stderr } = await runComity(["parse", "talks.txt", "--model", model], { cwd: folder });
    expect(stderr).toMatch(message);
    expect(code).toBe(1);
  });
});
