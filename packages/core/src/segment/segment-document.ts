/**
 * Segmentation: a document's paragraphs into sentences and tokens.
 * In: Document, and the trained scorer of sentence ends where there is one; without it the rules decide. Out: Segmented.
 * Invariants: sentences lie inside their paragraph, in order, without overlap, without blanks at their ends; tokens likewise inside their sentence;
 * every non-blank character of a paragraph stands in exactly one token. A line break counts as a blank, so that wrapped text is read as if it were not.
 */
import type { Document } from "../model/document.ts";
import type { Segmented, Sentence, Token } from "../model/segmented.ts";
import { learnedEnds } from "./learned-ends.ts";
import { ruleEnds } from "./rule-ends.ts";
import type { Segmenter } from "./segmenter.ts";
import { tokenize } from "./tokenize.ts";

/** @param segmenter made by `loadSegmenter`; null: sentences are cut by rule */
export function segmentDocument(document: Document, segmenter: Segmenter | null = null): Segmented {
  const sentences: Sentence[] = [];
  for (const [paragraph, range] of document.paragraphs.entries()) {
    const words = tokenize(document.text, range);
    const ends = segmenter ? learnedEnds(document.text, words, segmenter) : ruleEnds(document.text, words);
    let first = 0;
    for (const last of ends) {
      const tokens = words.slice(first, last + 1);
      const [head, tail] = [tokens[0], tokens.at(-1)] as [Token, Token];
      sentences.push({ index: sentences.length, paragraph, start: head.start, end: tail.end, tokens });
      first = last + 1;
    }
  }
  return { kind: "segmented", document, sentences };
}
