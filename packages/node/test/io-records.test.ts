import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Raw } from "../src/io/raw.ts";
import { readInputs, type ReadOptions } from "../src/io/read-inputs.ts";
import { splitLines } from "../src/io/split-lines.ts";

type Content = string | Uint8Array;

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "comity-io-records-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function file(name: string, content: Content): string {
  writeFileSync(join(root, name), content);
  return join(root, name);
}

async function* pieces(content: Content, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

function open(paths: readonly string[], options: Partial<ReadOptions> = {}): AsyncGenerator<Raw> {
  return readInputs(paths, { input: null, maxChars: 32_000_000, stdin: pieces("", 1), ...options });
}

async function read(paths: readonly string[], options: Partial<ReadOptions> = {}): Promise<Raw[]> {
  const all: Raw[] = [];
  for await (const raw of open(paths, options)) all.push(raw);
  return all;
}

const fromStdin = (content: Content, options: Partial<ReadOptions> = {}, size = 65536): Promise<Raw[]> =>
  read([], { stdin: pieces(content, size), ...options });

const place = (raw: Raw): string => raw.where.replace(`${root}/`, "").replace("standard input ", "");
const brief = (all: readonly Raw[]): string[] =>
  all.map((raw) => (raw.kind === "failure" ? `${raw.issue.code} ${place(raw)}` : place(raw)));
const failures = (all: readonly Raw[]): string[] =>
  all.flatMap((raw) => (raw.kind === "failure" ? [raw.issue.message] : []));
const records = (all: readonly Raw[]): unknown[] => all.flatMap((raw) => (raw.kind === "record" ? [raw.record] : []));

const line = (i: number): string => `{"id": "a${i}", "text": "Article ${i}."}\n`;
const lines = (n: number): string => Array.from({ length: n }, (_, i) => line(i + 1)).join("");

describe("JSONL", () => {
  test("one bad line of 2,000 fails alone, with its number, the reason and its start", async () => {
    const content = lines(2000).replace(line(1734), `{"id": "a1734", text: ${"x".repeat(100)}}\n`);
    const all = await read([file("news.jsonl", content)]);
    expect(all).toHaveLength(2000);
    expect(brief(all)[1733]).toBe("invalid-json news.jsonl line 1734");
    expect(failures(all)).toHaveLength(1);
    expect(failures(all)[0]).toContain('{"id": "a1734", text: xxxx');
    expect(failures(all)[0]).not.toContain("x".repeat(60));
    expect(all[1999]).toMatchObject({ kind: "record", record: { id: "a2000" } });
  });

  test("blank lines count and give nothing; what is no object fails", async () => {
    expect(brief(await fromStdin('\n{"text": "x"}\r\n  \n[1]\nnull\n"x"\n7\n{"text": "y"}'))).toEqual([
      "line 2",
      "not-an-object line 4",
      "not-an-object line 5",
      "not-an-object line 6",
      "not-an-object line 7",
      "line 8",
    ]);
  });

  test("a bad first line does not hide the others", async () => {
    expect(brief(await read([file("first.jsonl", `{"text": "x\n${lines(2)}`)]))).toEqual([
      "invalid-json first.jsonl line 1",
      "first.jsonl line 2",
      "first.jsonl line 3",
    ]);
  });

  test.each([64, 1000, 65536])("a line over the limit is passed over, in chunks of %i bytes", async (size) => {
    const long = JSON.stringify({ text: "é".repeat(1000) });
    const fits = JSON.stringify({ text: "é".repeat(1000 - 11) });
    const all = await fromStdin(`${line(1)}${long}\n${fits}\n${line(4)}`, { maxChars: 1000 }, size);
    expect(brief(all)).toEqual(["line 1", "line-too-long line 2", "line 3", "line 4"]);
    expect(failures(all)[0]).toContain("2,011 bytes");
    expect(failures(all)[0]).toContain("1,000 characters");
  });

  test("a line of 200 MB is passed over without being held", async () => {
    const chunk = Buffer.alloc(1 << 20, "x");
    async function* generate(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${line(1)}{"text": "`);
      for (let i = 0; i < 200; i++) yield chunk;
      yield Buffer.from(`"}\n${line(3)}`);
    }
    const before = process.memoryUsage();
    let highest = 0;
    const all: Raw[] = [];
    for await (const raw of open([], { stdin: generate(), maxChars: 4_000_000 })) {
      const now = process.memoryUsage();
      highest = Math.max(highest, now.heapUsed + now.arrayBuffers - before.heapUsed - before.arrayBuffers);
      all.push(raw);
    }
    expect(brief(all)).toEqual(["line 1", "line-too-long line 2", "line 3"]);
    expect(failures(all)[0]).toContain("209,715,212 bytes");
    expect(highest).toBeLessThan(60_000_000);
  });

  test("a live stream gives its first record before it goes on", async () => {
    let asked = 0;
    async function* live(): AsyncGenerator<Uint8Array> {
      for (asked = 1; asked <= 3; asked++) yield Buffer.from(line(asked));
    }
    const source = open([], { stdin: live() });
    expect((await source.next()).value).toMatchObject({ kind: "record", where: "standard input line 1" });
    expect(asked).toBe(1);
    await source.return(undefined);
  });
});

describe("lines", () => {
  const rows: readonly (readonly [string, readonly (string | null)[]])[] = [
    ["", []],
    ["\n", [""]],
    ["a", ["a"]],
    ["a\n", ["a"]],
    ["a\r\n\nb", ["a\r", "", "b"]],
    ["12345678\n123456789\n1\n", ["12345678", null, "1"]],
    ["123456789", [null]],
    ["äöüßäöüß\näöüßäöüßx\n", ["äöüßäöüß", null]],
    [
      "\u{1f600}\u{1f600}\u{1f600}\u{1f600}\n\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\n",
      ["\u{1f600}".repeat(4), null],
    ],
  ];
  test.each(rows)("%j", async (content, expected) => {
    for (const size of [1, 2, 3, 5, 100]) {
      const found: (string | null)[] = [];
      for await (const batch of splitLines(pieces(content, size), 8)) {
        for (const one of batch) {
          found.push(one.bytes?.toString() ?? null);
          expect(one.number).toBe(found.length);
        }
      }
      expect(found).toEqual(expected);
    }
  });
});

describe("CSV", () => {
  const rows: readonly (readonly [string, string, readonly unknown[]])[] = [
    ["comma", "id,text\n1,Talks\n", [{ id: "1", text: "Talks" }]],
    ["semicolon", "id;text\n1;Talks, he said\n", [{ id: "1", text: "Talks, he said" }]],
    ["tab", "id\ttext\n1\tTalks; more\n", [{ id: "1", text: "Talks; more" }]],
    [
      "mark, line ends of Windows, no last line end",
      "\ufeffid,text\r\n1,Talks\r\n2,End",
      [
        { id: "1", text: "Talks" },
        { id: "2", text: "End" },
      ],
    ],
    [
      "line ends of both sorts",
      "id,text\r\n1,Talks\n2,End\r\n",
      [
        { id: "1", text: "Talks" },
        { id: "2", text: "End" },
      ],
    ],
    [
      "old line ends",
      "id,text\r1,Talks\r2,End\r",
      [
        { id: "1", text: "Talks" },
        { id: "2", text: "End" },
      ],
    ],
    ["line ends and quotes in a field", 'id,text\n1,"a\r\n""b"", c\n"\n', [{ id: "1", text: 'a\r\n"b", c\n' }]],
    [
      "a quote inside an unquoted field",
      'id,text\n1,a 5" gun\n2,b\n',
      [
        { id: "1", text: 'a 5" gun' },
        { id: "2", text: "b" },
      ],
    ],
    ["empty fields are absent", 'id,text,title\n,Talks,""\n', [{ text: "Talks" }]],
    [
      "names in any case, other columns kept",
      "ID, Text ,Editor\n1,Talks,Li\n",
      [{ id: "1", text: "Talks", Editor: "Li" }],
    ],
    ["the first of two equal columns", "text,text,id\nTalks,End,1\n", [{ text: "Talks", id: "1" }]],
    ["blanks kept, blank rows passed over", "id,text\n\n1,  Talks \n   \n", [{ id: "1", text: "  Talks " }]],
    ["html", "html,url\n<p>Talks</p>,x\n", [{ html: "<p>Talks</p>", url: "x" }]],
  ];
  test.each(rows)("%s", async (_, content, expected) => {
    for (const size of [1, 2, 5, 1000])
      expect(records(await fromStdin(content, { input: "csv" }, size))).toEqual(expected);
  });

  test("a column called __proto__ is a column", async () => {
    const [record] = records(await fromStdin("text,__proto__\nTalks,x\n", { input: "csv" }));
    expect(Object.keys(record as object)).toEqual(["text", "__proto__"]);
  });

  test("a row with a wrong number of fields fails alone", async () => {
    const all = await read([file("news.csv", 'id,text\n1,a\n2,b,c\n3\n\n"5","d\ne"\n6,f\n')]);
    expect(brief(all)).toEqual([
      "news.csv row 2",
      "bad-row news.csv row 3",
      "bad-row news.csv row 4",
      "news.csv row 6",
      "news.csv row 7",
    ]);
    expect(failures(all)[0]).toContain("3 fields, the header has 2");
  });

  test("a quote that is never closed", async () => {
    const all = await fromStdin('id,text\n1,a\n2,"b\n3,c\n', { input: "csv" });
    expect(brief(all)).toEqual(["row 2", "bad-row row 3"]);
    expect(failures(all)[0]).toContain("not closed");
  });

  test("no text column, no rows", async () => {
    const all = [...(await read([file("a.csv", "id,body\n1,x\n")])), ...(await read([file("b.csv", "id,text\n")]))];
    expect(brief(all)).toEqual(["no-text-column a.csv", "empty b.csv"]);
    expect(failures(all)[0]).toContain('"id", "body"');
  });

  test.each([1000, 65536])("a row over the limit is passed over, in chunks of %i bytes", async (size) => {
    const long = `2,"${'a ""quoted"",\n'.repeat(40_000)}"\n`;
    const short = `3,"${"x".repeat(20_000)}"\n`;
    const all = await fromStdin(`id,text\n1,a\n${long}${short}4,"b\nc"\n`, { maxChars: 10_000, input: "csv" }, size);
    expect(brief(all)).toEqual(["row 2", "line-too-long row 3", "line-too-long row 4", "row 5"]);
  });
});

describe("gzip", () => {
  const plain = lines(5000);
  const packed = gzipSync(plain);

  test.each([1, 10, 65536])("members in a row are one stream, in chunks of %i bytes", async (size) => {
    const members = Buffer.concat([gzipSync(lines(3)), gzipSync(line(4)), gzipSync("")]);
    expect(brief(await fromStdin(members, {}, size))).toEqual(["line 1", "line 2", "line 3", "line 4"]);
  });

  test("is told by its bytes, not by the name", async () => {
    expect(await read([file("packed.txt", gzipSync("Talks")), file("plain.txt.gz", "Talks")])).toMatchObject([
      { id: "packed.txt", text: "Talks" },
      { id: "plain.txt", text: "Talks" },
    ]);
  });

  test("cut data give their records first, then say where they end", async () => {
    const all = await read([file("cut.jsonl.gz", packed.subarray(0, packed.length / 2)), file("next.jsonl", line(1))]);
    const good = records(all).length - 1;
    expect(good).toBeGreaterThan(1000);
    expect(brief(all).slice(good)).toEqual(["broken-gzip cut.jsonl.gz", "next.jsonl line 1"]);
    expect(failures(all)[0]).toContain(`up to line ${good} `);
  });

  test("damage in the middle ends the file, and what went before is there", async () => {
    const damaged = Buffer.from(packed);
    damaged.fill(0xaa, 15_000, 15_050);
    const all = await read([file("middle.jsonl.gz", damaged), file("next.jsonl", line(1))]);
    expect(brief(all)[0]).toBe("middle.jsonl.gz line 1");
    expect(brief(all).slice(-2)).toEqual(["broken-gzip middle.jsonl.gz", "next.jsonl line 1"]);
  });

  test("cut and damaged data of every kind fail and nothing else", async () => {
    const damaged = Buffer.from(packed);
    damaged.fill(0xaa, damaged.length - 8, damaged.length - 4);
    const table = gzipSync(`id,text\n${"1,x\n".repeat(50_000)}`);
    const page = gzipSync("Talks began. ".repeat(3));
    const all = await read([
      file("damaged.jsonl.gz", damaged),
      file("cut.csv.gz", table.subarray(0, -100)),
      file("cut.txt.gz", page.subarray(0, -9)),
      file("header.txt.gz", page.subarray(0, 3)),
    ]);
    expect(brief(all).filter((text) => text.startsWith("broken"))).toEqual([
      "broken-gzip damaged.jsonl.gz",
      "broken-gzip cut.csv.gz",
      "broken-gzip cut.txt.gz",
      "broken-gzip header.txt.gz",
    ]);
    expect(failures(all)).toHaveLength(4);
  });
});

describe("limits and stops", () => {
  test("a page over the limit fails without being read to its end", async () => {
    let chunks = 0;
    async function* generate(): AsyncGenerator<Uint8Array> {
      for (; chunks < 1000; chunks++) yield Buffer.alloc(65536, "Talks began. ");
    }
    const all = await read(["-", file("small.txt", "é".repeat(100_000)), file("big.txt", "é".repeat(100_001))], {
      stdin: generate(),
      maxChars: 100_000,
    });
    expect(brief(all)).toEqual(["too-large standard input", "small.txt", "too-large big.txt"]);
    expect(chunks).toBeLessThan(5);
  });

  const openFiles = (): string[] =>
    readdirSync("/proc/self/fd").flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/self/fd/${fd}`)].filter((path) => path.startsWith(root));
      } catch {
        return [];
      }
    });

  test.each(["stop.jsonl", "stop.csv", "stop.jsonl.gz"])("a stop ends %s and closes it", async (name) => {
    const content = name.includes("csv") ? `id,text\n${"1,x\n".repeat(500_000)}` : lines(50_000);
    const path = file(name, name.endsWith("gz") ? gzipSync(content) : content);
    const controller = new AbortController();
    let seen = 0;
    for await (const raw of open([path, path], { signal: controller.signal })) {
      expect(raw.kind).toBe("record");
      seen += 1;
      if (seen === 5) controller.abort();
    }
    expect(seen).toBe(5);
    expect(openFiles()).toEqual([]);
    for await (const raw of open([path])) {
      expect(raw.kind).toBe("record");
      break;
    }
    expect(openFiles()).toEqual([]);
  });

  test("a stop ends the wait for a silent stream", async () => {
    const controller = new AbortController();
    async function* silent(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(line(1));
      await new Promise(() => undefined);
    }
    const found: Raw[] = [];
    for await (const raw of open([], { stdin: silent(), signal: controller.signal })) {
      found.push(raw);
      setTimeout(() => controller.abort(), 10);
    }
    expect(brief(found)).toEqual(["line 1"]);
    expect(await read(["-"], { signal: controller.signal })).toEqual([]);
  });

  test("a stream that fails is a failure", async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(lines(2));
      throw new Error("the other end went away");
    }
    const all = await read(["-"], { stdin: failing() });
    expect(brief(all)).toEqual(["line 1", "line 2", "unreadable standard input"]);
    expect(failures(all)[0]).toContain("went away");
  });
});
