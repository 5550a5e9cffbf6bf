import {
  gapFeatures,
  MOST_FEATURES,
  newSentence,
  readToken,
} from "../../packages/core/src/segment/boundary-features.ts";
import { mayEnd } from "../../packages/core/src/segment/certain-ends.ts";
import { viewParagraph, type ParagraphView } from "../../packages/core/src/segment/paragraph-view.ts";
import { KIND } from "../../packages/core/src/segment/token-kind.ts";
import type { GoldParagraph } from "./treebank.ts";

export interface Settings {
  /** Rows of the table, a power of two. */
  readonly rows: number;
  readonly epochs: number;
  /** Share of features left out of each step, so that no single word decides. */
  readonly dropout: number;
  readonly rate: number;
  readonly seed: number;
}
export interface Learned {
  readonly weights: Float64Array;
  readonly bias: number;
}
interface Gap {
  readonly rows: Int32Array;
  readonly ends: boolean;
}

/** Logistic regression by AdaGrad; the result is the mean of the later epochs. The same paragraphs and settings give the same weights. */
export function learn(paragraphs: readonly GoldParagraph[], settings: Settings): Learned {
  const { rows, epochs, dropout, rate } = settings;
  const random = randomFrom(settings.seed);
  const gaps = paragraphs.flatMap((paragraph) => gapsOf(paragraph, rows - 1));
  for (const paragraph of paragraphs) gaps.push(...gapsOf(paragraph, rows - 1, random));
  const [weights, mean] = [new Float64Array(rows), new Float64Array(rows)];
  const squares = new Float64Array(rows).fill(0.01);
  let [bias, meanBias, kept] = [0, 0, 0];
  const active = new Int32Array(MOST_FEATURES);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(gaps, random);
    for (const gap of gaps) {
      let [sum, count] = [0, 0];
      for (const row of gap.rows) {
        if (random() < dropout) continue;
        active[count] = row;
        count += 1;
        sum += weights[row] ?? 0;
      }
      const wrong = 1 / (1 + Math.exp(-sum / (1 - dropout) - bias)) - (gap.ends ? 1 : 0);
      if (Math.abs(wrong) < 1e-4) continue;
      for (const row of active.subarray(0, count)) {
        const square = (squares[row] ?? 0) + wrong * wrong;
        squares[row] = square;
        weights[row] = (weights[row] ?? 0) - (rate * wrong) / Math.sqrt(square);
      }
      bias -= 0.01 * wrong;
    }
    if (epoch * 2 < epochs) continue;
    for (let row = 0; row < rows; row += 1) mean[row] = (mean[row] ?? 0) + (weights[row] ?? 0);
    meanBias += bias;
    kept += 1;
  }
  return { weights: mean.map((sum) => sum / kept), bias: meanBias / kept };
}

/**
 * Every gap where a sentence may end but the last, its state as the treebank has it.
 * @param random makes strangers of some capitalised words, half of them in capitals, as news has more names of both kinds than the treebanks
 */
function gapsOf({ text, tokens, ends }: GoldParagraph, mask: number, random: (() => number) | null = null): Gap[] {
  const view = viewParagraph(text, tokens);
  if (random) disturb(view, random);
  const buffer = new Int32Array(MOST_FEATURES);
  const gaps: Gap[] = [];
  let state = newSentence(0);
  for (let i = 0; i < tokens.length - 1; i += 1) {
    readToken(view, i, state);
    const end = ends[i] ?? false;
    if (mayEnd(view, i)) gaps.push({ rows: buffer.slice(0, gapFeatures(view, i, state, mask, buffer)), ends: end });
    if (end) state = newSentence(i + 1);
  }
  return gaps;
}

function disturb({ kinds, words, suffixes }: ParagraphView, random: () => number): void {
  for (let i = 0; i < kinds.length; i += 1) {
    if ((kinds[i] !== KIND.capital && kinds[i] !== KIND.upper) || random() > 0.2) continue;
    kinds[i] = random() < 0.5 ? KIND.upper : KIND.capital;
    words[i] = Math.floor(random() * 2 ** 32) | 0;
    suffixes[i] = Math.floor(random() * 2 ** 32) | 0;
  }
}

function shuffle(list: Gap[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as Gap, list[i] as Gap];
  }
}

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
