/**
 * Who fills a slot: the actor that the phrase names, or the one inside it that it belongs to ("positions of [rebels]", "[Danish] web sites").
 * In: a frame, slot names. Out: actors, in text order, each once.
 */
import type { ActorClass, RoleSlots } from "../codebook/events/frame-pattern.ts";
import type { ActorMention } from "../model/mention.ts";
import { premodifiers, caseOf, ownersOf } from "../clause/arguments.ts";
import type { Frame } from "../clause/frame.ts";
import { dependents, withConjuncts, type SentenceTree } from "../clause/sentence-tree.ts";

/** Sectors whose members may use force. */
const ARMED = new Set(["MIL", "REB", "PRM", "UAF", "COP", "SPY"]);
const UNARMED = new Set(["CVL", "REF", "JRN", "MED", "EDU", "LAB", "AGR", "REL", "BUS", "NGO", "OPP", "PTY", "SOC"]);
/** Sectors that are political whatever state they belong to, and with none. */
const POLITICAL = new Set(["GOV", "MIL", "REB", "COP", "LEG", "JUD", "SPY", "PTY", "OPP", "IGO", "NGO", "PRM", "UAF"]);
/** A state or what belongs to it, an organisation, an armed or political group; not private persons whom nothing ties to a state. */
export const isPolitical = ({ country, sector }: ActorMention): boolean =>
  country !== null || (sector !== null && POLITICAL.has(sector));

const OFFICIAL = new Set(["GOV", "LEG", "JUD", "MIL", "COP", "SPY", "ELI", "IGO"]);

const OF_GOVERNMENT = new Set(["GOV", "LEG", "JUD", "COP", "MIL", "SPY"]);

/** Somebody in public: also nationals and crowds, but not a private person whom only his country ties to politics. */
export const isPublic = (actor: ActorMention): boolean =>
  (actor.sector === null && actor.country !== null) ||
  (actor.sector !== null && POLITICAL.has(actor.sector)) ||
  (actor.sort === "people" && actor.plural && isPolitical(actor));

export function isOfClass(actor: ActorMention, is: Exclude<ActorClass, "named" | "several">): boolean {
  switch (is) {
    case "actor":
      return isPolitical(actor);
    case "state":
      return actor.sector === null && actor.country !== null;
    case "government":
      return actor.sector === null ? actor.country !== null : OF_GOVERNMENT.has(actor.sector);
    case "person":
      return actor.sort === "person" || actor.sort === "people";
    case "people":
      // "Former heads of the regulator" hold offices and are no crowd.
      return (actor.sort === "people" && !OFFICIAL.has(actor.sector ?? "")) || (actor.sort === "state" && actor.plural);
    case "armed":
      return actor.sector !== null && ARMED.has(actor.sector);
    case "unarmed":
      return actor.sector !== null && UNARMED.has(actor.sector);
  }
}

/** The actors of a role: of the first alternative that names any. */
export function roleActors(frame: Frame, slots: RoleSlots): ActorMention[] {
  for (const sum of slots) {
    const found = unique(sum.flatMap((slot) => slotActors(frame, slot)));
    if (found.length > 0) return found;
  }
  return [];
}

/** Of "Berlin's pledge was welcomed by Oslo" Oslo welcomes; what "by" tells of an object is for active verbs. */
const slotsOf = (frame: Frame, sum: readonly string[]): readonly string[] =>
  frame.passive ? sum.filter((slot) => slot !== "by") : sum;

/** Who suffers or is met: as {@link roleActors}, but the name of a place is the state there ("arrived in [Ankara]", "left its bases in [Mali]"). */
export function affectedActors(frame: Frame, slots: RoleSlots): ActorMention[] {
  for (const all of slots) {
    const sum = slots.length > 1 ? slotsOf(frame, all) : all;
    const found = unique(sum.flatMap((slot) => slotActors(frame, slot)));
    if (found.length > 0) return found;
    const places = unique(sum.flatMap((slot) => frame.slot(slot).flatMap((token) => placesIn(frame.tree, token))));
    if (places.length > 0) return places;
  }
  return [];
}

/** The place that a phrase names, or in which the thing that it names is. */
function placesIn(tree: SentenceTree, token: number): readonly ActorMention[] {
  const own = tree.placesAt[token] ?? [];
  if (own.length > 0) return own;
  const inside = dependents(tree, token, "nmod").filter((child) => INSIDE.has(caseOf(tree, child) ?? ""));
  return withConjuncts(tree, inside).flatMap((child) => tree.placesAt[child] ?? []);
}

