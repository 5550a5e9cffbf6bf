/**
 * Speed and memory of whole `comity code` runs, on real articles; the figures go to bench/results/speed.json.
 * Usage: npm run bench:speed [-- --stream MEGABYTES]. The second measure streams the same articles again and again through standard input, to show
 * that memory does not grow with the input. Never a test: machines differ.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { benchData, TOP } from "../quality/bench-data.ts";
import { measure, type Run } from "./measure.ts";

const RUNS = 5;
const data = benchData();
const at = process.argv.indexOf("--stream");
const megabytes = at < 0 ? 0 : Number(process.argv[at + 1]);

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

function figures(runs: readonly Run[]): Record<string, number> {
  return {
    runs: runs.length,
    documents: runs[0]?.lines ?? 0,
    secondsMedian: round(median(runs.map((run) => run.seconds)), 2),
    cpuSecondsMedian: round(median(runs.map((run) => run.cpuSeconds)), 2),
    documentsPerSecond: round(median(runs.map((run) => run.lines / run.seconds))),
    peakMegabytes: round(Math.max(...runs.map((run) => run.peakBytes)) / 1e6),
    firstOutputSeconds: round(median(runs.map((run) => run.firstOutput)), 2),
  };
}

/** The file's bytes over and over, until the size is reached, ending with a whole pass. */
function* repeated(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let sent = 0; sent < size; sent += bytes.length) {
    for (let i = 0; i < bytes.length; i += 1 << 16) yield bytes.subarray(i, i + (1 << 16));
  }
}

if (data !== null) {
  const file = join(data, "gold/polnear-train.jsonl.gz");
  const results = join(TOP, "bench/results/speed.json");
  const runs: Run[] = [];
  await measure(["code", file, "--format", "jsonl"], null); // warms the file cache
  for (let i = 0; i < RUNS; i += 1) runs.push(await measure(["code", file, "--format", "jsonl"], null));
  const before = (JSON.parse(readFileSync(results, "utf8")) as Record<string, unknown>)["stream"] ?? null;
  const articles = figures(runs);
  process.stdout.write(`comity code, 840 articles: ${JSON.stringify(articles)}\n`);
  let stream: unknown = before;
  if (megabytes > 0) {
    const bytes = new Uint8Array(gunzipSync(readFileSync(file)));
    const small = await measure(["code", "-", "--format", "jsonl"], repeated(bytes, 50e6));
    const large = await measure(["code", "-", "--format", "jsonl"], repeated(bytes, megabytes * 1e6));
    stream = { smallMegabytes: 50, small: figures([small]), largeMegabytes: megabytes, large: figures([large]) };
    process.stdout.write(`streamed: ${JSON.stringify(stream)}\n`);
  }
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`;
  writeFileSync(results, `${JSON.stringify({ machine, articles, stream }, null, 2)}\n`);
}
