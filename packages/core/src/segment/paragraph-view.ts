import type { Token } from "../model/segmented.ts";
import { isBlank, isUpper } from "./characters.ts";
import { KIND, tokenKind } from "./token-kind.ts";

/** One number a token, beside its range: what the boundary scorer looks at, computed once a paragraph. */
export interface ParagraphView {
  readonly tokens: readonly Token[];
  /** {@link KIND} */
  readonly kinds: Uint8Array;
  /** Hash of the lower-cased word, its digits as 0. */
  readonly words: Int32Array;
  /** Hash of the last three letters. */
  readonly suffixes: Int32Array;
  /** 1 where the token begins with a capital letter. */
  readonly capital: Uint8Array;
  /** 1 where a blank stands before the token. */
  readonly spaced: Uint8Array;
  /** Tokens up to the next stop, question or exclamation mark, 30 at most. */
  readonly untilStop: Uint8Array;
  /** Habits of the paragraph's writer in one number: does it end with a stop, does it use capitals, how many stops has it. */
  readonly manner: number;
}

export const isStop = (kind: number): boolean =>
  kind === KIND.stop || kind === KIND.question || kind === KIND.exclamation || kind === KIND.strongStop;

export function viewParagraph(text: string, tokens: readonly Token[]): ParagraphView {
  const count = tokens.length;
  const kinds = new Uint8Array(count);
  const words = new Int32Array(count);
  const suffixes = new Int32Array(count);
  const capital = new Uint8Array(count);
  const spaced = new Uint8Array(count);
  const untilStop = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) {
    const { start, end } = tokens[i] as Token;
    kinds[i] = tokenKind(text, start, end);
    capital[i] = isUpper(text.charCodeAt(start)) ? 1 : 0;
    words[i] = wordHash(text, start, end);
    suffixes[i] = wordHash(text, Math.max(start, end - 3), end);
    spaced[i] = start > 0 && isBlank(text.charCodeAt(start - 1)) ? 1 : 0;
  }
  for (let i = 0; i < count; i += 1) if (tokens[i]?.joined === false) readQuote(kinds, words, spaced, i);
  let until = 30;
  for (let i = count - 1; i >= 0; i -= 1) {
    until = isStop(kinds[i] ?? 0) ? 0 : Math.min(30, until + 1);
    untilStop[i] = until;
  }
  return { tokens, kinds, words, suffixes, capital, spaced, untilStop, manner: mannerOf(kinds) };
}

/**
 * Gives a quotation mark its direction, by the blanks around it rather than by its shape, which is often wrong; all shapes are then alike.
 */
function readQuote(kinds: Uint8Array, words: Int32Array, spaced: Uint8Array, i: number): void {
  const kind = kinds[i];
  const single = kind === KIND.single;
  if (!single && kind !== KIND.quote && kind !== KIND.openQuote && kind !== KIND.closeQuote) return;
  const before = i > 0 && spaced[i] === 0;
  const after = i + 1 < kinds.length && spaced[i + 1] === 0;
  if (before !== after) {
    const closes = before && kinds[i - 1] !== KIND.openQuote;
    kinds[i] = closes ? (single ? KIND.closeSingle : KIND.closeQuote) : single ? KIND.openSingle : KIND.openQuote;
  }
  words[i] = kinds[i] ?? 0;
}

/** FNV-1a over the units, capitals of ASCII as small letters; long tokens by their first units. */
export function wordHash(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  const far = Math.min(end, start + 24);
  for (let at = start; at < far; at += 1) {
    let unit = text.charCodeAt(at);
    if (unit >= 65 && unit <= 90) unit += 32;
    else if (unit >= 49 && unit <= 57) unit = 48;
    else if (unit === 0x2019) unit = 39;
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash;
}

function mannerOf(kinds: Uint8Array): number {
  let [stops, before, capitals, last] = [0, 0, 0, kinds.length - 1];
  while (
    last >= 0 &&
    (kinds[last] === KIND.quote ||
      kinds[last] === KIND.close ||
      kinds[last] === KIND.closeQuote ||
      kinds[last] === KIND.closeSingle)
  )
    last -= 1;
  for (let i = 0; i < kinds.length; i += 1) {
    if (!isStop(kinds[i] ?? 0)) continue;
    stops += 1;
    const next = kinds[i + 1] ?? KIND.edge;
    if (next === KIND.lower) before += 1;
    else if (next === KIND.capital || next === KIND.upper || next === KIND.capitalI) capitals += 1;
  }
  const ends = isStop(kinds[last] ?? 0) ? 1 : kinds[last] === KIND.colon ? 2 : 0;
  const style = before + capitals === 0 ? 0 : before > capitals ? 1 : before > 0 ? 2 : 3;
  const many = stops === 0 ? 0 : stops === 1 ? 1 : stops * 40 < kinds.length ? 2 : 3;
  return ends + 3 * style + 12 * many;
}
