/** Expressions that count from a day known already: "last week", "two days later", "over the past decade", "recently". */
import type { PhraseMeaning, TimePhrase, TimeTables } from "../../codebook/times.ts";
import { HYPHEN, valueOf, type Atom, type Atoms } from "./atoms.ts";
import type { Base, Meaning, Reading, Which } from "./meaning.ts";
import type { TimeUnit } from "./period.ts";
import { whichAt } from "./read-date.ts";

export function readRelative(atoms: Atoms, i: number, tables: TimeTables): Reading | null {
  return readPhrase(atoms, i, tables) ?? readWhichUnit(atoms, i) ?? readStretch(atoms, i) ?? readDistance(atoms, i);
}

const unitAt = (atom: Atom | undefined): TimeUnit | null => (atom?.word?.get("unit") as TimeUnit | undefined) ?? null;

/** The longest phrase that begins at an atom. */
export function phraseAt<T>(
  atoms: Atoms,
  i: number,
  phrases: ReadonlyMap<string, readonly TimePhrase<T>[]>,
): { readonly to: number; readonly value: T } | null {
  const candidates = phrases.get(atoms.at(i)?.low ?? "");
  if (!candidates) return null;
  for (const { words, value } of candidates) {
    let same = 1;
    while (same < words.length && atoms.at(i + same)?.low === words[same]) same += 1;
    if (same === words.length) return { to: i + same, value };
  }
  return null;
}

function readPhrase(atoms: Atoms, i: number, { phrases }: TimeTables): Reading | null {
  const found = phraseAt<PhraseMeaning>(atoms, i, phrases);
  if (!found) return null;
  const last = atoms.at(found.to - 1)?.low;
  // "The day before the vote": the phrase stands for itself only where no noun follows.
  if ((last === "before" || last === "after") && !endsPhrase(atoms.at(found.to))) return null;
  return { to: found.to, meaning: found.value };
}

