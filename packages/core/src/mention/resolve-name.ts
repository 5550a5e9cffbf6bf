/**
 * Who a name is, on a day: the one thing under it that fits best. In: a named span, the day, the document's focus, and the state that the words around
 * it tell, if any. Out: Identity; `candidates` holds what it could be as well where nothing decides.
 */
import type { Named } from "../codebook/actors/actor-names.ts";
import { organisationOn } from "../codebook/actors/organisations.ts";
import { standingOn } from "../codebook/actors/people.ts";
import type { ActorSort } from "../model/mention.ts";
import { isMeant } from "./bare-surname.ts";
import type { NamedSpan } from "./find-names.ts";
import { CONFIDENCE, type Identity } from "./identity.ts";
import type { NameContext } from "./name-context.ts";

/** What a span was taken for: the identity and the thing under the name that gave it. */
export interface ResolvedName extends Identity {
  readonly named: Named;
}

/** @returns null for a name that no table knows */
export function resolveName(span: NamedSpan, context: NameContext): ResolvedName | null {
  const options = likely(span)
    .filter((named) => isMeant(named, span.values, context))
    .map((named) => identify(named, context))
    .filter((one) => one !== null);
  const [only, ...others] = distinct(options);
  if (!only) return null;
  if (others.length === 0) return only;
  const all = [only, ...others];
  const seated = bodyOfSeat(all, context);
  if (seated) return seated;
  const byHint = context.hint === null ? [] : all.filter(({ country }) => country === context.hint);
  if (byHint.length === 1 && byHint[0]) return byHint[0];
  // Who is in office on the day, before who was or will be.
  const inOffice = all.filter(({ named }) => named.kind === "person" && standingOn(named.person, context.day).current);
  if (context.day !== null && inOffice.length === 1 && inOffice[0] && all.every(({ named }) => named.kind === "person"))
    return { ...inOffice[0], confidence: CONFIDENCE.surname };
  // A president before a first lady, a minister before a mayor of the same name.
  const weights = all.map((one) =>
    one.named.kind === "person" ? standingOn(one.named.person, context.day).term.weight : 0,
  );
  const most = Math.max(...weights);
  const chief = all.filter(
    (_, i) => weights[i] === most && (inOffice.length === 0 || inOffice.includes(all[i] as ResolvedName)),
  );
  if (most >= 2 && chief.length === 1 && chief[0]) return { ...chief[0], confidence: CONFIDENCE.located };
  const codes = all.map(({ country }) => country).filter((country) => country !== null);
  const told = new Set(codes).size === codes.length && codes.length === all.length ? context.focus.among(codes) : null;
  const chosen = all.find(({ country }) => country === told && told !== null);
  if (chosen) return { ...chosen, confidence: CONFIDENCE.surname };
  // A state is in the news more than another state's region of that name.
  const states = all.filter(({ sort }) => sort === "state");
  const [state] = states;
  if (state && states.length === 1 && all.every((one) => one === state || one.sort === "place"))
    return { ...state, confidence: CONFIDENCE.ambiguous, candidates: [...new Set(codes)] };
  const share = <K extends "country" | "sector">(key: K): Identity[K] | null =>
    all.every((one) => one[key] === only[key]) ? only[key] : null;
  return {
    ...only,
    name: [...new Set(all.map(({ name }) => name))].join(" or "),
    entity: null,
    country: share("country"),
    // Null is for states; of one of several persons nothing is known.
    sector: share("sector") ?? (all.every(({ sort }) => sort === "person") ? "UNK" : null),
    confidence: CONFIDENCE.ambiguous,
    candidates: [...new Set(all.map(({ entity, country }) => entity ?? country).filter((id) => id !== null))],
  };
}

/** "[Brussels] rejected the plan": where a body has its seat in a capital, the body is meant, unless the document speaks of the state. */
function bodyOfSeat(all: readonly ResolvedName[], { focus }: NameContext): ResolvedName | null {
  const seat = all.find(({ sort, how }) => sort === "state" && how === "metonym");
  const body = all.find(({ sort }) => sort === "organisation");
  if (!seat || !body || all.length > 2 || seat.country === null) return null;
  return focus.namesAny([seat.country]) ? seat : { ...body, how: "metonym", confidence: CONFIDENCE.capital };
}

