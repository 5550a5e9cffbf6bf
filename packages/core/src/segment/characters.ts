/** What a UTF-16 unit is to the tokenizer. `PAIR` is the first half of a surrogate pair, or a lone surrogate. */
export const BLANK = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const MARK = 3;
export const OTHER = 4;
export const PAIR = 5;

const ASCII = Uint8Array.from({ length: 128 }, (_, unit) => {
  if (unit === 32 || (unit >= 9 && unit <= 13)) return BLANK;
  if (unit >= 48 && unit <= 57) return DIGIT;
  return /[A-Za-z]/u.test(String.fromCharCode(unit)) ? LETTER : OTHER;
});

/** The class of one UTF-16 unit. Blank is what `\s` matches, so that gaps between tokens are what `trim` removes. */
export function unitClass(unit: number): number {
  if (unit < 128) return ASCII[unit] ?? OTHER;
  if (unit >= 0xc0 && unit < 0x250) return unit === 0xd7 || unit === 0xf7 ? OTHER : LETTER;
  if (unit >= 0xd800 && unit < 0xe000) return PAIR;
  const character = String.fromCharCode(unit);
  if (/\s/u.test(character)) return BLANK;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{N}/u.test(character)) return DIGIT;
  return /[\p{M}\u200c\u200d]/u.test(character) || isInvisible(unit) ? MARK : OTHER;
}

/** Soft hyphens, blanks of no width and marks of direction: pasted pages have them inside words and around them, and they belong to the word. */
const isInvisible = (unit: number): boolean =>
  unit === 0xad ||
  unit === 0xfeff ||
  (unit >= 0x200b && unit <= 0x200f) ||
  (unit >= 0x202a && unit <= 0x202e) ||
  (unit >= 0x2060 && unit <= 0x2069);

/** The hyphen of the keyboard, the true one and the one that does not break. */
export const isHyphen = (unit: number): boolean => unit === 45 || unit === 0x2010 || unit === 0x2011;

export const isBlank = (unit: number): boolean => unitClass(unit) === BLANK;

/** Where the run of letters, digits and marks that holds `from` ends; `from` itself where none stands there. Pairs count by their code point. */
export function wordEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const kind = unitClass(text.charCodeAt(at));
    if (kind === LETTER || kind === DIGIT || kind === MARK) at += 1;
    else if (kind === PAIR && isWordPair(text, at, end)) at += 2;
    else break;
  }
  return at;
}

/** Whether a letter, digit or mark outside the basic plane stands at `at`, whole inside `end`. */
export function isWordPair(text: string, at: number, end: number): boolean {
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff && at + 2 <= end && /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(point));
}

export const isUpper = (unit: number): boolean =>
  (unit >= 65 && unit <= 90) || (unit > 127 && /\p{Lu}/u.test(String.fromCharCode(unit)));
