import { SECTORS, type Sector } from "../../model/plover.ts";
import { parseTable, type TableRow } from "../parse-table.ts";
import type { OwnTable } from "./actors.ts";
import { compileCountries, COUNTRY_NAME_COLUMNS } from "./countries.ts";
import { PEOPLE_COLUMNS } from "./people.ts";
import { PLACE_COLUMNS } from "./places.ts";
import { ROLE_COLUMNS } from "./roles.ts";

/** A user's file as tables in our columns; a warning names file, line and column. */
export interface ConvertedTables {
  readonly tables: readonly OwnTable[];
  readonly warnings: readonly string[];
}

/** What a converter asks of our own tables. */
export interface KnownActors {
  readonly countries: { has(code: string): boolean };
  /** Whether our tables have this name of a country, or of a place in it, and know better what it is. */
  isName(written: string, iso3: string): boolean;
  isPerson(id: string): boolean;
  /** The cells of a role of our table by column. */
  role(role: string): Readonly<Record<string, string>> | undefined;
  /** The priority that our roles of a sector have. */
  priority(sector: Sector): number;
}

type KnownFile = `actors/${"countries" | "country-names" | "people" | "places" | "roles"}.tsv`;

/** What our tables have, by the path of a table below the codebook's folder. */
export function knownActors(table: (file: KnownFile) => string): KnownActors {
  const read = (file: KnownFile, columns: readonly string[]): Iterable<TableRow> => parseTable(`codebook/${file}`, table(file), columns);
  const names = new Set<string>();
  for (const row of read("actors/country-names.tsv", COUNTRY_NAME_COLUMNS)) names.add(`${row.cell("name")}\t${row.cell("iso3")}`);
  for (const row of read("actors/places.tsv", PLACE_COLUMNS)) names.add(`${row.cell("name")}\t${row.cell("iso3")}`);
  const people = new Set(Array.from(read("actors/people.tsv", PEOPLE_COLUMNS), (row) => row.cell("id")));
  const roles = [...read("actors/roles.tsv", ROLE_COLUMNS)];
  const priority = priorities(roles);
  const byName = new Map(
    roles.map((row) => [row.cell("role"), Object.fromEntries(ROLE_COLUMNS.map((column) => [column, row.cell(column)]))]),
  );
  return {
    countries: compileCountries("codebook/actors/countries.tsv", table("actors/countries.tsv")),
    isName: (written, iso3) => names.has(`${written}\t${iso3}`),
    isPerson: (id) => people.has(id),
    role: (role) => byName.get(role),
    priority: (sector) => priority.get(sector) ?? 1,
  };
}

/** The most common priority of each sector. */
function priorities(roles: readonly TableRow[]): ReadonlyMap<Sector, number> {
  const counts = new Map<string, number>();
  for (const row of roles) {
    const key = `${row.cell("sector")}\t${row.cell("priority")}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a).map(([key]) => key.split("\t"));
  return new Map(SECTORS.map((sector) => [sector, Number(sorted.find(([name]) => name === sector)?.[1] ?? 1)]));
}
