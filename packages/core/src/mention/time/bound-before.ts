import type { TimeBound } from "../../model/time.ts";
import type { Atoms } from "./atoms.ts";
import type { Expression } from "./read-expression.ts";

/** Words that may stand between: "since [early] 2013", "until [at least] Friday". */
const BETWEEN = new Set(["the", "early", "late", "mid", "about", "around", "at", "least"]);
const OPENING = new Set(["starting", "beginning", "effective"]);
const BOUNDS: ReadonlyMap<string, TimeBound> = new Map([
  ...["since", ...OPENING].map((word) => [word, "since"] as const),
  ...["until", "till", "til", "by", "through"].map((word) => [word, "until"] as const),
  ["before", "before"],
  ["after", "after"],
  ["following", "after"],
]);

/** What the words before an expression say of it: "since 2013", "until Friday", "ahead of the May vote"; null: they only say when. */
export function boundBefore(atoms: Atoms, { from, meaning }: Expression): TimeBound | null {
  const at = BETWEEN.has(atoms.at(from - 1)?.low ?? "") ? from - 2 : from - 1;
  const last = atoms.at(at)?.low ?? "";
  const bound = BOUNDS.get(last);
  if (bound) return bound;
  if (last === "from" && meaning.kind !== "range" && meaning.kind !== "years") return "since";
  const before = atoms.at(at - 1)?.low ?? "";
  if ((last === "on" || last === "from" || last === "in") && OPENING.has(before)) return "since";
  return (last === "of" && before === "ahead") || (last === "to" && before === "prior") ? "before" : null;
}

/** "Ahead of Sunday's vote": whatever the tense, it is to come. */
export const isAheadOf = (atoms: Atoms, { from }: Expression): boolean => {
  const at = atoms.at(from - 1)?.low === "the" ? from - 2 : from - 1;
  return atoms.at(at)?.low === "of" && atoms.at(at - 1)?.low === "ahead";
};
