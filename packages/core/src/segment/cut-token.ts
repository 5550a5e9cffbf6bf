import { DIGIT, LETTER, MARK, unitClass } from "./characters.ts";
import {
  ACRONYM,
  ADDRESS,
  AFTER_NUMBER,
  CLITIC,
  DIALLED,
  EMOJI,
  EMOTICON,
  HANDLE,
  MARKS,
  NUMBER,
  SHORT_SLASH,
  trimAddress,
  YEAR,
} from "./token-patterns.ts";

/** Where the pattern that begins at `at` ends; `at` where it does not match, or not inside `end`. */
export function matchEnd(pattern: RegExp, text: string, at: number, end: number): number {
  pattern.lastIndex = at;
  if (!pattern.test(text)) return at;
  return pattern.lastIndex <= end ? pattern.lastIndex : at;
}

/** Where the address, acronym or code ends that begins at the letter or digit at `at`; `at`: there is none. */
export function addressEnd(text: string, at: number, end: number): number {
  const address = matchEnd(ADDRESS, text, at, end);
  if (address > at) return trimAddress(text, at, address);
  const slash = matchEnd(SHORT_SLASH, text, at, end);
  return slash > at ? slash : matchEnd(ACRONYM, text, at, end);
}

/** Where the number ends that begins at `at`, with "th" or "s" after it. A unit after it is a word of its own. */
export function numberEnd(text: string, at: number, end: number): number {
  const dialled = matchEnd(DIALLED, text, at, end);
  if (dialled > at) return dialled;
  const number = matchEnd(NUMBER, text, at, end);
  return number > at ? matchEnd(AFTER_NUMBER, text, number, end) : at;
}

/** Where the token ends that begins with the mark at `at`, which is no letter or digit. At least one whole code point. */
export function markEnd(text: string, at: number, end: number, opensChunk: boolean): number {
  const unit = text.charCodeAt(at);
  // Commas, final stops, brackets and quotation marks before a blank are most of all marks.
  const kind = at + 1 < end ? unitClass(text.charCodeAt(at + 1)) : 0;
  if (kind === 0 && unit < 128) return at + 1;
  if (unit === 64 || unit === 35) {
    const handle = matchEnd(HANDLE, text, at, end);
    if (handle > at) return handle;
  }
  if (opensChunk || kind !== LETTER) {
    const face = matchEnd(EMOTICON, text, at, end);
    if (face > at) return face;
  }
  const marks = matchEnd(MARKS, text, at, end);
  if (marks > at) return marks;
  if (kind === DIGIT && opensChunk && (unit === 43 || unit === 46)) return numberEnd(text, at + 1, end);
  if (unit === 39 || unit === 0x2019) {
    const year = matchEnd(YEAR, text, at, end);
    if (year > at) return year;
    if (opensChunk) return Math.max(at + 1, matchEnd(CLITIC, text, at, end));
  }
  const emoji = unit > 0xff ? matchEnd(EMOJI, text, at, end) : at;
  if (emoji > at) return emoji;
  const point = text.codePointAt(at) ?? 0;
  const first = point > 0xffff && at + 2 <= end ? at + 2 : at + 1;
  // Marks that combine stay with what they stand on.
  let last = first;
  while (last < end && unitClass(text.charCodeAt(last)) === MARK) last += 1;
  return last;
}
