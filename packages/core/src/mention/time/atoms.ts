import type { Span } from "../../base/span.ts";
import type { TimeForm } from "../../codebook/time-forms.ts";
import type { TimeTables } from "../../codebook/times.ts";
import type { ParsedSentence } from "../../model/parsed.ts";
import type { Sentence } from "../../model/segmented.ts";

/** A token, or a part of one at a hyphen or slash ("Mid-June" has three), as the readers of expressions look at it: what its form can be, wherever it stands. */
export type Atom = TimeForm;

/** Where a part of a token stands. */
interface Piece extends Span {
  readonly token: number;
}

const DATE_LIKE = /^\d{1,4}([-/.])\d{1,2}\1\d{2,4}$|^\d{1,2}\/\d{1,2}$/u;
const [APOSTROPHE, COMMA, MINUS, SLASH, CURLY, EN_DASH] = [39, 44, 45, 47, 0x2019, 0x2013];

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The atoms of a part of a sentence. Each is looked up when it is first asked for: most never are. */
export class Atoms {
  readonly length: number;
  readonly #known: (Atom | undefined)[] = [];
  readonly #sentence: SentenceOf;
  readonly #first: number;
  readonly #pieces: readonly Piece[] | null;

  /** @param first the token of the first atom @param pieces all atoms, where some are parts of tokens; null: each is a token */
  constructor(sentence: SentenceOf, first: number, length: number, pieces: readonly Piece[] | null) {
    this.length = length;
    for (let i = 0; i < length; i += 1) this.#known.push(undefined);
    this.#sentence = sentence;
    this.#first = first;
    this.#pieces = pieces;
  }

  /** @returns undefined outside of the part */
  at(i: number): Atom | undefined {
    // Reading outside of an array is slow.
    if (i < 0 || i >= this.length) return undefined;
    return this.#known[i] ?? this.#lookUp(i);
  }

  #lookUp(i: number): Atom | undefined {
    const range = this.rangeOf(i);
    const { text, tables } = this.#sentence;
    return range && (this.#known[i] = tables.forms.at(text, range.start, range.end));
  }

  rangeOf(i: number): Span | undefined {
    return this.#pieces ? this.#pieces[i] : this.#sentence.sentence.tokens[this.#first + i];
  }

  /** The index of an atom's token in its sentence. */
  tokenOf(i: number): number {
    return this.#pieces ? (this.#pieces[i]?.token ?? 0) : this.#first + i;
  }

  /** The tag of an atom's token; "": there is none. */
  xposOf(i: number): string {
    return i < 0 || i >= this.length ? "" : (this.#sentence.parsed.words[this.tokenOf(i)]?.xpos ?? "");
  }

  slice(from: number, to: number): Atom[] {
    const found: Atom[] = [];
    for (let i = Math.max(0, from); i < Math.min(to, this.length); i += 1) {
      const atom = this.at(i);
      if (atom) found.push(atom);
    }
    return found;
  }

  /** The atom at a place where an expression may begin; null: none does, which is mostly told without looking the atom up. */
  opening(i: number): Atom | null {
    const { text, tables } = this.#sentence;
    const range = this.rangeOf(i);
    if (!range) return null;
    const first = text.charCodeAt(range.start);
    const marked = isDigit(first) || first === APOSTROPHE || first === CURLY;
    if (!marked && !tables.begins.mayHave(text, range.start, range.end)) return null;
    const atom = this.at(i);
    if (!atom || atom.opens === 0) return null;
    return !atom.needsMore || this.at(i + 1)?.carries === true ? atom : null;
  }

  /** Which sorts of expressions can begin at an atom, as bits of OPENS; behind "the" those of the next. */
  opens(i: number): number {
    const atom = this.at(i);
    if (!atom) return 0;
    return atom.low === "the" ? atom.opens | (this.at(i + 1)?.opens ?? 0) : atom.opens;
  }
}

/** A sentence with what its atoms are made from. */
export interface SentenceOf {
  readonly text: string;
  readonly sentence: Sentence;
  readonly parsed: ParsedSentence;
  readonly tables: TimeTables;
}

/** The part of a sentence in which expressions may stand. */
export interface Stretch {
  readonly atoms: Atoms;
  /** The atoms that may be the core of one, in their order. */
  readonly cores: readonly number[];
}

/** Tokens around a core to which its expression, and what decides on it, may reach. */
const [BACK, ON] = [9, 10];

/** @returns null for a sentence without an expression of time: for most, and nothing is made for them */
export function stretchOf(one: SentenceOf): Stretch | null {
  const { text, sentence, tables } = one;
  const { tokens } = sentence;
  let found: number[] | null = null;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token && mayBeCore(text, token.start, token.end, tables)) (found ??= []).push(i);
  }
  const [first, last] = [found?.[0], found?.at(-1)];
  if (!found || first === undefined || last === undefined) return null;
  const [from, to] = [Math.max(0, first - BACK), Math.min(tokens.length, last + ON)];
  for (let i = from; i < to; i += 1) {
    const token = tokens[i];
    if (token && hasHyphen(text, token)) return cutStretch(one, from, to, found);
  }
  return { atoms: new Atoms(one, from, to - from, null), cores: from === 0 ? found : found.map((core) => core - from) };
}

/** Of a sentence with words that are cut. */
function cutStretch(one: SentenceOf, from: number, to: number, found: readonly number[]): Stretch {
  const [pieces, cores]: [Piece[], number[]] = [[], []];
  for (let i = from; i < to; i += 1) {
    if (found.includes(i)) cores.push(pieces.length);
    pieces.push(...piecesOf(one, i));
  }
  return { atoms: new Atoms(one, from, pieces.length, pieces), cores };
}

/** Four digits and more, "'90s", a word with a hyphen, or one of the words of time. */
function mayBeCore(text: string, start: number, end: number, { cores }: TimeTables): boolean {
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

function piecesOf({ text, sentence }: SentenceOf, token: number): readonly Piece[] {
  const range = sentence.tokens[token];
  if (!range) return [];
  const { start, end } = range;
  const form = text.slice(start, end);
  if (!hasHyphen(text, range) || DATE_LIKE.test(form)) return [{ start, end, token }];
  return [...form.matchAll(/[^-/–]+|[-/–]/gu)].map(({ 0: piece, index }) => ({
    start: start + index,
    end: start + index + piece.length,
    token,
  }));
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
