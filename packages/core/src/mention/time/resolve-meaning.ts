/**
 * From what an expression says to days. In: a meaning, and what is known where it stands. Out: a period, or null where nothing ties it to a day.
 * A day without a year is the one nearest to the reference that its clause allows; a weekday the most recent one, or the next in a clause of the future.
 */
import { calendarDay } from "../../base/calendar-day.ts";
import { civilDay, dayNumber, dayOfIso, weekdayOf } from "../../base/day-number.ts";
import { festivalDay } from "./festival-day.ts";
import type { Meaning, Which, YearOf } from "./meaning.ts";
import type { Direction } from "./direction-of.ts";
import {
  dayAfter,
  dayPeriod,
  monthPeriod,
  months,
  PRECISION_OF,
  unitPeriod,
  weekPeriod,
  yearsPeriod,
  type Period,
  type TimeUnit,
} from "./period.ts";

export interface Surroundings {
  /** The day of publication; null: unknown, and nothing takes its place for "yesterday" and "last week". */
  readonly now: number | null;
  /** What undated names count from: the day of publication, else a day that the text ties them to. */
  readonly reference: number | null;
  /** Of a text without a day of publication: the date that stands in the same sentence, so that "Sunday" beside "June 12, 2022" is known. */
  readonly beside: Period | null;
  /** The last time before that is known at least as precisely as a unit. */
  readonly textDay: (unit: TimeUnit) => number | null;
  readonly direction: () => Direction;
}

export function resolveMeaning(meaning: Meaning, around: Surroundings): Period | null {
  switch (meaning.kind) {
    case "day":
      return resolveDay(meaning, around);
    case "month": {
      const year = yearOf(meaning.year, around);
      if (year !== null) return monthPeriod(year, meaning.month);
      return meaning.year === null ? recurring(meaning.which, around, (at) => monthPeriod(at, meaning.month)) : null;
    }
    case "season": {
      const year = yearOf(meaning.year, around);
      const season = (at: number): Period => months(at, meaning.month, 3, "quarter");
      if (year !== null) return season(year);
      return meaning.year === null ? recurring(meaning.which, around, season) : null;
    }
    case "quarter": {
      const year = yearOf(meaning.year, around);
      const quarter = (at: number): Period => months(at, 3 * meaning.quarter - 2, 3, "quarter");
      if (year !== null) return quarter(year);
      return meaning.year === null ? recurring(null, around, quarter) : null;
    }
    case "half": {
      const year = yearOf(meaning.year, around);
      return year === null ? null : months(year, 6 * meaning.half - 5, 6, "quarter");
    }
    case "festival": {
      const { rule } = meaning;
      if (rule.kind === "once") return dayPeriod(dayOfIso(rule.day));
      const year = yearOf(meaning.year, around);
      if (year !== null) return dayPeriod(festivalDay(rule, year));
      return meaning.year === null ? recurring(meaning.which, around, (at) => dayPeriod(festivalDay(rule, at))) : null;
    }
    case "weekday":
      return resolveWeekday(meaning, around);
    case "weekend":
      return resolveWeekend(meaning.which, around);
    case "years":
      return yearsPeriod(meaning.from, meaning.to);
    case "shift": {
      const day = meaning.base === "now" ? around.now : around.textDay(meaning.unit);
      return day === null ? null : unitPeriod(day, meaning.unit, meaning.n);
    }
    case "stretch": {
      const { now } = around;
      if (now === null) return null;
      const [start, end] = [now, dayAfter(now, meaning.unit, meaning.n)].toSorted((a, b) => a - b);
      return start === undefined || end === undefined ? null : { start, end, precision: PRECISION_OF[meaning.unit] };
    }
    case "beside": {
      const of = resolveMeaning(meaning.of, around);
      if (!of) return null;
      if (meaning.unit === "day") return dayPeriod((meaning.n < 0 ? of.start : of.end) + meaning.n);
      return unitPeriod(of.start, meaning.unit, meaning.n);
    }
    case "clock": {
      const day = around.textDay("day") ?? around.now;
      return day === null ? null : dayPeriod(day);
    }
    case "either":
      return resolveEither(meaning.year, meaning.one, meaning.two, around);
    case "range":
      return resolveRange(meaning.from, meaning.to, around);
    case "vague":
      return null;
  }
}

function yearOf(year: YearOf, { now, textDay }: Surroundings): number | null {
  if (year === null || typeof year === "number") return year;
  const day = year.base === "now" ? now : textDay("year");
  return day === null ? null : civilDay(day).year + year.n;
}

function resolveDay(meaning: Extract<Meaning, { kind: "day" }>, around: Surroundings): Period | null {
  const dayIn = (year: number): Period | null =>
    calendarDay(year, meaning.month, meaning.day) === null
      ? null
      : dayPeriod(dayNumber(year, meaning.month, meaning.day));
  const year = yearOf(meaning.year, around);
  if (year !== null) return dayIn(year);
  if (meaning.year !== null) return null;
  return (
    recurring(null, around, (at) => {
      const day = dayIn(at);
      // "Friday, June 12" is in a year in which it was one.
      return day && meaning.weekday !== null && weekdayOf(day.start) !== meaning.weekday ? null : day;
    }) ?? recurring(null, around, dayIn)
  );
}

/** Days by which a time in a past clause may lie ahead, where the last one of its name is most of a year back: "ruled that he return by Jan. 14". */
const NEAR = 60;
const FAR = 240;

