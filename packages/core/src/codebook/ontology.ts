import { EVENT_TYPES, type EventType } from "../model/plover.ts";
import { parseTable, type TableRow } from "./parse-table.ts";

/** What an event type and mode amount to in numbers and in other ontologies. */
export interface Intensity {
  /** PLOVER score, -10..10 (column `meant`: the printed score of ACCUSE has the wrong sign). */
  readonly score: number;
  /** The most general CAMEO code that maps to this type and mode; null: none does. */
  readonly cameo: string | null;
  /** Goldstein value of that code, -10..10; null: none is published. */
  readonly goldstein: number | null;
}

/** PLOVER 2.0 as tables: which modes a type has, and how events are scored. */
export interface Ontology {
  readonly modes: ReadonlyMap<EventType, ReadonlySet<string>>;
  /** @param mode a mode of the type, or null; a mode without a score of its own has its type's */
  intensity(type: EventType, mode: string | null): Intensity;
}

function isEventType(value: string): value is EventType {
  return (EVENT_TYPES as readonly string[]).includes(value);
}

/** Reads the type of a row. @throws ComityError where it is none of the sixteen */
export function eventTypeOf(row: TableRow, column: string): EventType {
  const value = row.cell(column);
  if (!isEventType(value)) throw row.fault(column, value, `one of ${EVENT_TYPES.join(", ")}`);
  return value;
}

export interface OntologyTables {
  readonly modes: string;
  readonly scores: string;
  readonly cameo: string;
  readonly cameoSuggested: string;
  readonly goldstein: string;
}

export function compileOntology(tables: OntologyTables): Ontology {
  const modes = new Map<EventType, Set<string>>(EVENT_TYPES.map((type) => [type, new Set<string>()]));
  for (const row of parseTable("codebook/ontology/plover-modes.tsv", tables.modes, ["type", "mode", "definition"])) {
    modes.get(eventTypeOf(row, "type"))?.add(row.cell("mode"));
  }
  const scores = new Map<string, number>();
  for (const row of parseTable("codebook/ontology/plover-scores.tsv", tables.scores, ["type", "mode", "score", "meant"])) {
    scores.set(`${eventTypeOf(row, "type")}/${row.cell("mode")}`, numberOf(row, "meant"));
  }
  const goldstein = new Map<string, number>();
  for (const row of parseTable("codebook/ontology/goldstein.tsv", tables.goldstein, ["cameo", "goldstein", "source", "keds_scale"])) {
    goldstein.set(row.cell("cameo"), numberOf(row, "goldstein"));
  }
  const cameo = cameoOf(tables);
  return {
    modes,
    intensity(type, mode) {
      const score = scores.get(`${type}/${mode ?? ""}`) ?? scores.get(`${type}/`);
      if (score === undefined) throw new Error(`plover-scores.tsv has no score for ${type}`);
      const code = cameo.get(`${type}/${mode ?? ""}`) ?? cameo.get(`${type}/`) ?? null;
      return { score, cameo: code, goldstein: code === null ? null : (goldstein.get(code) ?? null) };
    },
  };
}

/**
 * The reverse of the CAMEO table, the suggested 2.0 readings in place of the 2021 file's. For a type and mode: its shortest code of three digits or
 * more, an unspecified one (ending in 0) first, then the lowest. For a type without mode that no code maps to: the unspecified code of the heading
 * under which most of its codes stand.
 */
function cameoOf(tables: OntologyTables): Map<string, string> {
  const meaning = new Map<string, string>();
  const read = (file: string, content: string, columns: readonly string[]): void => {
    for (const row of parseTable(file, content, columns)) {
      meaning.set(row.cell("cameo"), `${eventTypeOf(row, "plover")}/${row.cell("mode")}`);
    }
  };
  read("ontology/cameo2plover.tsv", tables.cameo, ["cameo", "plover", "mode"]);
  read("ontology/cameo2plover-suggested.tsv", tables.cameoSuggested, ["cameo", "plover", "mode", "reason"]);
  const codes = [...meaning].filter(([code]) => code.length >= 3);
  const rank = (code: string): string => `${code.length}${code.endsWith("0") ? 0 : 1}${code}`;
  codes.sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  const reverse = new Map<string, string>();
  for (const [code, key] of codes) if (!reverse.has(key)) reverse.set(key, code);
  for (const type of EVENT_TYPES) {
    if (reverse.has(`${type}/`)) continue;
    const perHeading = new Map<string, number>();
    for (const [code, key] of codes) {
      const heading = code.slice(0, 2);
      if (key.startsWith(`${type}/`)) perHeading.set(heading, (perHeading.get(heading) ?? 0) + 1);
    }
    const [most] = [...perHeading].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    if (most) reverse.set(`${type}/`, `${most[0]}0`);
  }
  return reverse;
}

function numberOf(row: TableRow, column: string): number {
  const value = Number(row.cell(column));
  if (row.cell(column) === "" || !Number.isFinite(value)) throw row.fault(column, row.cell(column), "a number");
  return value;
}
