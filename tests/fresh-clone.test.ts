import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const TOP = fileURLToPath(new URL("../", import.meta.url));

/** The files that a clone of the working tree has: all that git tracks or would track. */
function clone(): string {
  const folder = mkdtempSync(join(tmpdir(), "comity-clone-"));
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: TOP,
    encoding: "utf8",
  }).split("\0");
  for (const file of files.filter(Boolean)) {
    try {
      cpSync(join(TOP, file), join(folder, file));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error; // deleted, not yet committed
    }
  }
  expect(dirname(folder)).toBe(tmpdir());
  return folder;
}

describe("a fresh clone", () => {
  let folder = "";
  afterAll(() => {
    if (folder) rmSync(folder, { recursive: true });
  });

  it("installs, builds, and runs the command", { timeout: 600_000 }, () => {
    folder = clone();
    const run = (...args: string[]): string =>
      execFileSync("npm", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    run("ci", "--prefer-offline");
    run("run", "build");
    const { version } = JSON.parse(readFileSync(join(TOP, "packages/node/package.json"), "utf8")) as {
      version: string;
    };
    // "--" because npm 11.19 takes the word after --no for its value.
    expect(execFileSync("npx", ["--no", "--", "comity", "--version"], { cwd: folder, encoding: "utf8" }).trim()).toBe(
      version,
    );
    const record = run("start");
    expect(record).toMatch(/CONSULT/u);
    const again = execFileSync(
      "npx",
      ["--no", "--", "comity", "code", "examples", "--format", "jsonl", "--db", "comity.duckdb"],
      { cwd: folder, encoding: "utf8" },
    );
    expect(again.trim().split("\n")).toHaveLength(16);
  });
});