export function slotActors(frame: Frame, slot: string): readonly ActorMention[] {
  const known = frame.slotActors.get(slot);
  if (known) return known;
  const { tree } = frame;
  const tokens = frame.slot(slot);
  const direct = tokens.some((token) => tree.at[token]?.some(({ country }) => country !== null));
  const found = unique(
    tokens.flatMap((token) => {
      const actors = phraseActors(tree, token);
      // "Concerns over Trump and a lack of advisers": beside somebody named, nobody whom no words tie to a state.
      return direct && (tree.at[token]?.length ?? 0) === 0
        ? actors.filter(({ country, entity }) => country ?? entity)
        : actors;
    }),
  );
  frame.slotActors.set(slot, found);
  return found;
}

/** Who a noun phrase names, by the token that heads it. */
export function phraseActors(tree: SentenceTree, token: number, depth = 0): readonly ActorMention[] {
  const own = tree.at[token] ?? [];
  if (own.length > 0)
    return own.every(({ country, entity }) => country === null && entity === null) ? membersOf(tree, token, own) : own;
  const over = tree.over[token];
  if (over) return tree.at[over.head]?.length ? (tree.at[over.head] ?? []) : [over];
  if (depth > 2) return [];
  const word = tree.words[token];
  if (!word || word.upos === "VERB") return [];
  const owners = ownersOf(tree, token);
  const apart = dependents(tree, token, "appos");
  const inside = dependents(tree, token, "nmod").filter((child) => INSIDE.has(caseOf(tree, child) ?? ""));
  // "Crimes committed [by soldiers]", "power lines leading into [Kabul]".
  const told = dependents(tree, token, "acl").filter((child) => child > token && tree.words[child]?.relation === "acl");
  const tellers = told
    .filter((verb) => !SEEN.has(tree.words[verb]?.lemma ?? ""))
    .flatMap((verb) => dependents(tree, verb, "obl"));
  // "The deal that [Obama] signed".
  const makers = dependents(tree, token, "acl")
    .filter(
      (verb) =>
        tree.words[verb]?.relation === "acl:relcl" &&
        dependents(tree, verb, "obj").every((object) => tree.words[object]?.xpos === "WDT"),
    )
    .flatMap((verb) => dependents(tree, verb, "nsubj").filter((subject) => tree.words[subject]?.upos !== "PRON"));
  for (const group of [apart, owners, premodifiers(tree, token), withConjuncts(tree, inside), tellers, makers]) {
    const found = unique(group.flatMap((child) => phraseActors(tree, child, depth + 1)));
    if (found.length > 0) return found;
  }
  return [];
}

/** "25 of its members, including [Nepal] and [Mozambique]": those that are named of a group that belongs nowhere. */
function membersOf(tree: SentenceTree, token: number, own: readonly ActorMention[]): readonly ActorMention[] {
  const listed = dependents(tree, token, "nmod", "obl").filter(
    (child) => child > token && ["including", "as"].includes(caseOf(tree, child) ?? ""),
  );
  const named = withConjuncts(tree, listed).flatMap((child) =>
    (tree.at[child] ?? []).filter(({ sort }) => sort === "state"),
  );
  return named.length > 0 ? named : own;
}

/** "A letter seen by [Reuters]" is not whose who saw it. */
const SEEN = new Set([
  "see",
  "view",
  "obtain",
  "review",
  "read",
  "hear",
  "quote",
  "cite",
  "carry",
  "monitor",
  "verify",
]);

/** Prepositions behind which stands whose a thing is. */
const INSIDE = new Set(["of", "from", "in", "by", "for", "within", "inside", "near", "among", "against", "on"]);

export function unique(actors: readonly ActorMention[]): ActorMention[] {
  if (actors.length < 2) return [...actors];
  const seen = new Set<string>();
  return actors.filter((actor) => {
    const key = `${actor.start} ${actor.end} ${actor.entity ?? ""} ${actor.country ?? ""} ${actor.sector ?? ""}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether two mentions stand for the same actor, as far as can be told. */
export const isSame = (a: ActorMention, b: ActorMention): boolean =>
  a === b ||
  (a.entity !== null && a.entity === b.entity) ||
  (a.entity === null && b.entity === null && a.country === b.country && a.sector === b.sector && a.name === b.name);

/** The first list without whoever stands in the second. */
export const without = (actors: readonly ActorMention[], others: readonly ActorMention[]): ActorMention[] =>
  actors.filter((actor) => !others.some((other) => isSame(actor, other)));
