import { isDate, overlap, readDates, runBeside, type Dated } from "../dated.ts";
import { parseTable, type TableRow } from "../parse-table.ts";
import type { Sector } from "../../model/plover.ts";
import type { Office } from "./offices.ts";
import { organisationOn, type Organisation } from "./organisations.ts";

/** A term in an office. */
export interface Term extends Dated {
  readonly office: string;
  /** The state (alpha-3), or the id of the organisation. */
  readonly of: string;
  /** Alpha-3 of the state, or the organisation's; null: an organisation of no one state. */
  readonly country: string | null;
  readonly sector: Sector;
  /** How much power the office holds, 0 to 3 ({@link Office}). */
  readonly weight: number;
}

export interface Person {
  readonly kind: "person";
  readonly id: string;
  readonly name: string;
  /** Full names as texts write them. */
  readonly names: readonly string[];
  /** How texts call the person on second mention: mostly the surname. */
  readonly short: readonly string[];
  readonly gender: "m" | "f" | null;
  /** Year or day of death; "": alive or not known. */
  readonly died: string;
  readonly terms: readonly Term[];
}

export interface People {
  readonly byId: ReadonlyMap<string, Person>;
  /** Who held an office, by `of` and office. */
  readonly holders: ReadonlyMap<string, readonly { readonly person: Person; readonly term: Term }[]>;
}

export const PEOPLE_COLUMNS = [
  "id", "name", "aliases", "short", "gender", "of", "office", "from", "to", "died", "source",
] as const; // prettier-ignore

const holderKey = (of: string, office: string): string => `${of}\t${office}`;

/** A person while the rows are read. */
interface Draft extends Person {
  readonly names: string[];
  readonly short: string[];
  gender: "m" | "f" | null;
  died: string;
  readonly terms: Term[];
}

/** @throws ComityError for a table that cannot be right, with file, line and column */
export function compilePeople(
  tables: readonly (readonly [file: string, content: string])[],
  known: {
    readonly countries: { has(code: string): boolean };
    readonly organisations: ReadonlyMap<string, Organisation>;
    readonly offices: ReadonlyMap<string, Office>;
  },
): People {
  const byId = new Map<string, Draft>();
  for (const [file, content] of tables) {
    for (const row of parseTable(file, content, PEOPLE_COLUMNS)) {
      const [id, name, of, office] = [row.cell("id"), row.cell("name"), row.cell("of"), row.cell("office")];
      if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id)) throw row.fault("id", id, "small letters, digits and hyphens");
      if (name === "") throw row.fault("name", name, "a name");
      const held = known.offices.get(office);
      if (!held) throw row.fault("office", office, "an office of actors/offices.tsv");
      const organisation = known.organisations.get(of);
      if (!organisation && !known.countries.has(of))
        throw row.fault("of", of, "a code of actors/countries.tsv or the id of an organisation");
      const gender = row.cell("gender");
      if (!["m", "f", ""].includes(gender)) throw row.fault("gender", gender, "m, f or nothing");
      if (!isDate(row.cell("died"))) throw row.fault("died", row.cell("died"), "a year, a month (YYYY-MM), an ISO day or nothing");
      const dates = readDates(row);
      // What an organisation is decides what its people are: the head of a rebel group is a rebel, that of the United Nations is of no state.
      const span = organisation && organisationOn(organisation, dates.from === "" ? null : middle(dates.from));
      const term: Term = { office, of, country: span ? span.country : of, sector: span ? span.sector : held.sector, weight: held.weight, ...dates };
      const person = byId.get(id);
      if (person) addRow(person, term, row);
      else
        byId.set(id, {
          kind: "person", id, name, names: [name, ...row.list("aliases").filter((alias) => alias !== name)], short: row.list("short"), gender: (gender || null) as Draft["gender"], died: row.cell("died"), terms: [term],
        }); // prettier-ignore
    }
  }
  const holders = new Map<string, { person: Person; term: Term }[]>();
  for (const person of byId.values()) {
    for (const term of person.terms) {
      const key = holderKey(term.of, term.office);
      const list = holders.get(key);
      if (list) list.push({ person, term });
      else holders.set(key, [{ person, term }]);
    }
  }
  return { byId, holders };
}

/** Another row of a person who has one. */
function addRow(person: Draft, term: Term, row: TableRow): void {
  const { id, name, names, short, terms } = person;
  if (row.cell("name") !== name) throw row.fault("name", row.cell("name"), `${name}, as in the other rows of ${id}`);
  person.gender ??= (row.cell("gender") || null) as Draft["gender"];
  person.died ||= row.cell("died");
  for (const alias of row.list("aliases")) if (!names.includes(alias)) names.push(alias);
  for (const written of row.list("short")) if (!short.includes(written)) short.push(written);
  if (terms.some((other) => other.of === term.of && other.office === term.office && runBeside(other, term)))
    throw row.fault("from", term.from, `dates that no other row of ${id} in this office covers`);
  terms.push(term);
}

/** A day inside a year or month, for looking up what holds then. */
const middle = (date: string): string => (date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date);

/** The one who holds an office on a day; null where the table knows none, or several. */
export function holderOn(people: People, of: string, office: string, day: string | null): Person | null {
  if (day === null) return null;
  const found = (people.holders.get(holderKey(of, office)) ?? []).filter(({ term }) => overlap(term, { from: day, to: day }));
  const persons = new Set(found.map(({ person }) => person));
  const [only] = persons;
  return persons.size === 1 && only ? only : null;
}

export interface Standing {
  readonly country: string | null;
  readonly sector: Sector;
  readonly term: Term;
  /** Whether the term covers the day. */
  readonly current: boolean;
}

/**
 * What a person is on a day: by the office held; with no day by the greatest one held. Someone out of office is ELI, of the country last served;
 * someone who had died by then is told of as what he was; someone who takes office later is what he will be, since nothing better is known.
 * (PLOVER manual: date-restricted roles; former officials are elites.)
 */
export function standingOn(person: Person, day: string | null): Standing {
  if (day === null) {
    // What the name means to a reader: the office with most power, of several the last.
    const last = person.terms.reduce((best, term) => (rank(term) > rank(best) || (rank(term) === rank(best) && term.from >= best.from) ? term : best));
    return { country: last.country, sector: last.sector, term: last, current: true };
  }
  const held = person.terms.filter((term) => overlap(term, { from: day, to: day }));
  // Of two at a time the one with more power, then the later one: a prime minister who also leads a party is the prime minister.
  const [best] = held.toSorted((a, b) => rank(b) - rank(a) || (a.from < b.from ? 1 : -1));
  if (best) return { country: best.country, sector: best.sector, term: best, current: true };
  const past = person.terms.filter((term) => term.to !== "" && day.slice(0, term.to.length) > term.to);
  const term = past.length > 0 ? past.reduce((a, b) => (b.to >= a.to ? b : a)) : person.terms.reduce((a, b) => (b.from < a.from ? b : a));
  const dead = person.died !== "" && day.slice(0, person.died.length) > person.died;
  const official = ["GOV", "LEG", "JUD", "MIL", "COP", "SPY"].includes(term.sector);
  return { country: term.country, sector: past.length > 0 && official && !dead ? "ELI" : term.sector, term, current: false };
}

/** Who runs for an office is first what he holds: a senator who stands for president is a senator. */
const rank = ({ weight, office }: Term): number => (office === "presidential candidate" ? 0.5 : weight);
