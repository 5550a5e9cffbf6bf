import { ComityError } from "../base/comity-error.ts";
import { parseTable } from "./parse-table.ts";
import { TokenTrie } from "./token-trie.ts";
import type { TokenizeWords } from "./tokenize-words.ts";

/** A state, territory or contested state of ISO 3166-1 (Kosovo: XKX). */
export interface Country {
  readonly iso3: string;
  readonly iso2: string;
  readonly name: string;
  readonly kind: "state" | "territory" | "contested";
}

export type CountryNameKind = "short" | "official" | "colloquial" | "former" | "adjective" | "demonym" | "capital" | "seat";
const COUNTRY_KINDS = ["state", "territory", "contested"];
const NAME_KINDS = ["short", "official", "colloquial", "former", "adjective", "demonym", "capital", "seat"];

/** A name under which a country is spoken of, and when it is valid (ISO dates or years, "": open). */
export interface CountryName {
  readonly country: Country;
  readonly kind: CountryNameKind;
  readonly from: string;
  readonly to: string;
}

export interface Countries {
  readonly byCode: ReadonlyMap<string, Country>;
  /** The names as the text writes them (case counts). `null` stands under phrases that contain a country's name and are no country ("South China Sea"). */
  readonly names: TokenTrie<CountryName | null>;
}

/** @throws ComityError for a table that cannot be right, with file, line and column */
export function compileCountries(countryTable: string, nameTable: string, notTable: string, words: TokenizeWords): Countries {
  const byCode = new Map<string, Country>();
  for (const row of parseTable("actors/countries.tsv", countryTable, ["iso3", "iso2", "name", "kind"])) {
    const iso3 = row.cell("iso3");
    const kind = row.cell("kind");
    if (!/^[A-Z]{3}$/u.test(iso3) || byCode.has(iso3)) throw row.fault("iso3", iso3, "a three-letter code that no other row has");
    if (!COUNTRY_KINDS.includes(kind)) throw row.fault("kind", kind, COUNTRY_KINDS.join(", "));
    byCode.set(iso3, { iso3, iso2: row.cell("iso2"), name: row.cell("name"), kind: kind as Country["kind"] });
  }
  const names = new TokenTrie<CountryName | null>();
  const seen = new Set<string>();
  for (const row of parseTable("actors/country-names.tsv", nameTable, ["name", "iso3", "kind", "from", "to", "note"])) {
    const country = byCode.get(row.cell("iso3"));
    if (!country) throw row.fault("iso3", row.cell("iso3"), "a code of actors/countries.tsv");
    const kind = row.cell("kind");
    if (!NAME_KINDS.includes(kind)) throw row.fault("kind", kind, NAME_KINDS.join(", "));
    for (const column of ["from", "to"]) {
      if (!/^(?:\d{4}(?:-\d{2}-\d{2})?)?$/u.test(row.cell(column))) throw row.fault(column, row.cell(column), "a year, an ISO day or nothing");
    }
    const [from, to] = [row.cell("from"), row.cell("to")];
    if (from && to && to < from) throw row.fault("to", to, `a date after ${from}`);
    const name = row.cell("name");
    const key = `${name}\t${country.iso3}`;
    if (name === "" || seen.has(key)) throw row.fault("name", name, "a name that stands once for each country");
    seen.add(key);
    const value: CountryName = { country, kind: kind as CountryNameKind, from, to };
    const tokens = words(name);
    names.add(tokens, value);
    // Leads and headlines in capitals. Short names ("US", "Chad") would meet acronyms and are taken as they are written.
    const capitals = words(name.toUpperCase());
    if (name.length >= 5 && capitals.join(" ") !== tokens.join(" ")) names.add(capitals, value);
  }
  for (const row of parseTable("actors/not-countries.tsv", notTable, ["name", "note"])) {
    const tokens = words(row.cell("name"));
    if (names.get(tokens).length > 0) throw row.fault("name", row.cell("name"), "a name that is not in actors/country-names.tsv too");
    names.add(tokens, null);
  }
  if (byCode.size === 0) throw new ComityError("codebook-table", "codebook/actors/countries.tsv holds no country", "restore the table");
  return { byCode, names };
}

/** Whether a name is valid on an ISO day; with no day every name is. A year covers the whole year. */
export function validOn(name: { readonly from: string; readonly to: string }, day: string | null): boolean {
  if (day === null) return true;
  return (name.from === "" || day.slice(0, name.from.length) >= name.from) && (name.to === "" || day.slice(0, name.to.length) <= name.to);
}
