import { DIGIT, isBlank, isHyphen, isUpper, unitClass, wordEnd } from "./characters.ts";
import { matchEnd } from "./cut-token.ts";
import { ACRONYM } from "./token-patterns.ts";
import { CURRENCIES, FUSED, PREFIXES, SUFFIXES } from "./word-tables.ts";

/** Where the words of a run of letters end: usually one, two for "don't", "China's", "cannot". */
export interface CutWord {
  /** End of the first word. */
  readonly middle: number;
  /** End of the second, which is joined to the first; equal to `middle` where there is none. */
  readonly end: number;
}

const DOLLAR = 36;
const AMPERSAND = 38;
const UNDERSCORE = 95;
const isApostrophe = (unit: number): boolean => unit === 39 || unit === 0x2019 || unit === 96 || unit === 0x2018;
const CLITICS: ReadonlySet<string> = new Set(["s", "m", "d", "re", "ve", "ll"]);
const one = (end: number): CutWord => ({ middle: end, end });

/**
 * Cuts the word that begins at `start`: its letters and digits, with the hyphens and apostrophes that belong to it.
 * @param end where the text ends for this word: the next blank, or before
 * @param quoted whether a single quotation mark is open, so that one after a word closes it
 */
export function cutWord(text: string, start: number, end: number, quoted: boolean): CutWord {
  let at = wordEnd(text, start, end);
  while (at < end) {
    const unit = text.charCodeAt(at);
    const next = wordEnd(text, at + 1, end);
    if (next === at + 1) {
      if (isApostrophe(unit)) return closing(text, start, at, end, quoted);
      if (isHyphen(unit) && isBrokenOff(text, start, at, end)) return one(end);
      if (unit === DOLLAR && at - start <= 2 && isCapitals(text, start, at)) return one(at + 1); // US$
      break;
    }
    if (isApostrophe(unit)) {
      const tail = text.slice(at + 1, next).toLowerCase();
      if (CLITICS.has(tail)) return { middle: at, end: next };
      if (tail === "t" && at - start > 1 && /[nN]/u.test(text.charAt(at - 1))) return { middle: at - 1, end: next };
      if (unit === 96 || unit === 0x2018) break;
      at = next; // O'Brien, N'Djamena, Shi'ite
    } else if (isHyphen(unit) && keepsHyphen(text, start, at, next)) {
      at = Math.max(next, matchEnd(ACRONYM, text, at + 1, end)); // anti-U.S.
    } else if (unit === UNDERSCORE || (unit === AMPERSAND && isPair(text, start, at, next))) at = next;
    else if (unit === DOLLAR && at - start <= 2 && isCapitals(text, start, at)) return one(at + 1);
    else break;
  }
  if (at - start > 12) return one(at);
  const digits = wordDigits(text, start, at);
  if (digits > start && CURRENCIES.has(text.slice(start, digits))) return one(digits);
  const first = FUSED.get(text.slice(start, at).toLowerCase());
  return first === undefined || isShortName(text, start, at) ? one(at) : { middle: start + first, end: at };
}

/** An apostrophe with no letter after it: a possessive after s ("the parents' house"), a dropped g ("goin'"), else a quotation mark. */
function closing(text: string, start: number, at: number, end: number, quoted: boolean): CutWord {
  const blank = at + 1 >= end || isBlank(text.charCodeAt(at + 1));
  if (!quoted && /[sxzSXZ]/u.test(text.charAt(at - 1)) && at - start > 1) return { middle: at, end: at + 1 };
  if (!quoted && blank && text.slice(start, at).endsWith("in") && at - start > 3) return one(at + 1);
  return one(at);
}

function keepsHyphen(text: string, start: number, at: number, next: number): boolean {
  if (start > 0 && isHyphen(text.charCodeAt(start - 1))) return false;
  if (next - at <= 6 && SUFFIXES.has(text.slice(at + 1, next))) return true;
  const before = text.slice(start, at);
  if (at - start > 7 || /\p{Lu}{2}/u.test(before) || !PREFIXES.has(before.toLowerCase())) return false;
  return before.toLowerCase() === "mid" || unitClass(text.charCodeAt(at + 1)) !== DIGIT;
}

/** A word that the speaker broke off: "th- the". Longer ones are mostly dashes. */
const isBrokenOff = (text: string, start: number, at: number, end: number): boolean =>
  at + 1 === end &&
  at - start <= 2 &&
  /^[a-z]+$/u.test(text.slice(start, at)) &&
  !/\p{N}/u.test(text.charAt(start - 1));

/** "R&D", "AT&T" */
const isPair = (text: string, start: number, at: number, next: number): boolean =>
  next - at <= 5 && at - start <= 5 && isUpper(text.charCodeAt(at + 1)) && isUpper(text.charCodeAt(at - 1));

const isCapitals = (text: string, start: number, at: number): boolean =>
  isUpper(text.charCodeAt(start)) && isUpper(text.charCodeAt(at - 1));

/** "IM", "IVE" are acronyms; "Im" and "DONT" are two words. */
const isShortName = (text: string, start: number, at: number): boolean =>
  at - start <= 3 && isCapitals(text, start, at);

/** Where the digits begin that fill the rest of the word; `start` where none do. */
function wordDigits(text: string, start: number, at: number): number {
  let from = at;
  while (from > start && unitClass(text.charCodeAt(from - 1)) === DIGIT) from -= 1;
  return from === at ? start : from;
}
