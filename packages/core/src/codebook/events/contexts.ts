import { EVENT_TYPES, SECTORS, type EventType, type Sector } from "../../model/plover.ts";
import type { Ontology } from "../ontology.ts";
import { parseTable, type TableRow } from "../parse-table.ts";
import { TokenTrie } from "../token-trie.ts";
import type { TokenizeWords } from "../tokenize-words.ts";

/** What speaks for a context, and how strongly. */
export interface ContextCue {
  /** Null: a phrase in which no word is a cue ("border town"). */
  readonly context: string | null;
  /** 3 is enough where it stands in the event's own sentence; 2 and 1 need company. */
  readonly weight: number;
  /** As the table has it: a cue counts once, however often it stands there. */
  readonly cue: string;
}

export interface ContextTables {
  /** Cues of words by lemmas or forms, hyphens left out; those with capitals are forms as they are written. */
  readonly words: TokenTrie<ContextCue>;
  readonly bySector: ReadonlyMap<Sector, readonly ContextCue[]>;
  /** By "TYPE" or "TYPE/mode". */
  readonly byAct: ReadonlyMap<string, readonly ContextCue[]>;
  /** Of each context a sentence whose event has it, and one whose event must not have it. */
  readonly examples: readonly ContextExample[];
}

export interface ContextExample {
  readonly context: string;
  /** What the example tells, as "TYPE" or "TYPE/mode"; the trap tells the same type without the mode. */
  readonly act: string;
  readonly example: string;
  readonly trap: string;
}

export const CONTEXT_FILES = ["events/context-examples.tsv", "events/contexts.tsv", "ontology/plover-contexts.tsv"] as const;

/** @throws ComityError "codebook-table" for a row that cannot be right */
export function compileContexts(
  table: (file: (typeof CONTEXT_FILES)[number]) => string,
  ontology: Ontology,
  words: TokenizeWords,
): ContextTables {
  const read = (file: (typeof CONTEXT_FILES)[number], columns: readonly string[]): TableRow[] =>
    [...parseTable(`codebook/${file}`, table(file), columns)];
  const known = new Set(read("ontology/plover-contexts.tsv", ["context", "definition"]).map((row) => row.cell("context")));
  const contextOf = (row: TableRow): string => {
    const context = row.cell("context");
    if (!known.has(context)) throw row.fault("context", context, "a context of ontology/plover-contexts.tsv");
    return context;
  };
  const trie = new TokenTrie<ContextCue>();
  const bySector = new Map<Sector, ContextCue[]>();
  const byAct = new Map<string, ContextCue[]>();
  const seen = new Set<string>();
  for (const row of read("events/contexts.tsv", ["context", "weight", "cue"])) {
    const context = row.cell("context") === "-" ? null : contextOf(row);
    const weight = row.cell("weight");
    if (!(context ? /^[123]$/u : /^$/u).test(weight)) throw row.fault("weight", weight, context ? "1, 2 or 3" : 'nothing, since the context is "-"');
    const cue = row.cell("cue");
    if (cue === "" || seen.has(`${context ?? "-"}\t${cue}`)) throw row.fault("cue", cue, "a cue that the context has once");
    seen.add(`${context ?? "-"}\t${cue}`);
    const value = { context, weight: Number(weight), cue };
    const named = /^(?<what>sector|act):(?<name>.+)$/u.exec(cue)?.groups;
    if (named?.["what"] === "sector") push(bySector, sectorOf(row, named["name"]), value);
    else if (named?.["what"] === "act") push(byAct, actOf(row, "cue", named["name"] ?? "", ontology), value);
    else for (const phrase of spellings(words(cue).flatMap(hyphenParts))) trie.add(phrase, value);
  }
  const examples = read("events/context-examples.tsv", ["context", "act", "example", "trap"]).map((row) => {
    for (const column of ["example", "trap"]) if (!row.cell(column)) throw row.fault(column, "", "a sentence");
    return { context: contextOf(row), act: actOf(row, "act", row.cell("act"), ontology), example: row.cell("example"), trap: row.cell("trap") };
  });
  return { words: trie, bySector, byAct, examples };
}

/** "Counter-terrorism" and "counter terrorism" are one, whether the tokenizer cuts at the hyphen or not. */
export const hyphenParts = (token: string): string[] => token.split(/[-‐‑–]/u).filter(Boolean);

/** The lemma of "rights" in "rights groups" is "right", and of "groups" "group": a phrase is found by its lemmas as by its forms, without a table that lists both. */
function spellings(tokens: readonly string[]): (readonly string[])[] {
  if (tokens.length < 2) return [tokens];
  const lemmas = tokens.map((token) => (/[^sui]s$/u.test(token) && token !== "news" ? token.slice(0, -1) : token));
  return lemmas.some((lemma, i) => lemma !== tokens[i]) ? [tokens, lemmas] : [tokens];
}

function sectorOf(row: TableRow, name: string | undefined): Sector {
  const sector = SECTORS.find((one) => one === name);
  if (!sector) throw row.fault("cue", row.cell("cue"), `"sector:" and one of ${SECTORS.join(", ")}`);
  return sector;
}

function actOf(row: TableRow, column: string, name: string, ontology: Ontology): string {
  const [type, mode] = name.split("/");
  const known = EVENT_TYPES.find((one: EventType) => one === type);
  if (!known || (mode !== undefined && !ontology.modes.get(known)?.has(mode))) throw row.fault(column, row.cell(column), 'a type, or a type and its mode such as "COERCE/cyber"');
  return name;
}

function push<K>(map: Map<K, ContextCue[]>, key: K, cue: ContextCue): void {
  const list = map.get(key);
  if (list) list.push(cue);
  else map.set(key, [cue]);
}
