import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Raw } from "../src/io/raw.ts";
import { readInputs, type ReadOptions } from "../src/io/read-inputs.ts";

type Content = string | Uint8Array;

let root = "";
let folders = 0;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "comity-io-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A new folder with these files; a key may hold folders. */
function folder(files: Readonly<Record<string, Content>>): string {
  const path = join(root, `case-${++folders}`);
  mkdirSync(path);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

async function* pieces(content: Content, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

async function read(paths: readonly string[], options: Partial<ReadOptions> = {}): Promise<Raw[]> {
  const all: Raw[] = [];
  const given = { input: null, maxChars: 32_000_000, stdin: pieces("", 1), ...options };
  for await (const raw of readInputs(paths, given)) all.push(raw);
  return all;
}

const fromStdin = (content: Content, options: Partial<ReadOptions> = {}, size = 65536): Promise<Raw[]> =>
  read([], { stdin: pieces(content, size), ...options });

/** One line for each item, without the temporary folder: "page text china/2015.txt", "record news.jsonl line 2", "failure binary a.txt". */
function brief(all: readonly Raw[], base: string): string[] {
  return all.map((raw) => {
    const where = raw.where.replace(`${base}/`, "").replace(base, ".");
    if (raw.kind === "page") return `page ${raw.format} ${raw.id ?? "-"}`;
    return raw.kind === "record" ? `record ${where}` : `failure ${raw.issue.code} ${where}`;
  });
}

const pageText = (all: readonly Raw[]): string | null => (all[0]?.kind === "page" ? all[0].text : null);
const messages = (all: readonly Raw[]): string =>
  all.map((raw) => (raw.kind === "failure" ? raw.issue.message : "")).join("\n");
const records = (all: readonly Raw[]): unknown[] => all.flatMap((raw) => (raw.kind === "record" ? [raw.record] : []));

const gz = (content: Content): Buffer => gzipSync(content);
const jsonl = (n: number): string =>
  Array.from({ length: n }, (_, i) => JSON.stringify({ id: `a${i + 1}`, text: `Article ${i + 1}.` }) + "\n").join("");

describe("finding files", () => {
  const tree = {
    "china/2015.txt": "Talks began.",
    "china/2014.md": "# Talks",
    "Zebra.txt": "Talks began.",
    "a.txt": "Talks began.",
    "a/b.txt": "Talks began.",
    "é.txt": "Talks began.",
    "packed.txt.gz": gz("Talks began."),
    "README.md": "about",
    "LICENSE.txt": "licence",
    "license-dispute.txt": "Talks began.",
    "picture.png": "no",
    ".hidden.txt": "no",
    ".git/x.txt": "no",
    "node_modules/x/y.txt": "no",
  };

  test("a folder gives its article files by byte order, with ids below it", async () => {
    const base = folder(tree);
    const pages = ["Zebra.txt", "a.txt", "a/b.txt", "china/2014.md", "china/2015.txt", "license-dispute.txt"];
    const expected = [...pages, "packed.txt", "é.txt"].map(
      (id) => `page ${id.endsWith("md") ? "markdown" : "text"} ${id}`,
    );
    expect(brief(await read([base]), base)).toEqual(expected);
    expect(brief(await read([`${base}/`]), base)).toEqual(expected);
  });

  test("a file has its name as id, and comes once however often it is named", async () => {
    const base = folder(tree);
    symlinkSync(join(base, "a.txt"), join(base, "link.txt"));
    const paths = [
      join(base, "china/2015.txt"),
      join(base, "china/../china/2015.txt"),
      join(base, "china"),
      join(base, "a.txt"),
    ];
    expect(brief(await read([...paths, join(base, "link.txt")]), base)).toEqual([
      "page text 2015.txt",
      "page markdown 2014.md",
      "page text a.txt",
    ]);
  });

  test("a glob is sorted, its ids start below its fixed part, and a name with its characters is a file", async () => {
    const base = folder({ ...tree, "[1].txt": "Talks began." });
    expect(brief(await read([join(base, "china/*")]), base)).toEqual(["page markdown 2014.md", "page text 2015.txt"]);
    expect(brief(await read([join(base, "{a,china}/*.txt")]), base)).toEqual([
      "page text a/b.txt",
      "page text china/2015.txt",
    ]);
    expect(brief(await read([join(base, "[1].txt")]), base)).toEqual(["page text [1].txt"]);
  });

  test("what is not there", async () => {
    const base = folder({ "empty/README.md": "about", "empty/x.png": "no", "a.txt": "Talks began." });
    symlinkSync(join(base, "nowhere"), join(base, "dangling.txt"));
    const paths = ["none.txt", "none/*.txt", "empty", "a.txt/b.txt", "a.txt"].map((path) => join(base, path));
    const all = await read([...paths, ""]);
    expect(brief(all, base)).toEqual([
      "failure not-found none.txt",
      "failure no-match none/*.txt",
      "failure no-articles empty",
      "failure not-found a.txt/b.txt",
      "page text a.txt",
      'failure not-found ""',
    ]);
    expect(messages(all)).toContain(".jsonl");
    expect(brief(await read([base]), base)).toEqual(["page text a.txt", "failure not-found dangling.txt"]);
  });

  test("a circle of links ends", async () => {
    const base = folder({ "x/a.txt": "Talks began." });
    symlinkSync(base, join(base, "x/back"));
    symlinkSync("self.txt", join(base, "self.txt"));
    expect(brief(await read([base]), base)).toEqual(["failure unreadable self.txt", "page text x/a.txt"]);
  });

  test("devices, pipes and sockets are no files", async () => {
    const base = folder({});
    const server = createServer().listen(join(base, "socket"));
    await new Promise((resolve) => server.once("listening", resolve));
    spawnSync("mkfifo", [join(base, "pipe")]);
    expect(brief(await read(["/dev/null", join(base, "socket"), join(base, "pipe")]), base)).toEqual([
      "failure not-a-file /dev/null",
      "failure not-a-file socket",
      "failure not-a-file pipe",
    ]);
    server.close();
  });

  test("files and folders without permission fail alone", async () => {
    const base = folder({ "a.txt": "Talks began.", "b.txt": "Talks began.", "shut/c.txt": "Talks began." });
    chmodSync(root, 0o755);
    chmodSync(join(base, "a.txt"), 0);
    chmodSync(join(base, "shut"), 0);
    const expected = ["failure unreadable a.txt", "page text b.txt", "failure unreadable shut"];
    // Root may read everything, so it gives its rights away while it reads.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) {
      process.setegid?.(65534);
      process.seteuid?.(65534);
    }
    try {
      expect(brief(await read([base]), base)).toEqual(expected);
      expect(brief(await read([join(base, "shut/c.txt")]), base)).toEqual(["failure unreadable shut/c.txt"]);
    } finally {
      if (isRoot) {
        process.seteuid?.(0);
        process.setegid?.(0);
      }
    }
    chmodSync(join(base, "shut"), 0o755);
  });
});

describe("encodings", () => {
  const text = "\u201cWe met at the caf\u00e9,\u201d she said.\r\nThen 5 \u20ac \u2014 no more.\n";
  const rows: readonly (readonly [string, Buffer, string])[] = [
    ["UTF-8", Buffer.from(text), text],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`), text],
    ["a second mark is text", Buffer.from(`\ufeff\ufeff${text}`), `\ufeff${text}`],
    ["windows-1252", iconv.encode(text, "windows-1252"), text],
    ["windows-1252, one letter", iconv.encode("Visit to the caf\u00e9", "windows-1252"), "Visit to the caf\u00e9"],
    ["UTF-16LE", iconv.encode(text, "utf-16le"), text],
    ["UTF-16BE", iconv.encode(text, "utf-16be"), text],
    ["UTF-16LE with a mark", iconv.encode(text, "utf-16le", { addBOM: true }), text],
    ["UTF-16BE with a mark", iconv.encode(text, "utf-16be", { addBOM: true }), text],
    ["UTF-32LE with a mark", iconv.encode(text, "utf-32le", { addBOM: true }), text],
    ["UTF-32BE with a mark", iconv.encode(text, "utf-32be", { addBOM: true }), text],
    [
      "UTF-8 cut inside a character",
      Buffer.from("L\u2019\u00c9lys\u00e9e, caf\u00e9").subarray(0, -1),
      "L\u2019\u00c9lys\u00e9e, caf\ufffd",
    ],
    ["no change of form, blanks or line ends", Buffer.from("  e\u0301 \u00a0\r\r\n\n\t"), "  e\u0301 \u00a0\r\r\n\n\t"],
  ];
  test.each(rows)("%s", async (_, bytes, expected) => {
    const base = folder({ "a.txt": bytes, "b.txt.gz": gz(bytes) });
    const all = await read([base]);
    expect(all.map((raw) => (raw.kind === "page" ? raw.text : raw.kind))).toEqual([expected, expected]);
    expect(pageText(await fromStdin(bytes, {}, 1))).toBe(expected);
  });

  const foreign: readonly (readonly [string, string])[] = [
    [
      "windows-1251",
      "\u041f\u0440\u0435\u0437\u0438\u0434\u0435\u043d\u0442 \u0420\u043e\u0441\u0441\u0438\u0438 \u0432\u0441\u0442\u0440\u0435\u0442\u0438\u043b\u0441\u044f \u0441 \u043c\u0438\u043d\u0438\u0441\u0442\u0440\u043e\u043c \u0438\u043d\u043e\u0441\u0442\u0440\u0430\u043d\u043d\u044b\u0445 \u0434\u0435\u043b \u041a\u0438\u0442\u0430\u044f \u0432 \u041c\u043e\u0441\u043a\u0432\u0435.",
    ],
    [
      "gb18030",
      "\u4e2d\u56fd\u5916\u4ea4\u90e8\u957f\u5468\u4e94\u5728\u5317\u4eac\u4f1a\u89c1\u4e86\u4fc4\u7f57\u65af\u5916\u957f\uff0c\u53cc\u65b9\u8ba8\u8bba\u4e86\u5b89\u5168\u5408\u4f5c\u95ee\u9898\u3002",
    ],
    [
      "shift_jis",
      "\u4e2d\u56fd\u306e\u5916\u76f8\u306f\u91d1\u66dc\u65e5\u306b\u5317\u4eac\u3067\u30ed\u30b7\u30a2\u306e\u5916\u76f8\u3068\u4f1a\u8ac7\u3057\u305f\u3002",
    ],
  ];
  test.each(foreign)("%s is told by its letters", async (name, expected) => {
    expect(pageText(await fromStdin(iconv.encode(expected, name)))).toBe(expected);
    const line = iconv.encode(JSON.stringify({ text: expected }) + "\n", name);
    expect(records(await fromStdin(line, {}, 3))).toEqual([{ text: expected }]);
  });

  test("the charset that a page declares wins over a guess, but not over UTF-8", async () => {
    const page = (charset: string): string =>
      `<html><head><meta charset="${charset}"></head><p>\u017b\u00f3\u0142w</p></html>`;
    expect(pageText(await fromStdin(iconv.encode(page("iso-8859-2"), "iso-8859-2")))).toBe(page("iso-8859-2"));
    expect(pageText(await fromStdin(Buffer.from(page("iso-8859-1"))))).toBe(page("iso-8859-1"));
    const latin = '<?xml version="1.0" encoding="ISO-8859-1"?><html><p>\u201ccaf\u00e9\u201d</p></html>';
    expect(pageText(await fromStdin(iconv.encode(latin, "windows-1252")))).toBe(latin);
  });

  test.each(["utf-8", "windows-1252", "utf-16le", "utf-16be"])("records in %s over chunk borders", async (name) => {
    const expected = Array.from({ length: 40 }, (_, i) => ({ id: `a${i}`, text: `${text}${i}` }));
    const lines = expected.map((record) => JSON.stringify(record)).join("\r\n");
    const table = "id,text\n" + expected.map(({ id, text: cell }) => `${id},"${cell}"`).join("\n");
    for (const size of [1, 2, 3, 7, 64]) {
      expect(records(await fromStdin(iconv.encode(lines, name, { addBOM: true }), {}, size))).toEqual(expected);
      expect(records(await fromStdin(iconv.encode(table, name, { addBOM: true }), {}, size))).toEqual(expected);
    }
  });

  test("four-byte characters in records over chunk borders", async () => {
    const expected = [{ text: "\u{1f600}\u{20000}\u4e2d" }];
    for (const size of [1, 2, 3])
      expect(records(await fromStdin(JSON.stringify(expected[0]), {}, size))).toEqual(expected);
  });

  test("a windows-1252 line far down in a UTF-8 file", async () => {
    const late = iconv.encode('{"text": "caf\u00e9 \u201cX\u201d"}\n', "windows-1252");
    const all = records(
      await fromStdin(Buffer.concat([Buffer.from(jsonl(4000)), late, Buffer.from('{"text": "caf\u00e9"}')])),
    );
    expect(all.slice(4000)).toEqual([{ text: "caf\u00e9 \u201cX\u201d" }, { text: "caf\u00e9" }]);
  });
});

describe("kinds", () => {
  const html = "<!DOCTYPE html>\n<html><body><p>Talks began.</p></body></html>";
  const rows: readonly (readonly [string, string, string])[] = [
    ["a.txt", "Talks began.", "page text a.txt"],
    ["a.txt", html, "page html a.txt"],
    ["a.txt", '<?xml version="1.0"?>\n<!-- x -->\n<HTML><p>Talks</p></HTML>', "page html a.txt"],
    ["a.txt", "<div><p>Talks <b>began</b>.</p></div>", "page html a.txt"],
    ["a.txt", "<Reuters> Talks a<b and b>c began.", "page text a.txt"],
    ["a.html", "Talks began.", "page text a.html"],
    ["a.htm", "Talks <b>began</b>.", "page html a.htm"],
    ["a.md", "Talks began.", "page markdown a.md"],
    ["a.md", '<p align="center"><img src="x"></p>\n\n# Talks', "page markdown a.md"],
    ["a.md", html, "page html a.md"],
    ["a.txt", "---\ntitle: Talks\ndate: 2015-01-02\n---\n# Talks\n\nBegan.", "page markdown a.txt"],
    ["a.txt", "---\nTalks began.\n---\n", "page text a.txt"],
    ["a.txt", '\n\n{"text": "Talks began."}\n', "record a.txt line 3"],
    ["a.html", '{"html": "<p>Talks</p>"}', "record a.html line 1"],
    ["a.txt", '{\n  "text": "Talks began."\n}\n', "record a.txt"],
    ["a.jsonl", '[\n {"text": "Talks began."}\n]\n', "record a.jsonl record 1"],
    ["a.json", '[{"text": "Talks began."}]', "record a.json record 1"],
    ["a.json", '[{"text": "Talks began."},\n1]', "record a.json record 1|failure not-an-object a.json record 2"],
    ["a.json", '{\n"text": "x"\n}\n{\n"text": "y"\n}', "failure invalid-json a.json"],
    ["a.txt", "[1] Talks began.", "page text a.txt"],
    ["a.txt", "{Reuters} Talks began.", "page text a.txt"],
    ["a.txt", "id,text\n1,Talks began.\n", "record a.txt row 2"],
    ["a.txt", "text, title and language of the treaty, he said\nwere agreed.", "page text a.txt"],
    ["a.txt", "Text, he said.\nWere agreed.", "page text a.txt"],
    ["a.csv", '{"text": "Talks began."}\n', "record a.csv line 1"],
    ["a.csv", "text\nTalks began.\n", "record a.csv row 2"],
    ["a.csv", html, "page html a.csv"],
    ["a.jsonl", "[1, 2]\n", "failure not-an-object a.jsonl line 1"],
  ];
  test.each(rows)("%s %j", async (name, content, expected) => {
    const base = folder({ [name]: content, [`packed/${name}.gz`]: gz(content) });
    expect(brief(await read([join(base, name)]), base).join("|")).toBe(expected);
    const packed = brief(await read([join(base, `packed/${name}.gz`)]), join(base, "packed")).join("|");
    expect(packed.replaceAll(".gz", "")).toBe(expected);
  });

  test("a given kind is taken as it is", async () => {
    const base = folder({ "a.txt": html });
    expect(brief(await read([base], { input: "text" }), base)).toEqual(["page text a.txt"]);
    expect(brief(await read([base], { input: "jsonl" }), base)[0]).toBe("failure invalid-json a.txt line 1");
    expect(brief(await fromStdin("Talks began.", { input: "html" }), base)).toEqual(["page html -"]);
    expect(brief(await fromStdin("text\nTalks.", { input: "csv" }), base)).toEqual(["record standard input row 2"]);
    expect(brief(await fromStdin('[\n{"text": "Talks."}]', { input: "jsonl" }), base)).toEqual([
      "record standard input record 1",
    ]);
  });

  test("standard input is read where there is no path or a dash, and once", async () => {
    expect(await read(["-", "-"], { stdin: pieces("Talks began.", 3) })).toEqual([
      { kind: "page", format: "text", id: null, where: "standard input", text: "Talks began." },
    ]);
    expect(brief(await fromStdin(gz(jsonl(3)), {}, 1), "")).toHaveLength(3);
  });
});

describe("what is no text", () => {
  const rows: readonly (readonly [string, Content, string, string])[] = [
    ["PDF", "%PDF-1.7\n...", "binary", "PDF"],
    ["ZIP", Buffer.from("PK\u0003\u0004....."), "binary", "ZIP"],
    ["PNG", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "binary", "PNG"],
    ["JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "binary", "JPEG"],
    ["gzip in gzip", gz(gz("Talks")), "binary", "gzip"],
    ["NUL bytes", Buffer.from([1, 2, 0, 0, 0, 3, 0, 9, 8, 7, 0, 0]), "binary", "NUL"],
    ["a NUL far down", `${"Talks began.\n".repeat(9000)}\0`, "binary", "NUL"],
    ["a feed", '<?xml version="1.0"?><rss version="2.0"></rss>', "unsupported", "feed"],
    ["WARC", "WARC/1.0\r\nWARC-Type: warcinfo\r\n", "unsupported", "WARC"],
    ["no bytes", "", "empty", "no text"],
    ["blanks", " \r\n\t\ufeff \n", "empty", "no text"],
    ["a mark alone", "\ufeff", "empty", "no text"],
    ["many blanks", "\n".repeat(200_000), "empty", "no text"],
    ["gzip of nothing", gz(""), "empty", "no text"],
    ["an empty array", "[]", "empty", "empty array"],
  ];
  test.each(rows)("%s", async (name, content, code, word) => {
    const ending = name === "an empty array" ? "json" : "txt";
    const base = folder({ [`a.${ending}`]: content, "b.txt": "Talks began." });
    const all = await read([join(base, `a.${ending}`), join(base, "b.txt")]);
    expect(brief(all, base)).toEqual([`failure ${code} a.${ending}`, "page text b.txt"]);
    expect(messages(all)).toContain(word);
  });

  test.each(["a.jsonl", "a.csv"])("%s of blanks is empty", async (name) => {
    const base = folder({ [name]: "\n".repeat(200_000) });
    expect(brief(await read([base]), base)).toEqual([`failure empty ${name}`]);
  });
});
