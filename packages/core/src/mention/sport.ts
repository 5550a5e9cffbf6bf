import type { SportCues } from "../codebook/actors/sport-cues.ts";
import type { SentenceView } from "./sentence-view.ts";

/** Weight from which on a sentence is about sport: one word that nothing else has ("wicket"), or two that are at home there ("match", "coach"). */
const ENOUGH = 2;

/** Whether a sentence tells of a match, in which states are teams and no political actors. */
export function isAboutSport({ words, lower }: SentenceView, cues: SportCues): boolean {
  /** Each cue once, with its weight. */
  const seen = new Map<string, number>();
  for (let i = 0; i < words.length; i += 1) {
    const lemma = words[i]?.lemma.toLowerCase() ?? "";
    const alone = cues.words.get(lemma);
    if (alone !== undefined) seen.set(lemma, alone);
    const form = lower[i] ?? "";
    const pair = cues.pairs.get(form)?.get(lower[i + 1] ?? "");
    if (pair !== undefined) seen.set(`${form} ${lower[i + 1] ?? ""}`, pair);
  }
  if (seen.size === 0) return false;
  const weight = [...seen.values()].reduce((sum, one) => sum + one, 0);
  return weight >= ENOUGH || (weight === ENOUGH - 1 && hasScore(lower));
}

/** "34-17" of a match; of a vote it is none. */
function hasScore(lower: readonly string[]): boolean {
  if (lower.some((form) => /^vot(?:e|ed|es|ing)$/u.test(form))) return false;
  return lower.some(
    (form, i) =>
      /^\d{1,3}[-–]\d{1,3}$/u.test(form) ||
      (/^[-–]$/u.test(form) && /^\d{1,3}$/u.test(lower[i - 1] ?? "") && /^\d{1,3}$/u.test(lower[i + 1] ?? "")),
  );
}
