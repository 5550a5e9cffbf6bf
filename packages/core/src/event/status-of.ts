/**
 * Whether an act happened: from the auxiliaries, negation and mood of its clause and of the clauses above it.
 * In: the tree, the token that tells the act. Out: a status, and what kind of future or modal led to it. Source: plover.md, section 3.
 */
import type { EventStatus } from "../model/event.ts";
import { caseOf, isPassive } from "../clause/arguments.ts";
import { dependents, isVerb, relation, type SentenceTree } from "../clause/sentence-tree.ts";

export interface Standing {
  readonly status: EventStatus;
  /** "must", "should", "has to", "needs to": what somebody ought to do. */
  readonly duty: boolean;
  /** The clause depends on an "if" or "unless". */
  readonly conditional: boolean;
  /** "Will not", "would not": negated, and in the future. */
  readonly refusal: boolean;
  /** An "unless" or "if" hangs on it: the act is held out as what will follow. */
  readonly ultimatum: boolean;
}

const FUTURE = new Set(["will", "shall", "'ll", "’ll", "wo", "'ll"]);
const MODAL = new Set(["could", "might", "may", "can", "would", "'d", "’d"]);
const DUTY = new Set(["must", "should", "ought"]);
const NEGATION = new Set(["not", "n't", "n’t", "never", "neither", "nor", "hardly", "scarcely"]);
const CONDITION = new Set(["if", "unless", "whether", "provided", "lest", "should"]);
/** Verbs whose complement did not happen, or not yet; the rest of the operators stand in the codebook. */
const UNREAL = new Set([
  "want",
  "hope",
  "wish",
  "fear",
  "expect",
  "aim",
  "seek",
  "intend",
  "try",
  "need",
  "consider",
  "believe",
  "doubt",
  "imagine",
  "suppose",
  "speculate",
  "worry",
]);
/** Verbs that say of their subject only that it is. */
const OCCUR = new Set([
  "take",
  "occur",
  "happen",
  "begin",
  "start",
  "resume",
  "hold",
  "continue",
  "follow",
  "come",
  "launch",
  "carry",
  "plan",
  "schedule",
  "expect",
  "conduct",
  "cancel",
  "postpone",
  "sign",
  "reach",
  "impose",
  "go",
]);
const GOING: ReadonlySet<string> = new Set([
  "go",
  "set",
  "due",
  "expect",
  "schedule",
  "likely",
  "prepare",
  "ready",
  "about",
  "poise",
  "plan",
  "slate",
  "bind",
]);

/** A clause that tells what somebody must do: "must leave", "should leave", "has to leave", "needs to leave". */
export function isDuty(tree: SentenceTree, clause: number): boolean {
  if (dependents(tree, clause, "aux", "cop").some((aux) => DUTY.has(tree.forms[aux] ?? ""))) return true;
  const { lemma, xpos } = tree.words[clause] ?? { lemma: "", xpos: "" };
  // "Insisted that he [step] down".
  if (xpos === "VB" && dependents(tree, clause, "nsubj").length > 0 && dependents(tree, clause, "aux").length === 0)
    return dependents(tree, clause, "mark").every((mark) => tree.forms[mark] === "that");
  // "It has to do with Chad" and "the folly of having to pay" ask for nothing.
  return (
    (lemma === "have" || lemma === "need") &&
    xpos !== "VBG" &&
    dependents(tree, clause, "xcomp").some((what) => lemma === "need" || tree.words[what]?.lemma !== "do")
  );
}

