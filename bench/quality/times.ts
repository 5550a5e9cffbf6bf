/**
 * Dates in news text, against TIMEX3 annotation and beside chrono-node: the same texts, each with its day of publication as reference, in one run. Both are scored
 * by the scorer of the benchmark sets. Speed is that of finding the expressions, in processor time: ours has its tokens and trees already, since they are read for everything else; what
 * reading costs is printed beside. Figures go to bench/results/times.json. Usage: npm run bench:times
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { findTimes, loadCodebook, loadReader, plainDocument, type Parsed } from "@comity/core";
import * as chrono from "chrono-node";
import { codebookFiles, MODEL_FOLDER } from "../speed/program-files.ts";
import { benchData, TOP } from "./bench-data.ts";

const PASSES = 150;

interface GoldText {
  readonly id: string;
  readonly text: string;
  readonly published: string;
}
interface Time {
  readonly start: number;
  readonly end: number;
  readonly date: { readonly start: string | null; readonly precision: string };
}

/** What chrono knows for certain decides the precision; its reference is noon of the day of publication, so that no zone moves the day. */
function chronoTimes({ text, published }: GoldText): Time[] {
  return chrono.parse(text, { instant: new Date(`${published}T12:00:00Z`), timezone: 0 }).map((result) => {
    const { start } = result;
    const day = start.isCertain("day") || start.isCertain("weekday") || start.isCertain("hour");
    const precision = day ? "day" : start.isCertain("month") ? "month" : start.isCertain("year") ? "year" : "day";
    const two = (n: number | null): string => String(n ?? 1).padStart(2, "0");
    const iso = `${start.get("year")}-${two(start.get("month"))}-${two(start.get("day"))}`;
    return { start: result.index, end: result.index + result.text.length, date: { start: iso, precision } };
  });
}

function scores(
  data: string,
  file: string,
  rows: readonly { id: string; times: readonly Time[] }[],
): Record<string, unknown> {
  writeFileSync(
    file,
    rows.map(({ id, times }) => `${JSON.stringify({ document: { id }, mentions: { times } })}\n`).join(""),
  );
  const out = execFileSync(
    process.execPath,
    [join(data, "score/times.mjs"), join(data, "gold/times-dev.jsonl"), file],
    { encoding: "utf8" },
  );
  const figures = [...out.matchAll(/^(span|value) +P +([\d.]+) +R +([\d.]+) +F1 +([\d.]+)$/gmu)];
  return Object.fromEntries(
    figures.map(([, name, p, r, f1]) => [name, { precision: Number(p), recall: Number(r), f1: Number(f1) }]),
  );
}

/**
 * Milliseconds of processor time of each one's fastest pass. Passes alternate, so that what else the machine does meets both alike; there are enough of them for
 * both to be compiled to the end.
 */
function fastest(...runs: readonly (() => void)[]): number[] {
  const best = runs.map(() => Infinity);
  for (let pass = 0; pass < PASSES; pass += 1)
    for (const [i, run] of runs.entries()) {
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      best[i] = Math.min(best[i] ?? Infinity, (user + system) / 1000);
    }
  return best;
}

const data = benchData();
if (data !== null) {
  const texts = readFileSync(join(data, "gold/times-dev.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as GoldText);
  const codebook = loadCodebook(codebookFiles());
  const reader = loadReader(
    new Map(readdirSync(MODEL_FOLDER).map((name) => [name, readFileSync(join(MODEL_FOLDER, name))])),
    codebook,
  );
  const begin = performance.now();
  const parsed = texts.map(({ id, text, published }): Parsed => {
    const paragraphs = [...text.matchAll(/\S(?:.|\n(?!\n))*/gu)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    }));
    return reader.parse(reader.segment({ ...plainDocument(id, text, paragraphs), published }));
  });
  const reading = performance.now() - begin;
  const ours = parsed.map((one) => ({ id: one.segmented.document.id, times: findTimes(one, codebook.times) }));
  const theirs = texts.map((one) => ({ id: one.id, times: chronoTimes(one) }));
  const [oursMs = NaN, theirsMs = NaN] = fastest(
    () => parsed.forEach((one) => findTimes(one, codebook.times)),
    () => texts.forEach((one) => chronoTimes(one)),
  );
  const folder = mkdtempSync(join(tmpdir(), "comity-times-"));
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const speed = (ms: number): Record<string, number> => ({
    milliseconds: Number(ms.toFixed(2)),
    charactersASecond: Math.round((characters * 1000) / ms),
  });
  const result = {
    set: "times-dev",
    texts: texts.length,
    characters,
    comity: {
      ...scores(data, join(folder, "comity.jsonl"), ours),
      finding: speed(oursMs),
      readingMilliseconds: Math.round(reading),
    },
    "chrono-node": { ...scores(data, join(folder, "chrono.jsonl"), theirs), finding: speed(theirsMs) },
    timesFaster: Number((theirsMs / oursMs).toFixed(1)),
  };
  rmSync(folder, { recursive: true });
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(join(TOP, "bench/results/times.json"), `${JSON.stringify(result, null, 2)}\n`);
}
