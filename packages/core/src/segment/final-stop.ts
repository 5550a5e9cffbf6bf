import { BLANK, DIGIT, isBlank, isUpper, LETTER, unitClass } from "./characters.ts";
import { ABBREVIATIONS, BEFORE_NUMBER, ENDS_LISTS, TITLES } from "./word-tables.ts";

/**
 * Whether the stop at `at` belongs to the word before it: "Gen.", "Inc.", "J. Smith", "No. 5".
 * @param start where the word begins
 * @param end where the text ends
 */
export function holdsStop(text: string, start: number, at: number, end: number): boolean {
  const length = at - start;
  if (length > 9) return false;
  const next = afterBlanks(text, at + 1, end);
  if (length === 1) return isInitial(text, at, next, end);
  const word = text.slice(start, at);
  // "etc." ends a list and often the sentence, whose stop is then a token of its own.
  if (ENDS_LISTS.has(word)) return next < end && !isUpper(text.charCodeAt(next));
  if (TITLES.has(word) || ABBREVIATIONS.has(word)) return true;
  return BEFORE_NUMBER.has(word) && next < end && next > at + 1 && unitClass(text.charCodeAt(next)) === DIGIT;
}

/** A single letter and a stop: an initial where a name goes on; the end of a sentence after "I", "vitamin C". */
function isInitial(text: string, at: number, next: number, end: number): boolean {
  const letter = text.charCodeAt(at - 1);
  if (next >= end) return false;
  if (!isUpper(letter)) return "bcdmpvn".includes(text.charAt(at - 1)) && unitClass(text.charCodeAt(next)) === DIGIT;
  const opens = unitClass(text.charCodeAt(next));
  if (next === at + 1) return text[next] === "," || text[next] === "-" || text[next] === "’" || text[next] === "'";
  if (opens === LETTER) return letter !== 73 || (isUpper(text.charCodeAt(next)) && text[next + 1] === ".");
  return false;
}

/** The first place from `from` that is not blank; looks no further than a few units, which is all that a line break needs. */
function afterBlanks(text: string, from: number, end: number): number {
  const far = Math.min(end, from + 16);
  let at = from;
  while (at < far && unitClass(text.charCodeAt(at)) === BLANK) at += 1;
  return at < far || !isBlank(text.charCodeAt(at)) ? at : end;
}