/** "Next week", "tomorrow", "later this month" beside a present tense. */
function isAhead(tree: SentenceTree, kid: number): boolean {
  const { relation: rel, head } = tree.words[kid] ?? { relation: "", head: -1 };
  if (
    !["obl:unmarked", "advmod", "obl", "nmod:unmarked"].includes(rel) ||
    ["VBD", "VBN"].includes(tree.words[head]?.xpos ?? "")
  )
    return false;
  if (tree.forms[kid] === "tomorrow") return true;
  return (
    /^(?:week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u.test(tree.forms[kid] ?? "") &&
    (tree.children[kid] ?? []).some((child) => tree.forms[child] === "next")
  );
}

/** The clause is what somebody says or decides. */
function isSaid(tree: SentenceTree, at: number): boolean {
  const word = tree.words[at];
  if (!word) return false;
  if (relation(word) === "conj") return isSaid(tree, word.head);
  return (
    (relation(word) === "ccomp" && !UNREAL.has(tree.words[word.head]?.lemma ?? "")) ||
    dependents(tree, at, "parataxis").length > 0
  );
}

/** "[No] troops", "[neither] Ghana nor Togo", "[nobody]". */
const isNobody = (tree: SentenceTree, token: number): boolean =>
  ["nobody", "none"].includes(tree.forms[token] ?? "") ||
  dependents(tree, token, "det", "cc").some((kid) => ["no", "neither"].includes(tree.forms[kid] ?? "") && kid < token);

/** "Pakistan [to release] the pilot", "the premier [to visit] India next week", "Brazil is [to send] aid": nothing stands above that would take it. */
const isToCome = (tree: SentenceTree, at: number): boolean => {
  const word = tree.words[at];
  if (!word || !dependents(tree, at, "mark").some((mark) => tree.forms[mark] === "to")) return false;
  return word.relation === "root" || (word.relation === "acl" && tree.words[word.head]?.relation === "root");
};

/** Nouns of doubt and will: nothing that they are about has happened. */
const DOUBTS =
  "offer proposal readiness willingness fear rumour rumor speculation possibility prospect risk danger likelihood chance hope concern worry suspicion scenario expectation anxiety talk hint idea dream".split(
    " ",
  );
/** Nouns of what may come, by the word behind which it is told: "a deal [on] the withdrawal", "a call [for] sanctions", "rumours [that] Chad had attacked". */
const TOPICS: Readonly<Record<string, ReadonlySet<string>>> = {
  on: new Set(["deal", "agreement", "talk", "negotiation", "vote", "referendum", "debate", "decision", "question", "bill", "resolution", "proposal"]),
  for: new Set([...DOUBTS, "call", "demand", "appeal", "bid", "push", "plea", "plan", "deadline", "timetable", "campaign", "need", "request", "support", "preparation"]),
  of: new Set([...DOUBTS, "threat", "question"]),
  about: new Set(["talk", "speculation", "question", "debate", "fear", "concern", "worry"]),
  that: new Set(DOUBTS),
}; // prettier-ignore
/** Verbs of whoever waits for something, begs for it or turns it down. */
const ASKING: ReadonlySet<string> = new Set(
  "reject refuse decline rebuff dismiss oppose push press lobby wait plead beg ask appeal call prepare".split(" "),
);
const SPEAKING: ReadonlySet<string> = new Set(["summon", "write", "phone", "telephone"]);

/** A clause or noun behind a noun tells what may come: "fears of an [attack]", "an offer for [talks]". */
function isTopic(tree: SentenceTree, at: number): boolean {
  const word = tree.words[at];
  const up = tree.words[word?.head ?? -1];
  if (!word || !up || at < word.head) return false;
  // "Rejected an offer from Libya [for talks]", the phrase hanging on the verb.
  if (word.upos === "NOUN" && up.upos === "VERB" && ASKING.has(up.lemma))
    return relation(word) === "obl" && caseOf(tree, at) === "for";
  if (up.upos !== "NOUN") return false;
  if (isVerb(word))
    return (
      TOPICS["that"]?.has(up.lemma) === true &&
      (tree.children[at] ?? []).some((child) => child < at && tree.forms[child] === "that")
    );
  return relation(word) === "nmod" && TOPICS[caseOf(tree, at) ?? ""]?.has(up.lemma) === true;
}

/** @param alone only the clause itself counts, not what stands above it */
export function standingOf(tree: SentenceTree, head: number, alone = false): Standing {
  let negated = false;
  let future = false;
  let unreal = false;
  let duty = false;
  let conditional = false;
  let ultimatum = false;
  let at = head;
  for (let steps = 0; at >= 0 && steps < 15; steps += 1) {
    const word = tree.words[at];
    if (!word) break;
    const kids = tree.children[at] ?? [];
    for (const kid of kids) {
      const form = tree.forms[kid] ?? "";
      const rel = tree.words[kid]?.relation ?? "";
      // "Theresa [May] said" is no modal.
      const isPartOfName = tree.over[kid]?.sort === "person";
      if (!isPartOfName && (rel === "aux" || rel === "aux:pass" || rel === "cop")) {
        if (FUTURE.has(form)) future = true;
        // "Had Chad attacked, Niger would have suffered".
        else if (form === "had" && kids.some((other) => other > kid && relation(tree.words[other]) === "nsubj"))
          conditional = true;
        else if (MODAL.has(form)) {
          // "Said that it would": a future seen from the past.
          const told = form.startsWith("would") || form.endsWith("d");
          if (told && form !== "could" && isSaid(tree, at)) future = true;
          else unreal = true;
        } else if (DUTY.has(form)) duty = true;
      }
      if (rel === "advmod" && NEGATION.has(form)) negated = !negated || at === head;
      if (
        rel === "advcl" &&
        dependents(tree, kid, "mark").some((mark) => /^(?:unless|if|until)$/u.test(tree.forms[mark] ?? ""))
      )
        ultimatum = true;
      // "Is due to visit", of which the parser makes a mark.
      if ((rel === "mark" || rel === "aux" || rel === "advmod") && GOING.has(form) && tree.forms[kid + 1] === "to")
        future = true;
      if (at === head && isAhead(tree, kid)) future = true;
      if (rel === "advmod" && form === "longer" && tree.forms[kid - 1] === "no") negated = true;
      if (rel === "det" && form === "no" && word.lemma !== "effort") negated = true;
      if (rel === "mark" && form === "without") negated = true;
      if ((rel === "mark" || rel === "advmod") && CONDITION.has(form)) conditional = true;
      // "A speech about [fighting] rebels" is on a subject.
      if (rel === "mark" && form === "about" && word.xpos === "VBG") unreal = true;
    }
    // "No troops were sent"; but who "will spare no effort" will do it.
    if (
      isVerb(word) &&
      word.lemma !== "spare" &&
      dependents(tree, at, "nsubj", "obj").some((child) => isNobody(tree, child))
    )
      negated = true;
    // "Without talks".
    if (!isVerb(word) && kids.some((kid) => tree.words[kid]?.relation === "case" && tree.forms[kid] === "without"))
      negated = true;
    if (isToCome(tree, at)) {
      future = true;
      break;
    }
    const up = alone ? undefined : tree.words[word.head];
    if (!up) break;
    const rel = relation(word);
    if (rel === "xcomp" || (rel === "ccomp" && UNREAL.has(up.lemma))) {
      // "Is expected to": a plan; "nobody expects it to": a guess.
      if (GOING.has(up.lemma) && (up.lemma !== "expect" || isPassive(tree, word.head))) future = true;
      // "Is believed to have attacked": on somebody's word.
      else if (UNREAL.has(up.lemma))
        unreal ||= !isPassive(tree, word.head) || !kids.some((kid) => tree.forms[kid] === "have");
      else if (up.lemma === "have" || up.lemma === "need") duty = true;
      at = word.head;
      continue;
    }
    // A purpose is not yet done: "came to sign"; what one writes or summons somebody for is said: "summoned the envoy to demand".
    if (
      rel === "advcl" &&
      !SPEAKING.has(up.lemma) &&
      kids.some((kid) => tree.forms[kid] === "to" && tree.words[kid]?.relation === "mark")
    )
      return result("hypothetical");
    if (rel === "acl" && kids.some((kid) => tree.forms[kid] === "to" && tree.words[kid]?.relation === "mark"))
      return result("hypothetical");
    if (!isVerb(word) && isVerb(up) && (rel === "obj" || (rel === "nsubj" && OCCUR.has(up.lemma)))) {
      // "Talks could resume", "may face an attack": the noun stands with the verb that carries it; "his threat to attack" was made, whatever follows.
      if (kids.some((kid) => tree.words[kid]?.relation === "nmod:poss")) break;
      if (rel === "obj" && UNREAL.has(up.lemma)) unreal = true;
      at = word.head;
      continue;
    }
    if (isTopic(tree, at)) unreal = true;
    if (!isVerb(word)) break;
    if (rel === "conj") {
      // "Will meet and discuss": the second verb shares the first one's auxiliaries unless it has its own.
      const own = kids.some((kid) => ["aux", "nsubj"].includes(relation(tree.words[kid])));
      if (own || !isVerb(up)) break;
      const shared = (tree.children[word.head] ?? []).map((kid) => tree.forms[kid] ?? "");
      if (shared.some((form) => FUTURE.has(form))) future = true;
      if (shared.some((form) => MODAL.has(form))) unreal = true;
      break;
    }
    break;
  }
  // "If X attacks": the clause or one above it is a condition.
  for (let above = at, steps = 0; above >= 0 && steps < 10; steps += 1) {
    const word = tree.words[above];
    if (!word) break;
    if (
      relation(word) === "advcl" &&
      dependents(tree, above, "mark", "advmod").some((mark) => CONDITION.has(tree.forms[mark] ?? ""))
    )
      conditional = true;
    above = word.head;
  }
  const question = tree.forms.at(-1) === "?";
  if (negated) return result("negated");
  if (future && !conditional && !question) return result("planned");
  if (unreal || conditional || question || duty) return result("hypothetical");
  if (future) return result("planned");
  return result("actual");

  function result(status: EventStatus): Standing {
    return { status, duty, conditional, refusal: negated && future, ultimatum };
  }
}
