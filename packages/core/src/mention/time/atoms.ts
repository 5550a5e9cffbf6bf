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
  /** It begins with a digit. */
  readonly digit: boolean;
  /** The value of digits alone; -1: it is something else. */
  readonly number: number;
  readonly xpos: string;
}

const DATE_LIKE = /^\d{1,4}([-/.])\d{1,2}\1\d{2,4}$|^\d{1,2}\/\d{1,2}$/u;
const [APOSTROPHE, COMMA, MINUS, SLASH, CURLY, EN_DASH] = [39, 44, 45, 47, 0x2019, 0x2013];

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The atoms of a stretch of a sentence. Each is made when it is first asked for: most are never looked at. */
export class Atoms {
  readonly length: number;
  /** An atom, or the index of the token that it is yet to be made from. */
  readonly #slots: (Atom | number)[];
  readonly #sentence: SentenceOf;

  constructor(sentence: SentenceOf, slots: (Atom | number)[]) {
    this.length = slots.length;
    this.#slots = slots;
    this.#sentence = sentence;
  }

  /** @returns undefined outside of the stretch */
  at(i: number): Atom | undefined {
    const slot = this.#slots[i];
    if (typeof slot !== "number") return slot;
    const token = this.#sentence.sentence.tokens[slot];
    return token && (this.#slots[i] = atomOf(this.#sentence, token.start, token.end, slot));
  }

  slice(from: number, to: number): Atom[] {
    const found: Atom[] = [];
    for (let i = Math.max(0, from); i < Math.min(to, this.length); i += 1) {
      const atom = this.at(i);
      if (atom) found.push(atom);
    }
    return found;
  }

  /** Whether an expression may begin at an atom, told without making it. */
  mayBegin(i: number): boolean {
    const slot = this.#slots[i];
    const { sentence, text, tables } = this.#sentence;
    const range = typeof slot === "number" ? sentence.tokens[slot] : slot;
    if (!range) return false;
    const first = text.charCodeAt(range.start);
    return (
      isDigit(first) || first === APOSTROPHE || first === CURLY || tables.begins.mayHave(text, range.start, range.end)
    );
  }
}

/** A sentence with what its atoms are made from. */
export interface SentenceOf {
  readonly text: string;
  readonly sentence: Sentence;
  readonly parsed: ParsedSentence;
  readonly tables: TimeTables;
}

/** A part of a sentence in which expressions may stand. */
export interface Stretch {
  readonly atoms: Atoms;
  /** The atoms that may be the core of one, in their order. */
  readonly cores: readonly number[];
}

/** Tokens around a core to which its expression, and what decides on it, may reach. */
const [BACK, ON] = [9, 10];

/** The stretches of a sentence that may have expressions of time. Most sentences have none, and nothing is made for them. */
export function stretchesOf(one: SentenceOf): readonly Stretch[] {
  const { text, sentence, tables } = one;
  const { tokens } = sentence;
  let found: Stretch[] | null = null;
  for (let i = 0, done = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || !mayBeCore(text, token, tables)) continue;
    const slots: (Atom | number)[] = [];
    const cores: number[] = [];
    let to = i + ON;
    for (let at = Math.max(done, i - BACK); at < to && at < tokens.length; at += 1) {
      const range = tokens[at];
      if (!range) break;
      if (at >= i && mayBeCore(text, range, tables)) {
        to = at + ON;
        cores.push(slots.length);
      }
      if (hasHyphen(text, range)) addPieces(slots, one, range, at);
      else slots.push(at);
      done = at + 1;
    }
    (found ??= []).push({ atoms: new Atoms(one, slots), cores });
    i = done - 1;
  }
  return found ?? NONE;
}

const NONE: readonly Stretch[] = [];

/** Four digits and more, "'90s", a word with a hyphen, or one of the words of time. */
function mayBeCore(text: string, { start, end }: Span, { cores }: TimeTables): boolean {
  const first = text.charCodeAt(start);
  if (isDigit(first)) return end - start >= 4 && text.charCodeAt(end - 4) !== COMMA;
  if ((first === APOSTROPHE || first === CURLY) && isDigit(text.charCodeAt(start + 1))) return true;
  if (cores.mayHave(text, start, end)) return true;
  // "Mid-June", "post-2011": other words are cut at their hyphens already.
  return end - start > 5 && (text.charCodeAt(start + 3) === MINUS || text.charCodeAt(start + 4) === MINUS);
}

function hasHyphen(text: string, { start, end }: Span): boolean {
  for (let i = start + 1; i < end - 1; i += 1) {
    const code = text.charCodeAt(i);
    if (code === MINUS || code === SLASH || code === EN_DASH) return true;
  }
  return false;
}

function addPieces(slots: (Atom | number)[], one: SentenceOf, { start, end }: Span, token: number): void {
  const form = one.text.slice(start, end);
  if (DATE_LIKE.test(form)) slots.push(token);
  else
    for (const { 0: piece, index } of form.matchAll(/[^-/–]+|[-/–]/gu))
      slots.push(atomOf(one, start + index, start + index + piece.length, token));
}

function atomOf({ text, parsed, tables }: SentenceOf, start: number, end: number, token: number): Atom {
  const form = text.slice(start, end);
  const lower = form.toLowerCase();
  const low = lower.includes("’") ? lower.replaceAll("’", "'") : lower;
  const digit = isDigit(form.charCodeAt(0));
  const number = digit && form.length <= 4 && /^\d+$/u.test(form) ? Number(form) : -1;
  return {
    form,
    low,
    start,
    end,
    token,
    word: tables.words.get(low) ?? null,
    digit,
    number,
    xpos: parsed.words[token]?.xpos ?? "",
  };
}

/** A capital of English at its head. */
export const isCapital = ({ form }: Atom): boolean => form.charCodeAt(0) >= 65 && form.charCodeAt(0) <= 90;

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
  const word = atom?.word;
  if (!word) return null;
  for (const kind of kinds) {
    const value = word.get(kind);
    if (value !== undefined) return Number(value);
  }
  return null;
}
