/** The event coder's tables, ready to be asked for a word. */
import { EVENT_TYPES } from "../../model/plover.ts";
import type { Ontology } from "../ontology.ts";
import { parseTable } from "../parse-table.ts";
import { compileOperators, OPERATOR_COLUMNS, type Operator } from "./operators.ts";
import { compilePredicates, type Predicate } from "./predicates.ts";

export const BLAME_FILE = "events/blame-words.tsv";

export const EVENT_FILES = [
  BLAME_FILE,
  "events/operators.tsv",
  ...EVENT_TYPES.map((type) => `events/predicates/${type.toLowerCase()}.tsv` as const),
] as const;

export interface EventRows {
  /** Words that say that somebody does wrong, each as lemma and part of speech: "undermine/v". */
  readonly blame: ReadonlySet<string>;
  readonly all: readonly (Predicate | Operator)[];
  /** By lemma, in the order of the tables: operators first. */
  readonly byLemma: ReadonlyMap<string, readonly (Predicate | Operator)[]>;
}

/** @param own a user's tables of predicates or operators, in the columns of ours; they stand before ours, so that of equally good rows a user's wins */
export function compileEventRows(
  table: (file: (typeof EVENT_FILES)[number]) => string,
  ontology: Ontology,
  own: readonly { readonly file: string; readonly content: string }[] = [],
): EventRows {
  const ids = new Set<string>();
  const compile = (file: string, content: string): (Predicate | Operator)[] =>
    content.startsWith(OPERATOR_COLUMNS.join("\t"))
      ? compileOperators(file, content, ids)
      : compilePredicates(file, content, ontology, ids);
  const all = [
    ...own.flatMap(({ file, content }) => compile(file, content)),
    ...EVENT_FILES.filter((file) => file !== BLAME_FILE).flatMap((file) => compile(`codebook/${file}`, table(file))),
  ];
  const byLemma = new Map<string, (Predicate | Operator)[]>();
  for (const row of all) {
    const rows = byLemma.get(row.pattern.lemma);
    if (rows) rows.push(row);
    else byLemma.set(row.pattern.lemma, [row]);
  }
  const blame = [...parseTable(`codebook/${BLAME_FILE}`, table(BLAME_FILE), ["word", "pos"])].map((row) => {
    if (!/^[vna]$/u.test(row.cell("pos"))) throw row.fault("pos", row.cell("pos"), "v, n or a");
    return `${row.cell("word")}/${row.cell("pos")}`;
  });
  return { all, byLemma, blame: new Set(blame) };
}
