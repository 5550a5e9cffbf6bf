import { readDates, type Dated } from "../dated.ts";
import { parseTable } from "../parse-table.ts";

/** A state's time in an organisation. */
export interface Membership extends Dated {
  readonly iso3: string;
}

/** @throws ComityError for a table that cannot be right, with file, line and column */
export function compileMemberships(
  content: string,
  countries: { has(code: string): boolean },
  organisations: { has(id: string): boolean },
): ReadonlyMap<string, readonly Membership[]> {
  const members = new Map<string, Membership[]>();
  for (const row of parseTable("codebook/actors/memberships.tsv", content, ["organisation", "iso3", "from", "to", "source"])) {
    const [organisation, iso3] = [row.cell("organisation"), row.cell("iso3")];
    if (!organisations.has(organisation)) throw row.fault("organisation", organisation, "the id of an organisation");
    if (!countries.has(iso3)) throw row.fault("iso3", iso3, "a code of actors/countries.tsv");
    const list = members.get(organisation) ?? [];
    list.push({ iso3, ...readDates(row) });
    members.set(organisation, list);
  }
  return members;
}
