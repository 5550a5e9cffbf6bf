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
  /** An expression may begin here. */
  readonly begins: boolean;
  /** An expression may have it as its core. */
  readonly core: boolean;
  /** The value of digits alone; -1: it is something else. */
  readonly number: number;
  readonly xpos: string;
}

const DATE_LIKE = /^\d{1,4}([-/.])\d{1,2}\1\d{2,4}$|^\d{1,2}\/\d{1,2}$/u;
/** Tokens around one that may be the core of an expression to which that may reach. */
const [BACK, ON] = [9, 10];

/** The stretches of a sentence in which expressions of time may stand, as atoms: most sentences have none, and nothing is made for them. */
export function* stretchesOf(
  text: string,
  { tokens }: Sentence,
  { words }: ParsedSentence,
  tables: TimeTables,
): Generator<readonly Atom[]> {
  let done = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || !mayBeCore(text, token, tables)) continue;
    const from = Math.max(done, i - BACK);
    let to = i + ON;
    for (let next = i + 1; next < tokens.length && next < to; next += 1) {
      const other = tokens[next];
      if (other && mayBeCore(text, other, tables)) to = next + ON;
    }
    done = Math.min(tokens.length, to);
    const atoms: Atom[] = [];
    for (let at = from; at < done; at += 1) {
      const one = tokens[at];
      if (one) addAtoms(atoms, text, one, at, words[at]?.xpos ?? "", tables);
    }
    yield atoms;
    i = done - 1;
  }
}

/** Four digits and more, "'90s", a word with a hyphen, or one of the words of time. */
function mayBeCore(text: string, { start, end }: Span, { cores }: TimeTables): boolean {
  const first = text.charCodeAt(start);
  if (isDigit(first)) return end - start >= 4 && text.charCodeAt(end - 4) !== COMMA;
  if ((first === APOSTROPHE || first === CURLY) && isDigit(text.charCodeAt(start + 1))) return true;
  if (cores.mayHave(text, start, end)) return true;
  for (let i = start + 2; i < end - 2; i += 1) if (text.charCodeAt(i) === MINUS) return true;
  return false;
}

const [APOSTROPHE, COMMA, MINUS, CURLY] = [39, 44, 45, 0x2019];

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function addAtoms(atoms: Atom[], text: string, token: Span, index: number, xpos: string, tables: TimeTables): void {
  const form = text.slice(token.start, token.end);
  const core = mayBeCore(text, token, tables);
  if (form.length > 2 && HYPHENS.test(form) && !DATE_LIKE.test(form)) {
    for (const { 0: piece, index: at } of form.matchAll(/[^-/–—]+|[-/–—]/gu))
      atoms.push(atomOf(piece, token.start + at, index, xpos, core, tables));
  } else atoms.push(atomOf(form, token.start, index, xpos, core, tables));
}

const HYPHENS = /[-/–—]/u;

function atomOf(form: string, start: number, token: number, xpos: string, core: boolean, { words }: TimeTables): Atom {
  const lower = form.toLowerCase();
  const low = lower.includes("’") ? lower.replaceAll("’", "'") : lower;
  const digit = isDigit(form.charCodeAt(0));
  const word = words.get(low) ?? null;
  return {
    form,
    low,
    start,
    end: start + form.length,
    token,
    word,
    digit,
    number: digit && form.length <= 4 && /^\d+$/u.test(form) ? Number(form) : -1,
    xpos,
    core,
    begins: digit || word?.begins === true || (form.charCodeAt(0) === APOSTROPHE && form.length > 2),
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