/**
 * What comes every year: "last" and "next" count from the reference; else the one that the clause looks to.
 */
function recurring(which: Which | null, around: Surroundings, make: (year: number) => Period | null): Period | null {
  const reference = which?.base === "text" ? around.textDay("month") : around.reference;
  if (reference === null) return null;
  const { year } = civilDay(reference);
  let [before, after, current]: (Period | null)[] = [null, null, null];
  // 29 February is not in every year.
  for (let at = year - 2; at <= year + 2; at += 1) {
    const one = make(at);
    if (!one) continue;
    if (which ? one.end < reference : one.start <= reference) before = one;
    if (one.start > reference) after ??= one;
    else if (one.end >= reference) current ??= one;
  }
  if (which && which.n !== 0) return (which.n < 0 ? before : after) ?? null;
  if (which) return current ?? make(year);
  if (!before || !after) return before ?? after ?? null;
  const [back, ahead] = [reference - before.end, after.start - reference];
  const direction = around.direction();
  if (current) return current;
  if (direction === "coming") return after;
  if (direction === "future") return back <= NEAR && ahead >= FAR ? before : after;
  if (ahead <= NEAR && back >= FAR) return after;
  if (direction === "past") return before;
  return ahead < back / 2 ? after : before;
}

function resolveWeekday(
  { weekday, which, week }: Extract<Meaning, { kind: "weekday" }>,
  around: Surroundings,
): Period | null {
  if (week) {
    const day = week.base === "now" ? around.now : around.textDay("week");
    return day === null ? null : dayPeriod(weekPeriod(day + 7 * week.n).start + weekday - 1);
  }
  const back = (from: number): number => from - ((weekdayOf(from) - weekday + 7) % 7);
  const ahead = (from: number): number => from + ((weekday - weekdayOf(from) + 7) % 7);
  if (which?.base === "text") {
    const day = around.textDay("day");
    if (day === null) return null;
    if (which.n === 0) return dayPeriod(ahead(day));
    return dayPeriod(which.n < 0 ? back(day - 1) : ahead(day + 1));
  }
  const { now } = around;
  if (now === null) {
    const { beside } = around;
    if (!beside || (which && which.n !== 0)) return null;
    const inside = ahead(beside.start);
    if (inside <= beside.end) return dayPeriod(inside);
    return dayPeriod(looksAhead(around) ? back(beside.start) : ahead(beside.end));
  }
  if (which && which.n !== 0) return dayPeriod(which.n < 0 ? back(now - 1) : ahead(now + 1));
  if (weekdayOf(now) === weekday) return dayPeriod(now);
  const direction = around.direction();
  if (which) return dayPeriod(direction === "past" ? back(now) : ahead(now));
  return dayPeriod(direction === "future" || direction === "coming" ? ahead(now) : back(now));
}

function resolveWeekend(which: Which | null, around: Surroundings): Period | null {
  const day = which?.base === "text" ? around.textDay("week") : around.now;
  if (day === null) return null;
  const saturday = weekPeriod(day).start + 5;
  const weekend = (start: number): Period => ({ start, end: start + 1, precision: "day" });
  if (which && which.n > 0) return weekend(day > saturday - 1 ? saturday + 7 : saturday);
  if (which && which.n < 0) return weekend(saturday - 7);
  if (day >= saturday || looksAhead(around)) return weekend(saturday);
  return weekend(which ? saturday : saturday - 7);
}

/** Day and month in either order: the one within a month of the reference, where the other is not; else only the year is sure. */
function resolveEither(year: number, one: number, two: number, { reference }: Surroundings): Period | null {
  const days = [calendarDay(year, one, two), calendarDay(year, two, one)].flatMap((day) =>
    day === null ? [] : [dayOfIso(day)],
  );
  const near = reference === null ? [] : days.filter((day) => Math.abs(day - reference) <= 31);
  const [only] = near.length === 1 ? near : days.length === 1 ? days : [];
  return only === undefined ? yearsPeriod(year, year) : dayPeriod(only);
}

/** Both ends are found apart; an end without a year takes it from the other: "from June 9 to June 12, 2022", "from Monday to Wednesday". */
function resolveRange(from: Meaning, to: Meaning, around: Surroundings): Period | null {
  if (needsYear(from) && !needsYear(to)) {
    const last = resolveMeaning(to, around);
    const first = last && resolveMeaning(from, { ...around, reference: last.end, direction: () => "past" });
    return last && first && spanning(first, last);
  }
  const first = resolveMeaning(from, around);
  if (!first) return null;
  const onwards = {
    ...around,
    now: from.kind === "weekday" ? first.end : around.now,
    reference: first.end,
    beside: first,
    direction: (): Direction => "coming",
  };
  const last = needsYear(to) || to.kind === "weekday" ? resolveMeaning(to, onwards) : resolveMeaning(to, around);
  return last && spanning(first, last);
}

const looksAhead = ({ direction }: Surroundings): boolean => direction() === "future" || direction() === "coming";

const needsYear = (meaning: Meaning): boolean =>
  (meaning.kind === "day" || meaning.kind === "month" || meaning.kind === "season" || meaning.kind === "festival") &&
  meaning.year === null;

const COARSE = ["day", "week", "month", "quarter", "year"] as const;

function spanning(first: Period, last: Period): Period | null {
  if (last.end < first.start) return null;
  const precision =
    COARSE[Math.max(COARSE.indexOf(first.precision), COARSE.indexOf(last.precision))] ?? first.precision;
  return { start: first.start, end: last.end, precision };
}
