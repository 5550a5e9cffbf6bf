import type { Name, ParsedSentence, Word } from "../model/parsed.ts";
import type { Sentence } from "../model/segmented.ts";

/** A sentence as the finders of actors look at it: forms, tree and the tree's children. */
export interface SentenceView {
  readonly index: number;
  readonly sentence: Sentence;
  readonly forms: readonly string[];
  readonly lower: readonly string[];
  readonly words: readonly Word[];
  /** Dependents of each token, in text order. */
  readonly children: readonly (readonly number[])[];
  readonly names: readonly Name[];
}

/** A range of tokens, half-open. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

export function viewSentence(sentence: Sentence, { forms, lower, words, names }: ParsedSentence): SentenceView {
  const children = words.map((): number[] => []);
  for (let i = 0; i < words.length; i += 1) children[words[i]?.head ?? -1]?.push(i);
  return { index: sentence.index, sentence, forms, lower, words, children, names };
}

/** The token of a range by which the rest of the sentence holds it: the first whose governor lies outside, a noun before others. */
export function headOf({ words }: SentenceView, { first, last }: TokenRange): number {
  let found = -1;
  for (let i = first; i < last; i += 1) {
    const word = words[i];
    if (!word || (word.head >= first && word.head < last) || word.upos === "PUNCT") continue;
    // "Foreign and [defence] ministers": joined to what hangs on a word of the range.
    const over = word.relation === "conj" ? (words[word.head]?.head ?? -1) : -1;
    if (over >= first && over < last) continue;
    if (isNominal(word)) return i;
    if (found < 0) found = i;
  }
  return found < 0 ? last - 1 : found;
}

export const isNominal = ({ upos }: Word): boolean => upos === "NOUN" || upos === "PROPN" || upos === "PRON";

/** The preposition or possessive that marks a nominal ("of", "in", "'s"), in lower case; a conjunct has that of the first. null: none. */
export function caseOf(view: SentenceView, head: number): string | null {
  for (let at = head, steps = 0; steps < 20; steps += 1) {
    const marks = (view.children[at] ?? []).filter((child) => view.words[child]?.relation === "case");
    const mark = marks.find((child) => child < at) ?? marks[0];
    if (mark !== undefined) return view.lower[mark] ?? null;
    const word = view.words[at];
    if (word?.relation !== "conj") return null;
    at = word.head;
  }
  return null;
}

export const isInside = (inner: TokenRange, outer: TokenRange): boolean =>
  inner.first >= outer.first && inner.last <= outer.last;
