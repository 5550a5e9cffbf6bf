import { invariant } from "../../base/invariant.ts";
import { SECTORS, type Sector } from "../../model/plover.ts";
import { overlap, readDates, runBeside, type Dated } from "../dated.ts";
import { parseTable } from "../parse-table.ts";

/** What an organisation is while a span of its life lasts: its country (null: of no one state) and its sector. */
export interface OrganisationSpan extends Dated {
  readonly country: string | null;
  readonly sector: Sector;
}

/** An organisation, group, party, firm, service or body of a state. */
export interface Organisation {
  readonly kind: "organisation";
  readonly id: string;
  readonly name: string;
  /** The name and all others, as texts write them. */
  readonly names: readonly string[];
  /** From the first to the last; they do not overlap. */
  readonly spans: readonly OrganisationSpan[];
}

export const ORGANISATION_COLUMNS = [
  "id", "name", "aliases", "country", "sector", "from", "to", "source", "note",
] as const; // prettier-ignore

interface Draft {
  readonly name: string;
  readonly names: string[];
  readonly spans: OrganisationSpan[];
}

/**
 * @param tables contents by file; an id may go on in a later one, with other dates
 * @throws ComityError for a table that cannot be right, with file, line and column
 */
export function compileOrganisations(
  tables: readonly (readonly [file: string, content: string])[],
  countries: { has(code: string): boolean },
): ReadonlyMap<string, Organisation> {
  const drafts = new Map<string, Draft>();
  for (const [file, content] of tables) {
    for (const row of parseTable(file, content, ORGANISATION_COLUMNS)) {
      const [id, name, country, sector] = [row.cell("id"), row.cell("name"), row.cell("country"), row.cell("sector")];
      if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id)) throw row.fault("id", id, "small letters, digits and hyphens");
      if (name === "") throw row.fault("name", name, "a name");
      if (country !== "" && !countries.has(country)) throw row.fault("country", country, "a code of actors/countries.tsv, or nothing");
      if (!(SECTORS as readonly string[]).includes(sector)) throw row.fault("sector", sector, SECTORS.join(", "));
      const span = { country: country === "" ? null : country, sector: sector as Sector, ...readDates(row) };
      const draft = drafts.get(id) ?? { name, names: [name], spans: [] };
      if (draft.name !== name) throw row.fault("name", name, `${draft.name}, as in the other rows of ${id}`);
      if (draft.spans.some((other) => runBeside(other, span)))
        throw row.fault("from", row.cell("from"), `dates that no other row of ${id} covers`);
      draft.spans.push(span);
      for (const alias of row.list("aliases")) if (!draft.names.includes(alias)) draft.names.push(alias);
      drafts.set(id, draft);
    }
  }
  return new Map(
    [...drafts].map(([id, { name, names, spans }]) => [id, { kind: "organisation", id, name, names, spans: spans.toSorted((a, b) => (a.from < b.from ? -1 : 1)) }]),
  );
}

/** The span that holds on a day. With no day, or on one that no span covers, the last: what the name means to a reader of today. */
export function organisationOn(organisation: Organisation, day: string | null): OrganisationSpan & { readonly current: boolean } {
  const held = day === null ? undefined : organisation.spans.findLast((span) => overlap(span, { from: day, to: day }));
  const span = held ?? organisation.spans.at(-1);
  invariant(span !== undefined, `organisation ${organisation.id} has no span`);
  return { ...span, current: held !== undefined || day === null };
}
