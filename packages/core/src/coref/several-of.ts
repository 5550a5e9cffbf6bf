/**
 * "Both sides", "the three countries", "the two leaders": as many actors, those that the text has spoken of most, the nearer counting more.
 * In: the expression, what the noun points at, the actors before it. Out: they in text order, or null where there are fewer.
 */
import type { Country } from "../codebook/actors/countries.ts";
import type { ActorMention } from "../model/mention.ts";
import type { Expression } from "./expression.ts";

/** How many sentences back they are looked for. */
const REACH = 8;

export function severalOf(
  one: Expression,
  count: number,
  kind: "sides" | "persons",
  actors: readonly ActorMention[],
  countries: ReadonlyMap<string, Country>,
): readonly ActorMention[] | null {
  const weights = new Map<string, { weight: number; actor: ActorMention }>();
  for (const actor of actors) {
    const distance = one.sentence - actor.sentence;
    if (distance < 0 || distance > REACH || (distance === 0 && actor.head >= one.first)) continue;
    const key =
      kind === "persons"
        ? actor.sort === "person"
          ? (actor.entity ?? actor.name)
          : null
        : actor.sort === "thing" || actor.sort === "place"
          ? null
          : isSide(actor)
            ? (actor.entity ?? `${actor.country ?? actor.name} ${actor.sector}`)
            : actor.country;
    if (key === null) continue;
    const known = weights.get(key);
    weights.set(key, {
      weight: (known?.weight ?? 0) + 1 / (1 + distance),
      actor: kind === "sides" && known?.actor.sort === "state" ? known.actor : actor,
    });
  }
  if (weights.size < count) return null;
  return [...weights.values()]
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, count)
    .map(({ actor }) => actor)
    .toSorted((a, b) => a.start - b.start)
    .map((actor) => (kind === "sides" ? stateOf(actor, countries) : actor));
}

/** Those who fight or oppose a state are a side of their own. */
const isSide = ({ sector, sort }: ActorMention): boolean =>
  (sector === "REB" || sector === "OPP") && (sort === "organisation" || sort === "people");

/** The state of an actor: "both sides" of a meeting of generals are their states. */
export function stateOf(actor: ActorMention, countries: ReadonlyMap<string, Country>): ActorMention {
  const country = countries.get(actor.country ?? "");
  return actor.sort === "state" || !country || isSide(actor)
    ? actor
    : { ...actor, name: country.name, entity: country.iso3, sector: null, sort: "state", role: null, gender: null };
}
