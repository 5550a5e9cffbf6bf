import type { Span, TextSpan } from "../base/span.ts";
import type { Issue } from "../base/issue.ts";
import type { Segmented } from "./segmented.ts";

/** What the reader knows of one token; `words[i]` of a sentence describes `sentence.tokens[i]`. */
export interface Word {
  /** Universal part of speech (UD 2). */
  readonly upos: string;
  /** Penn Treebank tag as the English UD treebanks use it. */
  readonly xpos: string;
  readonly lemma: string;
  /** Index of the governing token in the same sentence; -1: this is the root. */
  readonly head: number;
  /** UD 2 relation to the head, with its subtype ("nsubj:pass"). */
  readonly relation: string;
}

export type NameKind = "PER" | "ORG" | "LOC";

/** A proper name in a sentence, settled before events are read, so that it is one unit. */
export interface Name extends TextSpan {
  readonly kind: NameKind;
  /** Token range in its sentence, half-open. */
  readonly first: number;
  readonly last: number;
  /** The title or office written before a person's name ("General"), outside the name; null: none. */
  readonly title: TextSpan | null;
  /** The short form given in brackets after the name ("Inter-Services Public Relations (ISPR)"); null: none. */
  readonly acronym: TextSpan | null;
}

/** The analysis of `segmented.sentences[i]`. */
export interface ParsedSentence extends Span {
  /** The tokens as the text has them. */
  readonly forms: readonly string[];
  /** The same in small letters. */
  readonly lower: readonly string[];
  readonly words: readonly Word[];
  readonly names: readonly Name[];
}

/** A document with tags, lemmas, one single-rooted tree a sentence, and names. */
export interface Parsed {
  readonly kind: "parsed";
  readonly segmented: Segmented;
  /** Parallel to `segmented.sentences`. */
  readonly sentences: readonly ParsedSentence[];
  readonly issues: readonly Issue[];
}
