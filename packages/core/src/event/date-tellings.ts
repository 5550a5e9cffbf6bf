import type { EventDate, TimeMention } from "../model/time.ts";
import type { Telling } from "./code-sentence.ts";
import { continuedTalk } from "./continued-talk.ts";
import { dateOf } from "./date-of.ts";
import type { DatedTelling } from "./dated-telling.ts";
import { BACKGROUND } from "./historical.ts";
import type { SentenceTree } from "../clause/sentence-tree.ts";

/**
 * Dates what a sentence tells. What ended years before the publication becomes historical.
 * @param before the tellings of the sentences before, the nearest last
 */
export function dateTellings(
  tellings: readonly Telling[],
  tree: SentenceTree,
  times: readonly TimeMention[],
  published: string | null,
  before: readonly DatedTelling[],
): DatedTelling[] {
  const heads = new Map(tellings.map(({ act, type }) => [act.head, type]));
  return tellings.map((telling) => {
    const date = dateOf(telling, tree, times, published, heads);
    const status = telling.status === "actual" && isBackground(date, published) ? "historical" : telling.status;
    return continuedTalk({ ...telling, status, date }, before);
  });
}

const isBackground = (date: EventDate | null, published: string | null): boolean =>
  date !== null &&
  date.start !== null &&
  date.end !== null &&
  published !== null &&
  Number(published.slice(0, 4)) - Number(date.end.slice(0, 4)) >= BACKGROUND;
