/**
 * Analysing the sentences of a CoNLL-U file with their own words: gold sentences -> Segmented, and gold sentences with the analysis of those.
 */
import { invariant } from "../base/invariant.ts";
import type { Span } from "../base/span.ts";
import { plainDocument } from "../model/plain-document.ts";
import type { Parsed } from "../model/parsed.ts";
import type { Segmented, Sentence } from "../model/segmented.ts";
import { analysis, nameTags } from "./conllu-encode.ts";
import { withMisc } from "./conllu-misc.ts";
import { beginsParagraph, type ConlluSentence } from "./conllu-sentence.ts";
import { conlluText } from "./conllu-text.ts";

/**
 * The words of a file as a document whose text is rebuilt from them ({@link conlluText}). Empty nodes are not in it.
 * @param sentences checked, of one document
 * @param id the document's
 */
export function segmentConllu(gold: readonly ConlluSentence[], id: string): Segmented {
  const { text, words } = conlluText(gold);
  const paragraphs: Span[] = [];
  const sentences: Sentence[] = [];
  for (const [index, tokens] of words.entries()) {
    const [start, end] = [tokens[0]?.start, tokens.at(-1)?.end];
    const one = gold[index];
    invariant(one && start !== undefined && end !== undefined, "a sentence without words");
    const open = paragraphs.at(-1);
    if (!open || beginsParagraph(one)) paragraphs.push({ start, end });
    else paragraphs[paragraphs.length - 1] = { ...open, end };
    sentences.push({ index, paragraph: paragraphs.length - 1, start, end, tokens });
  }
  const document = plainDocument(id, text, paragraphs);
  return { kind: "segmented", document, sentences };
}

/**
 * The gold sentences with tags, lemmas, heads and relations of their analysis. Comments, forms, ranges, empty nodes and the rest of MISC stay;
 * features and enhanced dependencies of words, which belong to the old tags and tree, become "_".
 * @param parsed of {@link segmentConllu} of the same sentences
 * @param names writes names into MISC, in place of those that were there
 */
export function withAnalysis(gold: readonly ConlluSentence[], parsed: Parsed, names: boolean): ConlluSentence[] {
  return gold.map(({ comments, rows }, index) => {
    const found = parsed.sentences[index];
    invariant(found, `sentence ${index} was not analysed`);
    const tags = names ? nameTags(found.names, found.words.length) : [];
    return {
      comments,
      rows: rows.map((row) => {
        if (row.id.kind !== "word") return row;
        const i = row.id.n - 1;
        const misc = names ? withMisc(row.misc, "Name", tags[i] ?? null) : row.misc;
        return { ...row, ...analysis(found.words[i]), misc };
      }),
    };
  });
}