/** Nothing hangs on what ends here. */
const endsPhrase = (next: Atom | undefined): boolean =>
  next === undefined ||
  /^(?:[.,;:()!?]|-[LR]RB-|and|but|when|as|in|at|by|with|that|said|was|were|had|has|["“”'’])/u.test(next.low);

/** "Last week", "this year", "the following month", "that same day", "the past decade". */
function readWhichUnit(atoms: Atoms, i: number): Reading | null {
  const article = atoms.at(i)?.low === "the";
  let at = article ? i + 1 : i;
  let which = whichAt(atoms.at(at));
  if (!which) return null;
  at += 1;
  if (atoms.at(at)?.low === "same" || (atoms.at(at)?.low === "past" && which.n === 0)) {
    which = atoms.at(at)?.low === "same" ? { n: 0, base: "text" } : { n: -1, base: "now" };
    at += 1;
  }
  const unit = unitAt(atoms.at(at));
  // "Days" and "weeks" without a number are no one unit.
  if (!unit || atoms.at(at)?.low.endsWith("s") === true) return null;
  if (isCompound(atoms, at)) return null;
  const to = at + 1;
  if (unit === "day") {
    if (which.base === "now" && which.n !== 1) return null;
    return { to, meaning: { kind: "shift", unit, n: which.n, base: "text" } };
  }
  if (article && which.base === "now" && which.n !== 0) {
    const over = /^(?:over|in|during|within|for|throughout)$/u.test(atoms.at(i - 1)?.low ?? "");
    if (over || which.n < 0 || atoms.at(at - 1)?.low !== "next")
      return { to, meaning: { kind: "stretch", unit, n: which.n } };
    return { to, meaning: { kind: "shift", unit, n: which.n, base: "text" } };
  }
  return { to, meaning: { kind: "shift", unit, n: which.n, base: which.base } };
}

/** "Next year-end", "this week-long": the unit is a part of another word. */
const isCompound = (atoms: Atoms, at: number): boolean =>
  HYPHEN.test(atoms.at(at + 1)?.form ?? "") && /^(?:long|old|round|olds)$/u.test(atoms.at(at + 2)?.low ?? "");

/** "The past two years", "the next 48 weeks", "the last few days". */
function readStretch(atoms: Atoms, i: number): Reading | null {
  const start = atoms.at(i)?.low === "the" || atoms.at(i)?.low === "these" ? i + 1 : i;
  const which = whichAt(atoms.at(start));
  if (!which || which.n === 0) return null;
  const count = countAt(atoms, start + 1);
  const unit = count ? unitAt(atoms.at(count.to)) : null;
  if (!count || !unit) return null;
  const to = count.to + 1;
  if (count.n === null) return { to, meaning: { kind: "vague", unit: vagueUnit(unit) } };
  return { to, meaning: { kind: "stretch", unit, n: which.n * count.n } };
}

const HEDGES = new Set("about almost nearly around roughly exactly just over some only".split(" "));

/** "Two days ago", "a year earlier", "ten days later", "in two weeks", "three months from now", "a week before". */
function readDistance(atoms: Atoms, i: number): Reading | null {
  const ahead = atoms.at(i)?.low === "in";
  let start = ahead ? i + 1 : i;
  while (HEDGES.has(atoms.at(start)?.low ?? "")) start += 1;
  if (atoms.at(start)?.low === "more" && atoms.at(start + 1)?.low === "than") start += 2;
  const count = countAt(atoms, start);
  const at = count && HYPHEN.test(atoms.at(count.to)?.low ?? "") ? -1 : (count?.to ?? -1);
  const unit = unitAt(atoms.at(at));
  if (!count || !unit) return null;
  const next = atoms.at(at + 1);
  const direction =
    next?.low === "earlier" || next?.low === "later" || !next?.word?.has("ago") ? null : valueOf(next, "ago");
  const said = (to: number, sign: number, base: Base): Reading => ({
    to,
    meaning: distance(count.n, sign, unit, base),
  });
  if (direction !== null) return said(at + 2, direction, "now");
  if (next?.low === "earlier") return said(at + 2, -1, "text");
  if (next?.low === "later") return said(at + 2, 1, "text");
  if (next?.low === "from" && (atoms.at(at + 2)?.low === "now" || atoms.at(at + 2)?.low === "today"))
    return said(at + 3, 1, "now");
  if (next?.low === "before" && endsPhrase(atoms.at(at + 2))) return said(at + 2, -1, "text");
  if (next?.low === "after" && endsPhrase(atoms.at(at + 2))) return said(at + 2, 1, "text");
  // "In two weeks" looks ahead only in a clause of the future; who resolves it checks that.
  if (
    ahead &&
    count.n !== null &&
    unit !== "century" &&
    unit !== "decade" &&
    !/^(?:of|old|['-])/u.test(next?.low ?? "")
  )
    return said(at + 1, 1, "now");
  return null;
}

function distance(n: number | null, sign: number, unit: TimeUnit, base: Base): Meaning {
  if (n === null) return { kind: "vague", unit: vagueUnit(unit) };
  if (unit === "decade" || unit === "century")
    return { kind: "shift", unit: "year", n: sign * n * (unit === "decade" ? 10 : 100), base };
  return { kind: "shift", unit, n: sign * n, base };
}

const vagueUnit = (unit: TimeUnit): "day" | "week" | "month" | "quarter" | "year" =>
  unit === "decade" || unit === "century" ? "year" : unit === "fortnight" ? "week" : unit;

/** A count of units: digits, words, "a couple of"; `n` null: "several". */
function countAt(atoms: Atoms, i: number): { readonly to: number; readonly n: number | null } | null {
  const atom = atoms.at(i);
  if (!atom) return null;
  if (atom.number >= 0 && atom.number < 1000) return halves(atoms, i + 1, atom.number);
  if (atom.low === "a" && atoms.at(i + 1)?.low === "few") return { to: i + 2, n: null };
  if ((atom.low === "a" || atom.low === "another") && atoms.at(i + 1)?.low === "couple")
    return { to: atoms.at(i + 2)?.low === "of" ? i + 3 : i + 2, n: 2 };
  if (atom.word?.has("vague")) return { to: i + 1, n: null };
  const value = valueOf(atom, "number");
  if (value === null) return null;
  if (value >= 20 && value % 10 === 0) {
    const at = HYPHEN.test(atoms.at(i + 1)?.low ?? "") ? i + 2 : i + 1;
    const rest = valueOf(atoms.at(at), "number");
    if (rest !== null && rest < 10) return { to: at + 1, n: value + rest };
  }
  return halves(atoms, i + 1, value);
}

/** "Two and a half years": the half is dropped, since a year's half moves no year. */
const halves = (atoms: Atoms, to: number, n: number): { readonly to: number; readonly n: number } =>
  atoms.at(to)?.low === "and" && atoms.at(to + 1)?.low === "a" && atoms.at(to + 2)?.low === "half"
    ? { to: to + 3, n }
    : { to, n };

export const whichBefore = (atoms: Atoms, i: number): { readonly at: number; readonly which: Which | null } => {
  const start =
    atoms.at(i)?.low === "the" || (atoms.at(i)?.low === "that" && atoms.at(i + 1)?.low === "same") ? i + 1 : i;
  const which = whichAt(atoms.at(start));
  return which ? { at: start + 1, which } : { at: i, which: null };
};
