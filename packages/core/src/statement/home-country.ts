import type { ActorMention } from "../model/mention.ts";

/** Names of states and their people, and the share of one state among them, that make a text a matter of that state. */
const FEWEST = 4;
const SHARE = 0.5;

/** The state that a text is mostly about, by the names in it; null: there is none, or it is about several. */
export function homeCountry(actors: readonly ActorMention[]): string | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { how, country } of actors) {
    if (country === null || (how !== "name" && how !== "metonym")) continue;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    all += 1;
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most && all >= FEWEST && most[1] >= SHARE * all ? most[0] : null;
}

const ELSEWHERE: ReadonlySet<string | null> = new Set(["IGO", "NGO", "REB", "UNK", "JRN", "EDU"]);

/** Somebody who is nobody known, and of whom nothing tells his state: in a text about one state he is of that. Experts, journalists and organisations may be of any. */
export function withHome(actors: readonly ActorMention[], home: string | null): readonly ActorMention[] {
  if (home === null) return actors;
  return actors.map((actor) =>
    actor.country === null &&
    actor.entity === null &&
    (actor.sort === "person" || actor.sort === "people") &&
    !ELSEWHERE.has(actor.sector)
      ? { ...actor, country: home }
      : actor,
  );
}
