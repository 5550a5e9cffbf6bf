import { textSpan, type TextSpan } from "../base/span.ts";
import type { Codebook } from "../codebook/codebook.ts";
import type { Document } from "../model/document.ts";
import type { Attribution, EventStatus, Voice } from "../model/event.ts";
import type { ActorMention } from "../model/mention.ts";
import type { EventType } from "../model/plover.ts";
import type { Sentence } from "../model/segmented.ts";
import type { Act } from "./act.ts";
import { isHistorical } from "./historical.ts";
import { isTwin, joinHalves } from "./same-happening.ts";
import { isPolitical, isPublic, phraseActors, unique, without } from "./participants.ts";
import { ActReader, type Trial } from "./read-act.ts";
import { conditionParties } from "./compose-act.ts";
import { settleAct } from "./settle-act.ts";
import { speechOver, type Speech } from "./speech.ts";
import { standingOf } from "./status-of.ts";
import { caseOf, logicalObject, logicalSubject } from "../clause/arguments.ts";
import { relation, type SentenceTree } from "../clause/sentence-tree.ts";

/** One telling of an event, in one sentence. */
export interface Telling {
  readonly type: EventType;
  readonly mode: string | null;
  readonly status: EventStatus;
  readonly actors: readonly ActorMention[];
  readonly recipients: readonly ActorMention[];
  readonly trigger: TextSpan;
  readonly sentence: Sentence;
  readonly attribution: Attribution | null;
  readonly voice: Voice;
  readonly act: Act;
  /** A verb tells it. */
  readonly finite: boolean;
  /** It stands in the body, not in a title, caption or pull quote. */
  readonly body: boolean;
}

/** Types that are nothing without somebody who acts. */
const NEEDS_ACTOR: ReadonlySet<EventType> = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "MOBILIZE",
]);
/** Types that count whoever of a state does or suffers them; elsewhere somebody in public takes part. */
const BETWEEN_ANYBODY: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "PROTEST", "CONCEDE", "RETREAT"]);
/** Types that PLOVER codes only with a recipient; several actors are each other's. */
const NEEDS_RECIPIENT: ReadonlySet<EventType> = new Set(["COOPERATE", "AID", "SANCTION"]);

/** An act that is no event, and why. */
export interface Dropped {
  readonly act: Act;
  readonly why: string;
}

/** What a sentence tells, and what it seemed to tell. */
export interface CodedSentence {
  readonly tellings: readonly Telling[];
  readonly dropped: readonly Dropped[];
}

/** @param trace is told of every row that was tried for a word */
export function codeSentence(
  tree: SentenceTree,
  document: Document,
  body: boolean,
  codebook: Codebook,
  trace: ((trial: Trial) => void) | null = null,
): CodedSentence {
  const reader = new ActReader(tree, codebook, trace);
  const acts: Act[] = [];
  const used = new Set<number>();
  for (const head of fromRoot(tree)) {
    if (used.has(head)) continue;
    const act = reader.act(head);
    if (!act) continue;
    // A noun may be read by itself and from each verb that carries it ("the meeting held on Friday was led by"): who names most parties tells it.
    const before = acts.findIndex((other) => other.head === act.head);
    const known = acts[before];
    if (!known) acts.push(act);
    else if (
      partiesOf(act) > partiesOf(known) ||
      (partiesOf(act) === partiesOf(known) && act.path.length > known.path.length)
    )
      acts[before] = act;
    for (const token of [act.head, ...act.used]) used.add(token);
  }
  // An act that a later one took after all ("the visit ... was cancelled" is read from the verb).
  const isPart = (act: Act): boolean =>
    acts.some(
      (other) =>
        other !== act && (other.used.includes(act.head) || isCarried(tree, act, other) || isInside(tree, act, other)),
    );
  const tellings: Telling[] = [];
  const dropped: Dropped[] = [];
  for (const act of joinHalves(
    acts.filter((act) => !isPart(act)),
    tree,
  )) {
    const telling = tell(act, tree, document, body);
    if (typeof telling === "string") dropped.push({ act, why: telling });
    else if (tellings.some((other) => isTwin(telling, other, tree)))
      dropped.push({ act, why: "the sentence tells it already" });
    else tellings.push(telling);
  }
  return { tellings, dropped };
}
const partiesOf = ({ actors, recipients }: Act): number => actors.length + recipients.length;
const DURING: ReadonlySet<string> = new Set(["on", "during", "in", "after", "following"]);

