import { realpath, stat } from "node:fs/promises";
import { basename } from "node:path";
import { glob } from "tinyglobby";
import { compareBytes } from "./compare-bytes.ts";
import { failure } from "./failure.ts";
import { fileBreak } from "./file-break.ts";
import { endings, folderFiles } from "./folder-files.ts";
import type { RawFailure } from "./raw.ts";

/** Something to read: a file, or standard input. */
export interface Source {
  readonly kind: "source";
  /** Null: standard input. */
  readonly path: string | null;
  /** See `RawInput.id`. */
  readonly id: string | null;
  readonly where: string;
}

/**
 * What the paths of a command line mean, in their order: files, folders, globs, and "-" for standard input (also where there is no
 * path). Whatever is named twice comes once. What does not exist or cannot be looked at is a failure in its place.
 */
export async function* findSources(paths: readonly string[]): AsyncGenerator<Source | RawFailure, void> {
  const seen = new Set<string>();
  for (const path of paths.length === 0 ? ["-"] : paths) {
    for await (const found of expand(path)) {
      if (found.kind === "source") {
        const key = found.path === null ? "-" : await realpath(found.path).catch(() => found.where);
        if (seen.has(key)) continue;
        seen.add(key);
      }
      yield found;
    }
  }
}

async function* expand(path: string): AsyncGenerator<Source | RawFailure, void> {
  if (path === "-") {
    yield { kind: "source", path: null, id: null, where: "standard input" };
    return;
  }
  let stats;
  try {
    stats = await stat(path);
  } catch (error) {
    const broken = fileBreak(error);
    if (broken.code === "not-found" && /[*?[\]{}]/.test(path)) yield* expandGlob(path);
    else yield failure(path === "" ? '""' : path, broken.code, broken.message);
    return;
  }
  if (stats.isDirectory()) yield* expandFolder(path);
  else if (stats.isFile()) yield file(path, basename(path));
  else {
    yield failure(
      path,
      "not-a-file",
      `It is ${stats.isFIFO() ? "a pipe" : "a device or socket"}, not a file. Give its data on standard input, with "-" as the path.`,
    );
  }
}

async function* expandFolder(folder: string): AsyncGenerator<Source | RawFailure, void> {
  const files = await folderFiles(folder);
  const prefix = /[/\\]$/.test(folder) ? folder : `${folder}/`;
  for (const { path, broken } of files) {
    const where = path === "" ? folder : prefix + path;
    yield broken === null ? file(where, path) : failure(where, broken.code, broken.message);
  }
  if (files.length === 0) {
    yield failure(
      folder,
      "no-articles",
      `The folder holds no article. Looked for files ending in ${endings}, and in .gz after each; hidden files, README and LICENSE are passed over.`,
    );
  }
}

/** Ids are made below the part of the pattern that has no wildcard, as if that folder had been named. */
async function* expandGlob(given: string): AsyncGenerator<Source | RawFailure, void> {
  const pattern = process.platform === "win32" ? given.replaceAll("\\", "/") : given;
  const fixed = /^(?:[^*?[\]{}()!]*\/)?/.exec(pattern)?.[0] ?? "";
  const options = { cwd: fixed === "" ? "." : fixed, ignore: ["**/node_modules/**"], expandDirectories: false };
  const matches = await glob(pattern.slice(fixed.length), options).catch(() => []);
  for (const path of matches.toSorted(compareBytes)) yield file(fixed + path, path);
  if (matches.length === 0) {
    yield failure(
      given,
      "no-match",
      "No file matches the pattern. Check it against the folder's content; to read whole folders, name the folder.",
    );
  }
}

function file(path: string, id: string): Source {
  return { kind: "source", path, id: id.replace(/\.gz$/i, ""), where: path };
}
