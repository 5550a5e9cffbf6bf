import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { compareBytes } from "./compare-bytes.ts";
import { fileBreak } from "./file-break.ts";
import type { SourceBreak } from "./source-break.ts";

/** A file found in a folder, or a place in it that could not be looked at. */
export interface FolderFile {
  /** Path below the folder, with forward slashes. */
  readonly path: string;
  /** Null: it is a file that can be opened, as far as its name and kind tell. */
  readonly broken: SourceBreak | null;
}

/** The endings that folders are searched for, as messages name them. */
export const endings = ".txt .text .md .markdown .html .htm .xhtml .jsonl .ndjson .csv .tsv";

const articleName = /\.(?:txt|text|md|markdown|html?|xhtml|jsonl|ndjson|csv|tsv)(?:\.gz)?$/i;

/** What a collection says about itself; "license-dispute.txt" is an article. */
const aboutName =
  /^readme(?:\.[a-z]+)?\.(?:md|markdown|txt|text|html?)$|(?:^|[-_. ])licen[cs]e\.(?:md|markdown|txt|text|html?)$/i;

/**
 * The article files in a folder and all folders below it, ordered by the bytes of their paths. Hidden entries, node_modules, other
 * endings, and README and LICENSE files are passed over. Links are followed; each real folder is entered once, so that circles end.
 */
export async function folderFiles(folder: string): Promise<readonly FolderFile[]> {
  const found: FolderFile[] = [];
  await walk(folder, "", new Set(), found);
  return found.toSorted((a, b) => compareBytes(a.path, b.path));
}

async function walk(folder: string, below: string, entered: Set<string>, found: FolderFile[]): Promise<void> {
  const here = join(folder, below);
  try {
    const real = await realpath(here);
    if (entered.has(real)) return;
    entered.add(real);
    const entries = await readdir(here, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => compareBytes(a.name, b.name))) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      const article = articleName.test(entry.name) && !aboutName.test(entry.name);
      let kind: Pick<typeof entry, "isFile" | "isDirectory"> = entry;
      if (entry.isSymbolicLink()) {
        try {
          kind = await stat(join(folder, path));
        } catch (error) {
          if (article) found.push({ path, broken: fileBreak(error) });
          continue;
        }
      }
      if (kind.isDirectory()) await walk(folder, path, entered, found);
      else if (kind.isFile() && article) found.push({ path, broken: null });
    }
  } catch (error) {
    found.push({ path: below, broken: fileBreak(error) });
  }
}
