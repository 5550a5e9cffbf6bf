/**
 * When an act was, by what the tree hangs on it. In: the tree, the act, the times of its sentence. Out: a date that the text gives, or null; nothing is taken
 * from elsewhere in the page, and not from the verb of saying above ("said on Sunday that a delegation visited").
 * Order: the words of the act from the outermost in, then the verb that carries or describes its noun ("the meeting held on June 12", "the visit began on
 * Monday"), then what coordinated and participial clauses share.
 */
import type { EventDate, TimeMention } from "../model/time.ts";
import type { Telling } from "./code-sentence.ts";
import type { EventType } from "../model/plover.ts";
import { isBehindMatter } from "./matter.ts";
import { SAYING } from "./speech.ts";
import { dependents, isVerb, relation, type SentenceTree } from "../clause/sentence-tree.ts";

/** @param others words of the sentence that tell events, and the events' types */
export function dateOf(
  { act, type, status }: Pick<Telling, "act" | "type" | "status">,
  tree: SentenceTree,
  times: readonly TimeMention[],
  published: string | null,
  others: ReadonlyMap<number, EventType>,
): EventDate | null {
  if (times.length === 0) return null;
  const held = times.map((time) => ({ time, holders: ownHolders(tree, time, holdersOf(tree, time), others) }));
  for (const token of placesToLook(tree, act, type, others)) {
    const here = held.filter(
      ({ time, holders }) =>
        holders.includes(token) &&
        time.bound !== "before" &&
        time.bound !== "after" &&
        !(time.bound === "since" && isRecord(tree, token)) &&
        // "Denied any role in the attacks of May 3": of the words of an act only what hangs on them.
        !(WORDS.has(type) && type !== "SUPPORT" && act.used.includes(token) && holders[0] !== token),
    );
    // What the text leaves open ("recently") says less than a day beside it, and so does a month.
    const ordered = here.toSorted((a, b) => roughness(a.time) - roughness(b.time));
    for (const { time } of ordered) {
      const date = bounded(
        time,
        here.map((one) => one.time),
        tree,
      );
      if (agrees(date, status, published)) return date;
    }
  }
  return null;
}

/** "The deadliest attack since 2001", "its first visit since May": then was another one. */
const isRecord = (tree: SentenceTree, token: number): boolean =>
  [token, ...dependents(tree, token, "obj")].some((noun) =>
    dependents(tree, noun, "amod").some((child) => tree.words[child]?.xpos === "JJS" || tree.forms[child] === "first"),
  );

const PRECISIONS = ["day", "week", "month", "quarter", "year"];

const roughness = ({ date }: TimeMention): number =>
  date.start === null ? PRECISIONS.length : PRECISIONS.indexOf(date.precision);

/** Words of nouns between a time and the verb that it may still belong to: "killed six in a [town] on Friday", which the parser hangs on the town. */
const BETWEEN = 1;

/** The tokens that a time belongs to, up to the verb of its clause. */
function holdersOf(tree: SentenceTree, { head }: TimeMention): number[] {
  const holders: number[] = [];
  for (let from = head, steps = 0; steps < 4; steps += 1) {
    const at = tree.words[from]?.head ?? -1;
    const word = tree.words[at];
    // "After the attacks of May 3": the day is that of what came before.
    if (!word || (from !== head && isRelative(tree, from))) break;
    if (isVerb(word)) {
      if (steps <= BETWEEN) holders.push(at);
      break;
    }
    holders.push(at);
    // "The 2013 attack", "Friday's raid" tell when the noun was; of its clause only where the noun does it, or tells at what it was done.
    if (from === head && head < at && !["nsubj", "obl"].includes(relation(word))) break;
    from = at;
  }
  return holders;
}

/** Behind these stands what was at another time. */
const OTHER_TIME = new Set(["after", "before", "since", "until", "following", "despite"]);

const isRelative = (tree: SentenceTree, noun: number): boolean =>
  dependents(tree, noun, "case").some((mark) => OTHER_TIME.has(tree.forms[mark] ?? ""));

/** What is only said of an act. */
const WORDS: ReadonlySet<EventType> = new Set(["ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN"]);
/** What comes about by being said: "said on Friday they would meet" is an agreement of Friday. */
const SPOKEN: ReadonlySet<EventType> = new Set([...WORDS, "AGREE", "CONCEDE"]);

