import type { SentenceView } from "./sentence-view.ts";

/** Weight from which on a sentence is about sport: one word that nothing else has ("wicket"), or two that are at home there ("match", "coach"). */
const ENOUGH = 2;

/** Whether a sentence tells of a match, in which states are teams and no political actors. */
export function isAboutSport({ words, lower }: SentenceView, cues: ReadonlyMap<string, number>): boolean {
  const seen = new Set<string>();
  let weight = 0;
  for (const [i, word] of words.entries()) {
    for (const key of [`${lower[i] ?? ""} ${lower[i + 1] ?? ""}`, word.lemma.toLowerCase()]) {
      const cue = cues.get(key);
      if (cue === undefined || seen.has(key)) continue;
      seen.add(key);
      weight += cue;
    }
  }
  return weight + (hasScore(lower) ? 1 : 0) >= ENOUGH;
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
