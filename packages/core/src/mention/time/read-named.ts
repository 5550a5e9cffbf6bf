/** Times that have a name and come again: weekdays, weekends, months, seasons, quarters and halves of years, festivals. */
import type { FestivalRule, TimeTables } from "../../codebook/times.ts";
import { HYPHEN, isCapital, valueOf, type Atom, type Atoms } from "./atoms.ts";
import type { Reading, Which, YearOf } from "./meaning.ts";
import { readMonth, weekdayAt, whichAt, yearAt, yearBehind } from "./read-date.ts";
import { phraseAt, whichBefore } from "./read-relative.ts";

export function readNamed(atoms: Atoms, i: number, tables: TimeTables): Reading | null {
  const { at, which } = whichBefore(atoms, i);
  return (
    readFestival(atoms, at, which, tables) ??
    readWeekday(atoms, at, which) ??
    readWeekend(atoms, at, which) ??
    readWhichMonth(atoms, at, which) ??
    readSeason(atoms, at, which) ??
    readPart(atoms, i)
  );
}

const isNamed = (atom: Atom | undefined): boolean => atom !== undefined && (atom.digit || isCapital(atom));

function readFestival(atoms: Atoms, i: number, which: Which | null, { festivals }: TimeTables): Reading | null {
  const found = isNamed(atoms.at(i)) ? phraseAt<FestivalRule>(atoms, i, festivals) : null;
  if (!found) return null;
  const { to, year } = yearBehind(atoms, found.to);
  const meaning = { kind: "festival", rule: found.value, year, which } as const;
  const week = year === null && /^(?:week|weekend)$/u.test(atoms.at(found.to)?.low ?? "");
  if (week) return { to: to + 1, meaning: { kind: "beside", unit: "week", n: 0, of: meaning } };
  return { to, meaning };
}

function readWeekday(atoms: Atoms, i: number, which: Which | null): Reading | null {
  const weekday = weekdayAt(atoms.at(i), which !== null);
  if (weekday === null) return null;
  const of = atoms.at(i + 1)?.low === "of" ? i + 2 : i + 1;
  const week = whichAt(atoms.at(of));
  if (week && atoms.at(of + 1)?.low === "week")
    return { to: of + 2, meaning: { kind: "weekday", weekday, which, week } };
  return { to: i + 1, meaning: { kind: "weekday", weekday, which, week: null } };
}

function readWeekend(atoms: Atoms, i: number, which: Which | null): Reading | null {
  const start = which === null && atoms.at(i)?.low === "the" ? i + 1 : i;
  if (!atoms.at(start)?.word?.has("weekend") || (which === null && start === i)) return null;
  return { to: start + 1, meaning: { kind: "weekend", which } };
}

function readWhichMonth(atoms: Atoms, i: number, which: Which | null): Reading | null {
  const found = which ? readMonth(atoms, i) : null;
  return found?.meaning.kind === "month" ? { ...found, meaning: { ...found.meaning, which } } : null;
}

/** "Last summer", "the spring of 2011", "winter 2012", "in the autumn". "Fall" and "spring" are words of their own elsewhere. */
function readSeason(atoms: Atoms, i: number, which: Which | null): Reading | null {
  const start = which === null && atoms.at(i)?.low === "the" ? i + 1 : i;
  const atom = atoms.at(start);
  const month = valueOf(atom, "season");
  if (!atom || month === null) return null;
  const { to, year } = yearBehind(atoms, start + 1);
  const alone = /^(?:in|by|until|since|during|through|this|early|late|mid|over)$/u.test(atoms.at(i - 1)?.low ?? "");
  const xpos = atoms.xposOf(start);
  const isNoun = xpos === "" || xpos.startsWith("NN");
  if (
    year === null &&
    which === null &&
    !(alone && isNoun && atom.form === atom.low && (start > i || atom.low !== "fall"))
  )
    return null;
  if (which !== null && year === null && !isNoun) return null;
  // "The spring offensive", "the fall of the city".
  if (year === null && which === null && (atoms.at(to)?.low === "of" || atoms.xposOf(to).startsWith("NN"))) return null;
  return { to: year === null ? start + 1 : to, meaning: { kind: "season", year, month, which } };
}

/** "The first quarter of 2011", "Q2 2011", "the second half of last year". */
function readPart(atoms: Atoms, i: number): Reading | null {
  const [, short] = (atoms.at(i)?.form.length === 2 && /^q([1-4])$/u.exec(atoms.at(i)?.low ?? "")) || [];
  if (short) {
    const { to, year } = yearBehind(atoms, i + 1);
    return { to: year === null ? i + 1 : to, meaning: { kind: "quarter", year, quarter: Number(short) } };
  }
  const start = atoms.at(i)?.low === "the" ? i + 1 : i;
  const n = valueOf(atoms.at(start), "ordinal") ?? (atoms.at(start)?.low === "last" ? 4 : null);
  if (n === null) return null;
  const at = HYPHEN.test(atoms.at(start + 1)?.low ?? "") ? start + 2 : start + 1;
  const { to, year } = yearOfPart(atoms, at + 1);
  if (atoms.at(at)?.low === "quarter" && n <= 4 && (year !== null || atoms.at(at + 1)?.low !== "of")) {
    if (year === null && atoms.at(start)?.low === "last") return null;
    return { to: year === null ? at + 1 : to, meaning: { kind: "quarter", year, quarter: n } };
  }
  const half = n === 4 && atoms.at(start)?.low === "last" ? 2 : n;
  return atoms.at(at)?.word?.has("half") && half <= 2 && year !== null
    ? { to, meaning: { kind: "half", year, half } }
    : null;
}

function yearOfPart(atoms: Atoms, i: number): { readonly to: number; readonly year: YearOf } {
  if (atoms.at(i)?.low === "of" && atoms.at(i + 1)?.low === "the" && atoms.at(i + 2)?.low === "year")
    return { to: i + 3, year: { n: 0, base: "now" } };
  const found = yearBehind(atoms, i);
  return found.year !== null || yearAt(atoms.at(i)) === null ? found : { to: i + 1, year: yearAt(atoms.at(i)) };
}
