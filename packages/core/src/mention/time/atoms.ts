import type { Span } from "../../base/span.ts";
import type { TimeTables, TimeWord } from "../../codebook/times.ts";
import type { ParsedSentence } from "../../model/parsed.ts";
import type { Sentence } from "../../model/segmented.ts";

/** A token, or a part of one at a hyphen or slash ("Mid-June" has three), as the readers of expressions look at it. */
export interface Atom extends Span {
  readonly form: string;
  readonly low: string;
  /** Index of its token. */
  readonly token: number;
  /** What it can be in an expression of time; null: nothing. */
  readonly word: TimeWord | null;
  /** The value of digits alone; -1: it is something else. */
  readonly number: number;
  readonly xpos: string;
}

const DATE_LIKE = /^\d{1,4}([-/.])\d{1,2}\1\d{2,4}$|^\d{1,2}\/\d{1,2}$/u;
const NUMERIC = /^\d+$/u;

/** The atoms of a sentence; empty where no word of it could belong to a time. */
export function atomsOf(
  text: string,
  sentence: Sentence,
  parsed: ParsedSentence,
  { words, phrases, festivals }: TimeTables,
): Atom[] {
  const atoms: Atom[] = [];
  let hopeful = false;
  const add = (form: string, start: number, token: number): void => {
    const low = form.toLowerCase().replaceAll("’", "'");
    const word = words.get(low) ?? null;
    const number = form.length <= 4 && NUMERIC.test(form) ? Number(form) : -1;
    hopeful ||=
      number >= 0 || /\d/u.test(form) || (word !== null && isCore(word)) || phrases.has(low) || festivals.has(low);
    atoms.push({
      form,
      low,
      start,
      end: start + form.length,
      token,
      word,
      number,
      xpos: parsed.words[token]?.xpos ?? "",
    });
  };
  for (const [token, { start, end }] of sentence.tokens.entries()) {
    const form = text.slice(start, end);
    if (form.length > 2 && /[-/–—]/u.test(form) && !DATE_LIKE.test(form)) {
      for (const { 0: piece, index } of form.matchAll(/[^-/–—]+|[-/–—]/gu)) add(piece, start + index, token);
    } else add(form, start, token);
  }
  return hopeful ? atoms : [];
}

const isCore = (word: TimeWord): boolean =>
  word.has("month") || word.has("month-short") || word.has("weekday") || word.has("weekday-short") || word.has("season") || word.has("unit") ||
  word.has("weekend") || word.has("decade") || word.has("part"); // prettier-ignore

export const HYPHEN = /^[-‐‑–—]$/u;

/** The value of a word of a kind as a number; null: it is none. */
export function valueOf(
  atom: Atom | undefined,
  ...kinds: readonly (
    | "month"
    | "month-short"
    | "weekday"
    | "weekday-short"
    | "season"
    | "number"
    | "ordinal"
    | "decade"
    | "which-now"
    | "which-text"
    | "ago"
  )[]
): number | null {
  for (const kind of kinds) {
    const value = atom?.word?.get(kind);
    if (value !== undefined) return Number(value);
  }
  return null;
}
