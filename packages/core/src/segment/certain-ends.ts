/**
 * What is certain about the ends of sentences whatever the scorer says: for the scorer only counts where both answers are possible, and the
 * treebanks have too few titles, abbreviations and list marks to learn them from.
 */
import { isStop, wordHash, type ParagraphView } from "./paragraph-view.ts";
import { coarseKind, KIND } from "./token-kind.ts";
import { OPENERS } from "./word-tables.ts";

/**
 * Whether a sentence may end after token `i`, which is not the last: never inside "don't" or after "Gen.", "(ret.)", "“We agree,”", the "1." of a list;
 * without a blank only after a mark.
 */
export function mayEnd(view: ParagraphView, i: number): boolean {
  const kind = view.kinds[i] ?? 0;
  const next = view.kinds[i + 1] ?? 0;
  if (view.tokens[i + 1]?.joined !== false || kind === KIND.title) return false;
  if (kind === KIND.initial && next === KIND.lower) return false;
  if (isHeld(kind)) return mustEnd(view, i);
  if (kind === KIND.stop && next === KIND.lower && isListMark(view, i)) return false;
  if (CLOSING.has(kind)) {
    const before = beforeClosing(view, i);
    if (before === KIND.comma || before === KIND.title) return false;
  }
  return view.spaced[i + 1] === 1 || isStop(kind) || AFTER_MARKS.has(kind);
}

/**
 * Whether a sentence ends after token `i` for sure: after "U.S." a word that often begins sentences tells that one ended, also behind a quotation mark;
 * after a stop of its own a title or an abbreviation does ("Why? Mr. Li").
 */
export function mustEnd(view: ParagraphView, i: number): boolean {
  const kind = view.kinds[i] ?? 0;
  if (isStop(kind)) return opensWithTitle(view, i);
  if (!isHeld(kind)) return false;
  const next = coarseKind(view.kinds[i + 1] ?? 0) === KIND.openQuote ? i + 2 : i + 1;
  return view.kinds[next] !== KIND.lower && OPENING_WORDS.has(view.words[next] ?? 0);
}

function opensWithTitle({ kinds, capital, spaced }: ParagraphView, i: number): boolean {
  const [before, next] = [kinds[i - 1], kinds[i + 1] ?? 0];
  if (capital[i + 1] !== 1 || spaced[i + 1] !== 1 || before === KIND.number || i < 2) return false;
  if (next === KIND.title || next === KIND.acronym) return true;
  // "Sat. Sept. 23": the first may be an abbreviation that we do not know.
  return next === KIND.abbreviation && (before === KIND.lower || kinds[i] !== KIND.stop);
}

/** Whether a stop stands before the gap after token `i`, or before the quotation marks and brackets that close there. */
export function followsStop(view: ParagraphView, i: number): boolean {
  const kind = beforeClosing(view, i);
  return isStop(kind) || kind === KIND.ellipsis || isHeld(kind);
}

/** A stop that is part of the word before it: "U.S.", "Inc.", but not the initial of a name. */
const isHeld = (kind: number): boolean => kind === KIND.acronym || kind === KIND.abbreviation;

/** Whether the stop at `i` makes a list mark of the number before it, inside a sentence: "covers: 1. trade; 2. transit". */
function isListMark({ kinds }: ParagraphView, i: number): boolean {
  const before = kinds[i - 2];
  return kinds[i - 1] === KIND.number && (before === KIND.colon || before === KIND.semicolon || before === KIND.comma);
}

/** Kind of the last token up to `i` that is no closing quotation mark or bracket. */
function beforeClosing(view: ParagraphView, i: number): number {
  let at = i;
  while (at > i - 4 && CLOSING.has(view.kinds[at] ?? 0)) at -= 1;
  return view.kinds[at] ?? 0;
}

const CLOSING: ReadonlySet<number> = new Set([KIND.close, KIND.quote, KIND.closeQuote, KIND.closeSingle, KIND.single]);
const AFTER_MARKS: ReadonlySet<number> = new Set([...CLOSING, KIND.ellipsis, KIND.dash, KIND.face]);
const OPENING_WORDS: ReadonlySet<number> = new Set(Array.from(OPENERS, (word) => wordHash(word, 0, word.length)));