/** "Condemned the [attack] in April": words are of a day, so that a month or year behind the deed that they are about is the deed's. */
function ownHolders(
  tree: SentenceTree,
  { head, date }: TimeMention,
  holders: readonly number[],
  others: ReadonlyMap<number, EventType>,
): readonly number[] {
  const [first, last] = [holders[0], holders.at(-1)];
  if (first === undefined || last === undefined || !WORDS.has(others.get(last) ?? "AGREE")) return holders;
  if (date.precision === "day" || date.precision === "week" || head < last) return holders;
  if (isBehindMatter(tree, last, head)) return [];
  // "Accused it of the killing of officers in 1940".
  if (holders.length > 1 && !["nsubj", "nsubj:pass"].includes(tree.words[first]?.relation ?? ""))
    return holders.slice(0, -1);
  const deed = [...others.keys()].find(
    (noun) => noun > last && noun < head && tree.words[noun]?.head === last && relation(tree.words[noun]) === "obj",
  );
  return deed === undefined ? holders : [...holders.slice(0, -1), deed];
}

/** Tokens on which a time of the act may hang, the surest first. */
function placesToLook(
  tree: SentenceTree,
  act: Telling["act"],
  type: EventType,
  others: ReadonlyMap<number, EventType>,
): number[] {
  const told = (token: number): boolean =>
    token !== act.head && SAYING.has(tree.words[token]?.lemma ?? "") && !SPOKEN.has(type);
  const used = act.used.filter((token) => !isRelative(tree, token));
  const own = [...act.path.map(({ head }) => head), act.head, ...used].filter((token) => !told(token));
  const places = [...own];
  for (const token of own) {
    const word = tree.words[token];
    if (!word) continue;
    if (isVerb(word)) places.push(...clauseMates(tree, token, others));
    else places.push(...describedBy(tree, token), ...carriedBy(tree, token, others));
  }
  return [...new Set(places)];
}

/** "The meeting [held] on June 12", "the talks that [began] on Monday". */
function describedBy(tree: SentenceTree, noun: number): number[] {
  return dependents(tree, noun, "acl").filter((verb) => {
    const word = tree.words[verb];
    if (word?.relation !== "acl:relcl") return word?.xpos === "VBN" || word?.xpos === "VBG";
    return dependents(tree, verb, "nsubj").some(
      (subject) => tree.words[subject]?.upos === "PRON" && tree.forms[subject] !== "who",
    );
  });
}

/** "[Held] talks on Friday", "the visit [ended] on Sunday": the verb over the noun, where it tells no event of its own and reports none. */
function carriedBy(tree: SentenceTree, noun: number, others: ReadonlyMap<number, EventType>): number[] {
  const word = tree.words[noun];
  const verb = word?.head ?? -1;
  if (!word || !["nsubj", "obj", "obl"].includes(relation(word)) || !isVerb(tree.words[verb])) return [];
  return others.has(verb) || SAYING.has(tree.words[verb]?.lemma ?? "") ? [] : [verb];
}

/** Clauses that share their time with a verb's own: what it completes, what it is joined to, what its participle goes with. */
function clauseMates(tree: SentenceTree, verb: number, others: ReadonlyMap<number, EventType>): number[] {
  const word = tree.words[verb];
  if (!word) return [];
  const mates: number[] = [];
  const above = tree.words[word.head];
  const bare = dependents(tree, verb, "nsubj").length === 0;
  if (above && isVerb(above) && bare && !SAYING.has(above.lemma)) {
    const participle = word.relation === "advcl" && word.xpos === "VBG" && dependents(tree, verb, "mark").length === 0;
    if ((word.relation === "xcomp" && !others.has(word.head)) || participle || word.relation === "conj")
      mates.push(word.head);
  }
  // "Attacked the town and killed six people on Friday": the time behind the last of several verbs is that of all.
  for (const next of dependents(tree, verb, "conj"))
    if (isVerb(tree.words[next]) && dependents(tree, next, "nsubj").length === 0 && next - verb < 12) mates.push(next);
  return mates;
}

/** "Since May" opens, "until May" closes; "on Monday and Tuesday" lasts from the one to the other. */
function bounded({ date, bound, head }: TimeMention, here: readonly TimeMention[], tree: SentenceTree): EventDate {
  if (bound === "since") return { ...date, end: null };
  if (bound === "until") return { ...date, start: null };
  const second = here.find(
    (other) => tree.words[other.head]?.relation === "conj" && tree.words[other.head]?.head === head,
  );
  if (!second?.date.end || !date.start || second.date.end < date.start || second.date.precision !== date.precision)
    return date;
  return { ...date, end: second.date.end };
}

/** What happened did not happen after the news of it, and what is planned lies not behind it. */
function agrees({ start, end }: EventDate, status: Telling["status"], published: string | null): boolean {
  if (published === null) return true;
  if (status === "planned") return end === null || end >= published;
  return status !== "actual" && status !== "historical"
    ? true
    : start === null
      ? end === null || end <= published
      : start <= published;
}
