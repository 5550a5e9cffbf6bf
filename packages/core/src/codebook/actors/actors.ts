/**
 * Who is who: the tables of `codebook/actors/`, compiled.
 * In: the tables' contents. Out: Actors, which is only read. A user's own tables come after ours; a name, role or id that they give replaces ours.
 * Errors: ComityError "codebook-table" with file, line and column.
 */
import { ComityError } from "../../base/comity-error.ts";
import { SECTORS, type Sector } from "../../model/plover.ts";
import { parseTable } from "../parse-table.ts";
import type { TokenizeWords } from "../tokenize-words.ts";
import { ActorNames, type Named } from "./actor-names.ts";
import { compileCountries, compileCountryNames, COUNTRY_NAME_COLUMNS, type Country } from "./countries.ts";
import { compileMemberships, type Membership } from "./memberships.ts";
import { compileOffices } from "./offices.ts";
import { compileOrganisations, ORGANISATION_COLUMNS, type Organisation } from "./organisations.ts";
import { compilePeople, PEOPLE_COLUMNS, type People, type Person } from "./people.ts";
import { compilePeoples, compilePlaces, PLACE_COLUMNS } from "./places.ts";
import { compileSportCues, type SportCues } from "./sport-cues.ts";
import { compileRoles, ROLE_COLUMNS, type Roles } from "./roles.ts";

export interface Actors {
  readonly countries: ReadonlyMap<string, Country>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly people: People;
  readonly roles: Roles;
  readonly names: ActorNames;
  /** Member states by organisation. Organisations are never taken apart into them. */
  readonly memberships: ReadonlyMap<string, readonly Membership[]>;
  /** What a word before a role says of it ("former", "rebel", "US-led"): see `codebook/actors/README.md`. */
  readonly modifiers: ReadonlyMap<string, ModifierEffect>;
  /** Nouns that point back at actors: several states ("both sides"), which alone mean one ("the kingdom"), several persons, the author of a text ("the statement"), one of two. */
  readonly anaphors: ReadonlyMap<string, AnaphorKind>;
  /** Weight of the words that make a sentence one about sport. */
  readonly sportCues: SportCues;
}

/**
 * `of`: what the noun names belongs to the country before the hyphen ("US-led forces"); `not`: it does not ("Turkish-backed rebels");
 * `former`: out of office; `foreign`: not of the state that the text is about; a sector: the side it is on ("rebel commander").
 */
export type ModifierEffect = "of" | "not" | "former" | "foreign" | Sector;

export type AnaphorKind = "sides" | "persons" | "document" | "state" | "first" | "last";

const ANAPHORS: readonly string[] = ["sides", "persons", "document", "state", "first", "last"];

const ORGANISATION_FILES = [
  "actors/armed-groups.tsv",
  "actors/bodies.tsv",
  "actors/companies.tsv",
  "actors/igos.tsv",
  "actors/media.tsv",
  "actors/ngos.tsv",
  "actors/parties.tsv",
  "actors/security-services.tsv",
] as const;

export const ACTOR_FILES = [
  ...ORGANISATION_FILES,
  "actors/anaphors.tsv",
  "actors/countries.tsv",
  "actors/country-names.tsv",
  "actors/memberships.tsv",
  "actors/modifiers.tsv",
  "actors/not-countries.tsv",
  "actors/offices.tsv",
  "actors/people.tsv",
  "actors/peoples.tsv",
  "actors/places.tsv",
  "actors/roles.tsv",
  "actors/sport-cues.tsv",
] as const;

/** A user's own table, in the columns of one of ours. */
export interface OwnTable {
  /** As messages shall call it. */
  readonly file: string;
  readonly content: string;
}

const OWN_KINDS = {
  "country-names": COUNTRY_NAME_COLUMNS,
  organisations: ORGANISATION_COLUMNS,
  people: PEOPLE_COLUMNS,
  places: PLACE_COLUMNS,
  roles: ROLE_COLUMNS,
} as const;
type OwnKind = keyof typeof OWN_KINDS;

