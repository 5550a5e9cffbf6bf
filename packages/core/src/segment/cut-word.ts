import { isBlank, isUpper, wordEnd } from "./characters.ts";
import { FUSED, PREFIXES, SUFFIXES } from "./word-tables.ts";

/** Where the words of a run of letters end: usually one, two for "don't", "China's", "cannot". */
export interface CutWord {
  /** End of the first word. */
  readonly middle: number;
  /** End of the second, which is joined to the first; equal to `middle` where there is none. */
  readonly end: number;
}

const isApostrophe = (unit: number): boolean => unit === 39 || unit === 0x2019 || unit === 96 || unit === 0x2018;
const CLITICS: ReadonlySet<string> = new Set(["s", "m", "d", "re", "ve", "ll"]);

/**
 * Cuts the word that begins at `start`: its letters and digits, with the hyphens and apostrophes that belong to it.
 * @param end where the text ends for this word: the next blank, or before
 * @param quoted whether a single quotation mark is open, so that one after a word closes it
 */
export function cutWord(text: string, start: number, end: number, quoted: boolean): CutWord {
  let at = wordEnd(text, start, end);
  for (;;) {
    const unit = text.charCodeAt(at);
    if (at >= end) break;
    const next = wordEnd(text, at + 1, end);
    if (
      unit === 45 &&
      next > at + 1 &&
      text[start - 1] !== "-" &&
      keepsHyphen(text.slice(start, at), text.slice(at + 1, next))
    )
      at = next;
    else if (
      unit === 45 &&
      at + 1 === end &&
      at - start <= 3 &&
      !/\p{N}/u.test(text.charAt(start - 1)) &&
      !isUpper(text.charCodeAt(at - 1))
    )
      return { middle: end, end }; // a word broken off: "th- the"
    else if (unit === 36 && at - start <= 2 && isUpper(text.charCodeAt(start)) && isUpper(text.charCodeAt(at - 1)))
      return { middle: at + 1, end: at + 1 }; // US$
    else if (unit === 95 && next > at + 1) at = next;
    else if (
      unit === 38 &&
      next > at + 1 &&
      next - at <= 5 &&
      at - start <= 5 &&
      isUpper(text.charCodeAt(at + 1)) &&
      isUpper(text.charCodeAt(at - 1))
    )
      at = next; // prettier-ignore
    else if (isApostrophe(unit)) {
      if (next === at + 1) return closing(text, start, at, end, quoted);
      const tail = text.slice(at + 1, next).toLowerCase();
      if (CLITICS.has(tail)) return { middle: at, end: next };
      if (tail === "t" && at - start > 1 && /[nN]/u.test(text.charAt(at - 1))) return { middle: at - 1, end: next };
      if (unit === 96 || unit === 0x2018) break;
      at = next; // O'Brien, N'Djamena, Shi'ite
    } else break;
  }
  if (at - start <= 8) {
    const first = FUSED.get(text.slice(start, at).toLowerCase());
    if (first !== undefined && !isName(text, start, at)) return { middle: start + first, end: at };
  }
  return { middle: at, end: at };
}

/** An apostrophe with no letter after it: a possessive after s ("the parents' house"), a dropped g ("goin'"), else a quotation mark. */
function closing(text: string, start: number, at: number, end: number, quoted: boolean): CutWord {
  const last = text.charAt(at - 1).toLowerCase();
  const blank = at + 1 >= end || isBlank(text.charCodeAt(at + 1));
  if (!quoted && /[sxz]/u.test(last) && at - start > 1) return { middle: at, end: at + 1 };
  if (!quoted && blank && text.slice(start, at).endsWith("in") && at - start > 3)
    return { middle: at + 1, end: at + 1 };
  return { middle: at, end: at };
}

const keepsHyphen = (before: string, after: string): boolean =>
  (before.length <= 7 &&
    PREFIXES.has(before.toLowerCase()) &&
    (before === "mid" || !/^\p{N}/u.test(after)) &&
    !/\p{Lu}{2}/u.test(before)) ||
  (after.length <= 5 && SUFFIXES.has(after));

/** "IM", "IVE", "Cant." in the middle of capitals are names or acronyms; "Im" and "DONT" are not. */
const isName = (text: string, start: number, at: number): boolean =>
  at - start <= 3 && isUpper(text.charCodeAt(at - 1)) && isUpper(text.charCodeAt(start));
