import { SECTORS, type Sector } from "../../model/plover.ts";
import { readDates, type Dated } from "../dated.ts";
import { parseTable } from "../parse-table.ts";

/** A place inside a state, known so that what is said to be there can be placed. */
export interface PlaceName extends Dated {
  readonly written: string;
  readonly iso3: string;
  readonly kind: "city" | "region" | "contested" | "site";
}

/** A people, religion or bloc: a group that is no state. */
export interface PeopleName {
  readonly written: string;
  /** The states where it lives, the likeliest first; none for what lives everywhere. */
  readonly countries: readonly string[];
  /** null: a bloc, such as "Western". */
  readonly sector: Sector | null;
  readonly kind: "people" | "religion" | "region" | "bloc";
}

interface Codes {
  has(code: string): boolean;
}

export const PLACE_COLUMNS = ["name", "iso3", "kind", "from", "to", "note"] as const;
const PLACE_KINDS = ["city", "region", "contested", "site"];

/** @throws ComityError for a table that cannot be right, with file, line and column */
export function compilePlaces(file: string, table: string, countries: Codes): PlaceName[] {
  const seen = new Set<string>();
  return Array.from(parseTable(file, table, PLACE_COLUMNS), (row) => {
    const [written, iso3, kind] = [row.cell("name"), row.cell("iso3"), row.cell("kind")];
    if (!countries.has(iso3)) throw row.fault("iso3", iso3, "a code of actors/countries.tsv");
    if (!PLACE_KINDS.includes(kind)) throw row.fault("kind", kind, PLACE_KINDS.join(", "));
    const key = `${written}\t${iso3}`;
    if (written === "" || seen.has(key)) throw row.fault("name", written, "a name that stands once for each country");
    seen.add(key);
    return { written, iso3, kind: kind as PlaceName["kind"], ...readDates(row) };
  });
}

const PEOPLE_KINDS = ["people", "religion", "region", "bloc"];

/** @throws ComityError for a table that cannot be right, with file, line and column */
export function compilePeoples(file: string, table: string, countries: Codes): PeopleName[] {
  const seen = new Set<string>();
  return Array.from(parseTable(file, table, ["name", "iso3", "sector", "kind", "note"]), (row) => {
    const [written, sector, kind] = [row.cell("name"), row.cell("sector"), row.cell("kind")];
    if (written === "" || seen.has(written)) throw row.fault("name", written, "a name that stands once");
    seen.add(written);
    if (sector !== "" && !(SECTORS as readonly string[]).includes(sector)) throw row.fault("sector", sector, `${SECTORS.join(", ")} or nothing`);
    if (!PEOPLE_KINDS.includes(kind)) throw row.fault("kind", kind, PEOPLE_KINDS.join(", "));
    for (const code of row.list("iso3")) if (!countries.has(code)) throw row.fault("iso3", code, "codes of actors/countries.tsv, separated by \"; \"");
    return { written, countries: row.list("iso3"), sector: sector === "" ? null : (sector as Sector), kind: kind as PeopleName["kind"] };
  });
}
