/** Times that have a name and come again: weekdays, weekends, months, seasons, quarters and halves of years, festivals. */
import type { FestivalRule, TimeTables } from "../../codebook/times.ts";
import { HYPHEN, isCapital, valueOf, type Atom } from "./atoms.ts";
import type { Reading, Which, YearOf } from "./meaning.ts";
import { readMonth, weekdayAt, whichAt, yearAt, yearBehind } from "./read-date.ts";
import { phraseAt, whichBefore } from "./read-relative.ts";

export function readNamed(atoms: readonly Atom[], i: number, tables: TimeTables): Reading | null {
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

function readFestival(
  atoms: readonly Atom[],
  i: number,
  which: Which | null,
  { festivals }: TimeTables,
): Reading | null {
  const found = isNamed(atoms[i]) ? phraseAt<FestivalRule>(atoms, i, festivals) : null;
  if (!found) return null;
  const { to, year } = yearBehind(atoms, found.to);
  const meaning = { kind: "festival", rule: found.value, year, which } as const;
  const week = year === null && /^(?:week|weekend)$/u.test(atoms[found.to]?.low ?? "");
  if (week) return { to: to + 1, meaning: { kind: "beside", unit: "week", n: 0, of: meaning } };
  return { to, meaning };
}

function readWeekday(atoms: readonly Atom[], i: number, which: Which | null): Reading | null {
  const weekday = weekdayAt(atoms[i], which !== null);
  if (weekday === null) return null;
  const of = atoms[i + 1]?.low === "of" ? i + 2 : i + 1;
  const week = whichAt(atoms[of]);
  if (week && atoms[of + 1]?.low === "week") return { to: of + 2, meaning: { kind: "weekday", weekday, which, week } };
  return { to: i + 1, meaning: { kind: "weekday", weekday, which, week: null } };
}

function readWeekend(atoms: readonly Atom[], i: number, which: Which | null): Reading | null {
  const start = which === null && atoms[i]?.low === "the" ? i + 1 : i;
  if (!atoms[start]?.word?.has("weekend") || (which === null && start === i)) return null;
  return { to: start + 1, meaning: { kind: "weekend", which } };
}

function readWhichMonth(atoms: readonly Atom[], i: number, which: Which | null): Reading | null {
  const found = which ? readMonth(atoms, i) : null;
  return found?.meaning.kind === "month" ? { ...found, meaning: { ...found.meaning, which } } : null;
}

/** "Last summer", "the spring of 2011", "winter 2012", "in the autumn". "Fall" and "spring" are words of their own elsewhere. */
function readSeason(atoms: readonly Atom[], i: number, which: Which | null): Reading | null {
  const start = which === null && atoms[i]?.low === "the" ? i + 1 : i;
  const atom = atoms[start];
  const month = valueOf(atom, "season");
  if (!atom || month === null) return null;
  const { to, year } = yearBehind(atoms, start + 1);
  const alone = /^(?:in|by|until|since|during|through|this|early|late|mid|over)$/u.test(atoms[i - 1]?.low ?? "");
  const isNoun = atom.xpos === "" || atom.xpos.startsWith("NN");
  if (
    year === null &&
    which === null &&
    !(alone && isNoun && atom.form === atom.low && (start > i || atom.low !== "fall"))
  )
    return null;
  if (which !== null && year === null && !isNoun) return null;
  // "The spring offensive", "the fall of the city".
  if (year === null && which === null && (atoms[to]?.low === "of" || /^NN/u.test(atoms[to]?.xpos ?? ""))) return null;
  return { to: year === null ? start + 1 : to, meaning: { kind: "season", year, month, which } };
}

/** "The first quarter of 2011", "Q2 2011", "the second half of last year". */
function readPart(atoms: readonly Atom[], i: number): Reading | null {
  const [, short] = (atoms[i]?.form.length === 2 && /^q([1-4])$/u.exec(atoms[i]?.low ?? "")) || [];
  if (short) {
    const { to, year } = yearBehind(atoms, i + 1);
    return { to: year === null ? i + 1 : to, meaning: { kind: "quarter", year, quarter: Number(short) } };
  }
  const start = atoms[i]?.low === "the" ? i + 1 : i;
  const n = valueOf(atoms[start], "ordinal") ?? (atoms[start]?.low === "last" ? 4 : null);
  if (n === null) return null;
  const at = HYPHEN.test(atoms[start + 1]?.low ?? "") ? start + 2 : start + 1;
  const { to, year } = yearOfPart(atoms, at + 1);
  if (atoms[at]?.low === "quarter" && n <= 4 && (year !== null || atoms[at + 1]?.low !== "of")) {
    if (year === null && atoms[start]?.low === "last") return null;
    return { to: year === null ? at + 1 : to, meaning: { kind: "quarter", year, quarter: n } };
  }
  const half = n === 4 && atoms[start]?.low === "last" ? 2 : n;
  return atoms[at]?.word?.has("half") && half <= 2 && year !== null
    ? { to, meaning: { kind: "half", year, half } }
    : null;
}

function yearOfPart(atoms: readonly Atom[], i: number): { readonly to: number; readonly year: YearOf } {
  if (atoms[i]?.low === "of" && atoms[i + 1]?.low === "the" && atoms[i + 2]?.low === "year")
    return { to: i + 3, year: { n: 0, base: "now" } };
  const found = yearBehind(atoms, i);
  return found.year !== null || yearAt(atoms[i]) === null ? found : { to: i + 1, year: yearAt(atoms[i]) };
}
