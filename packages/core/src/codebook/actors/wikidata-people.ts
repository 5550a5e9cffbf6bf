/**
 * The result of the query in `codebook/actors/wikidata-query.md` as rows of people. In: the JSON (SPARQL 1.1 Query Results JSON Format), our roles and
 * countries. Out: a table in the columns of `people.tsv`, header first, rows sorted; and what was left out, counted.
 */
import { ComityError } from "../../base/comity-error.ts";
import { runBeside } from "../dated.ts";
import { parseTable } from "../parse-table.ts";
import { PEOPLE_COLUMNS } from "./people.ts";
import { ROLE_COLUMNS } from "./roles.ts";
import { rowId } from "./row-id.ts";
import { surnameOf } from "./surname.ts";

export interface ImportedPeople {
  readonly table: string;
  readonly rows: number;
  readonly persons: number;
  /** Each kind of thing that was left out, with how often. */
  readonly leftOut: ReadonlyMap<string, number>;
}

interface Term {
  readonly item: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly gender: "m" | "f" | "";
  readonly of: string;
  readonly office: string;
  from: string;
  to: string;
}

type Binding = Readonly<Record<string, { readonly value?: unknown; readonly type?: unknown } | undefined>>;

/**
 * @param result parsed JSON
 * @throws ComityError "wikidata-result" where it is no result of that query
 */
export function wikidataPeople(
  file: string,
  result: unknown,
  table: (file: "actors/countries.tsv" | "actors/roles.tsv") => string,
): ImportedPeople {
  const leftOut = new Map<string, number>();
  const leave = (why: string): void => void leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
  const countries = [...parseTable("codebook/actors/countries.tsv", table("actors/countries.tsv"), ["iso3", "iso2", "name", "kind"])];
  const codes = new Map(countries.flatMap((row) => [[row.cell("iso3"), row.cell("iso3")] as const, [row.cell("iso2"), row.cell("iso3")] as const]));
  const roles = [...parseTable("codebook/actors/roles.tsv", table("actors/roles.tsv"), ROLE_COLUMNS)];
  const offices = new Map(roles.map((row) => [row.cell("role"), row.cell("office")]));
  const terms: Term[] = [];
  for (const binding of bindingsOf(file, result)) {
    const term = readTerm(binding, codes, offices);
    if (typeof term === "string") leave(term);
    else addTerm(terms, term);
  }
  const itemsOf = new Map<string, Set<string>>();
  for (const { item, name } of terms) itemsOf.set(rowId(name), (itemsOf.get(rowId(name)) ?? new Set()).add(item));
  const rows = terms.map(({ item, name, aliases, gender, of, office, from, to }) => {
    const shared = (itemsOf.get(rowId(name))?.size ?? 0) > 1;
    const id = shared ? `${rowId(name)}-${item.toLowerCase()}` : rowId(name);
    return [id, name, aliases.join("; "), surnameOf(name, of), gender, of, office, from, to, "", `Wikidata (CC0) ${item}`].join("\t");
  });
  return {
    table: `${[PEOPLE_COLUMNS.join("\t"), ...rows.sort()].join("\n")}\n`,
    rows: rows.length,
    persons: new Set(terms.map(({ item }) => item)).size,
    leftOut,
  };
}

function bindingsOf(file: string, result: unknown): Binding[] {
  const bindings = (result as { results?: { bindings?: unknown } } | null)?.results?.bindings;
  if (Array.isArray(bindings)) return bindings.filter((one) => typeof one === "object" && one !== null) as Binding[];
  throw new ComityError(
    "wikidata-result",
    `${file}:1:1: found JSON without results.bindings; expected the result of a query in the SPARQL 1.1 JSON format`,
    "ask query.wikidata.org with the query of codebook/actors/wikidata-query.md and save the answer as JSON",
  );
}

/** @returns the term, or in words why there is none*/
function readTerm(binding: Binding, codes: ReadonlyMap<string, string>, offices: ReadonlyMap<string, string>): Term | string {
  const text = (key: string): string => {
    const { value, type } = binding[key] ?? {};
    return typeof value === "string" && type !== "bnode" ? value.replaceAll(/\s+/gu, " ").trim() : "";
  };
  const [item, name, position] = [/Q\d+$/u.exec(text("person"))?.[0], text("personLabel"), text("positionLabel")];
  if (item === undefined) return "no person";
  if (name === "" || /^Q\d+$/u.test(name)) return "no English name";
  const of = codes.get(text("countryCode").toUpperCase());
  if (of === undefined) return `country "${text("countryCode")}"`;
  const office = officeOf(position, offices);
  if (office === null) return `position "${position}"`;
  const [from, to] = [day(text("start")), day(text("end"))];
  if (from === null || to === null) return "a date that is none";
  if (from !== "" && to !== "" && to < from) return "an end before the start";
  const names = text("aliases").split("|").map((alias) => alias.trim()); // prettier-ignore
  const aliases = [...new Set(names)].filter((alias) => alias !== name && /^\p{Lu}.*\s.*\p{L}$/u.test(alias) && !alias.includes("; "));
  const gender = text("genderLabel").toLowerCase();
  return { item, name, aliases: aliases.sort(), gender: gender.endsWith("female") || gender === "trans woman" ? "f" : gender.endsWith("male") || gender === "trans man" ? "m" : "", of, office, from, to };
}

/** "2009-01-20T00:00:00Z" to "2009-01-20"; "" stays: open. null: no date of our calendar. */
const day = (time: string): string | null => (time === "" ? "" : (/^\d{4}-(?!00)\d{2}-(?!00)\d{2}(?=T|$)/u.exec(time)?.[0] ?? null));

/**
 * The office of the longest role in a position's label ("Deputy Prime Minister of Pakistan": deputy prime minister). null: it has none, or a longer role
 * without an office covers it ("deputy minister").
 */
function officeOf(position: string, offices: ReadonlyMap<string, string>): string | null {
  const words = position.toLowerCase().split(/[\s,()]+/u).filter((word) => word !== ""); // prettier-ignore
  const covered: { readonly from: number; readonly to: number }[] = [];
  for (let length = words.length; length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const to = from + length;
      if (covered.some((other) => other.from <= from && to <= other.to)) continue;
      const office = offices.get(words.slice(from, to).join(" "));
      if (office !== undefined && office !== "") return office;
      if (office !== undefined) covered.push({ from, to });
    }
  }
  return null;
}

/** Adds a term; one that runs beside another of the same person in the same office becomes a part of it. */
function addTerm(terms: Term[], term: Term): void {
  let merged = term;
  for (let i = terms.length - 1; i >= 0; i -= 1) {
    const other = terms[i];
    if (!other || other.item !== term.item || other.of !== term.of || other.office !== term.office || !joins(other, merged)) continue;
    const from = other.from === "" || merged.from === "" ? "" : other.from < merged.from ? other.from : merged.from;
    const to = other.to === "" || merged.to === "" ? "" : other.to > merged.to ? other.to : merged.to;
    merged = { ...other, aliases: [...new Set([...other.aliases, ...merged.aliases])].sort(), from, to };
    terms.splice(i, 1);
  }
  terms.push(merged);
}

const joins = (a: Term, b: Term): boolean => (a.from === b.from && a.to === b.to) || runBeside(a, b);
