import type { PlaceMention } from "../model/place.ts";
import type { TimeMention } from "../model/time.ts";
import { WHERE } from "../codebook/prepositions.ts";
import { dependents, type SentenceTree } from "../clause/sentence-tree.ts";
import type { DatedTelling } from "./dated-telling.ts";
import { ABOUT, placeOf } from "./place-of.ts";

/** A telling with the place that the text gives it; null: none. */
export interface PlacedTelling extends DatedTelling {
  readonly place: PlaceMention | null;
}

/** Places what a sentence tells. */
export function placeTellings(
  tellings: readonly DatedTelling[],
  tree: SentenceTree,
  places: readonly PlaceMention[],
  times: readonly TimeMention[],
): PlacedTelling[] {
  const heads = new Map(tellings.map(({ act, type }) => [act.head, type]));
  return tellings.map((telling) => ({
    ...telling,
    place: placeOf(telling, tree, places, heads) ?? placeBesideDate(telling, tree, places, times),
  }));
}

/**
 * "Signed agreements on the export of grain [in Istanbul] on Friday": a place that stands right before the day of the act is the act's, wherever the tree hangs it.
 */
function placeBesideDate(
  { type, date, act }: DatedTelling,
  tree: SentenceTree,
  places: readonly PlaceMention[],
  times: readonly TimeMention[],
): PlaceMention | null {
  if (!date || ABOUT.has(type)) return null;
  const day = times.find((time) => time.date.start === date.start && time.date.relative === date.relative);
  if (!day || day.head < act.head) return null;
  const before = places.findLast((place) => place.head > act.head && place.end < day.start);
  const between = tree.sentence.tokens.filter(({ start }) => before && start >= before.end && start < day.start);
  const mark = before && dependents(tree, before.head, "case").find((child) => child < before.head);
  return before && between.length <= 1 && mark !== undefined && WHERE.has(tree.forms[mark] ?? "") ? before : null;
}
