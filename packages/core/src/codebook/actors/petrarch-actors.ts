/**
 * A PETRARCH or Phoenix file of actors as tables of our own. In: the file. Out: rows of organisations, since the file does not tell persons from other
 * actors, and of country names (kind "colloquial") for actors that are a state and nothing else; and warnings about what could not be turned into a row.
 * A code with dates goes before one without; of two that hold on a day, the first in the file.
 */
import type { Sector } from "../../model/plover.ts";
import type { Dated } from "../dated.ts";
import { COUNTRY_NAME_COLUMNS } from "./countries.ts";
import { withoutSpans } from "./day-spans.ts";
import { ORGANISATION_COLUMNS } from "./organisations.ts";
import type { ConvertedTables, KnownActors } from "./known-actors.ts";
import { readPetrarchCode, type PetrarchCode } from "./petrarch-codes.ts";
import { petrarchLines, type BracketCode } from "./petrarch-lines.ts";
import { petrarchNames } from "./petrarch-names.ts";
import { rowId } from "./row-id.ts";

interface Draft {
  readonly line: number;
  readonly names: string[];
  readonly codes: (BracketCode & { readonly line: number })[];
  /** A code of it could not be read, and was told. */
  broken: boolean;
}

interface Span extends Dated {
  readonly country: string | null;
  readonly sector: Sector | null;
}

/** @param file as messages shall call it */
export function petrarchActors(file: string, content: string, known: KnownActors): ConvertedTables {
  const told: { readonly line: number; readonly column: number; readonly message: string }[] = [];
  const warn: Warn = (line, column, message) => void told.push({ line, column, message });
  const drafts = readDrafts(content, warn);
  const plover = /\[[A-Z]*JRN/u.test(content);
  const organisations: string[] = [];
  const countryNames = new Map<string, string>();
  const ids = new Set<string>();
  const lineOfName = new Map<string, number>();
  for (const { line, names, codes, broken } of drafts) {
    const [name, ...aliases] = names;
    if (name === undefined) continue;
    const before = lineOfName.get(name);
    if (before !== undefined) {
      warn(line, 1, `"${name}" stands in line ${before} already; left out`);
      continue;
    }
    lineOfName.set(name, line);
    const spans = spansOf(codes, known, plover, warn);
    if (spans.length === 0) {
      if (codes.length === 0 && !broken) warn(line, 1, `"${name}" has no code; left out`);
      continue;
    }
    if (spans.every(({ sector }) => sector === null)) {
      for (const { country, from, to } of spans) {
        for (const written of names) {
          const key = `${written}\t${country ?? ""}`;
          if (!known.isName(written, country ?? "") && !countryNames.has(key)) countryNames.set(key, `${key}\tcolloquial\t${from}\t${to}\t`);
        }
      }
      continue;
    }
    const id = freeId(rowId(name), (taken) => ids.has(taken) || known.isPerson(taken));
    ids.add(id);
    for (const { country, sector, from, to } of spans)
      organisations.push([id, name, aliases.join("; "), country ?? "", sector ?? "UNK", from, to, file, ""].join("\t"));
  }
  const table = (columns: readonly string[], rows: readonly string[]): string => `${[columns.join("\t"), ...rows].join("\n")}\n`;
  return {
    tables: [
      { file, content: table(ORGANISATION_COLUMNS, organisations) },
      { file, content: table(COUNTRY_NAME_COLUMNS, [...countryNames.values()]) },
    ],
    warnings: told.toSorted((a, b) => a.line - b.line || a.column - b.column).map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`),
  };
}

type Warn = (line: number, column: number, message: string) => void;

/** Actors with their synonyms and codes, in the order of the file. */
function readDrafts(content: string, warn: Warn): Draft[] {
  const drafts: Draft[] = [];
  for (const { line, text, codes, faults } of petrarchLines(content)) {
    for (const [column, message] of faults) warn(line, column, `${message}; the code is left out`);
    const synonym = text.startsWith("+");
    const names = petrarchNames(synonym ? text.slice(1) : text);
    let draft = drafts.at(-1);
    if (!synonym && names.length > 0) drafts.push((draft = { line, names: [], codes: [], broken: false }));
    if (!draft) {
      warn(line, 1, `found ${synonym ? "a synonym" : "a code"} before the first actor; left out`);
      continue;
    }
    draft.broken ||= faults.length > 0;
    for (const name of names) if (!draft.names.includes(name)) draft.names.push(name);
    draft.codes.push(...codes.map((code) => ({ ...code, line })));
  }
  return drafts;
}

function spansOf(codes: Draft["codes"], known: KnownActors, plover: boolean, warn: Warn): Span[] {
  const spans: Span[] = [];
  const dated = codes.filter(({ from, to }) => from !== "" || to !== "");
  const always = codes.filter(({ from, to }) => from === "" && to === "");
  for (const one of [...dated, ...always]) {
    const { code, line, column } = one;
    const found = readCode(code, known, plover);
    if (!found || (found.country === null && found.sector === null)) {
      warn(line, column, `found the code "${code}"; expected a country's code or ${code.includes("~") ? "an actor's, this is an agent's" : "an international one, and roles"}; left out`);
      continue;
    }
    if (found.doubt !== null) warn(line, column, found.doubt);
    const rest = withoutSpans(one, spans);
    if (rest.length === 0 && always.length < 2) warn(line, column, `the days of "${code}" are those of codes before it; left out`);
    if (rest.length === 0 && always.length > 1) warn(line, column, `"${code}" is a second code without dates; left out`);
    spans.push(...rest.map(({ from, to }) => ({ country: found.country, sector: found.sector, from, to })));
  }
  return spans.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** Of joint codes ("PAK/IND") the first. */
const readCode = (code: string, { countries }: KnownActors, plover: boolean): PetrarchCode | null =>
  readPetrarchCode(code.split("/", 1)[0] ?? "", countries, { agent: false, plover });

/** The id, with a number where it is taken. */
function freeId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  for (let n = 2; ; n += 1) if (!isTaken(`${id}-${n}`)) return `${id}-${n}`;
}
