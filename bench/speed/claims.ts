/**
 * How long grouping of statements into claims takes, and its memory: made-up propositions of up to 100,000 statements, words as frequent as words are (the n-th by 1/n), one in
 * five the wording of an earlier one with a word changed. Usage: npm run bench:claims; the figures go to bench/results/claims.json. Exit code 1 when an aim is missed.
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { groupClaims, type ClaimRecord } from "@comity/core";
import { TOP } from "../quality/bench-data.ts";
import { numbers, word } from "./made-up-names.ts";

const SIZES = [10_000, 100_000] as const;
const AIM_SECONDS = 60;
const WORDS = 30_000;

function madeUpRecords(count: number): ClaimRecord[] {
  const next = numbers(3);
  // A rank of Zipf's law: e to an evenly spread logarithm.
  const rank = (): number => Math.floor(Math.exp((next(1_000_000) / 1_000_000) * Math.log(WORDS)));
  const wordings: string[][] = [];
  return Array.from({ length: count }, (_, i) => {
    const known = next(5) === 0 ? wordings[next(wordings.length)] : undefined;
    const words = known ? [...known.slice(1), word(rank())] : Array.from({ length: 4 + next(10) }, () => word(rank()));
    wordings.push(words);
    const own = [...new Set([...words, `@${word(1 + next(40)).slice(0, 3)}`])];
    return {
      key: String(i), document: String(Math.floor(i / 10)), reportText: String(Math.floor(i / 10)), day: null, denies: next(20) === 0,
      head: words.at(-1) ?? "", words: own, negated: [], roles: [], force: "fact", conditional: false, whole: true, open: false,
    }; // prettier-ignore
  });
}

function measure(statements: number): { statements: number; seconds: number; megabytes: number; claims: number } {
  const records = madeUpRecords(statements);
  globalThis.gc?.();
  const before = process.cpuUsage();
  const claims = groupClaims(records);
  const { user, system } = process.cpuUsage(before);
  const seconds = Math.round((user + system) / 1e4) / 100;
  return { statements, seconds, megabytes: Math.round(process.memoryUsage().rss / 1e6), claims: claims.length };
}

const figures = SIZES.map(measure);
for (const { statements, seconds, megabytes, claims } of figures)
  process.stdout.write(`${statements} statements: ${claims} claims in ${seconds} s of the processor, ${megabytes} MB in all\n`); // prettier-ignore
const machine = `${cpus().length} x ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`;
writeFileSync(join(TOP, "bench/results/claims.json"), `${JSON.stringify({ machine, figures }, null, 2)}\n`);
if (figures.some(({ seconds }) => seconds > AIM_SECONDS)) {
  process.stdout.write(`aim missed: more than ${AIM_SECONDS} s\n`);
  process.exitCode = 1;
}
