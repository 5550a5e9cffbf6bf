import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The top of the workspace. */
export const TOP = fileURLToPath(new URL("../../../", import.meta.url));

/** The folder of benchmark sets and scorers: `COMITY_BENCH_DATA`, by default `shared` beside the workspace. Null, with a message, where it is not there. */
export function benchData(): string | null {
  const folder = resolve(TOP, process.env["COMITY_BENCH_DATA"] ?? "../shared");
  if (existsSync(join(folder, "gold")) && existsSync(join(folder, "score"))) return folder;
  process.stdout.write(
    `The benchmark sets are not here: ${folder} has no gold/ and score/. Set COMITY_BENCH_DATA to their folder. Nothing was measured.\n`,
  );
  return null;
}

/** The day on which a benchmark runs, YYYY-MM-DD, as its results give it. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** The built command line. */
export const COMITY = join(TOP, "packages/node/bin/comity.js");
