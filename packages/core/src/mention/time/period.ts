import { civilDay, dayNumber, weekdayOf } from "../../base/day-number.ts";
import type { DatePrecision } from "../../model/time.ts";

/** Days from the first to the last, both included, and how precisely that tells when something was. */
export interface Period {
  readonly start: number;
  readonly end: number;
  readonly precision: DatePrecision;
}

/** What relative expressions count in. */
export type TimeUnit = "day" | "week" | "fortnight" | "month" | "quarter" | "year" | "decade" | "century";

export const PRECISION_OF: Readonly<Record<TimeUnit, DatePrecision>> = {
  day: "day",
  week: "week",
  fortnight: "week",
  month: "month",
  quarter: "quarter",
  year: "year",
  decade: "year",
  century: "year",
};

export const dayPeriod = (day: number): Period => ({ start: day, end: day, precision: "day" });

/** The days of months, from the first to the last. @param month may lie outside 1 to 12 */
export function months(year: number, month: number, count: number, precision: DatePrecision): Period {
  return { start: dayNumber(year, month, 1), end: dayNumber(year, month + count, 1) - 1, precision };
}

export const monthPeriod = (year: number, month: number): Period => months(year, month, 1, "month");

/** @param to the last year, included */
export const yearsPeriod = (from: number, to: number): Period => months(from, 1, 12 * (to - from + 1), "year");

/** Weeks begin on Monday, as in ISO 8601. */
export function weekPeriod(day: number): Period {
  const monday = day - weekdayOf(day) + 1;
  return { start: monday, end: monday + 6, precision: "week" };
}

/** The day, week, month, ... that lies `n` of them after the one of a day: 0 is the one it is in, -1 the last. */
export function unitPeriod(day: number, unit: TimeUnit, n: number): Period {
  const { year, month } = civilDay(day);
  switch (unit) {
    case "day":
      return dayPeriod(day + n);
    case "week":
      return weekPeriod(day + 7 * n);
    case "fortnight":
      return weekPeriod(day + 14 * n);
    case "month":
      return monthPeriod(year, month + n);
    case "quarter":
      return months(year, Math.floor((month - 1) / 3) * 3 + 1 + 3 * n, 3, "quarter");
    case "year":
      return yearsPeriod(year + n, year + n);
    case "decade":
      return yearsPeriod(year - (year % 10) + 10 * n, year - (year % 10) + 10 * n + 9);
    case "century":
      return yearsPeriod(year - (year % 100) + 100 * n, year - (year % 100) + 100 * n + 99);
  }
}

/** The day that lies `n` units after another, as a calendar counts: a month after 31 January is the end of February. */
export function dayAfter(day: number, unit: TimeUnit, n: number): number {
  const { year, month, day: of } = civilDay(day);
  const inMonths = { day: 0, week: 0, fortnight: 0, month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit];
  if (inMonths === 0) return day + n * (unit === "day" ? 1 : unit === "week" ? 7 : 14);
  const target = monthPeriod(year, month + n * inMonths);
  return Math.min(target.start + of - 1, target.end);
}
