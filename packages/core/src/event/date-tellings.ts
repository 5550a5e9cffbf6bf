import type { EventDate, TimeMention } from "../model/time.ts";
import type { Telling } from "./code-sentence.ts";
import { continuedTalk } from "./continued-talk.ts";
import { dateOf } from "./date-of.ts";
import type { DatedTelling } from "./dated-telling.ts";
import { BACKGROUND } from "./historical.ts";
import type { SentenceTree } from "../clause/sentence-tree.ts";

/**
 * Dates what a sentence tells. What ended years before the news becomes historical.
 * @param now the year that the text tells the news of; null: unknown
 * @param before the tellings of the sentences before, the nearest last
 */
export function dateTellings(
  tellings: readonly Telling[],
  tree: SentenceTree,
  times: readonly TimeMention[],
  { published, now }: { readonly published: string | null; readonly now: number | null },
  before: readonly DatedTelling[],
): DatedTelling[] {
  const heads = new Map(tellings.map(({ act, type }) => [act.head, type]));
  return tellings.map((telling) => {
    const date = dateOf(telling, tree, times, published, heads);
    const status = telling.status === "actual" && isBackground(date, now) ? "historical" : telling.status;
    return continuedTalk({ ...telling, status, date }, before);
  });
}

const isBackground = (date: EventDate | null, now: number | null): boolean =>
  date !== null &&
  date.start !== null &&
  date.end !== null &&
  now !== null &&
  now - Number(date.end.slice(0, 4)) >= BACKGROUND;
