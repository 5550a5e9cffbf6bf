import { ComityError } from "../../base/comity-error.ts";
import { readDates, type Dated } from "../dated.ts";
import { parseTable } from "../parse-table.ts";

/** A state, territory or contested state of ISO 3166-1 (Kosovo: XKX). */
export interface Country {
  readonly iso3: string;
  readonly iso2: string;
  readonly name: string;
  readonly kind: "state" | "territory" | "contested";
}

export type CountryNameKind =
  | "short"
  | "official"
  | "colloquial"
  | "former"
  | "adjective"
  | "demonym"
  | "capital"
  | "seat";
const COUNTRY_KINDS = ["state", "territory", "contested"];
const NAME_KINDS = ["short", "official", "colloquial", "former", "adjective", "demonym", "capital", "seat"];

/** A name under which a country is spoken of, and when it is valid. */
export interface CountryName extends Dated {
  readonly written: string;
  readonly country: Country;
  readonly kind: CountryNameKind;
}

/** @throws ComityError for a table that cannot be right, with file, line and column */
export function compileCountries(file: string, table: string): ReadonlyMap<string, Country> {
  const byCode = new Map<string, Country>();
  for (const row of parseTable(file, table, ["iso3", "iso2", "name", "kind"])) {
    const iso3 = row.cell("iso3");
    const kind = row.cell("kind");
    if (!/^[A-Z]{3}$/u.test(iso3) || byCode.has(iso3))
      throw row.fault("iso3", iso3, "a three-letter code that no other row has");
    if (!COUNTRY_KINDS.includes(kind)) throw row.fault("kind", kind, COUNTRY_KINDS.join(", "));
    byCode.set(iso3, { iso3, iso2: row.cell("iso2"), name: row.cell("name"), kind: kind as Country["kind"] });
  }
  if (byCode.size === 0) throw new ComityError("codebook-table", `${file} holds no country`, "restore the table");
  return byCode;
}

export const COUNTRY_NAME_COLUMNS = ["name", "iso3", "kind", "from", "to", "note"] as const;

/** @throws ComityError for a table that cannot be right, with file, line and column */
export function compileCountryNames(file: string, table: string, countries: ReadonlyMap<string, Country>): CountryName[] {
  const seen = new Set<string>();
  return Array.from(parseTable(file, table, COUNTRY_NAME_COLUMNS), (row) => {
    const country = countries.get(row.cell("iso3"));
    if (!country) throw row.fault("iso3", row.cell("iso3"), "a code of actors/countries.tsv");
    const kind = row.cell("kind");
    if (!NAME_KINDS.includes(kind)) throw row.fault("kind", kind, NAME_KINDS.join(", "));
    const dates = readDates(row);
    const written = row.cell("name");
    const key = `${written}\t${country.iso3}`;
    if (written === "" || seen.has(key)) throw row.fault("name", written, "a name that stands once for each country");
    seen.add(key);
    return { written, country, kind: kind as CountryNameKind, ...dates };
  });
}
