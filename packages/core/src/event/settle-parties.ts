/**
 * Who takes part in an act, beside those whom its own words name: who talks in "said during a conversation with", whom a threat is to move, whose people are arrested.
 * In: an act of a sentence. Out: its actors and recipients.
 */
import type { ActorMention } from "../model/mention.ts";
import type { EventType } from "../model/plover.ts";
import type { Act } from "./act.ts";
import { conditionParties } from "./compose-act.ts";
import { isPolitical, isPublic, phraseActors, unique, without } from "./participants.ts";
import { caseOf, logicalObject, logicalSubject } from "../clause/arguments.ts";
import { countOver } from "../clause/counting.ts";
import { relation, type SentenceTree } from "../clause/sentence-tree.ts";

/** Types that count whoever of a state does or suffers them; elsewhere somebody in public takes part. */
export const BETWEEN_ANYBODY: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "PROTEST", "CONCEDE", "RETREAT"]);

/** Whom an act concerns. */
export function concerned(
  act: Act,
  type: EventType,
  actors: readonly ActorMention[],
  tree: SentenceTree,
): readonly ActorMention[] {
  if (type === "THREATEN") {
    // "Threatened to cut the flow of gas if [Poland] closed its border": who shall do or leave something, whatever the threat would hit.
    const moved = without(conditionParties(tree, act.head), actors);
    if (moved.some((one) => one.country !== null && isPublic(one)) || act.recipients.length === 0) return moved;
  }
  const named = abroad(known(namedOnes(act.recipients, type, actors), type), actors, type);
  // Soldiers may be abroad, policemen are at home.
  if (type === "COERCE" || (type === "ASSAULT" && actors.every(({ sector }) => sector === "COP")))
    return ofOwnState(named, actors);
  return type === "ASSAULT" ? besideVictims(named) : named;
}

/** "Killed two soldiers of Mali and a [shepherd]": who is hit with people of one state, and of whom no words tell where he belongs, is of that state. */
function besideVictims(recipients: readonly ActorMention[]): readonly ActorMention[] {
  const [country, other] = new Set(recipients.flatMap((one) => one.country ?? []));
  if (country === undefined || other !== undefined) return recipients;
  return recipients.map((one) =>
    one.country === null && one.entity === null && one.how === "description" && one.sector === "CVL"
      ? { ...one, country }
      : one,
  );
}

const WORDS: ReadonlySet<EventType> = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "REQUEST",
  "REJECT",
  "THREATEN",
]);

/** A name of which nobody knows anything is no party to what states do with words. */
const known = (recipients: readonly ActorMention[], type: EventType): readonly ActorMention[] =>
  !WORDS.has(type)
    ? recipients
    : recipients.filter(
        ({ how, entity, country, sector, confidence }) =>
          !(how === "name" && entity === null && country === null && sector === "CVL" && confidence <= 0.25),
      );

/** Types of measures that a state takes at home. */
const AT_HOME: ReadonlySet<EventType> = new Set(["CONCEDE", "MOBILIZE", "COERCE"]);

/**
 * "Imposed a curfew in [Basra]": a town of the state that acts only tells where. "[It] will supply Togo with maize": beside another state one's own, told by a
 * pronoun, is who gives.
 */
function abroad(
  recipients: readonly ActorMention[],
  actors: readonly ActorMention[],
  type: EventType,
): readonly ActorMention[] {
  const own = new Set(actors.flatMap(({ country }) => country ?? []));
  const foreign = recipients.some(({ country }) => country !== null && !own.has(country));
  return recipients.filter(({ country, sort, how }) => {
    if (country === null || !own.has(country)) return true;
    const town = (sort === "place" && how === "name") || (sort === "state" && how === "metonym");
    return !(town && AT_HOME.has(type)) && !(foreign && sort === "state" && how === "coreference");
  });
}

const AUTHORITIES: ReadonlySet<string> = new Set(["GOV", "COP", "JUD", "LEG", "SPY"]);
const STRANGERS: ReadonlySet<string> = new Set(["REB", "UAF", "CRM", "REF", "IGO", "NGO"]);

