import type { Span } from "../base/span.ts";
import type { Document } from "./document.ts";

/**
 * A word, number or punctuation mark, as Universal Dependencies English counts words: "don't" is "do" and "n't", "China's" is "China" and "'s".
 */
export interface Token extends Span {
  /** Written as one with the word before it, without a blank, as UD writes a range line ("1-2 don't"). Marks and parts of hyphenated words are not. */
  readonly joined: boolean;
}

/** A sentence of one paragraph: `index` counts from 0 over the whole document. */
export interface Sentence extends Span {
  readonly index: number;
  /** Index into `document.paragraphs`. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}

/** A document cut into sentences and tokens. Paragraphs that only repeat others, navigation and counts have sentences too; later steps choose. */
export interface Segmented {
  readonly kind: "segmented";
  readonly document: Document;
  readonly sentences: readonly Sentence[];
}
