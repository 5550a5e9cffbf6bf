import type { ConlluRow } from "./conllu-sentence.ts";
import { conlluIdText } from "./conllu-write.ts";

/** What is wrong with the rows of a sentence, and in which row. */
export interface RowFault {
  readonly row: number;
  /** What was found and what was expected. */
  readonly message: string;
}

/** Holds the rows of a sentence to the format: ids in order, ranges over words, one tree or no heads at all. Null: all is well. */
export function checkConlluRows(rows: readonly ConlluRow[]): RowFault | null {
  return checkIds(rows) ?? checkTree(rows);
}

function checkIds(rows: readonly ConlluRow[]): RowFault | null {
  let [word, empty, covered, range] = [0, 0, 0, -1];
  for (const [row, { id }] of rows.entries()) {
    const found = `found the id ${conlluIdText(id)}`;
    switch (id.kind) {
      case "word":
        if (id.n !== word + 1) return { row, message: `${found}, expected ${word + 1}: ids are consecutive` };
        [word, empty] = [id.n, 0];
        break;
      case "empty":
        if (id.after !== word || id.nth !== empty + 1)
          return { row, message: `${found}, expected ${word}.${empty + 1} or ${word + 1}: ids are consecutive` };
        empty = id.nth;
        break;
      case "range":
        if (id.last < id.first)
          return { row, message: `${found}, which covers nothing; expected a range such as ${word + 1}-${word + 2}` };
        if (id.first !== word + 1)
          return { row, message: `${found}, expected a range that begins with the next word, ${word + 1}` };
        if (id.first <= covered)
          return { row, message: `${found}, which overlaps the range before it; expected ranges that stand apart` };
        [covered, range] = [id.last, row];
        break;
    }
  }
  if (word === 0) return { row: 0, message: "found no word, expected at least one line with the id 1" };
  if (covered > word)
    return { row: range, message: `found a range up to ${covered}, expected at most ${word}: the last word` };
  return null;
}

function checkTree(rows: readonly ConlluRow[]): RowFault | null {
  const at: number[] = []; // row by word
  const heads: (number | null)[] = [];
  for (const [row, { id, head }] of rows.entries()) {
    if (id.kind !== "word") continue;
    at.push(row);
    heads.push(head);
  }
  const rowOf = (word: number): number => at[word - 1] ?? 0;
  const none = heads.filter((head) => head === null).length;
  if (none === heads.length) return null; // words without a tree, to be parsed
  let root = 0;
  for (const [i, head] of heads.entries()) {
    const word = i + 1;
    if (head === null)
      return { row: rowOf(word), message: `found no head of word ${word}, expected heads of all words or of none` };
    if (head > heads.length)
      return {
        row: rowOf(word),
        message: `found the head ${head}, expected 0 to ${heads.length}: the words there are`,
      };
    if (head === 0 && root > 0)
      return { row: rowOf(word), message: `found a second root ${word}, expected one: ${root} is a root already` };
    if (head === 0) root = word;
  }
  return checkCircles(heads, rowOf);
}

/** Follows each word's heads up to the root; every word is visited once. */
function checkCircles(heads: readonly (number | null)[], rowOf: (word: number) => number): RowFault | null {
  const seen = new Uint32Array(heads.length + 1); // 0: not yet; else the word from which it was reached
  for (let start = 1; start <= heads.length; start += 1) {
    let word = start;
    while (word !== 0 && seen[word] === 0) {
      seen[word] = start;
      word = heads[word - 1] ?? 0;
    }
    if (word === 0 || seen[word] !== start) continue;
    const circle = [word];
    for (let next = heads[word - 1] ?? 0; next !== word; next = heads[next - 1] ?? 0) circle.push(next);
    const shown = circle.length > 8 ? [...circle.slice(0, 8), "..."] : [...circle, word];
    return { row: rowOf(word), message: `found a circle of heads (${shown.join(" -> ")}), expected a tree` };
  }
  return null;
}
