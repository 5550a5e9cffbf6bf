import { calendarDay } from "../base/calendar-day.ts";
import type { TableRow } from "./parse-table.ts";

/** When something holds: years, months or ISO days, both included; "": open. */
export interface Dated {
  readonly from: string;
  readonly to: string;
}

/** Whether something holds on an ISO day; with no day everything does. A year covers the whole year, a month the whole month. */
export function validOn({ from, to }: Dated, day: string | null): boolean {
  if (day === null) return true;
  return (from === "" || day.slice(0, from.length) >= from) && (to === "" || day.slice(0, to.length) <= to);
}

/** Whether two spans share a day. */
export function overlap(a: Dated, b: Dated): boolean {
  const before = (end: string, start: string): boolean => {
    const shared = Math.min(end.length, start.length);
    return end !== "" && start !== "" && end.slice(0, shared) < start.slice(0, shared);
  };
  return !before(a.to, b.from) && !before(b.to, a.from);
}

/** Whether two spans overlap by more than the day, month or year in which one ends and the other begins. */
export function runBeside(a: Dated, b: Dated): boolean {
  const touches = (end: string, start: string): boolean => end !== "" && start !== "" && (end.startsWith(start) || start.startsWith(end));
  return overlap(a, b) && !touches(a.to, b.from) && !touches(b.to, a.from);
}

/** Reads the columns `from` and `to` of a row. @throws ComityError for what is no date of the calendar, or an end before the beginning */
export function readDates(row: TableRow): Dated {
  const [from, to] = [row.cell("from"), row.cell("to")];
  if (!isDate(from)) throw row.fault("from", from, EXPECTED);
  if (!isDate(to)) throw row.fault("to", to, EXPECTED);
  const shared = Math.min(from.length, to.length);
  if (to.slice(0, shared) < from.slice(0, shared)) throw row.fault("to", to, `a date that is not before ${from}`);
  return { from, to };
}

const EXPECTED = "a year, a month (YYYY-MM), an ISO day or nothing";

/** Whether it is a year, a month or a day of the calendar, or "". */
export function isDate(date: string): boolean {
  if (date === "") return true;
  if (date.length !== 4 && !(date.length === 7 && date[4] === "-") && !(date.length === 10 && date[4] === "-" && date[7] === "-")) return false;
  const [year, month, day] = [digits(date, 0, 4), date.length > 4 ? digits(date, 5, 7) : 1, date.length > 7 ? digits(date, 8, 10) : 1];
  return calendarDay(year, month, day) !== null;
}

/** The number that stands at a range; NaN where anything but digits does. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = 10 * number + digit;
  }
  return number;
}
