/**
 * What a statement claims, clause by clause, in a form that other wordings can be compared with. In: the statement's ranges and the trees of the sentences that they run over. Out: propositions.
 * A clause counts if it could be true or false: no questions, no bare nouns, nothing that the speaker did not say ("did not confirm that").
 */
import type { Span } from "../base/span.ts";
import { isPassive, logicalObject, logicalSubject } from "../clause/arguments.ts";
import { isVerb, relation, type SentenceTree } from "../clause/sentence-tree.ts";
import type { ActorMention } from "../model/mention.ts";
import type { Force, Proposition } from "../model/statement.ts";
import type { Draft } from "./draft.ts";
import type { SpeechTree } from "./speech-tree.ts";

/** Fewer words are no claim that could be known again. */
const FEWEST = 2;

export function propositionsOf(
  { cue, clausal, head, speech, speaker }: Draft,
  parts: readonly Span[],
  speeches: readonly SpeechTree[],
  text: string,
): Proposition[] {
  if (cue?.kind === "view" || (cue && cue.pos !== "p" && isNegated(speech.tree, head))) return [];
  const found: Proposition[] = [];
  const speakerText = speaker && text.slice(speaker.start, speaker.end).toLowerCase();
  for (const one of speeches) {
    const { sentence } = one.tree;
    const own = sentence.tokens.flatMap(({ start, end }, token) =>
      parts.some((part) => part.start <= start && end <= part.end) ? [token] : [],
    );
    if (own.length === 0 || isQuestion(text, one.span(own.at(-1) ?? 0).end)) continue;
    // Of what is no clause ("denied the claim that ...", "accused Togo of stealing") only a clause in it is a claim.
    const here = one === speech;
    for (const clause of clausesOf(one, own, here && !clausal)) {
      const made = proposition(one, clause, own, speakerText);
      if (made) found.push(made);
    }
  }
  return found;
}

const isQuestion = (text: string, end: number): boolean => /^["”’'»]*\?/u.test(text.slice(end, end + 3));

/** Nouns of which a clause tells what is claimed. */
const REPORTS = new Set(
  "claim allegation accusation report charge suggestion rumor rumour assertion idea notion statement argument contention".split(
    " ",
  ),
);
const ASKING = new Set(["whether", "how", "why", "what", "who", "when", "where", "which", "if"]);

/** The tokens that head the clauses of what is said. */
function clausesOf(speech: SpeechTree, own: readonly number[], inner: boolean): number[] {
  const { tree } = speech;
  const inside = new Set(own);
  const tops = own.filter((token) => !inside.has(tree.words[token]?.head ?? -1) && !speech.isPunctuation(token));
  const heads = inner
    ? own.filter((token) => {
        const word = tree.words[token];
        const rel = relation(word);
        const over = tree.words[word?.head ?? -1];
        if (rel === "acl" && word?.relation !== "acl:relcl") return REPORTS.has(over?.lemma ?? "");
        return word?.xpos === "VBG" && !inside.has(word.head) && isVerb(over);
      })
    : tops.filter((token) => isClause(tree, token));
  const all = [...heads];
  for (const token of all)
    for (const child of speech.kids(token, "conj", "parataxis"))
      if (
        inside.has(child) &&
        isClause(tree, child) &&
        (relation(tree.words[child]) === "conj" || speech.kids(child, "nsubj").length > 0)
      )
        all.push(child);
  return all.filter((token) => !speech.kids(token, "mark", "advmod").some((mark) => mark < token && asks(tree, mark)));
}

/** Marks a question that hangs on the cue ("asked whether"); "if" at its beginning is one as well. */
const asks = (tree: SentenceTree, mark: number): boolean => ASKING.has(tree.forms[mark] ?? "");

function isClause(tree: SentenceTree, token: number): boolean {
  const word = tree.words[token];
  if (!word) return false;
  if (isVerb(word)) return true;
  return (tree.children[token] ?? []).some((child) => tree.words[child]?.relation === "cop");
}

const CONTENT = new Set(["NOUN", "VERB", "ADJ", "PROPN", "NUM", "X"]);
const EMPTY = new Set("be have do say tell get make go come other own such same mr mrs ms".split(" "));
const DAYS =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|tomorrow|january|february|march|april|may|june|july|august|september|october|november|december|week|day)$/u;
const NUMBERS: Readonly<Record<string, string>> = Object.fromEntries(
  "one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, i) => [word, String(i + 1)]),
);

