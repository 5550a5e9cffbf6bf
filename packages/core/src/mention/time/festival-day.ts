import { dayNumber, weekdayOf } from "../../base/day-number.ts";
import type { FestivalRule } from "../../codebook/times.ts";

/** The day on which a festival falls in a year. */
export function festivalDay(rule: Exclude<FestivalRule, { kind: "once" }>, year: number): number {
  switch (rule.kind) {
    case "fixed":
      return dayNumber(year, rule.month, rule.day);
    case "easter":
      return easterSunday(year) + rule.days;
    case "nth": {
      if (rule.n < 0) {
        const last = dayNumber(year, rule.month + 1, 1) - 1;
        return last - ((weekdayOf(last) - rule.weekday + 7) % 7) + rule.days;
      }
      const first = dayNumber(year, rule.month, 1);
      return first + ((rule.weekday - weekdayOf(first) + 7) % 7) + 7 * (rule.n - 1) + rule.days;
    }
  }
}

/** Western Easter, by the anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
function easterSunday(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayNumber(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}
