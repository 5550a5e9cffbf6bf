/**
 * What becomes of an act under a word that takes it: "agree to [visit]" is AGREE, "refuse to [visit]" REJECT/meet, "threaten to [attack]" THREATEN/violence.
 * In: the word's row and frame, the act that it takes or null. Out: an act or null. The rules are those of PLOVER 2.0 (manual, sections 2 and 3).
 */
import type { Operator } from "../codebook/events/operators.ts";
import type { ActorMention } from "../model/mention.ts";
import type { EventType } from "../model/plover.ts";
import type { Act } from "./act.ts";
import { affectedActors, isPublic, isSame, phraseActors, roleActors, unique, without } from "./participants.ts";
import { Frame } from "../clause/frame.ts";
import { dependents, isVerb, type SentenceTree } from "../clause/sentence-tree.ts";
import { standingOf } from "./status-of.ts";
import { caseOf, surfaceSubject } from "../clause/arguments.ts";

const COOPERATIVE: ReadonlySet<EventType> = new Set(["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"]);
const YIELDING: ReadonlySet<EventType> = new Set(["CONCEDE", "RETREAT"]);
const DONE: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "SANCTION", "MOBILIZE"]);
const FORCE: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION"]);

/** @param taken tokens in the slots that the operator takes, whether they tell a known act or not */
export function composeAct(operator: Operator, frame: Frame, inner: Act | null, taken: readonly number[]): Act | null {
  const subjects = roleActors(frame, operator.actor);
  // "Talks between Iran and Iraq collapsed", or were cancelled: who takes part in what the subject names.
  const itself = operator.on.includes("subj") || (frame.passive && ["cancel", "end"].includes(operator.effect));
  const actors = subjects.length > 0 || !inner || !itself ? subjects : inner.actors;
  const named = roleActors(frame, operator.recipient);
  // What two states agree on concerns them, whatever else is named in it ("agreed to build a road through Benin").
  const among = operator.effect === "agree" && areSeveral(actors);
  const others: ActorMention[] = named.length > 0 ? named : among ? [] : innerParties(operator, frame, inner);
  const isNegated = taken.some((clause) => standingOf(frame.tree, clause).status === "negated");
  // "Promised Chad not to divert the river": whatever it is, it is promised to somebody.
  const isAssured = operator.effect === "promise" && isNegated && without(others, actors).length > 0;
  if (
    inner === null &&
    operator.needsAct &&
    !isAssured &&
    !isMutual(operator, frame, actors) &&
    !isDemand(operator, frame, actors)
  )
    return null;
  const base = {
    head: frame.head,
    shown: operator.effect === "blame" ? (taken[0] ?? null) : null,
    row: operator,
    path: [{ row: operator, head: frame.head }, ...(inner?.path ?? [])],
    // What is agreed, asked or threatened is no second event, whether a row knows it or not.
    used: [...taken, ...(inner ? [...inner.used, inner.head] : [])],
    status: null,
    owned: true,
    joint: false,
  };
  const event = (type: EventType, mode: string | null = null): Act => ({
    ...base,
    type,
    mode,
    actors,
    recipients: notOneself(without(others, actors), actors),
    joint: inner?.joint ?? false,
  });
  /** The act itself, told by the noun or clause, with the operator's subject where it has none. */
  const passOn = (status: Act["status"] = null): Act | null =>
    inner && {
      ...inner,
      row: inner.row,
      path: base.path,
      used: [...inner.used, frame.head],
      // Who prevents an attack does not make it.
      actors: operator.effect === "prevent" ? inner.actors : doersOf(actors, inner),
      status: status ?? inner.status,
    };
  if (!isOwnSpeech(operator, frame, actors, others)) return null;
  // An attempt on a life that is foiled or fails was made all the same (manual, ASSAULT targeted: "tried or done").
  const tried = inner?.path.some(({ row }) => row.kind === "operator" && row.effect === "try") ?? false;
  if (tried && ["none", "prevent", "fail", "end", "cancel"].includes(operator.effect)) return passOn();
  switch (operator.effect) {
    case "do":
    case "try":
      return passOn();
    case "cause":
      return (
        inner && {
          ...inner,
          path: base.path,
          used: [...inner.used, frame.head],
          actors: actors.length > 0 ? actors : inner.actors,
        }
      );
    case "plan":
      return passOn("planned");
    case "hope":
      return passOn("hypothetical");
    case "fail": {
      if (!inner || !COOPERATIVE.has(inner.type) || inner.type === "AID") return passOn("negated");
      const sides = unique([...actors, ...inner.actors]);
      return { ...event("REJECT"), actors: sides, recipients: without(inner.recipients, sides) };
    }
    case "none":
      return passOn("negated");
    case "deny":
      // "Denied that its army attacked Chad": whom it did not attack.
      return { ...event("REJECT"), recipients: ofOtherStates(others, actors) };
    case "agree":
      // "Ghana and Togo agreed to free prisoners": what two states agree on is an agreement, an end of fighting a concession of both.
      return event(
        inner &&
          YIELDING.has(inner.type) &&
          !(inner.mode === "access" || (inner.mode === "release" && areSeveral(actors)))
          ? "CONCEDE"
          : "AGREE",
      );
    case "promise":
      // "Vowed not to return the land" refuses; "vowed not to attack" and "promised not to interfere" promise.
      if (isNegated && !(inner && FORCE.has(inner.type)))
        return inner === null && !DEFIANT.has(frame.tree.words[frame.head]?.lemma ?? "")
          ? event("AGREE")
          : event("REJECT", demandMode(inner));
      if (inner?.type === "THREATEN" || (inner && FORCE.has(inner.type))) return event("THREATEN", threatMode(inner));
      return event(inner && YIELDING.has(inner.type) && inner.mode !== "access" ? "CONCEDE" : "AGREE");
    case "threaten":
      // "Threatened to hit back if [Chad] advances".
      if (without(others, actors).length === 0) others.push(...conditionParties(frame.tree, frame.head));
      return event("THREATEN", threatMode(inner));
    case "refuse":
      // A demand or an accusation that is rejected asks for what it asks for, or for nothing.
      return event(
        "REJECT",
        inner?.type === "REQUEST" || inner?.type === "ACCUSE" ? askedFor(inner) : demandMode(inner),
      );
    case "request":
      return event("REQUEST", demandMode(inner) ?? "change");
    case "accuse":
      return event("ACCUSE", "allege");
    case "blame":
      // "Said that Chad was behind the attack" blames Chad; "said that rebels attacked the town" reports the attack.
      if (taken.some((clause) => caseOf(frame.tree, clause) === "behind")) return event("ACCUSE", "allege");
      return inner && DONE.has(inner.type) ? null : event("ACCUSE", "disapprove");
    case "cancel":
      return inner && (inner.type === "CONSULT" || inner.type === "AGREE")
        ? event("REJECT", "meet")
        : inner && ended(inner, event);
    case "end":
      // "Lifted the emergency in [Darfur]": a rule that ends concerns those who live where it held.
      if (others.length === 0) others.push(...affectedActors(frame, [["in"], ["for"]]));
      if (inner?.mode === "visit") return passOn();
      return inner && ended(inner, event);
    case "prevent":
      if (inner && (inner.type === "AID" || inner.type === "COOPERATE")) return event("SANCTION", "discontinue");
      return inner && (inner.type === "PROTEST" || inner.type === "RETREAT" || inner.type === "CONSULT")
        ? event("COERCE", "restrict")
        : passOn("negated");
    case "allow":
      // To let force happen is no concession.
      if (inner && FORCE.has(inner.type) && inner.type !== "PROTEST") return passOn();
      return event("CONCEDE");
  }
}

