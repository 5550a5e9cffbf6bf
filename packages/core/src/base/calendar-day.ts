const MONTHS = [
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december",
] as const; // prettier-ignore

/**
 * ISO `YYYY-MM-DD` of a day of the Gregorian calendar.
 * @param year 1000 to 9999
 * @param month 1 to 12
 * @returns null where there is no such day (30 February, month 0)
 */
export function calendarDay(year: number, month: number, day: number): string | null {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return null;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (day > last) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The month (1 to 12) of an English name or of its abbreviation of three or four letters ("Sept"), in any case, with or without a stop; 0: none. */
export function monthNumber(name: string): number {
  const wanted = name.toLowerCase().replace(/\.$/u, "");
  if (wanted.length < 3) return 0;
  return MONTHS.findIndex((month) => month === wanted || (wanted.length <= 4 && month.startsWith(wanted))) + 1;
}
