/**
 * Quality: codes each set with each coder and prints what the scorer says of it; the figures go to bench/results/quality.json.
 * Usage: npm run bench:quality. Exit code 1 when a set that is there cannot be coded or scored.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { benchData, COMITY, today, TOP } from "./bench-data.ts";

interface Measure {
  readonly name: string;
  readonly input: string;
  readonly flags: readonly string[];
  readonly scorer: string;
  /** Arguments of the scorer, OUT standing for the coder's output. */
  readonly args: readonly string[];
  /** The scorer's exit code says whether an aim is reached, not whether it could score. */
  readonly verdict?: true;
  /** Only this coder is measured: the other gives nothing of the kind. */
  readonly only?: string;
}

const gold = (set: string, scorer: string, ...flags: string[]): Measure => ({
  name: `${set} ${scorer}`,
  input: `gold/${set}.jsonl`,
  flags: ["--with-mentions"],
  scorer: `score/${scorer}.mjs`,
  args: [`gold/${set}.jsonl`, "OUT", ...flags],
});

/** Sentences of our own, coded by hand: bench/sets/README.md. */
const own = (set: string): Measure => {
  const file = join(TOP, "bench/sets", `${set}.jsonl`);
  return { name: `${set} events`, input: file, flags: [], scorer: "score/events.mjs", args: [file, "OUT"] };
};

const MEASURES: readonly Measure[] = [
  gold("news-dev", "events"),
  gold("plover-gsr-dev", "events", "--recall-only"),
  gold("news-dev", "actors"),
  gold("plover-gsr-dev", "actors"),
  own("world-news-1"),
  own("world-news-2"),
  { ...gold("times-dev", "times"), only: "plover" },
  { ...gold("places-dev", "places"), only: "plover" },
  { ...gold("polnear-dev", "statements"), flags: [], only: "plover" },
  {
    name: "seed",
    input: "seed/pak-china-2022.txt",
    flags: ["--with-text", "--with-mentions"],
    scorer: "score/seed.mjs",
    args: ["seed/pak-china-2022.expected.json", "OUT", "--events-only"],
    verdict: true,
  },
];

function run(data: string, out: string, measure: Measure, coder: string): string[] {
  const coded = spawnSync(
    process.execPath,
    [COMITY, "code", resolve(data, measure.input), "--format", "jsonl", "--coder", coder, ...measure.flags],
    { encoding: "utf8", maxBuffer: 1 << 30 },
  );
  if (coded.status !== 0) throw new Error(`${measure.name}: comity code ended with ${coded.status}: ${coded.stderr}`);
  writeFileSync(out, coded.stdout);
  const paths = measure.args.map((arg) => (arg === "OUT" ? out : arg.startsWith("--") ? arg : resolve(data, arg)));
  const scored = spawnSync(process.execPath, [join(data, measure.scorer), ...paths], { encoding: "utf8" });
  if (scored.status !== 0 && !(measure.verdict && scored.status === 1))
    throw new Error(`${measure.name}: the scorer ended with ${scored.status}: ${scored.stderr}`);
  return scored.stdout.trim().split("\n");
}

/** Summary lines of a scorer: what it tells of single misses is left out, for the sets are not ours to print. */
const isSummary = (line: string): boolean =>
  /^(?:type|modes|span|value|found|source|cue|content|statement|\d+ (?:entities|texts|gold)|seed:)/u.test(line);

const data = benchData();
if (data !== null) {
  const folder = mkdtempSync(join(tmpdir(), "comity-bench-"));
  try {
    const { version } = JSON.parse(readFileSync(join(TOP, "packages/node/package.json"), "utf8")) as {
      version: string;
    };
    const figures: Record<string, Record<string, string[]>> = {};
    for (const coder of ["plover", "baseline"]) {
      figures[coder] = {};
      for (const measure of MEASURES) {
        if (measure.only !== undefined && measure.only !== coder) continue;
        const lines = run(data, join(folder, "out.jsonl"), measure, coder).filter(isSummary);
        if (lines.length === 0) throw new Error(`${measure.name}: the scorer printed no figures`);
        figures[coder][measure.name] = lines;
        process.stdout.write(`${coder}: ${measure.name}\n${lines.map((line) => `  ${line}\n`).join("")}`);
      }
    }
    writeFileSync(
      join(TOP, "bench/results/quality.json"),
      `${JSON.stringify({ version, measured: today(), figures }, null, 2)}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