/** A cooperation ended is a sanction, a sanction lifted a concession, fighting stopped a retreat. */
const ENDED: Partial<Record<EventType, readonly [type: EventType, mode: string | null]>> = {
  ...fill(["COOPERATE", "AID", "SUPPORT", "AGREE", "CONSULT"], ["SANCTION", "discontinue"] as const),
  ...fill(["SANCTION", "COERCE", "REJECT", "PROTEST"], ["CONCEDE", null] as const),
  ASSAULT: ["RETREAT", "ceasefire"],
  MOBILIZE: ["RETREAT", "withdraw"],
};

function ended(inner: Act, event: (type: EventType, mode?: string | null) => Act): Act | null {
  const what = ENDED[inner.type];
  return what ? event(...what) : null;
}

/**
 * "Said that [it] would not", "said that [Iran] must": a refusal is the speaker's own, a demand somebody else's. Rows of saying that ask for either hold only so.
 */
function isOwnSpeech(
  { pattern }: Operator,
  frame: Frame,
  actors: readonly ActorMention[],
  others: readonly ActorMention[],
): boolean {
  const asks = (is: string): boolean => pattern.tests.some((test) => test.kind === "class" && test.is === is);
  if (asks("duty") || asks("blame")) return without(others, actors).length > 0;
  if (!asks("refusal")) return true;
  const doers = frame
    .slot("comp")
    .flatMap((clause) => surfaceSubject(frame.tree, clause).flatMap((token) => phraseActors(frame.tree, token)));
  return (
    doers.length === 0 ||
    doers.some((doer) =>
      actors.some((actor) => isSame(actor, doer) || (actor.country !== null && actor.country === doer.country)),
    )
  );
}

