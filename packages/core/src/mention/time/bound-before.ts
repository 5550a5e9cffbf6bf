import type { TimeBound } from "../../model/time.ts";
import type { Atoms } from "./atoms.ts";
import type { Expression } from "./read-expression.ts";

/** What the words before an expression say of it: "since 2013", "until Friday", "ahead of the May vote"; null: they only say when. */
export function boundBefore(atoms: Atoms, { from, meaning }: Expression): TimeBound | null {
  const at = /^(?:the|early|late|mid|about|around|at|least)$/u.test(atoms.at(from - 1)?.low ?? "")
    ? from - 2
    : from - 1;
  const [last, before] = [atoms.at(at)?.low ?? "", atoms.at(at - 1)?.low ?? ""];
  if (
    /^(?:since|starting|beginning|effective)$/u.test(last) ||
    (last === "from" && meaning.kind !== "range" && meaning.kind !== "years")
  )
    return "since";
  if ((last === "on" || last === "from" || last === "in") && /^(?:starting|beginning|effective)$/u.test(before))
    return "since";
  if (/^(?:until|till|til|by|through)$/u.test(last)) return "until";
  if (last === "before" || (last === "of" && before === "ahead") || (last === "to" && before === "prior"))
    return "before";
  return last === "after" || last === "following" ? "after" : null;
}

/** "Ahead of Sunday's vote": whatever the tense, it is to come. */
export const isAheadOf = (atoms: Atoms, { from }: Expression): boolean => {
  const at = atoms.at(from - 1)?.low === "the" ? from - 2 : from - 1;
  return atoms.at(at)?.low === "of" && atoms.at(at - 1)?.low === "ahead";
};
