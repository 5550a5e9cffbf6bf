/** Ranges: "June 9-June 12, 2022", "9-12 June", "from Monday to Wednesday", "between May and July", "1990-94", "2011/12". */
import { HYPHEN, type Atoms } from "./atoms.ts";
import type { Meaning, Reading } from "./meaning.ts";
import { dayOfMonthAt, monthAt, readDay, yearAt, yearBehind } from "./read-date.ts";

/** @param single what begins here by itself @param simple reads the other end */
export function readRange(
  atoms: Atoms,
  i: number,
  single: Reading | null,
  simple: (at: number) => Reading | null,
): Reading | null {
  return readDaysBefore(atoms, i) ?? readYearRange(atoms, i) ?? readEnds(atoms, i, single, simple);
}

/** What stands between the ends: the atom behind it; null: no range. "And" needs a "between". */
function joint(atoms: Atoms, at: number, from: number): number | null {
  const low = atoms.at(at)?.low ?? "";
  if (HYPHEN.test(low) || /^(?:to|through|until|till|thru)$/u.test(low)) return at + 1;
  return low === "and" && atoms.at(from - 1)?.low === "between" ? at + 1 : null;
}

/** "9-12 June 2022", "between 9 and 12 June". */
function readDaysBefore(atoms: Atoms, i: number): Reading | null {
  const first = dayOfMonthAt(atoms, i);
  const next = first ? joint(atoms, first.to, i) : null;
  if (!first || next === null) return null;
  const last = readDay(atoms, next);
  if (last?.meaning.kind !== "day" || last.meaning.weekday !== null || first.day >= last.meaning.day) return null;
  if (!dayOfMonthAt(atoms, next)) return null;
  return { to: last.to, meaning: { kind: "range", from: { ...last.meaning, day: first.day }, to: last.meaning } };
}

/** "1990-1994", "1990-94", "2011/12", "1990 to 1994". */
function readYearRange(atoms: Atoms, i: number): Reading | null {
  const from = yearAt(atoms.at(i));
  if (from === null) return null;
  const mark = atoms.at(i + 1)?.low ?? "";
  const close = HYPHEN.test(mark) || mark === "/";
  if (
    !close &&
    !(/^(?:from|between|since)$/u.test(atoms.at(i - 1)?.low ?? "") && /^(?:to|and|until|till|through)$/u.test(mark))
  )
    return null;
  const last = atoms.at(i + 2);
  const full = yearAt(last);
  const short = close && last?.form.length === 2 && last.number > from % 100 ? from - (from % 100) + last.number : null;
  const to = full ?? short;
  if (to === null || to <= from || to - from > 400 || HYPHEN.test(atoms.at(i + 3)?.low ?? "")) return null;
  return { to: i + 3, meaning: { kind: "years", from, to } };
}

function readEnds(
  atoms: Atoms,
  i: number,
  from: Reading | null,
  simple: (at: number) => Reading | null,
): Reading | null {
  const next = from ? joint(atoms, from.to, i) : null;
  if (!from || next === null || !canBegin(from.meaning)) return null;
  // "June 9-12", "June 9 to 12, 2022"
  if (from.meaning.kind === "day" && from.meaning.year === null) {
    const day = dayOfMonthAt(atoms, next);
    if (day && day.day > from.meaning.day && monthAt(atoms.at(day.to), true) === null) {
      const { to, year } = yearBehind(atoms, day.to);
      const meaning: Meaning = { ...from.meaning, year };
      return { to, meaning: { kind: "range", from: meaning, to: { ...meaning, day: day.day, weekday: null } } };
    }
  }
  const to = simple(next);
  if (!to || !fits(from.meaning, to.meaning)) return null;
  return { to: to.to, meaning: { kind: "range", from: from.meaning, to: to.meaning } };
}

const canBegin = ({ kind }: Meaning): boolean =>
  kind !== "clock" && kind !== "vague" && kind !== "stretch" && kind !== "range";

/** Ends of one sort: days with days, months with months. */
function fits(from: Meaning, to: Meaning): boolean {
  const sort = (one: Meaning): string =>
    one.kind === "weekday" || one.kind === "festival" || (one.kind === "shift" && one.unit === "day")
      ? "day"
      : one.kind === "season" || one.kind === "quarter" || one.kind === "half"
        ? "month"
        : one.kind === "shift"
          ? one.unit
          : one.kind === "years"
            ? "year"
            : one.kind;
  return (
    sort(from) === sort(to) ||
    (sort(from) === "month" && sort(to) === "day") ||
    (sort(from) === "day" && sort(to) === "month")
  );
}
