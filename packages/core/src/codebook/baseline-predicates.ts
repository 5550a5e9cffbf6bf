import type { EventType } from "../model/plover.ts";
import { eventTypeOf, type Ontology } from "./ontology.ts";
import { parseTable } from "./parse-table.ts";
import { TokenTrie } from "./token-trie.ts";
import type { TokenizeWords } from "./tokenize-words.ts";

/** A predicate of the baseline coder: words that, between two countries, tell an event. */
export interface BaselinePredicate {
  readonly id: string;
  readonly type: EventType;
  readonly mode: string | null;
  /** Both countries are actors (a meeting, an agreement); otherwise the first acts on the second. */
  readonly joint: boolean;
  /** The row's own sentence and what it must give ("PAK > CHN", joint "PAK + CHN"). */
  readonly example: string;
  readonly codes: string;
  /** A sentence that must give nothing for this row; "": none needed. */
  readonly trap: string;
}

export interface BaselinePredicates {
  readonly rows: readonly BaselinePredicate[];
  /** Surface forms, lower case. */
  readonly forms: TokenTrie<BaselinePredicate>;
}

/** @throws ComityError for a row that cannot be right, with file, line and column */
export function compileBaselinePredicates(table: string, ontology: Ontology, words: TokenizeWords): BaselinePredicates {
  const rows: BaselinePredicate[] = [];
  const forms = new TokenTrie<BaselinePredicate>();
  const ids = new Set<string>();
  for (const row of parseTable("codebook/events/baseline.tsv", table, ["id", "type", "mode", "joint", "forms", "example", "codes", "trap"])) {
    const id = row.cell("id");
    if (!/^[a-z0-9-]+$/u.test(id) || ids.has(id)) throw row.fault("id", id, "a kebab-case id that no other row has");
    ids.add(id);
    const type = eventTypeOf(row, "type");
    const mode = row.cell("mode");
    if (mode && !ontology.modes.get(type)?.has(mode)) {
      throw row.fault("mode", mode, `empty or a mode of ${type}: ${[...(ontology.modes.get(type) ?? [])].join(", ") || "it has none"}`);
    }
    const joint = row.cell("joint");
    if (joint !== "yes" && joint !== "no") throw row.fault("joint", joint, "yes or no");
    for (const column of ["example", "codes"]) if (!row.cell(column)) throw row.fault(column, "", "a sentence and what it gives");
    const predicate: BaselinePredicate = {
      id,
      type,
      mode: mode || null,
      joint: joint === "yes",
      example: row.cell("example"),
      codes: row.cell("codes"),
      trap: row.cell("trap"),
    };
    rows.push(predicate);
    for (const form of row.cell("forms").split("; ")) {
      const tokens = words(form.toLowerCase());
      const other = forms.get(tokens)[0];
      if (tokens.length === 0 || other) throw row.fault("forms", form, other ? `a form that row ${other.id} does not have` : "forms separated by '; '");
      forms.add(tokens, predicate);
    }
  }
  return { rows, forms };
}
