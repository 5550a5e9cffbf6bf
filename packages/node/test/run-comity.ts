import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../bin/comity.js", import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  /** Takes root's right to ignore file permissions away, so that they mean the same for every user who runs the tests. */
  readonly obeyPermissions?: boolean;
}

/** Starts the built program, as a user's shell would. */
export function startComity(args: readonly string[], options: RunOptions = {}): ChildProcess {
  const root = process.getuid?.() === 0;
  const drop = options.obeyPermissions && root ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : [];
  const [command = process.execPath, ...rest] = [...drop, process.execPath, BIN, ...args];
  return spawn(command, rest, {
    cwd: options.cwd,
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
}

/** Runs the built program to its end. */
export async function runComity(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const child = startComity(args, options);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => err.push(chunk));
  child.stdin?.on("error", () => undefined); // it may end before it has read all
  child.stdin?.end(options.input ?? "");
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
}
