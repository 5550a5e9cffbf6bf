/**
 * Descriptions of what has been spoken of: an apposition, a predicate, the same noun again with "the", an office that somebody named before holds.
 * In: Clusters whose names are joined, the trees. Done to them.
 */
import type { Parsed } from "../model/parsed.ts";
import { mayBeOne, type Clusters } from "./clusters.ts";
import type { Expression } from "./expression.ts";

/** How many sentences back a description may point; farther ones are mostly of something else. */
const REACH = 12;
/** A description that is surer than this says itself who it is. */
const BARE = 0.5;

export function joinDescriptions(clusters: Clusters, parsed: Parsed): void {
  joinAppositions(clusters, parsed);
  const { expressions } = clusters;
  const byLemma = new Map<string, Expression[]>();
  const byRole = new Map<string, Expression[]>();
  /** Organisations by name, in text order. */
  const named: Expression[] = [];
  for (const one of expressions) {
    if (one.kind === "pronoun") continue;
    const points = one.kind === "noun" && one.definite && clusters.members(one.id)[0]?.id === one.id;
    if (points) {
      const same = (byLemma.get(one.lemma) ?? []).findLast((earlier) => isAgain(earlier, one, clusters));
      const target = same ?? holderOf(one, byRole, clusters) ?? bodyOf(one, named, clusters);
      if (target) clusters.join(target.id, one.id);
    }
    push(byLemma, one.lemma, one);
    if (one.actors.some(({ sort, how, role }) => sort === "organisation" && how === "name" && role === null))
      named.push(one);
    // "General Maes, the army chief" may come again as the general or as the chief.
    for (const { sort, text } of one.kind === "name" ? one.actors : [])
      if (sort === "person") for (const word of text.toLowerCase().split(/\s+/u)) push(byRole, word, one);
    for (const role of rolesOf(one, clusters)) {
      push(byRole, role, one);
      const last = role.split(" ").at(-1) ?? role;
      if (last !== role) push(byRole, last, one);
    }
  }
}

/** What somebody is called; of a person's name also what he was called where he was named before. */
function rolesOf(one: Expression, clusters: Clusters): ReadonlySet<string> {
  const named = one.kind === "name" && one.animacy === "person" ? clusters.members(one.id) : [one];
  return new Set(named.flatMap(({ actors }) => actors.map(({ role }) => role)).filter((role) => role !== null));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** "The delegation" after "a delegation of Pakistan's forces": the same noun, and no word before it that the earlier one lacks. */
function isAgain(earlier: Expression, one: Expression, clusters: Clusters): boolean {
  if (one.sentence - earlier.sentence > REACH || earlier.plural !== one.plural || overlaps(earlier, one)) return false;
  if (!mayBeOne(clusters.facts(earlier.id), clusters.facts(one.id))) return false;
  const known = new Set(clusters.members(earlier.id).flatMap(({ words }) => words));
  return one.words.every((word) => known.has(word));
}

/** "The president", "the general", "the prime minister" after somebody who was called so. */
function holderOf(
  one: Expression,
  byRole: ReadonlyMap<string, readonly Expression[]>,
  clusters: Clusters,
): Expression | undefined {
  if (one.plural || one.animacy !== "person") return undefined;
  const role = one.actors[0]?.role ?? one.lemma;
  const called = new Set(role.split(" "));
  if (!one.words.every((word) => called.has(word))) return undefined;
  return (byRole.get(role) ?? []).findLast(
    (earlier) =>
      earlier.animacy === "person" &&
      one.sentence - earlier.sentence <= REACH &&
      !overlaps(earlier, one) &&
      mayBeOne(clusters.facts(earlier.id), clusters.facts(one.id)),
  );
}

/** "The alliance" after NATO, "the militants" after Islamic State: a body or group of the sector that an organisation named before has. */
function bodyOf(one: Expression, named: readonly Expression[], clusters: Clusters): Expression | undefined {
  const [own] = one.actors;
  if (one.words.length > 0 || !own?.role || own.confidence > BARE || (own.sort === "person" && !one.plural))
    return undefined;
  if (own.sort !== "organisation" && own.sector !== "REB") return undefined;
  const last = named.findLast(
    (earlier) =>
      !overlaps(earlier, one) && (GROUPED.has(earlier.actors[0]?.sector ?? "") || earlier.actors[0]?.sector === "UNK"),
  );
  return named.findLast(
    (earlier) =>
      one.sentence - earlier.sentence <= REACH &&
      !overlaps(earlier, one) &&
      (earlier.sentence < one.sentence || own.sort === "organisation") &&
      (earlier.actors[0]?.sector === own.sector ||
        isCalled(earlier, one.lemma) ||
        (GROUPS.has(one.lemma) && !one.plural && earlier === last && GROUPED.has(earlier.actors[0]?.sector ?? ""))) &&
      clusters.size(one.id) === 1,
  );
}

/** "The group" directly after Islamic State or Amnesty International. */
const GROUPS: ReadonlySet<string> = new Set(["group", "organisation", "organization", "movement", "outfit", "network"]);
const GROUPED: ReadonlySet<string> = new Set(["REB", "NGO", "PTY", "OPP", "CRM", "SOC"]);

/** "The agency" after the IAEA: the noun is a word of the full name. */
const isCalled = ({ actors }: Expression, noun: string): boolean =>
  actors.some(({ name }) =>
    name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .includes(noun),
  );

const overlaps = (a: Expression, b: Expression): boolean =>
  a.sentence === b.sentence && a.first < b.last && b.first < a.last;

function joinAppositions(clusters: Clusters, parsed: Parsed): void {
  for (const one of clusters.expressions) {
    if (one.kind === "pronoun") continue;
    const words = parsed.sentences[one.sentence]?.words ?? [];
    const word = words[one.head];
    if (!word) continue;
    const governor = clusters.headedBy(one.sentence, word.head);
    if (
      word.relation === "appos" &&
      governor &&
      governor.plural === one.plural &&
      mayBeOne(clusters.facts(governor.id), clusters.facts(one.id))
    ) {
      clusters.join(governor.id, one.id);
    }
    if (word.relation === "nsubj" && governor && governor.kind === "noun" && governor.plural === one.plural) {
      const copula = words.some((other) => other.head === word.head && other.relation === "cop");
      const open = words.some(
        (other) => other.head === word.head && (other.relation === "aux" || other.lemma === "not"),
      );
      if (copula && !open && mayBeOne(clusters.facts(governor.id), clusters.facts(one.id)))
        clusters.join(governor.id, one.id);
    }
  }
}