/** Of "not to" something that no row knows these make a refusal, "promise" and "pledge" an assurance. */
const DEFIANT: ReadonlySet<string> = new Set(["vow", "swear", "threaten", "resolve"]);

const askedFor = ({ type, mode }: Act): string | null => (type === "REQUEST" ? mode : null);

const ofOtherStates = (others: readonly ActorMention[], own: readonly ActorMention[]): ActorMention[] =>
  others.filter(({ country }) => country === null || own.every((actor) => actor.country !== country));

/** "Said that [we] will not negotiate with Chad": beside others the state that one speaks for is no recipient. */
function notOneself(others: ActorMention[], own: readonly ActorMention[]): ActorMention[] {
  const foreign = others.filter(
    ({ sort, how, country }) =>
      (sort !== "state" && how !== "coreference") || own.every((actor) => actor.country !== country),
  );
  return foreign.length > 0 ? foreign : others;
}

/** "Vowed to deepen their ties", "is willing to expand exchanges with Chad": what several vow, or one to another, is an agreement whatever it is. */
export function isMutual({ effect, on }: Operator, frame: Frame, actors: readonly ActorMention[]): boolean {
  if ((effect !== "agree" && effect !== "promise") || !on.includes("comp")) return false;
  const clauses = frame.slot("comp").filter((clause) => isVerb(frame.tree.words[clause]));
  if (clauses.length === 0) return false;
  if (areSeveral(actors)) return true;
  const partners = clauses.flatMap((clause) =>
    affectedActors(new Frame(frame.tree, clause, "v"), [["with"], ["to"], ["iobj"]]),
  );
  return (
    actors.length > 0 &&
    without(partners, actors).some(
      ({ country }) => country === null || actors.every((actor) => actor.country !== country),
    )
  );
}

/** "Said that [Kenyan forces] must ensure safety": what one says that those of another state must do is demanded of them, whatever it is. */
function isDemand({ pattern }: Operator, frame: Frame, actors: readonly ActorMention[]): boolean {
  if (!pattern.tests.some((test) => test.kind === "class" && test.is === "duty") || !actors.some(isPublic))
    return false;
  const doers = frame
    .slot("comp")
    .flatMap((clause) => surfaceSubject(frame.tree, clause).flatMap((token) => phraseActors(frame.tree, token)));
  return doers.some(
    (doer) => doer.country !== null && isPublic(doer) && actors.every(({ country }) => country !== doer.country),
  );
}

const areSeveral = (actors: readonly ActorMention[]): boolean =>
  new Set(actors.map(({ country, entity }) => country ?? entity)).size > 1;

