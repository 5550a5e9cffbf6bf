/**
 * Names of one thing: the same name again, an actor under two names, a surname after the full name, an acronym after the name that it shortens.
 * In: Clusters. Done to them. Runs first: what has a name says best what it is.
 */
import type { Clusters } from "./clusters.ts";
import { mayBeOne } from "./clusters.ts";
import type { Expression } from "./expression.ts";

const ARTICLES = new Set(["the", "'s", "’s"]);

export function joinNames(clusters: Clusters, text: string): void {
  const byEntity = new Map<string, number>();
  const byWords = new Map<string, number>();
  const byAcronym = new Map<string, number>();
  /** Names of persons by their last word, the latest cluster that bears it. */
  const bySurname = new Map<string, Expression[]>();
  const named = clusters.expressions.filter(
    ({ kind, actors }) =>
      kind === "name" || (kind === "noun" && actors.some(({ how }) => how === "name" || how === "metonym")),
  );
  for (const one of named) {
    const { id } = one;
    const [actor, other] = one.actors;
    const entity = other === undefined && actor && actor.sort !== "people" ? actor.entity : null;
    const key = one.words.filter((word) => !ARTICLES.has(word)).join(" ");
    const meet = (map: Map<string, number>, name: string): boolean => {
      const earlier = map.get(name);
      if (earlier === undefined || !mayBeOne(clusters.facts(earlier), clusters.facts(id))) return false;
      clusters.join(earlier, id);
      return true;
    };
    const isName = one.kind === "name" && key !== "";
    const joined =
      (entity !== null && meet(byEntity, entity)) || (isName && (meet(byWords, key) || meet(byAcronym, key)));
    if (entity !== null) byEntity.set(entity, id);
    if (!isName) continue;
    byWords.set(key, id);
    if (one.name?.acronym)
      byAcronym.set(
        text
          .slice(one.name.acronym.start, one.name.acronym.end)
          .replaceAll(/[()\s]/gu, "")
          .toLowerCase(),
        id,
      );
    if (one.animacy !== "person") continue;
    const surname = one.words.at(-1) ?? "";
    const bearers = bySurname.get(surname) ?? [];
    // "Bajwa" after "Qamar Javed Bajwa"; "Sharif" of two Sharifs is the later one.
    if (!joined) {
      const whole = bearers.findLast(
        (bearer) =>
          mayBeOne(clusters.facts(bearer.id), clusters.facts(id)) &&
          (isPartOf(one.words, bearer.words) || isPartOf(bearer.words, one.words)),
      );
      if (whole) clusters.join(whole.id, id);
    }
    for (const word of [one.words.at(-1), one.words[0]]) {
      if (word === undefined) continue;
      const list = bySurname.get(word) ?? [];
      list.push(one);
      bySurname.set(word, list);
    }
  }
}

/** Whether every word of a name stands in another one ("Suu Kyi" in "Aung San Suu Kyi"). */
const isPartOf = (part: readonly string[], whole: readonly string[]): boolean =>
  part.length < whole.length && part.every((word) => whole.includes(word));
