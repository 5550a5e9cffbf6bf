import { spawn } from "node:child_process";
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { COMITY } from "../quality/bench-data.ts";

export interface Run {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  /** Lines written to standard output: documents, in JSONL. */
  readonly lines: number;
  /** Seconds until the first output. */
  readonly firstOutput: number;
}

const REPORT = fileURLToPath(new URL("./report-memory.js", import.meta.url));

/**
 * Runs `comity` as a whole process.
 * @param input written to its standard input, piece by piece, as fast as it is taken; null: none
 * @throws Error when it ends with another code than 0
 */
export async function measure(args: readonly string[], input: Iterable<Uint8Array> | null): Promise<Run> {
  const begin = performance.now();
  const child = spawn(process.execPath, ["--import", REPORT, COMITY, ...args], {
    stdio: ["pipe", "pipe", "pipe", "pipe"],
  });
  let lines = 0;
  let firstOutput = Number.NaN;
  let report = "";
  let messages = "";
  child.stdout.on("data", (chunk: Buffer) => {
    if (lines === 0) firstOutput = (performance.now() - begin) / 1000;
    for (const byte of chunk) if (byte === 10) lines += 1;
  });
  child.stderr.on("data", (chunk: Buffer) => (messages = (messages + chunk.toString()).slice(-2000)));
  child.stdio[3]?.on("data", (chunk: Buffer) => (report += chunk.toString()));
  const closed = once(child, "close") as Promise<[number | null]>;
  for (const piece of input ?? []) if (!child.stdin.write(piece)) await once(child.stdin, "drain");
  child.stdin.end();
  const [code] = await closed;
  if (code !== 0) throw new Error(`comity ${args.join(" ")} ended with ${code}: ${messages}`);
  const { peakBytes, cpuSeconds } = JSON.parse(report) as { peakBytes: number; cpuSeconds: number };
  return { seconds: (performance.now() - begin) / 1000, cpuSeconds, peakBytes, lines, firstOutput };
}
