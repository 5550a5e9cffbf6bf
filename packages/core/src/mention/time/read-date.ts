/** Dates of the calendar, in every order in which English writes them. In: atoms and a position. Out: the reading that begins there, or null. */
import { HYPHEN, isCapital, valueOf, type Atom, type Atoms } from "./atoms.ts";
import type { Meaning, Reading, Which, YearOf } from "./meaning.ts";

const PARTS = new Set(["morning", "afternoon", "evening", "night"]);
const SUFFIX = /^(?:st|nd|rd|th)$/u;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)$/u;

/** A month by its name; short forms, which may be words or names of their own ("Mar", "Dec"), are left to who sees a number beside them. */
export function monthAt(atom: Atom | undefined, short: boolean): number | null {
  if (!atom?.word || !isCapital(atom)) return null;
  return short ? valueOf(atom, "month", "month-short") : valueOf(atom, "month");
}

/** "12", "12th", "12 th", "twelfth". */
export function dayOfMonthAt(
  atoms: Atoms,
  i: number,
): { readonly to: number; readonly day: number; readonly ordinal: boolean } | null {
  const atom = atoms.at(i);
  if (!atom) return null;
  if (atom.digit && atom.number < 0) {
    const digits = ORDINAL.exec(atom.low)?.[1];
    return digits === undefined ? null : between(i + 1, Number(digits), true);
  }
  if (atom.number >= 0 && atom.form.length <= 2) {
    const suffixed = SUFFIX.test(atoms.at(i + 1)?.low ?? "");
    return between(i + (suffixed ? 2 : 1), atom.number, suffixed);
  }
  if (!atom.word) return null;
  const tens = atom.low === "twenty" ? 20 : atom.low === "thirty" ? 30 : 0;
  if (tens > 0) {
    const at = HYPHEN.test(atoms.at(i + 1)?.low ?? "") ? i + 2 : i + 1;
    const unit = valueOf(atoms.at(at), "ordinal");
    return unit !== null && unit < 10 ? between(at + 1, tens + unit, true) : null;
  }
  const ordinal = valueOf(atom, "ordinal");
  return ordinal === null ? null : between(i + 1, ordinal, true);
}

const between = (to: number, day: number, ordinal: boolean): ReturnType<typeof dayOfMonthAt> =>
  day >= 1 && day <= 31 ? { to, day, ordinal } : null;

/** Four digits that can be a year of the history that news tell. */
export const yearAt = (atom: Atom | undefined): number | null =>
  atom && atom.form.length === 4 && atom.number >= 1500 && atom.number < 2100 ? atom.number : null;

/** What may follow a date to tell its year: "2022", ", 2022", "of 2022", "of last year", "last year". */
export function yearBehind(atoms: Atoms, i: number): { readonly to: number; readonly year: YearOf } {
  const mark = atoms.at(i)?.low;
  // "On June 12, 2022 people": only a comma makes a year of it, and no count follows a date directly.
  const at = mark === "," || mark === "of" ? i + 1 : i;
  const year = yearAt(atoms.at(at));
  if (year !== null) return { to: at + 1, year };
  const which = mark === "," ? null : whichAt(atoms.at(at));
  if (which && atoms.at(at + 1)?.low === "year") return { to: at + 2, year: which };
  if (which && which.n === 0 && atoms.at(at + 1)?.low === "same" && atoms.at(at + 2)?.low === "year")
    return { to: at + 3, year: which };
  return { to: i, year: null };
}

export function whichAt(atom: Atom | undefined): Which | null {
  const now = valueOf(atom, "which-now");
  if (now !== null) return { n: now, base: "now" };
  const text = valueOf(atom, "which-text");
  return text === null ? null : { n: text, base: "text" };
}

