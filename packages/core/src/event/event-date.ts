import type { Document } from "../model/document.ts";
import type { EventDate } from "../model/time.ts";
import type { DatedTelling } from "./dated-telling.ts";
import { publicationDate } from "./publication-date.ts";

/**
 * The date of an event told several times: the first telling that gives a day, else one that leaves it open ("recently"), else the day of publication. That stands
 * only for what the text tells as new: what is planned or lies years back was not on that day.
 */
export function eventDate(tellings: readonly DatedTelling[], document: Document): EventDate | null {
  const dates = tellings.flatMap(({ date }) => date ?? []);
  const told = dates.find(({ start, end }) => start !== null || end !== null) ?? dates[0];
  if (told) return told;
  const status = tellings[0]?.status;
  return status === "planned" || status === "historical" ? null : publicationDate(document);
}

/** Both are known, and one ends before the other begins. */
export function areApart(a: EventDate | null, b: EventDate | null): boolean {
  if (!a?.start || !a.end || !b?.start || !b.end) return false;
  return a.end < b.start || b.end < a.start;
}
