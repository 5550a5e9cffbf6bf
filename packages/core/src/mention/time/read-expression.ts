/**
 * The whole expression of time that begins at an atom: an ordered list of readers, the longest reading wins, of equal ones the first; then what stands around it:
 * "early", "the end of", a time of day, the second end of a range, further days of a list.
 */
import { OPENS } from "../../codebook/time-forms.ts";
import type { TimeTables } from "../../codebook/times.ts";
import { HYPHEN, type Atoms } from "./atoms.ts";
import type { Meaning, Reading } from "./meaning.ts";
import { readClock } from "./read-clock.ts";
import { dayOfMonthAt, monthAt, readDay, readMonth } from "./read-date.ts";
import { readNamed } from "./read-named.ts";
import { readRange } from "./read-range.ts";
import { readRelative } from "./read-relative.ts";
import { readYears } from "./read-years.ts";

type Reader = (atoms: Atoms, i: number, tables: TimeTables) => Reading | null;

/** Readers of simple expressions, each with its bit of what can begin one; a date comes before the month and the year that it begins with. */
const READERS: readonly { readonly bit: number; readonly read: Reader }[] = [
  { bit: OPENS.day, read: readDay },
  { bit: OPENS.relative, read: readRelative },
  { bit: OPENS.named, read: readNamed },
  { bit: OPENS.month, read: readMonth },
  { bit: OPENS.years, read: readYears },
  { bit: OPENS.clock, read: readClock },
];

export interface Expression extends Reading {
  readonly from: number;
}

const NOTHING: readonly Expression[] = [];

/** The expressions that begin at an atom: none, one, or the days of a list ("June 9, 10 and 11"). */
export function readExpressions(atoms: Atoms, i: number, tables: TimeTables): readonly Expression[] {
  const simple = (at: number): Reading | null => readSimple(atoms, at, tables);
  const single = simple(i);
  const first = readRange(atoms, i, single, simple) ?? single;
  if (!first) return NOTHING;
  const { to, meaning } = first;
  const found: Expression[] = [{ from: i, to, meaning }];
  addFurtherDays(found, atoms, first);
  return found;
}

function readSimple(atoms: Atoms, i: number, tables: TimeTables): Reading | null {
  const opens = atoms.opens(i);
  return (
    ((opens & OPENS.edge) !== 0 ? readEdge(atoms, i, tables) : null) ??
    ((opens & OPENS.beside) !== 0 ? readBesideOf(atoms, i, tables) : null) ??
    readCore(atoms, i, tables)
  );
}

function readCore(atoms: Atoms, i: number, tables: TimeTables): Reading | null {
  let best: Reading | null = null;
  const opens = atoms.opens(i);
  for (const { bit, read } of READERS) {
    if ((opens & bit) === 0) continue;
    const found = read(atoms, i, tables);
    if (found && found.to > (best?.to ?? 0)) best = found;
  }
  return best && withTimeOfDay(atoms, best, tables);
}

/** "Early June", "late-November", "mid-2011", "earlier this week", "the end of the year". The period stays whole: how long "early" lasts nobody says. */
function readEdge(atoms: Atoms, i: number, tables: TimeTables): Reading | null {
  const start = atoms.at(i)?.low === "the" ? i + 1 : i;
  if (!atoms.at(start)?.word?.has("edge")) return null;
  let at = start + 1;
  if (HYPHEN.test(atoms.at(at)?.low ?? "")) at += 1;
  if (
    /^(?:in|on)$/u.test(atoms.at(at)?.low ?? "") &&
    /^(?:early|late|earlier|later)$/u.test(atoms.at(start)?.low ?? "")
  )
    at += 1;
  const of = atoms.at(at)?.low === "of";
  if (of) at += 1;
  if (!of && !/^(?:early|late|mid|earlier|later)$/u.test(atoms.at(start)?.low ?? "")) return null;
  if (of && atoms.at(at)?.low === "the") {
    const unit = atoms.at(at + 1)?.word?.get("unit");
    if (unit === "week" || unit === "month" || unit === "year" || unit === "decade" || unit === "quarter")
      return { to: at + 2, meaning: { kind: "shift", unit, n: 0, base: "now" } };
  }
  const inner = readCore(atoms, at, tables);
  if (!inner || inner.meaning.kind === "clock" || inner.meaning.kind === "vague") return null;
  return inner;
}

