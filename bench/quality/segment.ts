/**
 * Sentences and tokens against the treebanks, from raw text: each paragraph of the treebank's running text is cut, with the trained scorer and by rule,
 * and scored by the treebank scorer; the figures and the speed go to bench/results/segment.json.
 * Usage: npm run build && node bench/dist/quality/segment.js [--dev]. Exit code 1 when a treebank that is there cannot be scored.
 */
import { segmentDocument, loadSegmenter, type Document, type Paragraph, type Segmenter } from "@comity/core";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchData, TOP } from "./bench-data.ts";

const dev = process.argv.includes("--dev");
const BANKS = dev ? ["ewt-dev", "gum-dev"] : ["ewt-test", "gum-test", "pud-test"];
const model = join(TOP, "models/en/segment");

function node(...args: string[]): string {
  const run = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${args[0]} ended with ${run.status}: ${run.stderr.slice(0, 500)}`);
  return run.stdout;
}

/** A document of bare text whose paragraphs stand between blank lines. */
function plainDocument(text: string): Document {
  const paragraphs: Paragraph[] = [];
  for (const { 0: body, index: start } of text.matchAll(/\S[^\n]*(?:\n[^\n]+)*/gu))
    paragraphs.push({ kind: "body", start, end: start + body.length, repeats: null });
  const facts = { title: null, published: null, publishedBasis: null, source: null, url: null, language: "en" };
  return { kind: "document", id: "", text, sha256: "", ...facts, paragraphs, issues: [] };
}

/** CoNLL-U with range lines; tags and trees are dummies. */
function toConllu(document: Document, segmenter: Segmenter | null): string {
  let out = "";
  for (const { tokens } of segmentDocument(document, segmenter).sentences) {
    for (const [i, { start, end, joined }] of tokens.entries()) {
      let last = i;
      while (tokens[last + 1]?.joined) last += 1;
      if (!joined && last > i) out += `${i + 1}-${last + 1}\t${document.text.slice(start, tokens[last]?.end)}\t_\t_\t_\t_\t_\t_\t_\t_\n`; // prettier-ignore
      const form = document.text.slice(start, end);
      out += `${i + 1}\t${form}\t_\tX\t_\t_\t${i === 0 ? "0\troot" : "1\tdep"}\t_\t_\n`;
    }
    out += "\n";
  }
  return out;
}

const wanted = new Set(["tokens", "words", "sentences"]);
const figures = (lines: string): Record<string, number> =>
  Object.fromEntries(
    [...lines.matchAll(/^(\S+) +P .* F1 +([\d.]+)$/gmu)]
      .map(([, name = "", f1]): [string, number] => [name, Number(f1)])
      .filter(([name]) => wanted.has(name)),
  );

const data = benchData();
if (data !== null) {
  const folder = mkdtempSync(join(tmpdir(), "comity-bench-"));
  try {
    const meta = JSON.parse(readFileSync(`${model}.json`, "utf8")) as { sha256: string };
    const segmenter = loadSegmenter(readFileSync(`${model}.bin`), meta);
    const results: Record<string, Record<string, Record<string, number>>> = {};
    for (const bank of BANKS) {
      const gold = join(data, `treebanks/${bank}.conllu.gz`);
      const document = plainDocument(node(join(data, "score/rawtext.mjs"), gold));
      results[bank] = {};
      for (const [name, scorer] of [
        ["trained", segmenter],
        ["rules", null],
      ] as const) {
        const out = join(folder, "out.conllu");
        writeFileSync(out, toConllu(document, scorer));
        results[bank][name] = figures(node(join(data, "score/conll.mjs"), gold, out));
        process.stdout.write(`${bank} ${name}: ${JSON.stringify(results[bank][name])}\n`);
      }
    }
    const text = node(join(data, "score/rawtext.mjs"), join(data, "treebanks/gum-dev.conllu.gz")).repeat(60);
    const document = plainDocument(text);
    segmentDocument(plainDocument(text.slice(0, 500_000)), segmenter);
    const start = performance.now();
    segmentDocument(document, segmenter);
    const speed = Math.round(text.length / ((performance.now() - start) / 1000));
    process.stdout.write(`${text.length} characters, ${speed} a second\n`);
    if (!dev)
      writeFileSync(join(TOP, "bench/results/segment.json"), `${JSON.stringify({ model: meta.sha256, figures: results, charactersPerSecond: speed }, null, 2)}\n`); // prettier-ignore
  } finally {
    rmSync(folder, { recursive: true });
  }
}
