import { calendarDay } from "../../base/calendar-day.ts";
import type { Dated } from "../dated.ts";

/** The day before or after an ISO day. */
export function besideDay(day: string, step: -1 | 1): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const near = calendarDay(year, month, date + step);
  if (near) return near;
  if (step === 1) return calendarDay(year, month + 1, 1) ?? `${year + 1}-01-01`;
  const before = [31, 30, 29, 28].map((last) => calendarDay(year, month - 1, last)).find((found) => found !== null);
  return before ?? `${year - 1}-12-31`;
}

/** What is left of a span of days when others are taken out of it; both ends included, "" open. */
export function withoutSpans(span: Dated, others: readonly Dated[]): Dated[] {
  let left: Dated[] = [span];
  for (const other of others) {
    left = left.flatMap((part) => {
      if ((other.to !== "" && part.from !== "" && other.to < part.from) || (part.to !== "" && other.from !== "" && part.to < other.from)) return [part];
      const parts: Dated[] = [];
      if (other.from !== "" && (part.from === "" || part.from < other.from)) parts.push({ from: part.from, to: besideDay(other.from, -1) });
      if (other.to !== "" && (part.to === "" || part.to > other.to)) parts.push({ from: besideDay(other.to, 1), to: part.to });
      return parts;
    });
  }
  return left;
}