/** Day, month and perhaps year and weekday: "Friday, June 12 th, 2022", "the 12th of June". */
export function readDay(atoms: Atoms, i: number): Reading | null {
  const named = weekdayAt(atoms.at(i));
  if (named !== null) {
    let at = i + 1;
    if (PARTS.has(atoms.at(at)?.low ?? "")) at += 1;
    const mark = atoms.at(at)?.low;
    if (mark === "," || mark === "(") at += 1;
    if (atoms.at(at)?.low === "on") at += 1;
    const date = readBareDay(atoms, at);
    if (!date || date.meaning.kind !== "day") return null;
    return { to: date.to, meaning: { ...date.meaning, weekday: named } };
  }
  return readBareDay(atoms, i);
}

export const weekdayAt = (atom: Atom | undefined, short = true): number | null =>
  atom?.word && isCapital(atom) ? (short ? valueOf(atom, "weekday", "weekday-short") : valueOf(atom, "weekday")) : null;

function readBareDay(atoms: Atoms, i: number): Reading | null {
  return readNumericDay(atoms.at(i), i) ?? readMonthFirst(atoms, i) ?? readDayFirst(atoms, i);
}

const dated = (month: number, day: number, { to, year }: { readonly to: number; readonly year: YearOf }): Reading => ({
  to,
  meaning: { kind: "day", year, month, day, weekday: null },
});

function readMonthFirst(atoms: Atoms, i: number): Reading | null {
  const month = monthAt(atoms.at(i), true);
  if (month === null) return null;
  const at = atoms.at(i + 1)?.low === "the" ? i + 2 : i + 1;
  const day = dayOfMonthAt(atoms, at);
  if (!day || (at > i + 1 && !day.ordinal)) return null;
  // "May 5 people"; "March 10:30" is no day, and "June 12.5" none.
  return dated(month, day.day, yearBehind(atoms, day.to));
}

function readDayFirst(atoms: Atoms, i: number): Reading | null {
  const start = atoms.at(i)?.low === "the" ? i + 1 : i;
  const day = dayOfMonthAt(atoms, start);
  if (!day || (start > i && !day.ordinal)) return null;
  const of = atoms.at(day.to)?.low === "of" || HYPHEN.test(atoms.at(day.to)?.low ?? "") ? day.to + 1 : day.to;
  const month = monthAt(atoms.at(of), true);
  if (month === null) return null;
  // "Of the 12 May ...": the number before a month is its day only where a day can stand.
  if (of > day.to && atoms.at(day.to)?.low === "of" && !day.ordinal) return null;
  return dated(
    month,
    day.day,
    yearBehind(atoms, HYPHEN.test(atoms.at(of + 1)?.low ?? "") && yearAt(atoms.at(of + 2)) !== null ? of + 2 : of + 1),
  );
}

/** "2022-06-12", "12.06.2022", "12/06/2022". With slashes day and month may stand either way. */
function readNumericDay(atom: Atom | undefined, i: number): Reading | null {
  if (!atom?.digit || atom.form.length < 8) return null;
  const [, iso, isoMonth, isoDay] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(atom.form) ?? [];
  if (iso) return numeric(i, Number(iso), Number(isoMonth), Number(isoDay));
  const [, first = "", mark, second, last] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/u.exec(atom.form) ?? [];
  if (!last) return null;
  const [one, two, year] = [Number(first), Number(second), Number(last)];
  if (one > 12 || one === two || mark === ".") return numeric(i, year, two, one);
  if (two > 12) return numeric(i, year, one, two);
  return year >= 1500 && year < 2100 ? { to: i + 1, meaning: { kind: "either", year, one, two } } : null;
}

const numeric = (i: number, year: number, month: number, day: number): Reading | null =>
  year >= 1500 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? { to: i + 1, meaning: { kind: "day", year, month, day, weekday: null } }
    : null;

/** A month with a year, or alone: "June 2022", "June of last year", "Nov. 2010". */
export function readMonth(atoms: Atoms, i: number): Reading | null {
  const short = monthAt(atoms.at(i), true);
  if (short === null) return null;
  const { to, year } = yearBehind(atoms, i + 1);
  if (year === null && monthAt(atoms.at(i), false) === null) return null;
  const meaning: Meaning = { kind: "month", year, month: short, which: null };
  return { to: year === null ? i + 1 : to, meaning };
}
