import { EVENT_TYPES } from "../../model/plover.ts";
import type { Ontology } from "../ontology.ts";
import { parseTable, type TableRow } from "../parse-table.ts";

const COUNTS = ["self", "obj", "subj", "of", "strong"] as const;

/** What a word makes of a number beside it. */
export interface QuantityWord {
  readonly kind: string;
  /** What it counts: itself ("14 missiles"), a verb's object or subject, what stands behind a noun's "of" ("the death of 14"), or who "a 14-strong force" is. */
  readonly counts: (typeof COUNTS)[number];
  /** Currency; null: none. */
  readonly unit: string | null;
  /** Words that stand with a verb ("gun [down]") or before a noun. */
  readonly beside: readonly string[];
}

/** Of a kind: which events can have it. */
export interface QuantityKind {
  readonly kind: string;
  /** Types of events; empty: any. */
  readonly types: ReadonlySet<string>;
  /** Acts, as "TYPE" or "TYPE/mode", of which whoever is counted as object or subject is of the kind. */
  readonly obj: ReadonlySet<string>;
  readonly subj: ReadonlySet<string>;
  /** It may be told as what came of the act ("killing 14"). */
  readonly result: boolean;
  /** What the example tells, as "TYPE" or "TYPE/mode"; its word stands in brackets. */
  readonly act: string;
  readonly example: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly trap: string;
}

export interface QuantityTables {
  /** By lemma in small letters; `sign` is by form. */
  readonly words: Readonly<Record<"v" | "n" | "a" | "sign", ReadonlyMap<string, readonly QuantityWord[]>>>;
  readonly kinds: ReadonlyMap<string, QuantityKind>;
}

export const QUANTITY_FILES = ["events/quantities.tsv", "events/quantity-kinds.tsv"] as const;

/** @throws ComityError "codebook-table" for a row that cannot be right */
export function compileQuantities(table: (file: (typeof QUANTITY_FILES)[number]) => string, ontology: Ontology): QuantityTables {
  const kinds = new Map<string, QuantityKind>();
  const columns = ["kind", "types", "obj", "subj", "result", "act", "example", "gives", "trap"];
  for (const row of parseTable("codebook/events/quantity-kinds.tsv", table("events/quantity-kinds.tsv"), columns)) {
    const kind = row.cell("kind");
    if (kind === "" || kinds.has(kind)) throw row.fault("kind", kind, "a kind that stands once");
    const result = row.cell("result");
    if (result !== "yes" && result !== "no") throw row.fault("result", result, "yes or no");
    for (const column of ["act", "example", "trap"]) if (!row.cell(column)) throw row.fault(column, "", "something");
    const gives = /^(?<min>\d*)\.\.(?<max>\d*)$/u.exec(row.cell("gives"))?.groups;
    if (!gives) throw row.fault("gives", row.cell("gives"), 'the bounds, such as "40..40", "40.." or "..40"');
    kinds.set(kind, {
      kind,
      types: acts(row, "types", ontology),
      obj: acts(row, "obj", ontology),
      subj: acts(row, "subj", ontology),
      result: result === "yes",
      act: [...acts(row, "act", ontology)].join(""),
      example: row.cell("example"),
      min: gives["min"] ? Number(gives["min"]) : null,
      max: gives["max"] ? Number(gives["max"]) : null,
      trap: row.cell("trap"),
    });
  }
  const words = { v: new Map<string, QuantityWord[]>(), n: new Map<string, QuantityWord[]>(), a: new Map<string, QuantityWord[]>(), sign: new Map<string, QuantityWord[]>() };
  for (const row of parseTable("codebook/events/quantities.tsv", table("events/quantities.tsv"), ["kind", "pos", "word", "counts", "unit"])) {
    const kind = row.cell("kind");
    if (!kinds.has(kind)) throw row.fault("kind", kind, "a kind of events/quantity-kinds.tsv");
    const pos = row.cell("pos");
    if (pos !== "v" && pos !== "n" && pos !== "a" && pos !== "sign") throw row.fault("pos", pos, "v, n, a or sign");
    const counts = COUNTS.find((one) => one === row.cell("counts"));
    if (!counts) throw row.fault("counts", row.cell("counts"), `one of ${COUNTS.join(", ")}`);
    const parts = row.cell("word").split(" ");
    const [word = "", beside] = pos === "v" ? [parts[0], parts.slice(1)] : [parts.at(-1), parts.slice(0, -1)];
    if (word === "" || word !== word.toLowerCase()) throw row.fault("word", row.cell("word"), "a lemma in small letters");
    const list = words[pos].get(word);
    const value = { kind, counts, unit: row.cell("unit") || null, beside };
    if (list) list.push(value);
    else words[pos].set(word, [value]);
  }
  return { words, kinds };
}

function acts(row: TableRow, column: string, ontology: Ontology): Set<string> {
  const names = row.list(column);
  for (const name of names) {
    const [type, mode] = name.split("/");
    const known = EVENT_TYPES.find((one) => one === type);
    if (!known || (mode !== undefined && !ontology.modes.get(known)?.has(mode))) throw row.fault(column, name, 'types, or types with a mode such as "COERCE/arrest"');
  }
  return new Set(names);
}
