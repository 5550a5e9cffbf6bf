/**
 * Speed, size and memory of the reader of English, in Node and in a browser; the figures go to bench/results/reader.json.
 * Usage: npm run bench:reader. Never a test: machines differ.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchData, TOP } from "../quality/bench-data.ts";
import { findChromium, measureInBrowser } from "./browser.ts";
import { newsDocuments } from "./news-documents.ts";
import { MODEL_FOLDER } from "./program-files.ts";

const data = benchData();
if (data !== null) {
  const run = spawnSync(process.execPath, [fileURLToPath(new URL("reader-run.js", import.meta.url)), data], { encoding: "utf8" }); // prettier-ignore
  if (run.status !== 0) throw new Error(`the measured run ended with ${run.status}: ${run.stderr}`);
  const node = JSON.parse(run.stdout) as Record<string, unknown>;
  const chromium = findChromium();
  let browser: object | null = null;
  if (chromium === null) process.stdout.write("There is no Chromium here; the browser was not measured.\n");
  else {
    const { analysis, ...figures } = await measureInBrowser(chromium, newsDocuments(data, 40), 4);
    browser = { ...figures, analysisCharacters: analysis.length };
  }
  const modelBytes = readdirSync(MODEL_FOLDER).reduce((sum, name) => sum + statSync(join(MODEL_FOLDER, name)).size, 0);
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`;
  const figures = { measured: new Date().toISOString().slice(0, 10), machine, modelBytes, node, browser };
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  writeFileSync(join(TOP, "bench/results/reader.json"), `${JSON.stringify(figures, null, 2)}\n`);
}