/** What the parser took for a person is one if it can be; else a state, place or organisation goes before a bare surname ("Jordan", "Georgia"). */
function likely(span: NamedSpan): readonly Named[] {
  const persons = span.values.filter(({ kind }) => kind === "person");
  if (persons.length === 0 || persons.length === span.values.length) return span.values;
  const full = persons.some((named) => named.kind === "person" && !named.short);
  return span.name?.kind === "PER" || full ? persons : span.values.filter(({ kind }) => kind !== "person");
}

/** One option a thing: a country under several kinds of names counts once, and a state beats its capital's city of the same name. */
function distinct(options: readonly ResolvedName[]): ResolvedName[] {
  const seen = new Map<string, ResolvedName>();
  for (const option of options) {
    const key = option.entity ?? `${option.sort}\t${option.country ?? ""}`;
    // Lagos as a former capital and as a city is one.
    const same = (sort: ActorSort): boolean =>
      options.some((other) => other.sort === sort && (sort === "organisation" || other.country === option.country));
    // The Donetsk People's Republic is who rules there.
    if (option.sort === "place" && (same("state") || same("organisation"))) continue;
    if (!seen.has(key)) seen.set(key, option);
  }
  return [...seen.values()];
}

/** What a thing under a name tells of who is meant. */
type Told = Pick<Identity, "name" | "entity" | "country" | "sector" | "sort"> &
  Partial<Pick<Identity, "how" | "confidence" | "candidates" | "gender">>;

/** Field by field: hundreds are made for a document, and to spread them takes many times as long. */
const resolved = (named: Named, told: Told): ResolvedName => ({
  named,
  name: told.name,
  entity: told.entity,
  country: told.country,
  sector: told.sector,
  how: told.how ?? "name",
  confidence: told.confidence ?? CONFIDENCE.name,
  candidates: told.candidates ?? NOBODY,
  sort: told.sort,
  gender: told.gender ?? null,
  role: null,
});

const NOBODY: readonly string[] = [];

function identify(named: Named, { day, focus }: NameContext): ResolvedName | null {
  switch (named.kind) {
    case "country": {
      const { country, kind } = named.name;
      const metonym = kind === "capital" || kind === "seat";
      return resolved(named, {
        name: country.name, entity: country.iso3, country: country.iso3, sector: null, sort: "state",
        how: metonym ? "metonym" : "name", confidence: metonym ? CONFIDENCE.capital : CONFIDENCE.name,
      }); // prettier-ignore
    }
    case "place": {
      const { written, iso3 } = named.name;
      return resolved(named, { name: written, entity: null, country: iso3, sector: null, sort: "place" });
    }
    case "people": {
      const { written, countries, sector } = named.name;
      // Where the document names none of its states, the likeliest; where it names several alike, none.
      const known = countries.length < 2 ? (countries[0] ?? null) : focus.among(countries);
      const guess = known === null && !focus.namesAny(countries) ? (countries[0] ?? null) : null;
      return resolved(named, {
        name: written, entity: null, country: known ?? guess, sector, sort: "people",
        confidence: known !== null || countries.length === 0 ? CONFIDENCE.name : guess === null ? CONFIDENCE.ambiguous : CONFIDENCE.bare,
        candidates: known === null ? countries : NOBODY,
      }); // prettier-ignore
    }
    case "organisation": {
      const { id, name } = named.organisation;
      const { country, sector, current } = organisationOn(named.organisation, day);
      const confidence = current ? CONFIDENCE.name : CONFIDENCE.surname;
      return resolved(named, { name, entity: id, country, sector, sort: "organisation", confidence });
    }
    case "person": {
      const { id, name, gender } = named.person;
      const { country, sector, current } = standingOn(named.person, day);
      const confidence = named.short ? CONFIDENCE.surname : current ? CONFIDENCE.name : CONFIDENCE.owned;
      return resolved(named, { name, entity: id, country, sector, sort: "person", gender, confidence });
    }
    case "nothing":
      return null;
  }
}
