import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ComityError } from "@comity/core";

/** Where the model of English lies: beside the program in an installed package, at the top of the workspace in a clone. */
const PLACES = ["../../models/en/", "../../../../models/en/"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/**
 * Reads the files of a model folder (not those in folders below it, nor hidden ones), by name.
 * @param folder null: the model that came with the program
 * @throws ComityError "model-missing" where the folder or its files are not there, or cannot be read
 */
export async function readModel(folder: string | null): Promise<ReadonlyMap<string, Uint8Array>> {
  const place = folder ?? PLACES.find((path) => existsSync(path));
  if (place === undefined)
    throw new ComityError("model-missing", "the program's models/en/ folder is not there", "install Comity again");
  const files = new Map<string, Uint8Array>();
  try {
    for (const entry of await readdir(place, { withFileTypes: true })) {
      if (entry.name.startsWith(".") || entry.isDirectory()) continue;
      files.set(entry.name, await readFile(join(place, entry.name)));
    }
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new ComityError("model-missing", `the model ${place} cannot be read: ${reason(code)}`, advice(folder), {
      cause,
    });
  }
  if (files.size === 0) throw new ComityError("model-missing", `the model folder ${place} is empty`, advice(folder));
  return files;
}

const advice = (folder: string | null): string =>
  folder === null ? "install Comity again" : "name the folder of a model with --model, or leave the flag out";

function reason(code: string): string {
  if (code === "ENOENT") return "there is no such folder";
  if (code === "ENOTDIR") return "it is a file, expected a folder";
  if (code === "EACCES" || code === "EPERM") return "permission to read is missing";
  return code;
}
