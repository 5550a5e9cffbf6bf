/**
 * Speed and memory of the dictionary of names (core's TokenTrie) with 100,000, 200,000 and 400,000 made-up names, and how fast text is searched; the
 * figures, time of the processor in the best of five runs and the most memory, go to bench/results/actors.json. Usage: npm run bench:actors. Exit code 1 when an aim is missed.
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { TokenTrie } from "@comity/core";
import { TOP } from "../quality/bench-data.ts";
import { madeUpNames, madeUpText } from "./made-up-names.ts";

const SIZES = [100_000, 200_000, 400_000] as const;
const RUNS = 5;
/** Of the dictionary of 200,000 names. */
const AIMS = { buildMilliseconds: 1000, megabytes: 40, megabytesPerSecond: 10 } as const;
const TEXT_BYTES = 10e6;

interface Figures {
  readonly names: number;
  readonly buildMilliseconds: number;
  readonly megabytes: number;
  readonly megabytesPerSecond: number;
  readonly found: number;
}

/** Bytes that are in use after a collection, typed arrays included. */
function used(): number {
  if (!globalThis.gc) throw new Error("run node with --expose-gc");
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Of all threads: what a busy machine does beside it does not count. */
function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function measure(size: number): Figures {
  const names = madeUpNames(size);
  const sentences = madeUpText(names, TEXT_BYTES);
  const [builds, searches, memory] = [[] as number[], [] as number[], [] as number[]];
  let found = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const before = used();
    const begin = processorMilliseconds();
    const trie = new TokenTrie<number>();
    for (const [i, name] of names.entries()) trie.add(name.split(" "), i);
    builds.push(processorMilliseconds() - begin);
    memory.push(used() - before);
    const from = processorMilliseconds();
    found = 0;
    for (const sentence of sentences) found += trie.search(sentence).length;
    searches.push(processorMilliseconds() - from);
  }
  return {
    names: size,
    buildMilliseconds: Math.round(Math.min(...builds)),
    // The most, since a dictionary that is not collected yet makes the next one look small.
    megabytes: Number((Math.max(...memory) / 1e6).toFixed(1)),
    megabytesPerSecond: Number((TEXT_BYTES / 1000 / Math.min(...searches)).toFixed(1)),
    found,
  };
}

const figures: Figures[] = [];
for (const size of SIZES) {
  const one = measure(size);
  figures.push(one);
  process.stdout.write(`${JSON.stringify(one)}\n`);
}
const measured = new Date().toISOString().slice(0, 10);
const machine = `${cpus().length} x ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`;
writeFileSync(
  join(TOP, "bench/results/actors.json"),
  `${JSON.stringify({ measured, machine, aims: AIMS, figures }, null, 2)}\n`,
);
const aimed = figures.find(({ names }) => names === 200_000);
if (
  !aimed ||
  aimed.buildMilliseconds > AIMS.buildMilliseconds ||
  aimed.megabytes > AIMS.megabytes ||
  aimed.megabytesPerSecond < AIMS.megabytesPerSecond
) {
  process.stdout.write("An aim is missed.\n");
  process.exitCode = 1;
}
