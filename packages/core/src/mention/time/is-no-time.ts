/** What looks like a time and is none: a name ("Theresa May", "the Sunday Times"), a verb ("may", "march"), what happens again and again ("every Friday"). */
import type { Name, ParsedSentence } from "../../model/parsed.ts";
import type { Atoms } from "./atoms.ts";
import type { Expression } from "./read-expression.ts";

export function isNoTime(atoms: Atoms, expression: Expression, parsed: ParsedSentence): boolean {
  const { from, to, meaning } = expression;
  const [first, last] = [atoms.at(from), atoms.at(to - 1)];
  if (!first || !last) return true;
  const before = atoms.at(from - 1);
  if (before?.word?.has("every") || (before?.low === "the" && atoms.at(from - 2)?.word?.has("every"))) return true;
  if (isInName(atoms, expression, parsed, meaning.kind === "festival" || (to - from > 1 && meaning.kind === "day")))
    return true;
  if (meaning.kind === "month" && to === from + 1) return isNoMonth(atoms, from) || isFirstName(atoms, from, parsed);
  // "1 May have": the verb behind a number.
  if (meaning.kind === "day" && atoms.xposOf(to - 1) === "MD") return true;
  return false;
}

/** The reader found a person, organisation or place of which the words are only a part. */
function isInName(atoms: Atoms, { from, to }: Expression, { names }: ParsedSentence, whole: boolean): boolean {
  const [first, last] = [atoms.tokenOf(from), atoms.tokenOf(to - 1)];
  for (const name of names) {
    if (name.first > first) return false;
    if (last < name.last && isPartOf(name, atoms, { from, to }, whole)) return true;
  }
  return false;
}

function isPartOf(name: Name, atoms: Atoms, { from, to }: Pick<Expression, "from" | "to">, whole: boolean): boolean {
  const [first, last] = [atoms.tokenOf(from), atoms.tokenOf(to - 1)];
  // "President Bill Clinton Saturday vowed": the day is none of the name.
  if (
    name.kind !== "ORG" &&
    last === name.last - 1 &&
    first > name.first + 1 &&
    atoms.at(from)?.word?.has("weekday") === true
  )
    return false;
  const [start, end] = [atoms.rangeOf(from)?.start, atoms.rangeOf(to - 1)?.end];
  if (start === name.start && end === name.end) return name.kind === "PER" && !whole;
  return !(whole && name.kind !== "ORG");
}

/** A month without day and year, in words that are verbs, names or auxiliaries as well. */
function isNoMonth(atoms: Atoms, i: number): boolean {
  const [atom, before, next] = [atoms.at(i), atoms.at(i - 1), atoms.at(i + 1)];
  if (!atom) return true;
  if (atom.low !== "may" && atom.low !== "march") return false;
  if (!atoms.xposOf(i).startsWith("NNP")) return true;
  if (
    /^(?:in|of|since|until|till|by|from|during|for|last|this|next|early|late|mid|-|–|to|through|between|before|after|and|or|late|the|'s)$/u.test(
      before?.low ?? "",
    )
  )
    return atom.low === "march" && before?.low === "the" && !/^(?:NN|JJ)/u.test(atoms.xposOf(i + 1));
  return before !== undefined || next?.low !== ",";
}

/** "April Smith heads the mission": at the head of a sentence the reader may leave such a first name out of the name. */
function isFirstName(atoms: Atoms, i: number, { names }: ParsedSentence): boolean {
  if (atoms.tokenOf(i) !== 0 || !/^(?:april|may|june|august)$/u.test(atoms.at(i)?.low ?? "")) return false;
  return names.some(({ kind, first, last }) => kind === "PER" && first === atoms.tokenOf(i + 1) && last === first + 1);
}