/** "The day before Christmas", "two days after June 9", "the week of March 6", "the morning of 3 May". */
function readBesideOf(atoms: Atoms, i: number, tables: TimeTables): Reading | null {
  const start = atoms.at(i)?.low === "the" ? i + 1 : i;
  const atom = atoms.at(start);
  if (
    start > i &&
    atom &&
    /^(?:morning|afternoon|evening|night)$/u.test(atom.low) &&
    atoms.at(start + 1)?.low === "of"
  ) {
    return readDay(atoms, start + 2);
  }
  const count =
    start > i
      ? 1
      : atom?.low === "a"
        ? 1
        : Number(atom?.word?.get("number") ?? (atom && atom.number > 0 && atom.number < 100 ? atom.number : 0));
  const at = start > i ? start : start + 1;
  // "Day before last Tuesday"
  const unitAtom = count > 0 ? atoms.at(at) : atom;
  const unit = unitAtom?.word?.get("unit");
  if (unit !== "day" && unit !== "week" && unit !== "month" && unit !== "year") return null;
  const next = (count > 0 ? at : start) + 1;
  const word = atoms.at(next)?.low;
  const inWeek = word === "of" && unit === "week" && start > i;
  if (!inWeek && word !== "before" && word !== "after") return null;
  const inner = readDay(atoms, next + 1) ?? readNamed(atoms, next + 1, tables);
  if (!inner || isBareRelativeOfAct(inner.meaning)) return null;
  const n = inWeek ? 0 : (word === "before" ? -1 : 1) * Math.max(1, count);
  return { to: inner.to, meaning: { kind: "beside", unit, n, of: inner.meaning } };
}

/** "Two days after Friday's attack" would be right as well, but "a week after the spring" tells nothing. */
const isBareRelativeOfAct = ({ kind }: Meaning): boolean => kind === "season" || kind === "month";

/** "Friday morning", "9 a.m. Tuesday", "noon on June 12". */
function withTimeOfDay(atoms: Atoms, reading: Reading, tables: TimeTables): Reading {
  const { to, meaning } = reading;
  if (meaning.kind === "clock") {
    const at = atoms.at(to)?.low === "on" || atoms.at(to)?.low === "," ? to + 1 : to;
    const day = readDay(atoms, at) ?? readNamed(atoms, at, tables) ?? readRelative(atoms, at, tables);
    const isDay =
      day?.meaning.kind === "day" ||
      day?.meaning.kind === "weekday" ||
      (day?.meaning.kind === "shift" && day.meaning.unit === "day");
    return day && isDay ? withTimeOfDay(atoms, day, tables) : reading;
  }
  if (
    meaning.kind === "day" ||
    meaning.kind === "weekday" ||
    meaning.kind === "festival" ||
    (meaning.kind === "shift" && meaning.unit === "day")
  ) {
    const edge = /^(?:early|late|mid)$/u.test(atoms.at(to)?.low ?? "")
      ? HYPHEN.test(atoms.at(to + 1)?.low ?? "")
        ? to + 2
        : to + 1
      : to;
    if (/^(?:morning|afternoon|evening|night|noon|midnight|lunchtime)$/u.test(atoms.at(edge)?.low ?? ""))
      return { to: edge + 1, meaning };
  }
  return reading;
}

/** "April 24 and 25", "June 9, 10 and 11": each further day by itself, with the month of the first. */
function addFurtherDays(found: Expression[], atoms: Atoms, { to, meaning }: Reading): void {
  if (meaning.kind !== "day" || meaning.year !== null) return;
  let at = to;
  for (;;) {
    let next = at;
    if (atoms.at(next)?.low === ",") next += 1;
    if (/^(?:and|or)$/u.test(atoms.at(next)?.low ?? "")) next += 1;
    if (next === at) return;
    const day = dayOfMonthAt(atoms, next);
    const behind = atoms.at(day?.to ?? 0);
    if (
      !day ||
      day.day <= meaning.day ||
      monthAt(behind, true) !== null ||
      /^(?:NN|JJ|CD)/u.test(atoms.xposOf(day?.to ?? 0)) ||
      behind?.low === "of"
    )
      return;
    found.push({ from: next, to: day.to, meaning: { ...meaning, day: day.day, weekday: null } });
    at = day.to;
  }
}
