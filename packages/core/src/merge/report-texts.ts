/**
 * Copies of a text: a wire story that many papers print, whole or cut, is one text. In: documents as the keys of their sentences. Out: for each the document whose copy it is.
 * A document is a copy of the earlier one with which it shares most sentences, if these are at least half of the shorter one's.
 */

export interface TextSentences {
  readonly document: string;
  /** One key a sentence, equal where the words are equal; none of sentences of a few words, which tell no copy. */
  readonly sentences: readonly (string | bigint)[];
}

const SHARE = 0.5;

/** @param texts earlier ones first; @returns for each document the first of those that print the same text, which may be itself */
export function copiesOf(texts: readonly TextSentences[]): Map<string, string> {
  const original = new Map<string, string>();
  const sizes = new Map<string, number>();
  /** Originals by sentence. */
  const index = new Map<string | bigint, string[]>();
  for (const { document, sentences } of texts) {
    const own = [...new Set(sentences)];
    const shared = new Map<string, number>();
    for (const sentence of own)
      for (const other of index.get(sentence) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    let [best, most] = [document, 0];
    for (const [other, count] of shared)
      if (count > most && count >= SHARE * Math.min(own.length, sizes.get(other) ?? 0)) [best, most] = [other, count];
    original.set(document, best);
    if (best !== document) continue;
    sizes.set(document, own.length);
    for (const sentence of own) {
      const posting = index.get(sentence);
      if (posting) posting.push(document);
      else index.set(sentence, [document]);
    }
  }
  return original;
}
