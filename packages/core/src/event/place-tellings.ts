import type { PlaceMention } from "../model/place.ts";
import type { SentenceTree } from "../clause/sentence-tree.ts";
import type { DatedTelling } from "./dated-telling.ts";
import { placeOf } from "./place-of.ts";

/** A telling with the place that the text gives it; null: none. */
export interface PlacedTelling extends DatedTelling {
  readonly place: PlaceMention | null;
}

/** Places what a sentence tells. */
export function placeTellings(
  tellings: readonly DatedTelling[],
  tree: SentenceTree,
  places: readonly PlaceMention[],
): PlacedTelling[] {
  const heads = new Map(tellings.map(({ act, type }) => [act.head, type]));
  return tellings.map((telling) => ({ ...telling, place: placeOf(telling, tree, places, heads) }));
}
