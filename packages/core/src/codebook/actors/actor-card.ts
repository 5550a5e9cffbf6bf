import type { Sector } from "../../model/plover.ts";
import { validOn, type Dated } from "../dated.ts";
import type { Named } from "./actor-names.ts";
import type { Actors } from "./actors.ts";
import { organisationOn } from "./organisations.ts";
import { standingOn } from "./people.ts";

/** A term in an office, or a time in which an organisation was something. */
export interface CardSpan extends Dated {
  /** null: the span of an organisation. */
  readonly office: string | null;
  /** The state or organisation whose the office is, by its common name; null: of no one state. */
  readonly of: string | null;
  readonly sector: Sector;
  readonly current: boolean;
}

/** What the tables say of one actor on a day. */
export interface ActorCard {
  readonly kind: Exclude<Named["kind"], "nothing">;
  readonly id: string | null;
  readonly name: string;
  /** The words are a surname only, which several may share. */
  readonly surname: boolean;
  readonly country: string | null;
  /** null: the state as such, or a place. */
  readonly sector: Sector | null;
  /** More of the kind: "capital" of a country's name, "city" of a place; null: nothing. */
  readonly sort: string | null;
  /** Person: the office on the day; organisation: what it is on the day; "current" is false where that is the past or the future. */
  readonly standing: CardSpan | null;
  readonly spans: readonly CardSpan[];
  /** Other names, but for those of a country's name, which the tables list elsewhere. */
  readonly names: readonly string[];
  /** Ids of the organisations that a country is in on the day; with no day, in which it still is. */
  readonly memberOf: readonly string[];
  /** Alpha-3 of the members of an organisation on the day. */
  readonly members: readonly string[];
}

/** @param day ISO day; null: what is known last */
export function actorCard(named: Exclude<Named, { kind: "nothing" }>, actors: Actors, day: string | null): ActorCard {
  const base = { kind: named.kind, id: null, name: "", surname: false, country: null, sector: null, sort: null, standing: null, spans: [], names: [], memberOf: [], members: [] };
  const holds = (dated: Dated): boolean => (day === null ? dated.to === "" : validOn(dated, day));
  switch (named.kind) {
    case "country": {
      const { country, kind } = named.name;
      const memberOf = [...actors.memberships].filter(([, members]) => members.some((one) => one.iso3 === country.iso3 && holds(one))).map(([id]) => id);
      return { ...base, kind: "country", id: country.iso3, name: country.name, country: country.iso3, sort: kind, memberOf: memberOf.sort() };
    }
    case "place":
      return { ...base, kind: "place", name: named.name.written, country: named.name.iso3, sort: named.name.kind };
    case "people": {
      const { written, countries, sector, kind } = named.name;
      return { ...base, kind: "people", name: written, country: countries.length === 1 ? (countries[0] ?? null) : null, sector, sort: kind, members: countries };
    }
    case "organisation": {
      const { organisation } = named;
      const { country, sector, current, from, to } = organisationOn(organisation, day);
      const span = (one: Dated & { country: string | null; sector: Sector }, now: boolean): CardSpan => ({ office: null, of: one.country, sector: one.sector, from: one.from, to: one.to, current: now });
      const members = (actors.memberships.get(organisation.id) ?? []).filter(holds).map(({ iso3 }) => iso3);
      return {
        ...base, kind: "organisation", id: organisation.id, name: organisation.name, country, sector,
        standing: span({ country, sector, from, to }, current),
        spans: organisation.spans.map((one) => span(one, one.from === from && one.to === to && current)),
        names: organisation.names.filter((name) => name !== organisation.name), members: [...new Set(members)].sort(),
      }; // prettier-ignore
    }
    case "person": {
      const { person, short } = named;
      const { country, sector, term, current } = standingOn(person, day);
      const nameOf = (of: string): string => actors.countries.get(of)?.name ?? actors.organisations.get(of)?.name ?? of;
      const spans = person.terms.toSorted((a, b) => (a.from < b.from ? -1 : 1)).map((one): CardSpan => ({
        office: one.office, of: nameOf(one.of), sector: one.sector, from: one.from, to: one.to,
        current: day === null ? one === term : validOn(one, day),
      })); // prettier-ignore
      return {
        ...base, kind: "person", id: person.id, name: person.name, surname: short, country, sector,
        standing: { office: term.office, of: nameOf(term.of), sector: term.sector, from: term.from, to: term.to, current }, spans,
        names: [...person.names.filter((name) => name !== person.name), ...person.short],
      }; // prettier-ignore
    }
  }
}
