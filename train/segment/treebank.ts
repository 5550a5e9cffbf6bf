import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { tokenize } from "../../packages/core/src/segment/tokenize.ts";
import type { Token } from "../../packages/core/src/model/segmented.ts";

/** A paragraph of a treebank as running text, cut by our tokenizer, and where the treebank ends sentences. */
export interface GoldParagraph {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** For each token, whether a sentence of the treebank ends with it. */
  readonly ends: readonly boolean[];
  /** Sentences of the treebank in this paragraph. */
  readonly sentences: number;
}

/** Reads a CoNLL-U file (or .gz): sentences stand on one line with the blanks that `# text` and SpaceAfter tell, a line for each paragraph. */
export function readParagraphs(file: string): GoldParagraph[] {
  const bytes = readFileSync(file);
  const conllu = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const paragraphs: GoldParagraph[] = [];
  let [text, glue, ends] = ["", "", new Set<number>()];
  const flush = (): void => {
    if (text !== "") paragraphs.push(cut(text, ends));
    [text, glue, ends] = ["", "", new Set()];
  };
  for (const block of conllu.split(/\n\n+/u)) {
    const rows = block.split("\n");
    const said = rows.find((row) => row.startsWith("# text = "))?.slice(9).trim(); // prettier-ignore
    if (said === undefined) continue;
    if (rows.some((row) => /^# new(?:par|doc)\b/u.test(row))) flush();
    text += (text === "" ? "" : glue) + said;
    ends.add(text.length);
    glue = closesWithoutBlank(rows) ? "" : " ";
  }
  flush();
  return paragraphs;
}

/** SpaceAfter of the last surface token: of the range line where the last word belongs to one. */
function closesWithoutBlank(rows: readonly string[]): boolean {
  const last = rows.findLast((row) => /^\d+\t/u.test(row)) ?? "";
  const range = rows.findLast((row) => /^\d+-\d+\t/u.test(row));
  const closing = range?.split("\t")[0]?.split("-")[1] === last.split("\t")[0] ? range : last;
  return closing?.includes("SpaceAfter=No") ?? false;
}

function cut(text: string, ends: ReadonlySet<number>): GoldParagraph {
  const tokens = tokenize(text);
  return { text, tokens, ends: tokens.map(({ end }) => ends.has(end)), sentences: ends.size };
}