/** "Nicaragua stripped 94 [dissidents] of their citizenship": people of whom no words tell where they belong are those of the state that has power over them. */
function ofOwnState(recipients: readonly ActorMention[], actors: readonly ActorMention[]): readonly ActorMention[] {
  const [country, other] = new Set(actors.map((actor) => actor.country));
  const own = actors.every(({ sector }) => sector === null || AUTHORITIES.has(sector));
  if (typeof country !== "string" || other !== undefined || !own) return recipients;
  return recipients.map((one) =>
    one.country === null &&
    one.entity === null &&
    one.candidates.length === 0 &&
    (one.sort === "person" || one.sort === "people") &&
    !STRANGERS.has(one.sector ?? "")
      ? { ...one, country }
      : one,
  );
}

const DURING: ReadonlySet<string> = new Set(["on", "during", "in", "after", "following"]);

/** "Said during a [conversation] with the president": who talks with him is the subject of the verb. */
export function talkers(act: Act, tree: SentenceTree): readonly ActorMention[] {
  const word = tree.words[act.head];
  // "On a visit to Egypt, the president said": the guest is the subject.
  if (
    act.mode === "visit" &&
    act.actors.length === 0 &&
    word?.upos === "NOUN" &&
    relation(word) === "obl" &&
    DURING.has(caseOf(tree, act.head) ?? "")
  )
    return without(
      logicalSubject(tree, word.head).flatMap((token) => phraseActors(tree, token)),
      act.recipients,
    );
  // "Merkel, in a [call] with Putin, urged": the name that the phrase hangs on.
  if (
    act.type === "CONSULT" &&
    act.joint &&
    word?.upos === "NOUN" &&
    relation(word) === "nmod" &&
    act.actors.length === 1
  ) {
    const owner = DURING.has(caseOf(tree, act.head) ?? "") ? (tree.at[word.head] ?? []) : [];
    return unique([...without(owner, act.actors).filter(isPolitical), ...act.actors]);
  }
  // "After two days of [talks]": the counted noun stands where its count does.
  const top = countOver(tree, act.head);
  const held = tree.words[top];
  if (
    (act.type !== "CONSULT" && act.type !== "ASSAULT") ||
    !act.joint ||
    act.actors.length > 1 ||
    word?.upos !== "NOUN" ||
    !held ||
    relation(held) !== "obl"
  )
    return act.actors;
  // "Captured the town after [clashes] with the army".
  if (act.type === "ASSAULT") {
    if (act.actors.length === 0 || !DURING.has(caseOf(tree, top) ?? "")) return act.actors;
    const fighters = logicalSubject(tree, held.head).flatMap((token) => phraseActors(tree, token));
    return unique([...without(fighters, act.actors).filter(({ sector }) => sector !== "CVL"), ...act.actors]);
  }
  // "Warned the king during [their] meeting": nobody is named with the noun, so both sides of the verb talk.
  const both = act.actors.length > 0 ? [] : logicalObject(tree, held.head);
  const owned = (tree.children[act.head] ?? []).some(
    (child) => tree.words[child]?.xpos === "PRP$" && tree.forms[child] === "their",
  );
  const sides = logicalSubject(tree, held.head).flatMap((token) => phraseActors(tree, token));
  // "Turkey and Russia agreed during [talks] in Sochi".
  if (act.actors.length === 0 && new Set(sides.map(({ country }) => country)).size > 1) return unique(sides);
  if (act.actors.length === 0 && !owned) return act.actors;
  const subjects = [...sides, ...both.flatMap((token) => phraseActors(tree, token))];
  return unique([...without(subjects, act.actors).filter(isPolitical), ...act.actors]);
}

/** "To send soldiers to a force in [Mali]": beside those of a state, people and things of nobody knows where are what is sent, said or done; of violence they are victims. */
function namedOnes(
  recipients: readonly ActorMention[],
  type: EventType,
  actors: readonly ActorMention[],
): readonly ActorMention[] {
  const named =
    recipients.some(({ country }) => country !== null) || new Set(actors.map(({ country }) => country)).size > 1;
  if (BETWEEN_ANYBODY.has(type) || !named) return recipients;
  return recipients.filter(({ country, entity, how }) => country !== null || entity !== null || how !== "description");
}