/** "Said during a [conversation] with the president": who talks with him is the subject of the verb. */
function talkers(act: Act, tree: SentenceTree): readonly ActorMention[] {
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
  if (
    act.type !== "CONSULT" ||
    !act.joint ||
    act.actors.length > 1 ||
    word?.upos !== "NOUN" ||
    relation(word) !== "obl"
  )
    return act.actors;
  // "Warned the king during [their] meeting": nobody is named with the noun, so both sides of the verb talk.
  const both = act.actors.length > 0 ? [] : logicalObject(tree, word.head);
  const owned = (tree.children[act.head] ?? []).some(
    (child) => tree.words[child]?.xpos === "PRP$" && tree.forms[child] === "their",
  );
  const sides = logicalSubject(tree, word.head).flatMap((token) => phraseActors(tree, token));
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

const isOfficial = ({ sector }: ActorMention): boolean => sector === null || !PEOPLE.has(sector);
const PEOPLE: ReadonlySet<string> = new Set(["CVL", "EDU", "BUS", "MED", "LAB", "AGR"]);

const isPrivate = ({ sort, sector }: ActorMention): boolean =>
  sort === "person" && (sector === null || sector === "CVL");

const isAtHome = (guests: readonly ActorMention[], hosts: readonly ActorMention[]): boolean =>
  guests.length > 0 &&
  hosts.length > 0 &&
  hosts.every(({ country }) => country !== null && guests.every((guest) => guest.country === country));

/** A noun under a verb that is used already ("pledged to [provide] aid"): what it tells is told. */
function isCarried({ words }: SentenceTree, { head }: Act, other: Act): boolean {
  const word = words[head];
  if (word?.upos !== "NOUN" || relation(word) !== "obj") return false;
  // What is condemned or hailed has happened.
  return (
    (word.head === other.head && other.type !== "ACCUSE" && other.type !== "SUPPORT") || other.used.includes(word.head)
  );
}

/** "Accused her of pushing to [indict] him": what stands deeper in what is said, asked, promised or threatened is no second event either. */
function isInside({ words }: SentenceTree, { head }: Act, other: Act): boolean {
  if (other.row.kind !== "operator" || !SAID.has(other.row.effect)) return false;
  for (let at = head, steps = 0; steps < 4; steps += 1) {
    const word = words[at];
    if (!word || !["xcomp", "ccomp"].includes(word.relation)) return false;
    at = word.head;
    if (other.used.includes(at)) return true;
  }
  return false;
}
const SAID: ReadonlySet<string> = new Set(["accuse", "request", "promise", "threaten", "refuse", "agree"]);

/** Tokens of the tree, governors before dependents. */
function fromRoot(tree: SentenceTree): number[] {
  const order = [tree.root];
  for (let i = 0; i < order.length; i += 1) order.push(...(tree.children[order[i] ?? -1] ?? []));
  return order;
}

function tell(act: Act, tree: SentenceTree, document: Document, body: boolean): Telling | string {
  const speech = speechOver(tree, act.head);
  // Of "plans to [visit]" the outermost word tells whether it happened.
  const standing = standingOf(tree, act.path[0]?.head ?? act.head);
  const settled = settleAct(act, standing, speech?.actors ?? []);
  const actors = talkers(act, tree);
  const recipients =
    settled.type === "THREATEN" && act.recipients.length === 0
      ? without(conditionParties(tree, act.head), actors)
      : namedOnes(act.recipients, settled.type, actors);
  if (![...actors, ...recipients].some(BETWEEN_ANYBODY.has(settled.type) ? isPolitical : isPublic))
    return "no political actor takes part";
  if ((settled.type === "ACCUSE" || settled.type === "SUPPORT") && recipients.length === 0 && !actors.some(isOfficial))
    return "private people speak of nobody political";
  if (settled.type === "COERCE" && actors.length === 0 && recipients.every(isPrivate))
    return "nobody acts on a private person";
  if (settled.mode === "visit" && settled.type === "CONSULT" && isAtHome(actors, recipients))
    return "nobody visits his own state";
  if (isBareGerund(tree, act.head)) return "a form without a subject tells what is done in general";
  if (
    act.joint &&
    act.type === "CONSULT" &&
    tree.words[act.head]?.upos === "NOUN" &&
    actors.length < 2 &&
    !actors.some(isManySided)
  )
    return "only one side is named";
  if (actors.length === 0 && NEEDS_ACTOR.has(settled.type)) return "nobody acts";
  if (recipients.length === 0 && actors.length < 2 && NEEDS_RECIPIENT.has(settled.type))
    return `${settled.type} needs a recipient`;
  const status = settled.status === "actual" && isHistorical(tree, act.head, document) ? "historical" : settled.status;
  const words = tree.sentence.tokens[act.shown ?? act.head];
  if (!words) return "its word is not there";
  return {
    ...settled,
    status,
    actors,
    recipients,
    trigger: textSpan(document.text, words.start, words.end),
    sentence: tree.sentence,
    attribution: speech && attribution(speech, tree, document),
    voice: isQuoted(tree, act.head) ? "quote" : speech ? "indirect" : "report",
    act,
    finite: tree.words[act.head]?.upos === "VERB",
    body,
  };
}

function attribution({ speaker, actors }: Speech, tree: SentenceTree, { text }: Document): Attribution | null {
  const [actor] = actors;
  const token = tree.sentence.tokens[speaker[0] ?? -1];
  const span = actor ?? (token && textSpan(text, token.start, token.end));
  return span
    ? {
        text: span.text,
        start: span.start,
        end: span.end,
        statement: null,
        country: actor?.country ?? null,
        sector: actor?.sector ?? null,
      }
    : null;
}

/** An organisation of states, or people of one, talks among itself: "NATO held a summit". */
const isManySided = ({ country, sector, plural }: ActorMention): boolean =>
  sector === "IGO" || (country === null && plural && sector !== "REB");

/** "Strengthening the ties": a heading's form in -ing, with nobody before it. */
function isBareGerund(tree: SentenceTree, head: number): boolean {
  const word = tree.words[head];
  if (word?.upos !== "VERB" || word.xpos !== "VBG" || !["root", "parataxis", "conj"].includes(word.relation))
    return false;
  if (word.relation === "conj" && !isBareGerund(tree, word.head)) return false;
  return !(tree.children[head] ?? []).some((child) => ["aux", "nsubj"].includes(relation(tree.words[child])));
}

/** Inside quotation marks of the sentence. */
function isQuoted({ forms }: SentenceTree, head: number): boolean {
  let open = false;
  for (const form of forms.slice(0, head)) {
    if (form === "“" || form === "``") open = true;
    else if (form === "”" || form === "''") open = false;
    else if (form === '"') open = !open;
  }
  return open && forms.slice(head).some((form) => form === "”" || form === '"' || form === "''");
}
