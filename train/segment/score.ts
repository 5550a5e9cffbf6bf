import { learnedEnds } from "../../packages/core/src/segment/learned-ends.ts";
import type { Segmenter } from "../../packages/core/src/segment/segmenter.ts";
import type { GoldParagraph } from "./treebank.ts";

/** F1 of sentences, in percent: both ends right. */
export function sentenceF1(paragraphs: readonly GoldParagraph[], segmenter: Segmenter): number {
  let [right, found, gold] = [0, 0, 0];
  for (const { text, tokens, ends, sentences } of paragraphs) {
    gold += sentences;
    let first = 0;
    for (const last of learnedEnds(text, tokens, segmenter)) {
      found += 1;
      const begins = first === 0 || ends[first - 1] === true;
      if (begins && ends[last] === true && !ends.slice(first, last).includes(true)) right += 1;
      first = last + 1;
    }
  }
  return (200 * right) / (found + gold);
}