function proposition(
  speech: SpeechTree,
  head: number,
  own: readonly number[],
  speaker: string | null,
): Proposition | null {
  const { tree } = speech;
  const inside = new Set(own);
  const other = new Set(
    speech
      .kids(head, "conj", "parataxis")
      .filter((child) => isClause(tree, child))
      .flatMap((child) => [...speech.below(child)]),
  );
  const tokens = [...speech.below(head)].filter((token) => inside.has(token) && !other.has(token)).toSorted(ascending);
  const words = new Set<string>();
  const negated = new Map<string, number>();
  const roles = new Set<string>();
  const subjects = logicalSubject(tree, head);
  // Who does it may stand outside of what is said: "accused [Togo] of stealing", "[Togo] denied stealing".
  for (const agent of subjects) for (const actor of actorsAt(tree, agent)) addActor(words, actor);
  const partiesOf = (token: number): string[] => {
    const actors = actorsAt(tree, token);
    if (actors.length > 0) return actors.map(partyOf);
    // "We" whom coreference does not know are whoever speaks.
    return FIRST.has(tree.forms[token] ?? "") && speaker !== null ? [`@:${speaker}`] : [];
  };
  for (const token of tokens) {
    const actors = actorsAt(tree, token);
    for (const actor of actors) addActor(words, actor);
    const term = actors.length > 0 ? null : termOf(tree, token);
    if (term === null) continue;
    words.add(term);
    if (isNegated(tree, token)) negated.set(term, (negated.get(term) ?? 0) + 1);
    if (!isVerb(tree.words[token])) continue;
    for (const agent of logicalSubject(tree, token)) for (const one of partiesOf(agent)) roles.add(`${term}<${one}`);
    for (const object of logicalObject(tree, token)) for (const one of partiesOf(object)) roles.add(`${term}>${one}`);
  }
  const lemma = termOf(tree, head) ?? tree.words[head]?.lemma.toLowerCase();
  // "[That] it left": the clause without the mark that ties it to the cue.
  const [start, end] = [tokens.find((token) => !isMark(tree, token, head)), tokens.at(-1)];
  if (lemma === undefined || start === undefined || end === undefined || words.size < FEWEST) return null;
  return {
    start: speech.span(start).start,
    end: speech.span(end).end,
    head: lemma,
    words: [...words],
    negated: [...negated].filter(([, times]) => times % 2 === 1).map(([term]) => term),
    roles: [...roles],
    force: forceOf(speech, head),
    whole: subjects.some((agent) => inside.has(agent)) || speech.kids(head, "nsubj").length > 0,
    open: subjects.some((agent) => partiesOf(agent).length === 0 && tree.words[agent]?.upos === "PRON"),
    conditional: tokens.some(
      (token) => ["if", "unless"].includes(tree.forms[token] ?? "") && relation(tree.words[token]) === "mark",
    ),
  };
}

const isMark = (tree: SentenceTree, token: number, head: number): boolean =>
  ["mark", "cc", "punct"].includes(relation(tree.words[token])) && (tree.words[token]?.head ?? -1) === head;

const ascending = (a: number, b: number): number => a - b;

const FIRST = new Set(["i", "we", "me", "us"]);

/** The actors whose words a token heads; a ship or a port of somebody is none here: what it is counts. */
const actorsAt = (tree: SentenceTree, token: number): ActorMention[] =>
  (tree.at[token] ?? []).filter(
    ({ sort, country, entity, how }) =>
      sort !== "thing" &&
      sort !== "place" &&
      (country !== null || entity !== null || (sort === "person" && how === "name")),
  );

/** "@PAK:imran-khan", "@PAK", "@hamas". */
function partyOf(actor: ActorMention): string {
  const own = idOf(actor);
  return actor.country === null ? `@${own ?? ""}` : `@${actor.country}${own === null ? "" : `:${own}`}`;
}

/** Who an actor is beside a part of his state: a person or a group; null: a state, its organs, or people of it. */
function idOf({ entity, country, sort, name }: ActorMention): string | null {
  if (sort === "person") return entity?.includes(".") ? null : (entity ?? (name === "" ? null : name.toLowerCase()));
  return country === null ? entity : null;
}

function addActor(words: Set<string>, actor: ActorMention): void {
  if (actor.country !== null) words.add(`@${actor.country}`);
  const own = idOf(actor);
  if (own !== null) words.add(`@${own}`);
}

/** The word that a token adds; null: none, or one of a name that stands for an actor. */
function termOf(tree: SentenceTree, token: number): string | null {
  const word = tree.words[token];
  const over = tree.over[token];
  if (
    over &&
    over.head !== token &&
    over.sort !== "thing" &&
    over.sort !== "place" &&
    (over.country !== null || over.entity !== null)
  )
    return null;
  if (!word || !CONTENT.has(word.upos)) return null;
  const lemma = word.lemma.toLowerCase();
  if (word.upos === "NUM") return NUMBERS[lemma] ?? lemma.replaceAll(",", "");
  if (EMPTY.has(lemma) || DAYS.test(lemma)) return null;
  const particle = (tree.children[token] ?? []).find((child) => tree.words[child]?.relation === "compound:prt");
  return particle === undefined ? lemma : `${lemma} ${tree.forms[particle] ?? ""}`;
}

const NEGATIONS = new Set(["not", "n't", "n’t", "never", "no", "neither", "nor", "hardly"]);
const NOBODY = new Set(["nobody", "none", "nothing"]);

/** "Did not fire", "[no] talks were held", "[nobody] fired": of an odd number of negations. */
function isNegated(tree: SentenceTree, token: number): boolean {
  let times = 0;
  for (const child of tree.children[token] ?? []) {
    if (NEGATIONS.has(tree.forms[child] ?? "") || NOBODY.has(tree.forms[child] ?? "")) times += 1;
    else if (
      isVerb(tree.words[token]) &&
      /^(?:nsubj|obj)/u.test(tree.words[child]?.relation ?? "") &&
      (tree.children[child] ?? []).some((kid) => tree.forms[kid] === "no")
    )
      times += 1;
  }
  return times % 2 === 1;
}

const FORCES: Readonly<Record<string, Force>> = {
  will: "future", "'ll": "future", "’ll": "future", wo: "future", would: "future", shall: "future", "'d": "future", "’d": "future",
  can: "possible", ca: "possible", could: "possible", may: "possible", might: "possible", must: "duty", should: "duty", ought: "duty",
}; // prettier-ignore

function forceOf(speech: SpeechTree, head: number): Force {
  const { forms, words } = speech.tree;
  const marks = speech.kids(head, "mark").map((mark) => forms[mark] ?? "");
  for (const aux of speech.kids(head, "aux")) {
    const force = FORCES[forms[aux] ?? ""];
    if (force) return force;
  }
  // "Demanded that it leave", "urged it to leave": what is wanted.
  const bare = words[head]?.xpos === "VB" && speech.kids(head, "aux").length === 0 && !isPassive(speech.tree, head);
  return bare || marks.includes("to") ? "duty" : "fact";
}
