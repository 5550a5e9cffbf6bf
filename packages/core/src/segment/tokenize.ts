import type { Span } from "../base/span.ts";
import type { Token } from "../model/segmented.ts";
import { BLANK, DIGIT, isWordPair, LETTER, MARK, OTHER, PAIR, unitClass } from "./characters.ts";
import { addressEnd, markEnd, matchEnd, numberEnd } from "./cut-token.ts";
import { cutWord } from "./cut-word.ts";
import { holdsStop } from "./final-stop.ts";
import { CLITIC, UNIT } from "./token-patterns.ts";

/**
 * Cuts a range of text into words as Universal Dependencies English has them: "do" "n't", "China" "'s", "US" "-" "led", "$" "5".
 * Blanks are the gaps between them: tokens and gaps give the text back.
 * @param text the frozen text
 * @param range the part to cut; tokens lie inside it
 */
export function tokenize(text: string, range: Span = { start: 0, end: text.length }): Token[] {
  const tokens: Token[] = [];
  const push = (start: number, end: number, joined = false): number => (tokens.push({ start, end, joined }), end);
  let [at, quoted] = [range.start, false];
  let chunk: Chunk = { start: at, end: at, address: false };
  while (at < range.end) {
    const kind = unitClass(text.charCodeAt(at));
    if (kind === BLANK) {
      at += 1;
      continue;
    }
    if (at >= chunk.end) chunk = nextChunk(text, at, range.end);
    const word =
      kind === LETTER || kind === MARK || kind === DIGIT || (kind === PAIR && isWordPair(text, at, range.end));
    if (!word) {
      const end = markEnd(text, at, chunk.end, at === chunk.start);
      if (text[at] === "'" || text[at] === "‘") quoted = at === chunk.start && end < chunk.end;
      at = push(at, end);
      continue;
    }
    if (chunk.address) {
      const end = addressEnd(text, at, chunk.end);
      if (end > at) {
        at = push(at, end);
        continue;
      }
    }
    const number = kind === DIGIT ? numberEnd(text, at, chunk.end) : at;
    if (number > at && endsNumber(text, at, number, chunk.end)) {
      at = push(at, number);
      const clitic = matchEnd(CLITIC, text, at, chunk.end);
      if (clitic > at) at = push(at, clitic, true);
      continue;
    }
    const { middle, end } = cutWord(text, at, chunk.end, quoted);
    if (
      end === middle &&
      text[end] === "." &&
      unitClass(text.charCodeAt(at - 1)) !== DIGIT &&
      (text[end + 1] !== "." || text[end + 2] !== ".") &&
      holdsStop(text, at, end, range.end)
    )
      at = push(at, end + 1); // prettier-ignore
    else {
      push(at, middle);
      at = end > middle ? push(middle, end, true) : end;
    }
  }
  return tokens;
}

/** Whether the number is a word by its own, not the head of a name such as "3D" or "18T". */
const endsNumber = (text: string, start: number, at: number, end: number): boolean =>
  at === end ||
  unitClass(text.charCodeAt(at)) === OTHER ||
  matchEnd(UNIT, text, at, end) > at ||
  /[$€£¥]/u.test(text.charAt(start - 1)) ||
  /[.,:]/u.test(text.slice(start, at).slice(-20));

/** A run of units without a blank; `address`: whether marks stand inside it that addresses and acronyms are made of. */
interface Chunk extends Span {
  readonly address: boolean;
}

function nextChunk(text: string, start: number, limit: number): Chunk {
  let address = false;
  let end = start;
  for (; end < limit; end += 1) {
    const unit = text.charCodeAt(end);
    if (
      unit === 64 ||
      (unit === 46 && end > start && end + 1 < limit && unitClass(text.charCodeAt(end + 1)) !== BLANK) ||
      unit === 58 ||
      unit === 47
    )
      address = true; // prettier-ignore
    else if (unitClass(unit) === BLANK) break;
  }
  // "U.S." has a stop inside it, "J." only at its end.
  return { start, end, address };
}
