import type { Named } from "./actor-names.ts";
import type { Actors } from "./actors.ts";
import { actorCard, type ActorCard } from "./actor-card.ts";

/**
 * Everything that the tables have under a name: exactly as it is written, else in title case or in capitals, else as an id or a country's code.
 * Full names stand before surnames, and each actor stands once.
 * @param day ISO day on which offices are held; null: what is known last
 */
export function lookUp(name: string, actors: Actors, day: string | null): ActorCard[] {
  const title = name.replaceAll(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
  const lists = [name, title, name.toUpperCase()].map((written) => actors.names.get(written));
  const found = lists.find((named) => named.length > 0) ?? byId(name, actors);
  const cards = found.flatMap((named) => (named.kind === "nothing" ? [] : [actorCard(named, actors, day)]));
  const seen = new Set<string>();
  return cards
    .toSorted((a, b) => Number(a.surname) - Number(b.surname))
    .filter(({ id, kind, country, name }) => {
      const key = `${kind}\t${id ?? `${country ?? ""}\t${name}`}`;
      return !seen.has(key) && seen.add(key);
    });
}

function byId(id: string, { people, organisations, countries }: Actors): Named[] {
  const [person, organisation, country] = [people.byId.get(id), organisations.get(id), countries.get(id.toUpperCase())];
  if (person) return [{ kind: "person", person, short: false }];
  if (organisation) return [{ kind: "organisation", organisation }];
  if (country) return [{ kind: "country", name: { written: country.name, country, kind: "short", from: "", to: "" } }];
  return [];
}
