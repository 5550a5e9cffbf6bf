/**
 * Segmentation: a document's paragraphs into sentences and tokens.
 * In: Document. Out: Segmented. Invariants: sentences lie inside their paragraph, in order, without overlap, without blanks at their ends;
 * tokens likewise inside their sentence; every non-blank character of a paragraph stands in exactly one token.
 */
import type { Document } from "../model/document.ts";
import type { Segmented, Sentence } from "../model/segmented.ts";
import { splitSentences } from "./split-sentences.ts";
import { tokenize } from "./tokenize.ts";

export function segmentDocument(document: Document): Segmented {
  const sentences: Sentence[] = [];
  for (const [paragraph, range] of document.paragraphs.entries()) {
    for (const { start, end } of splitSentences(document.text, range)) {
      sentences.push({
        index: sentences.length,
        paragraph,
        start,
        end,
        tokens: tokenize(document.text, { start, end }),
      });
    }
  }
  return { kind: "segmented", document, sentences };
}