/** Who does an act that a verb carries: the verb's subject, unless the act's own words name somebody. */
function doersOf(subjects: readonly ActorMention[], inner: Act): readonly ActorMention[] {
  if (inner.joint) return unique([...subjects, ...inner.actors]);
  const own = inner.actors.length > 0 && (inner.owned || subjects.length === 0);
  return own ? inner.actors : without(subjects, inner.recipients);
}

/** Whom an act concerns that names nobody itself: whom the act that it takes concerns, or who is asked to do it. */
function innerParties(operator: Operator, frame: Frame, inner: Act | null): ActorMention[] {
  const { tree } = frame;
  const clauses = operator.on.includes("comp") ? frame.slot("comp") : [];
  if (operator.effect === "accuse" || operator.effect === "blame" || operator.effect === "request") {
    // "Demanded that [Greece] open the border": who is accused or asked is who does the act, not whom it hits.
    const doers = unique(
      clauses.flatMap((clause) => surfaceSubject(tree, clause).flatMap((token) => phraseActors(tree, token))),
    );
    if (doers.length > 0) return doers;
    if (inner && inner.actors.length > 0) return [...inner.actors];
  }
  if (inner) return unique([...inner.recipients, ...inner.actors]);
  // "Threatened to deal a blow to [Chad]": an act that no row knows, but whom it concerns is named.
  for (const clause of clauses) {
    const told = isVerb(tree.words[clause]) ? affectedActors(new Frame(tree, clause, "v"), CONCERNED) : [];
    if (told.length > 0) return told;
  }
  return [];
}

/** Who does what a threat is to prevent: the subject of its "if" or "unless". */
export function conditionParties(tree: SentenceTree, head: number): ActorMention[] {
  const clauses = [head, ...dependents(tree, head, "xcomp", "ccomp", "advcl")]
    .flatMap((clause) => dependents(tree, clause, "advcl", "conj"))
    .filter((clause) =>
      dependents(tree, clause, "mark").some((mark) => tree.forms[mark] === "if" || tree.forms[mark] === "unless"),
    );
  return unique(
    clauses.flatMap((clause) => surfaceSubject(tree, clause).flatMap((token) => phraseActors(tree, token))),
  );
}

/** Slots of a clause in which stands whom its act concerns. */
const CONCERNED = [["to"], ["iobj"], ["against"], ["with"], ["on"], ["for"], ["from"], ["obj"], ["in"]];

/** Which mode of REQUEST and REJECT: what is asked for or refused. */
const DEMANDED: Partial<Record<EventType, string>> = {
  CONSULT: "meet",
  ...fill(["AID", "COOPERATE", "SUPPORT", "AGREE"], "assist"),
  ...fill(["RETREAT", "CONCEDE"], "yield"),
};
export const demandMode = (inner: Pick<Act, "type"> | null): string | null =>
  inner ? (DEMANDED[inner.type] ?? "change") : null;

/** Which mode of THREATEN: what is threatened. */
export function threatMode(inner: Pick<Act, "type" | "mode"> | null): string | null {
  if (inner?.type === "COERCE") return THREATENED_COERCION[inner.mode ?? ""] ?? "restrict";
  if (inner?.type === "SANCTION")
    return inner.mode === "expel" ? "expel" : inner.mode === "convict" ? "arrest" : "relations";
  if (inner?.type === "THREATEN") return inner.mode;
  return inner ? (THREATENED[inner.type] ?? null) : null;
}
const THREATENED_COERCION: Readonly<Record<string, string>> = { arrest: "arrest", seize: "territory", deport: "expel" };
const THREATENED: Partial<Record<EventType, string>> = {
  ...fill(["ASSAULT", "MOBILIZE"], "violence"),
  PROTEST: "restrict",
  REJECT: "relations",
};

/** The same value for several types. */
function fill<V>(types: readonly EventType[], value: V): Partial<Record<EventType, V>> {
  return Object.fromEntries(types.map((type) => [type, value]));
}
