import type { Token } from "../model/segmented.ts";
import { gapFeatures, MOST_FEATURES, newSentence, readToken } from "./boundary-features.ts";
import { followsStop, mayEnd, mustEnd } from "./certain-ends.ts";
import { viewParagraph } from "./paragraph-view.ts";
import type { Segmenter } from "./segmenter.ts";

/**
 * Where sentences end, by the trained scorer, from left to right: each end that is found is what the next ones are judged by.
 * @param tokens all tokens of one paragraph
 * @returns indices of the tokens that are the last of their sentence, in order; the paragraph's last token is always one
 */
export function learnedEnds(text: string, tokens: readonly Token[], segmenter: Segmenter): number[] {
  const { weights, scale, bias, threshold, bareThreshold } = segmenter;
  const view = viewParagraph(text, tokens);
  const rows = new Int32Array(MOST_FEATURES);
  const mask = weights.length - 1;
  const least = (threshold - bias) / scale;
  const bareLeast = (bareThreshold - bias) / scale;
  const ends: number[] = [];
  let state = newSentence(0);
  for (let i = 0; i < tokens.length - 1; i += 1) {
    readToken(view, i, state);
    if (!mayEnd(view, i)) continue;
    if (!mustEnd(view, i)) {
      const count = gapFeatures(view, i, state, mask, rows);
      let sum = 0;
      for (let row = 0; row < count; row += 1) sum += weights[rows[row] ?? 0] ?? 0;
      if (sum <= (followsStop(view, i) ? least : bareLeast)) continue;
    }
    ends.push(i);
    state = newSentence(i + 1);
  }
  if (tokens.length > 0) ends.push(tokens.length - 1);
  return ends;
}