export function compileActors(
  table: (file: (typeof ACTOR_FILES)[number]) => string,
  words: TokenizeWords,
  own: readonly OwnTable[] = [],
): Actors {
  const ownOf = (kind: OwnKind): (readonly [string, string])[] =>
    own.filter(({ file, content }) => ownKind(file, content) === kind).map(({ file, content }) => [file, content]);
  const countries = compileCountries("codebook/actors/countries.tsv", table("actors/countries.tsv"));
  const organisations = new Map([
    ...compileOrganisations(ORGANISATION_FILES.map((file) => [`codebook/${file}`, table(file)] as const), countries),
    ...compileOrganisations(ownOf("organisations"), countries),
  ]);
  const offices = compileOffices(table("actors/offices.tsv"));
  const roles = compileRoles([["codebook/actors/roles.tsv", table("actors/roles.tsv")], ...ownOf("roles")], { offices, countries }, words);
  const known = { countries, organisations, offices };
  const people = compilePeople([["codebook/actors/people.tsv", table("actors/people.tsv")], ...ownOf("people")], known);

  const names = new ActorNames(words);
  const ownNames = new Set<string>();
  const ownNamed: (readonly [string, Named])[] = [];
  const addOwn = (written: string, named: Named): void => void (ownNamed.push([written, named]), ownNames.add(written));
  for (const [file, content] of ownOf("country-names"))
    for (const name of compileCountryNames(file, content, countries)) addOwn(name.written, { kind: "country", name });
  for (const [file, content] of ownOf("places"))
    for (const name of compilePlaces(file, content, countries)) addOwn(name.written, { kind: "place", name });
  const ownIds = new Set(own.flatMap(({ content }) => content.split("\n").map((line) => line.split("\t", 1)[0] ?? "")));
  for (const id of ownIds) {
    const [organisation, person] = [organisations.get(id), people.byId.get(id)];
    if (organisation) addOrganisation(organisation, addOwn);
    if (person) addPerson(person, addOwn);
  }
  const add = (written: string, named: Named): void => {
    if (!ownNames.has(written)) names.add(written, named);
  };
  for (const name of compileCountryNames("codebook/actors/country-names.tsv", table("actors/country-names.tsv"), countries)) add(name.written, { kind: "country", name });
  for (const name of compilePlaces("codebook/actors/places.tsv", table("actors/places.tsv"), countries)) add(name.written, { kind: "place", name });
  for (const name of compilePeoples("codebook/actors/peoples.tsv", table("actors/peoples.tsv"), countries)) add(name.written, { kind: "people", name });
  for (const row of parseTable("codebook/actors/not-countries.tsv", table("actors/not-countries.tsv"), ["name", "note"])) add(row.cell("name"), { kind: "nothing" });
  for (const organisation of organisations.values()) if (!ownIds.has(organisation.id)) addOrganisation(organisation, add);
  for (const person of people.byId.values()) if (!ownIds.has(person.id)) addPerson(person, add);
  for (const [written, named] of ownNamed) names.add(written, named);
  return {
    countries,
    organisations,
    people,
    roles,
    names,
    memberships: compileMemberships(table("actors/memberships.tsv"), countries, organisations),
    modifiers: compileModifiers(table("actors/modifiers.tsv")),
    anaphors: compileAnaphors(table("actors/anaphors.tsv")),
    sportCues: compileSportCues("codebook/actors/sport-cues.tsv", table("actors/sport-cues.tsv")),
  };
}

type AddName = (written: string, named: Named) => void;

function addOrganisation(organisation: Organisation, add: AddName): void {
  const named: Named = { kind: "organisation", organisation };
  for (const written of organisation.names) add(written, named);
}

function addPerson(person: Person, add: AddName): void {
  const [full, short]: [Named, Named] = [{ kind: "person", person, short: false }, { kind: "person", person, short: true }];
  for (const written of person.names) add(written, full);
  for (const written of person.short) add(written, short);
}

/** @throws ComityError "codebook-table" where the header is none of ours */
function ownKind(file: string, content: string): OwnKind {
  const header = content.replace(/^\uFEFF/u, "").split(/\r?\n/u, 1)[0] ?? "";
  const kind = (Object.keys(OWN_KINDS) as OwnKind[]).find((name) => OWN_KINDS[name].join("\t") === header);
  if (kind) return kind;
  const headers = Object.values(OWN_KINDS).map((columns) => columns.join(" "));
  throw new ComityError(
    "codebook-table",
    `${file}:1:1: found the header "${header.slice(0, 100)}"; expected one of, separated by tabs: ${headers.join(" | ")}`,
    "write one of these headers over the table, or give a PETRARCH actors or agents file",
  );
}

function compileModifiers(content: string): ReadonlyMap<string, ModifierEffect> {
  const effects: readonly string[] = ["of", "not", "former", "foreign", ...SECTORS];
  const modifiers = new Map<string, ModifierEffect>();
  for (const row of parseTable("codebook/actors/modifiers.tsv", content, ["word", "effect", "example"])) {
    const [word, effect] = [row.cell("word"), row.cell("effect")];
    if (!effects.includes(effect)) throw row.fault("effect", effect, effects.join(", "));
    if (word === "" || modifiers.has(word)) throw row.fault("word", word, "a word that stands once");
    modifiers.set(word, effect as ModifierEffect);
  }
  return modifiers;
}

function compileAnaphors(content: string): ReadonlyMap<string, AnaphorKind> {
  const anaphors = new Map<string, AnaphorKind>();
  for (const row of parseTable("codebook/actors/anaphors.tsv", content, ["noun", "kind", "example"])) {
    const [noun, kind] = [row.cell("noun"), row.cell("kind")];
    if (!ANAPHORS.includes(kind)) throw row.fault("kind", kind, ANAPHORS.join(", "));
    if (noun === "" || anaphors.has(noun)) throw row.fault("noun", noun, "a noun that stands once");
    anaphors.set(noun, kind as AnaphorKind);
  }
  return anaphors;
}
