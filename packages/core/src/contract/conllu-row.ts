import type { ConlluId, ConlluRow } from "./conllu-sentence.ts";

const COLUMNS = ["ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC"] as const;

/** Reads one line of ten columns. A string tells what was found and what was expected. */
export function readConlluRow(line: string): ConlluRow | string {
  const cells = line.split("\t");
  if (cells.length !== COLUMNS.length) {
    const blanks = cells.length === 1 && /\S {2,}\S|\S \S/u.test(line) ? " (they are divided by spaces)" : "";
    return `found ${cells.length} column${cells.length === 1 ? "" : "s"}${blanks}, expected 10 divided by tabs`;
  }
  const bare = cells.findIndex((cell) => cell.trim() === "");
  if (bare >= 0) return `found an empty column ${bare + 1} (${COLUMNS[bare]}), expected a value or _`;
  const [idText = "", form = "", lemma = "", upos = "", xpos = "", feats = ""] = cells;
  const [headText = "", deprel = "", deps = "", misc = ""] = cells.slice(6);
  const id = readId(idText);
  if (id === null) return `found the id ${idText}, expected a number such as 3, a range 3-4 or an empty node 3.1`;
  const head = headText === "_" ? null : whole(headText);
  if (Number.isNaN(head)) return `found the head ${headText}, expected the number of a word, 0 or _`;
  if (id.kind !== "word" && head !== null)
    return `found the head ${headText} at ${idText}, expected _: only words have heads`;
  return { id, form, lemma, upos, xpos, feats, head, deprel, deps, misc };
}

function readId(text: string): ConlluId | null {
  const [, a = "", mark = "", b = ""] = /^(\d+)(?:([-.])(\d+))?$/u.exec(text) ?? [];
  const [first, last] = [whole(a), whole(b)];
  if (Number.isNaN(first) || (mark !== "" && Number.isNaN(last))) return null;
  if (mark === "-") return { kind: "range", first, last };
  if (mark === ".") return { kind: "empty", after: first, nth: last };
  return { kind: "word", n: first };
}

/** A whole number written without leading zeros, so that it is written again as it was; NaN: it is none. */
const whole = (text: string): number => (/^(?:0|[1-9]\d{0,8})$/u.test(text) ? Number(text) : Number.NaN);
