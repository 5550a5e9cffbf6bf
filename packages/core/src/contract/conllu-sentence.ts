/** What a line of ten columns stands for. */
export type ConlluId =
  /** A word of the tree; `n` counts from 1. */
  | { readonly kind: "word"; readonly n: number }
  /** The written form of the words `first` to `last`, both included ("don't" over "do" and "n't"). */
  | { readonly kind: "range"; readonly first: number; readonly last: number }
  /** A node of the enhanced graph that is not written, "8.1": the `nth` after word `after`. */
  | { readonly kind: "empty"; readonly after: number; readonly nth: number };

/** One line of a sentence. Columns are as they stand in the file, "_" where there is no value. */
export interface ConlluRow {
  readonly id: ConlluId;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  /** Number of the governing word; 0: this is the root; null: "_". */
  readonly head: number | null;
  readonly deprel: string;
  readonly deps: string;
  readonly misc: string;
}

/** One sentence of a CoNLL-U file (Universal Dependencies, version 2). */
export interface ConlluSentence {
  /** The lines above the words, each with its "#". */
  readonly comments: readonly string[];
  readonly rows: readonly ConlluRow[];
}

/** The words of a sentence in order, without ranges and empty nodes. */
export const conlluWords = (sentence: ConlluSentence): readonly ConlluRow[] =>
  sentence.rows.filter(({ id }) => id.kind === "word");

/** The value of a comment: "a" for "# newdoc id = a" and the key "newdoc id", "" for a bare "# newdoc"; null: there is no such comment. */
export function commentValue(sentence: ConlluSentence, key: string): string | null {
  for (const comment of sentence.comments) {
    const equals = comment.indexOf("=");
    const name = comment.slice(1, equals < 0 ? comment.length : equals).trim();
    if (name === key) return equals < 0 ? "" : comment.slice(equals + 1).trim();
  }
  return null;
}

/** Whether a document begins with the sentence. */
export const beginsDocument = (sentence: ConlluSentence): boolean =>
  ["newdoc", "newdoc id"].some((key) => commentValue(sentence, key) !== null);

/** Whether a paragraph begins with the sentence; a document does not begin without one. */
export const beginsParagraph = (sentence: ConlluSentence): boolean =>
  beginsDocument(sentence) || ["newpar", "newpar id"].some((key) => commentValue(sentence, key) !== null);
