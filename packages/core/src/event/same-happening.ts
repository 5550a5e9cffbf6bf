/** When two acts of a sentence are one happening. */
import type { ActorMention } from "../model/mention.ts";
import type { EventType } from "../model/plover.ts";
import type { Act } from "./act.ts";
import { unique, without } from "./participants.ts";
import { caseOf } from "../clause/arguments.ts";
import { dependents, relation, type SentenceTree } from "../clause/sentence-tree.ts";

/** Types of which one sentence seldom tells two between the same sides; of words, it may ("agreed to talk and vowed to help"). */
const DEEDS: ReadonlySet<EventType> = new Set([
  "CONSULT",
  "COOPERATE",
  "AID",
  "RETREAT",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
]);
const CIRCUMSTANCE: ReadonlySet<string> = new Set(["in", "during", "by", "from", "after", "as", "with", "at"]);

const MEASURES: ReadonlySet<EventType> = new Set(["SANCTION", "COERCE"]);

type Told = Pick<Act, "type" | "mode" | "actors" | "recipients"> & { readonly act: Act };

/** One event told twice in a sentence ("attacked ... in an attack"). */
export function isTwin(a: Told, b: Told, tree: SentenceTree): boolean {
  if (a.type !== b.type) return false;
  // "Arrived in Dakar for talks with the minister": guest and host are who talks.
  if (a.type === "CONSULT" && sideKey([...a.actors, ...a.recipients]) === sideKey([...b.actors, ...b.recipients]))
    return true;
  if (sideKey(a.actors) !== sideKey(b.actors)) return false;
  // "Arrested and expelled" are two measures, "shelled and killed" is one attack.
  if (MEASURES.has(a.type) && a.mode !== b.mode && a.mode !== null && b.mode !== null) return false;
  const [x, y] = [sideKey(a.recipients), sideKey(b.recipients)];
  if (x !== y && x !== "" && y !== "") return false;
  if (DEEDS.has(a.type)) return true;
  const [p, q] = [tree.words[a.act.head], tree.words[b.act.head]];
  return p?.lemma.slice(0, 5) === q?.lemma.slice(0, 5) || p?.head === b.act.head || q?.head === a.act.head;
}

export const sideKey = (actors: readonly ActorMention[]): string =>
  [...new Set(actors.map(({ country, sector }) => country ?? sector ?? ""))].toSorted().join(" ");

/**
 * "Five policemen were [killed] in an [attack] by rebels": the verb names who suffers, the noun in its phrase who acts. Both become one act, the verb's, with
 * the parties of both.
 */
export function joinHalves(acts: readonly Act[], tree: SentenceTree): readonly Act[] {
  const gone = new Set<Act>();
  const joined = acts.map((act) => {
    if (gone.has(act)) return act;
    // "The meeting was led by the general, while the Chinese side was led by the minister": one talk, its sides apart.
    if (isOneSided(act)) {
      const side = acts.find(
        (other) =>
          other !== act && !gone.has(other) && isOneSided(other) && sideKey(other.actors) !== sideKey(act.actors),
      );
      if (!side) return act;
      gone.add(side);
      return { ...act, actors: [...act.actors, ...side.actors], used: [...act.used, side.head, ...side.used] };
    }
    // "Shot down a plane, killing 298 people": what a participle adds is the same deed.
    const more = acts.find(
      (other) =>
        other !== act && !gone.has(other) && other.type === act.type && isParticiple(tree, other.head, act.head),
    );
    if (more) {
      gone.add(more);
      return {
        ...act,
        recipients: unique([...act.recipients, ...without(more.recipients, act.actors)]),
        used: [...act.used, more.head, ...more.used],
      };
    }
    const half = acts.find(
      (other) =>
        other !== act && !gone.has(other) && other.type === act.type && isCircumstance(tree, other.head, act.head),
    );
    if (!half) return act;
    gone.add(half);
    const actors = act.actors.length > 0 ? act.actors : half.actors;
    const recipients = act.recipients.length > 0 ? act.recipients : half.recipients;
    return {
      ...act,
      actors,
      recipients: without(recipients, actors),
      mode: act.mode ?? half.mode,
      used: [...act.used, half.head, ...half.used],
    };
  });
  return joined.filter((act) => ![...gone].some((half) => half.head === act.head));
}

/** A talk of which only one side is named. */
const isOneSided = ({ type, joint, actors, recipients }: Act): boolean =>
  type === "CONSULT" && joint && actors.length > 0 && recipients.length === 0 && !sideKey(actors).includes(" ");

/** A clause of a participle, or of what a verb is for, that hangs on the verb and has no subject of its own. */
function isParticiple(tree: SentenceTree, token: number, verb: number): boolean {
  const word = tree.words[token];
  // "Killing six and [wounding] ten".
  const first = word?.relation === "conj" ? tree.words[word.head] : word;
  if (!word || first?.head !== verb || first.relation !== "advcl" || first.xpos !== word.xpos) return false;
  const plain = dependents(tree, token, "mark").every((mark) => tree.forms[mark] === "to");
  return plain && (word.xpos === "VBG" || word.xpos === "VB") && dependents(tree, token, "nsubj").length === 0;
}

/** The noun stands in a phrase of the verb that tells in what it happened, or is its subject. */
function isCircumstance(tree: SentenceTree, noun: number, verb: number): boolean {
  const word = tree.words[noun];
  if (word?.upos !== "NOUN" || word.head !== verb) return false;
  return relation(word) === "nsubj" || (relation(word) === "obl" && CIRCUMSTANCE.has(caseOf(tree, noun) ?? ""));
}
