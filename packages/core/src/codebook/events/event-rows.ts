/** The event coder's tables, ready to be asked for a word. */
import { EVENT_TYPES } from "../../model/plover.ts";
import type { Ontology } from "../ontology.ts";
import { compileOperators, type Operator } from "./operators.ts";
import { compilePredicates, type Predicate } from "./predicates.ts";

export const EVENT_FILES = [
  "events/operators.tsv",
  ...EVENT_TYPES.map((type) => `events/predicates/${type.toLowerCase()}.tsv` as const),
] as const;

export interface EventRows {
  readonly all: readonly (Predicate | Operator)[];
  /** By lemma, in the order of the tables: operators first. */
  readonly byLemma: ReadonlyMap<string, readonly (Predicate | Operator)[]>;
}

export function compileEventRows(table: (file: (typeof EVENT_FILES)[number]) => string, ontology: Ontology): EventRows {
  const ids = new Set<string>();
  const all = EVENT_FILES.flatMap((file): (Predicate | Operator)[] =>
    file === "events/operators.tsv" ? compileOperators(file, table(file), ids) : compilePredicates(file, table(file), ontology, ids),
  );
  const byLemma = new Map<string, (Predicate | Operator)[]>();
  for (const row of all) {
    const rows = byLemma.get(row.pattern.lemma);
    if (rows) rows.push(row);
    else byLemma.set(row.pattern.lemma, [row]);
  }
  return { all, byLemma };
}
