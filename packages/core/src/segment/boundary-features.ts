/**
 * What the boundary scorer sees of the gap after token `i`: words and kinds around it, how the sentence began and how long it is,
 * open quotation marks and brackets, how far the next stop is. Every feature is a row of the weight table, found by hash.
 * Changing anything here asks for new weights and a new number of the format.
 */
import { isStop, type ParagraphView } from "./paragraph-view.ts";
import { coarseKind, KIND } from "./token-kind.ts";

/** Number of the feature set; weights of another are refused. */
export const FEATURE_FORMAT = 1;
/** More than any gap has. */
export const MOST_FEATURES = 64;

/** What is open where the reader stands; a new sentence resets it. */
export interface SentenceState {
  /** Index of the sentence's first token. */
  first: number;
  /** Brackets opened and not closed. */
  depth: number;
  /** Double quotation marks open. */
  quotes: number;
  /** Tokens since the last stop that did not end the sentence. */
  sinceStop: number;
}

export const newSentence = (first: number): SentenceState => ({ first, depth: 0, quotes: 0, sinceStop: 30 });

/** Takes token `i` into the state. */
export function readToken(view: ParagraphView, i: number, state: SentenceState): void {
  const kind = view.kinds[i] ?? 0;
  if (kind === KIND.open) state.depth += 1;
  else if (kind === KIND.close) state.depth = Math.max(0, state.depth - 1);
  else if (kind === KIND.quote) state.quotes = state.quotes === 0 ? 1 : 0;
  else if (kind === KIND.openQuote) state.quotes = 1;
  else if (kind === KIND.closeQuote) state.quotes = 0;
  state.sinceStop = isStop(kind) ? 0 : Math.min(30, state.sinceStop + 1);
}

const bucket = (n: number): number =>
  n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 13 ? 6 : n < 19 ? 7 : n < 27 ? 8 : n < 40 ? 9 : n < 60 ? 10 : 11;

/**
 * Writes the rows of the gap after token `i` to `rows` and returns how many there are.
 * @param mask number of rows of the table less one, a power of two less one
 */
export function gapFeatures(
  view: ParagraphView,
  i: number,
  state: SentenceState,
  mask: number,
  rows: Int32Array,
): number {
  const { kinds, words, suffixes, spaced, untilStop, tokens, manner } = view;
  const last = tokens.length - 1;
  let count = 0;
  const add = (template: number, a: number, b: number): void => {
    let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
    rows[count] = (hash ^ (hash >>> 16)) & mask;
    count += 1;
  };
  const k = (at: number): number => (at < 0 || at > last ? KIND.edge : (kinds[at] ?? 0));
  const w = (at: number): number => (at < 0 || at > last ? 7 : (words[at] ?? 0));
  const [km2, km1, k0, k1, k2, k3] = [i - 2 < state.first ? 0 : k(i - 2), i - 1 < state.first ? 0 : k(i - 1), k(i), k(i + 1), k(i + 2), k(i + 3)]; // prettier-ignore
  const [wm1, w0, w1, w2] = [i - 1 < state.first ? 9 : w(i - 1), w(i), w(i + 1), w(i + 2)];
  const space = spaced[i + 1] ?? 0;
  const space0 = spaced[i] ?? 0;
  const pair = k0 * 64 + k1;
  const length = i + 1 - state.first;
  const [kf, wf, kf2] = [k(state.first), w(state.first), k(state.first + 1)];
  const closing = k0 === KIND.quote || k0 === KIND.close || k0 === KIND.closeQuote || k0 === KIND.closeSingle;
  add(1, w0, 0);
  add(2, w1, 0);
  add(3, pair, space);
  add(4, w0, w1);
  add(5, w0, k1);
  add(6, k0, w1);
  add(7, pair, km1 * 2 + space);
  add(8, pair, k2 * 2 + space);
  add(9, pair, km1 * 64 + k2);
  add(10, wm1, pair);
  add(11, wm1, w0);
  add(12, w1, w2);
  add(13, pair, w2);
  add(14, w1, k0 * 64 + k2);
  add(15, pair, (km2 * 64 + km1) * 64 + k2);
  add(16, pair, k2 * 64 + k3);
  add(17, pair, bucket(length));
  add(18, pair, bucket(last - i) + 16);
  add(19, pair, state.quotes + 4 * Math.min(2, state.depth) + 16 * space);
  add(20, pair, kf * 64 + kf2);
  add(21, wf, k1);
  add(22, pair, manner);
  add(23, pair, bucket(untilStop[i + 1] ?? 30));
  add(24, pair, bucket(state.sinceStop) * 16 + bucket(untilStop[i + 1] ?? 30));
  add(25, suffixes[i] ?? 0, k1);
  add(26, k0, suffixes[i + 1] ?? 0);
  add(27, pair, manner * 16 + bucket(length));
  add(28, w1, (km1 * 64 + k0) * 2 + space);
  add(29, pair, space0 * 2 + space);
  add(30, pair, (state.quotes * 64 + km1) * 64 + k2);
  add(31, w0, bucket(length));
  add(32, w1, bucket(length));
  add(33, k1, manner * 16 + bucket(untilStop[i + 1] ?? 30));
  add(34, pair, bucket(length) * 16 + bucket(untilStop[i + 1] ?? 30));
  add(35, w0, km1 * 64 + k1);
  add(36, w1, kf);
  add(37, pair, runOf(view, i, -1) * 8 + runOf(view, i + 1, 1));
  const width = (tokens[i]?.end ?? 0) - (tokens[i]?.start ?? 0);
  add(38, pair, Math.min(width, 9) * 2 + space);
  add(39, (km2 * 64 + km1) * 64 + k0, (k1 * 64 + k2) * 64 + k3);
  add(40, suffixes[i - 1] ?? 0, pair);
  add(41, pair, suffixes[i + 2] ?? 0);
  const [cm1, c0, c1, c2] = [coarseKind(km1), coarseKind(k0), coarseKind(k1), coarseKind(k2)];
  add(46, c0 * 64 + c1, space);
  add(47, c0 * 64 + c1, cm1 * 64 + c2);
  add(48, c0 * 64 + c1, (cm1 * 4 + state.quotes) * 2 + space);
  add(49, c0 * 64 + c1, manner);
  if (closing) {
    add(42, pair, w(i - 1));
    add(43, w1, km1 * 64 + k0);
  }
  return count;
}

/** How many capitalised words follow from `i` in a direction, 7 at most: names and titles run on, sentences do not. */
function runOf(view: ParagraphView, i: number, step: number): number {
  let run = 0;
  for (let at = i; run < 7; at += step) {
    const kind = view.kinds[at] ?? 0;
    if (kind !== KIND.capital && kind !== KIND.upper && kind !== KIND.letter && kind !== KIND.initial) break;
    run += 1;
  }
  return run;
}
