import { calendarDay, monthNumber } from "../base/calendar-day.ts";

const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ]\s*\d{1,2}(?::?\d{2}|$))/;
const slashedDay = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?:$|[T ]\s*\d{1,2}:\d{2})/;
const compactDay = /^(\d{4})(\d{2})(\d{2})(?:$|T?\d{4}(?:\d{2})?(?:Z|[+-]\d{2}:?\d{2})?$)/;
const dayFirst = /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})(?!\d)/;
const monthFirst = /^(?:[A-Za-z]{6,9},?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/;

/**
 * The calendar day (ISO `YYYY-MM-DD`) that a machine-written date names: an ISO date or time, `20220612`, `2022/06/12`, or a date
 * with an English month name as mail headers and page metadata write it. The day is the one written, in the carrier's own offset.
 * null: not a date, an impossible one ("2022-02-30", "0000-00-00"), or one whose order of day and month is not certain.
 */
export function parseIsoDay(text: string): string | null {
  const trimmed = text.trim();
  const numeric = isoDay.exec(trimmed) ?? slashedDay.exec(trimmed) ?? compactDay.exec(trimmed);
  if (numeric) return calendarDay(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const first = dayFirst.exec(trimmed);
  if (first) return calendarDay(Number(first[3]), monthNumber(first[2] ?? ""), Number(first[1]));
  const second = monthFirst.exec(trimmed);
  if (second) return calendarDay(Number(second[3]), monthNumber(second[1] ?? ""), Number(second[2]));
  return null;
}
