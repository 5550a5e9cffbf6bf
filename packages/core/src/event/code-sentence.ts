import { textSpan, type TextSpan } from "../base/span.ts";
import type { Codebook } from "../codebook/codebook.ts";
import type { Eras } from "../codebook/eras.ts";
import type { Document } from "../model/document.ts";
import type { Attribution, EventStatus, Voice } from "../model/event.ts";
import type { ActorMention } from "../model/mention.ts";
import type { EventType } from "../model/plover.ts";
import type { Sentence } from "../model/segmented.ts";
import type { Act } from "./act.ts";
import { isHistorical } from "./historical.ts";
import { isTwin, joinHalves } from "./same-happening.ts";
import { isPolitical, isPublic } from "./participants.ts";
import { ActReader, type Trial } from "./read-act.ts";
import { BETWEEN_ANYBODY, concerned, talkers } from "./settle-parties.ts";
import { settleAct } from "./settle-act.ts";
import { speechOver, type Speech } from "./speech.ts";
import { standingOf } from "./status-of.ts";
import { isUnder } from "../clause/is-under.ts";
import { dependents, relation, type SentenceTree } from "../clause/sentence-tree.ts";

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

/**
 * @param now the year that the text tells the news of; null: unknown
 * @param trace is told of every row that was tried for a word
 */
export function codeSentence(
  tree: SentenceTree,
  document: Document,
  body: boolean,
  now: number | null,
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
  // An act that a later one took after all ("the visit ... was cancelled" is read from the verb); not what a clause tells of it ("reimposed the sanctions that it had lifted").
  const isPart = (act: Act): boolean =>
    acts.some(
      (other) =>
        other !== act &&
        ((other.used.includes(act.head) && !(act.path.length > 1 && isUnder(tree.words, other.head, act.head))) ||
          isCarried(tree, act, other) ||
          isInside(tree, act, other)),
    );
  const tellings: Telling[] = [];
  const dropped: Dropped[] = [];
  for (const act of joinHalves(
    acts.filter((act) => !isPart(act)),
    tree,
  )) {
    const telling = tell(act, tree, document, body, { now, eras: codebook.times.eras });
    if (typeof telling === "string") dropped.push({ act, why: telling });
    else if (acts.some((other) => isJudged(tree, telling, other)))
      dropped.push({ act, why: "what is judged is not done yet" });
    else {
      const twin = tellings.findIndex((other) => isTwin(telling, other, tree));
      if (twin < 0) tellings.push(telling);
      else {
        dropped.push({ act, why: "the sentence tells it already" });
        const known = tellings[twin];
        if (known) tellings[twin] = asVisit(known, telling);
      }
    }
  }
  return { tellings, dropped };
}
const partiesOf = ({ actors, recipients }: Act): number => actors.length + recipients.length;
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

/** "Denounced the [decision] to sack him": the plan that the object of a judgement names. */
function isJudged(tree: SentenceTree, { act, status }: Telling, other: Act): boolean {
  if (status !== "planned" || (other.type !== "ACCUSE" && other.type !== "SUPPORT" && other.type !== "REJECT"))
    return false;
  return dependents(tree, other.head, "obj").some(
    (object) => object === act.head || isUnder(tree.words, act.head, object),
  );
}

/** "Who arrived for a visit, held talks with the minister": talks of a guest are the visit, which tells guest from host. */
const asVisit = (known: Telling, twin: Telling): Telling =>
  known.type === "CONSULT" &&
  known.mode === null &&
  twin.mode === "visit" &&
  twin.recipients.length > 0 &&
  twin.status === known.status
    ? { ...known, mode: "visit", actors: twin.actors, recipients: twin.recipients }
    : known;

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

/** "Trump ... with him": who is named twice takes part once. */
const eachOnce = (actors: readonly ActorMention[]): readonly ActorMention[] =>
  actors.filter(({ entity }, i) => entity === null || actors.findIndex((other) => other.entity === entity) === i);

/** Tokens of the tree, governors before dependents. */
function fromRoot(tree: SentenceTree): number[] {
  const order = [tree.root];
  for (let i = 0; i < order.length; i += 1) order.push(...(tree.children[order[i] ?? -1] ?? []));
  return order;
}

interface History {
  readonly now: number | null;
  readonly eras: Eras;
}

function tell(act: Act, tree: SentenceTree, document: Document, body: boolean, history: History): Telling | string {
  const speech = speechOver(tree, act.head);
  // Of "plans to [visit]" the outermost word tells whether it happened.
  const standing = standingOf(tree, act.path[0]?.head ?? act.head);
  const settled = settleAct(act, standing, speech?.actors ?? []);
  const actors = eachOnce(talkers(act, tree));
  const recipients = eachOnce(concerned(act, settled.type, actors, tree));
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
  const old = settled.status === "actual" && isHistorical(tree, act.head, history.now, history.eras);
  const status = old ? "historical" : settled.status;
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
