import { WHERE_OR_WAY } from "../../codebook/prepositions.ts";
import type { Name, ParsedSentence, Word } from "../../model/parsed.ts";
import type { Sentence } from "../../model/segmented.ts";

/** A sentence as the finder of places looks at it. */
export interface PlaceView {
  readonly sentence: Sentence;
  readonly forms: readonly string[];
  readonly words: readonly Word[];
  readonly names: readonly Name[];
}

/** Tokens of a sentence, half-open. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

export const placeView = (sentence: Sentence, { forms, words, names }: ParsedSentence): PlaceView => ({
  sentence,
  forms,
  words,
  names,
});

/** The token of a range whose governor lies outside. */
export function headOf({ words }: PlaceView, { first, last }: Range): number {
  for (let i = first; i < last; i += 1) {
    const word = words[i];
    if (word && (word.head < first || word.head >= last) && word.upos !== "PUNCT" && word.upos !== "ADP") return i;
  }
  return last - 1;
}

/** The preposition of a noun, in small letters; a conjunct or what describes a name has that of the first. null: none. */
export function prepositionOf({ words, forms }: PlaceView, head: number): string | null {
  for (let at = head, steps = 0; steps < 5; steps += 1) {
    const mark = words.findIndex((word, i) => word.head === at && word.relation === "case" && i < at);
    if (mark >= 0) return forms[mark]?.toLowerCase() ?? null;
    const word = words[at];
    if (!word || !["conj", "appos", "flat", "list"].includes(word.relation)) return null;
    at = word.head;
  }
  return null;
}

/** Prepositions behind which stands where something is or goes. */
export const LOCATIVE: ReadonlySet<string> = new Set([...WHERE_OR_WAY, "to", "on", "along", "between"]);
