import { calendarDay, monthNumber } from "../base/calendar-day.ts";
import type { Span } from "../base/span.ts";

/** A date written out in a line: its range in that line, and the ISO day where day, month and year are all certain (else null). */
export interface WrittenDay extends Span {
  readonly day: string | null;
}

const month =
  "(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)";
const year = "((?:1[5-9]|2[01])\\d\\d)";
const day = "([0-3]?\\d)\\s?(?:st|nd|rd|th)?";
const monthFirst = new RegExp(`\\b${month}\\s+${day}\\b(?:,?\\s*${year}\\b)?`, "i");
const dayFirst = new RegExp(`\\b${day}\\s+(?:of\\s+)?${month}(?=[\\s,.)–—-]|$)(?:,?\\s*${year}\\b)?`, "i");
const isoDay =
  /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d/])/;
const numericDay = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/;
const monthOnly = new RegExp(`\\b${month}\\s+${year}\\b`, "i");

function isoOf(year: string | undefined, month: number, day: string | undefined): string | null {
  return year === undefined ? null : calendarDay(Number(year), month, Number(day));
}

function found(match: RegExpExecArray, iso: string | null): WrittenDay {
  return { start: match.index, end: match.index + match[0].length, day: iso };
}

/**
 * The first date in a short line: "June 12, 2022", "12 June 2022", "2022-06-12", "12/06/2022", "June 2022".
 * Its day is null where the year or the day is missing, and where day and month could be told either way ("05/06/2022"). null: no date.
 */
export function findWrittenDay(line: string): WrittenDay | null {
  const iso = isoDay.exec(line);
  if (iso) return found(iso, isoOf(iso[1], Number(iso[2]), iso[3]));
  const second = dayFirst.exec(line);
  const first = monthFirst.exec(line);
  // "June 12, 2022" read from its number on would be "12, 2022": the reading that has the year wins, then the earlier one.
  if (first && !(second?.[3] !== undefined && first[3] === undefined)) {
    return found(first, isoOf(first[3], monthNumber(first[1] ?? ""), first[2]));
  }
  if (second) return found(second, isoOf(second[3], monthNumber(second[2] ?? ""), second[1]));
  const numeric = numericDay.exec(line);
  if (numeric) {
    const [one, two] = [Number(numeric[1]), Number(numeric[2])];
    if (one > 12 || one === two) return found(numeric, isoOf(numeric[3], two, numeric[1]));
    return found(numeric, two > 12 ? isoOf(numeric[3], one, numeric[2]) : null);
  }
  const bare = monthOnly.exec(line);
  return bare ? found(bare, null) : null;
}
