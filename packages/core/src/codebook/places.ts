/** The tables of `codebook/places/`: names that the gazetteer lacks, and what is greater or smaller than a town. */
import type { PlacePrecision } from "../model/place.ts";
import { parseTable } from "./parse-table.ts";
import { placeKey } from "./place-key.ts";

/** Another name of a place of the gazetteer. */
export interface Exonym {
  /** The name under which the gazetteer has it. */
  readonly place: string;
  readonly iso3: string;
}

/** A country, region, sea or site with a point. */
export interface Label {
  readonly name: string;
  readonly iso3: string | null;
  readonly precision: PlacePrecision;
  readonly lat: number;
  readonly lon: number;
}

export interface PlaceTables {
  /** By key of the name. */
  readonly exonyms: ReadonlyMap<string, readonly Exonym[]>;
  /** By key of the name; countries under all names that they have in `actors/country-names.tsv`. */
  readonly labels: ReadonlyMap<string, readonly Label[]>;
  /** Keys of names that are common words: a place only where the reader of English saw a name of one. */
  readonly words: ReadonlySet<string>;
}

export const PLACE_FILES = ["places/common-words.tsv", "places/exonyms.tsv", "places/regions.tsv"] as const;

const PRECISIONS: readonly string[] = ["site", "city", "region", "country"];
/** Kinds of a country's names that are none of its people or its capital. */
const NAMES_OF_LAND: ReadonlySet<string> = new Set(["short", "official", "former", "colloquial"]);

/** @throws ComityError "codebook-table" for a row that cannot be right */
export function compilePlaces(
  table: (file: (typeof PLACE_FILES)[number] | "actors/country-names.tsv") => string,
  countries: ReadonlyMap<string, unknown>,
): PlaceTables {
  const exonyms = new Map<string, Exonym[]>();
  for (const row of parseTable("codebook/places/exonyms.tsv", table("places/exonyms.tsv"), ["name", "place", "iso3"])) {
    const iso3 = row.cell("iso3");
    if (!countries.has(iso3)) throw row.fault("iso3", iso3, "a code of actors/countries.tsv");
    if (row.cell("name") === "") throw row.fault("name", "", "a name");
    add(exonyms, row.cell("name"), { place: row.cell("place"), iso3 });
  }
  const labels = new Map<string, Label[]>();
  const lands = new Map<string, Label>();
  const columns = ["name", "iso3", "precision", "lat", "lon"];
  for (const row of parseTable("codebook/places/regions.tsv", table("places/regions.tsv"), columns)) {
    const [name, iso3, precision] = [row.cell("name"), row.cell("iso3") || null, row.cell("precision")];
    const degrees = (column: "lat" | "lon", most: number): number => {
      const value = row.cell(column);
      if (!/^-?\d+(?:\.\d+)?$/u.test(value) || Math.abs(Number(value)) > most)
        throw row.fault(column, value, `degrees from -${most} to ${most}`);
      return Number(value);
    };
    if (name === "") throw row.fault("name", name, "a name");
    if (iso3 !== null && !countries.has(iso3)) throw row.fault("iso3", iso3, "a code of actors/countries.tsv");
    if (!PRECISIONS.includes(precision)) throw row.fault("precision", precision, PRECISIONS.join(", "));
    const label = { name, iso3, precision: precision as PlacePrecision, lat: degrees("lat", 90), lon: degrees("lon", 180) };
    add(labels, name, label);
    if (precision === "country" && iso3 !== null) lands.set(iso3, label);
  }
  for (const row of parseTable("codebook/actors/country-names.tsv", table("actors/country-names.tsv"), ["name", "iso3", "kind", "from", "to", "note"])) {
    const land = lands.get(row.cell("iso3"));
    if (!land || !NAMES_OF_LAND.has(row.cell("kind"))) continue;
    // "England" is called the country of which it is a part; our row of it is nearer.
    const known = labels.get(placeKey(row.cell("name"))) ?? [];
    if (!known.some(({ iso3 }) => iso3 === land.iso3)) add(labels, row.cell("name"), land);
  }
  const words = new Set<string>();
  for (const row of parseTable("codebook/places/common-words.tsv", table("places/common-words.tsv"), ["name"])) {
    if (row.cell("name") === "") throw row.fault("name", "", "a name");
    words.add(placeKey(row.cell("name")));
  }
  return { exonyms, labels, words };
}

function add<T>(map: Map<string, T[]>, name: string, value: T): void {
  const key = placeKey(name);
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
