import type { Token } from "../model/segmented.ts";
import { isBlank, isUpper } from "./characters.ts";
import { isStop } from "./paragraph-view.ts";
import { KIND, tokenKind } from "./token-kind.ts";
import { OPENERS } from "./word-tables.ts";

/**
 * Where sentences end, by rule and without weights: a stop ends a sentence when a blank follows and the next word could begin one, unless the stop
 * belongs to an abbreviation. Closing quotation marks and brackets go with the sentence before them.
 * @param tokens all tokens of one paragraph
 * @returns indices of the tokens that are the last of their sentence, in order; the paragraph's last token is always one
 */
export function ruleEnds(text: string, tokens: readonly Token[]): number[] {
  const ends: number[] = [];
  const kind = (i: number): number => {
    const token = tokens[i];
    return token ? tokenKind(text, token.start, token.end) : KIND.edge;
  };
  for (let i = 0; i < tokens.length - 1; i += 1) {
    const token = tokens[i] as Token;
    const stop = text.charCodeAt(token.end - 1);
    if (stop !== 46 && stop !== 33 && stop !== 63 && stop < 0x2026) continue;
    const what = kind(i);
    const held = what === KIND.abbreviation || what === KIND.acronym;
    if (!held && !isStop(what) && what !== KIND.ellipsis) continue;
    if (held && stop !== 46) continue;
    let last = i;
    while (last < tokens.length - 1 && closes(text, tokens, last + 1, kind(last + 1))) last += 1;
    const next = tokens[last + 1];
    if (!next) break;
    const wide = stop > 0x3000;
    if ((wide || isBlank(text.charCodeAt(next.start - 1))) && opens(text, tokens, last + 1, kind, held))
      ends.push(last);
    i = last;
  }
  if (tokens.length > 0) ends.push(tokens.length - 1);
  return ends;
}

/** Whether token `i` closes what stands before it: a bracket or quotation mark written close to it, or a further stop. */
function closes(text: string, tokens: readonly Token[], i: number, kind: number): boolean {
  if (isBlank(text.charCodeAt((tokens[i]?.start ?? 1) - 1))) return false;
  return kind === KIND.close || kind === KIND.quote || kind === KIND.closeQuote || kind === KIND.single || isStop(kind);
}

/** Whether a sentence could begin at token `i`; after an abbreviation only with a word that often begins one. */
function opens(text: string, tokens: readonly Token[], i: number, kind: (i: number) => number, held: boolean): boolean {
  let at = i;
  while (at < i + 3 && isOpening(kind(at))) at += 1;
  const first = tokens[at];
  if (!first) return !held;
  if (held) return OPENERS.has(text.slice(first.start, Math.min(first.end, first.start + 12)));
  const unit = text.charCodeAt(first.start);
  return isUpper(unit) || !/\p{Ll}/u.test(text.charAt(first.start));
}

const isOpening = (kind: number): boolean =>
  kind === KIND.open || kind === KIND.quote || kind === KIND.openQuote || kind === KIND.single;
