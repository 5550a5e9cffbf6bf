import type { FrameTest, SlotClass } from "../codebook/events/frame-pattern.ts";
import type { Operator } from "../codebook/events/operators.ts";
import type { Predicate } from "../codebook/events/predicates.ts";
import type { ActorMention } from "../model/mention.ts";
import { isOfClass, phraseActors, slotActors } from "./participants.ts";
import { isDuty, standingOf } from "./status-of.ts";
import type { Frame } from "../clause/frame.ts";
import { isPassive, logicalSubject } from "../clause/arguments.ts";
import { dependents, isVerb, type SentenceTree } from "../clause/sentence-tree.ts";

export type Row = Predicate | Operator;

/** How well a row of the frame's part of speech fits it, more for each condition that it had to meet; or the first condition that fails ({@link failure}). */
export type Fit = { readonly score: number } | { readonly fails: Condition };

type Condition =
  | FrameTest
  | { readonly kind: "voice"; readonly voice: "active" | "passive" }
  | { readonly kind: "beside"; readonly word: string };

/** @param blame words that say that somebody does wrong */
export function fitRow(frame: Frame, { pattern }: Row, blame: ReadonlySet<string>): Fit {
  const { beside, tests, voice } = pattern;
  if (voice !== null && (voice === "passive") !== frame.passive) return { fails: { kind: "voice", voice } };
  let score = voice === null ? 0 : 1;
  for (const word of beside) {
    const slots = frame.pos === "v" ? ["prt", "comp", "obj"] : ["mod"];
    if (
      !slots.some((slot) =>
        frame.slot(slot).some((token) => frame.tree.forms[token] === word || frame.tree.words[token]?.lemma === word),
      ) &&
      !phraseOf(frame, word)
    )
      return { fails: { kind: "beside", word } };
    score += 2;
  }
  for (const test of tests) {
    const gain = fitTest(frame, test, blame);
    if (gain === null) return { fails: test };
    score += gain;
  }
  return { score };
}

/** "Come under": a preposition that begins a phrase directly behind the verb; "gave an interview in March" is not "give in". */
function phraseOf(frame: Frame, word: string): boolean {
  if (frame.pos !== "v" || frame.tree.forms[frame.head + 1] !== word) return false;
  const phrase = frame.slot(word);
  // Of "called off [a meeting]" the phrase is the object.
  return phrase.length > 0 && frame.slot("obj").every((object) => object < frame.head || phrase.includes(object));
}

function fitTest(frame: Frame, test: FrameTest, blame: ReadonlySet<string>): number | null {
  const filled = frame.slot(test.slot).length > 0;
  switch (test.kind) {
    case "filled":
      return filled ? 1 : null;
    case "empty":
      return filled ? null : 0.5;
    case "word":
      return frame.lemmas(test.slot).some((lemma) => test.lemmas.has(lemma)) ? 2 : null;
    case "other":
      return frame.lemmas(test.slot).some((lemma) => test.lemmas.has(lemma)) ? null : 0.5;
    case "class":
      return holds(frame, test.slot, test.is, blame) ? 1.5 : null;
    case "no-class":
      return holds(frame, test.slot, test.is, blame) ? null : 0.5;
  }
}

function holds(frame: Frame, slot: string, is: SlotClass, blame: ReadonlySet<string>): boolean {
  if (is === "blame") return frame.slot(slot).some((clause) => isBlame(frame.tree, clause, blame));
  if (is === "duty") return frame.slot(slot).some((clause) => isDuty(frame.tree, clause));
  if (is === "refusal") return frame.slot(slot).some((clause) => standingOf(frame.tree, clause).refusal);
  if (is === "infinitive") return frame.slot(slot).some((clause) => isInfinitive(frame.tree, clause));
  if (is === "finite")
    return frame.slot(slot).some((clause) => isClause(frame.tree, clause) && !isInfinitive(frame.tree, clause));
  if (is === "named") return frame.slot(slot).some((token) => (frame.tree.at[token]?.length ?? 0) > 0);
  if (is === "several")
    return new Set(testedActors(frame, slot).map(({ country, entity }) => country ?? entity)).size > 1;
  return testedActors(frame, slot).some(
    (actor) => isOfClass(actor, is) || (is === "actor" && slot !== "subj" && isHuman(actor)),
  );
}

/** In words, why a row does not fit: made only for who asks, since hundreds of rows fail in every sentence. */
export function failure(test: Condition): string {
  switch (test.kind) {
    case "voice":
      return `not ${test.voice}`;
    case "beside":
      return `no "${test.word}" with it`;
    case "filled":
      return `nothing stands in "${test.slot}"`;
    case "empty":
      return `something stands in "${test.slot}"`;
    case "word":
      return `"${test.slot}" is none of ${[...test.lemmas].join(", ")}`;
    case "other":
      return `"${test.slot}" is one of ${[...test.lemmas].join(", ")}`;
    case "class":
      return `"${test.slot}" is no ${test.is}`;
    case "no-class":
      return `"${test.slot}" is ${test.is}`;
  }
}

/** Whoever does what a noun names may stand with the verb that carries it: "[Miners] staged a demonstration". */
function testedActors(frame: Frame, slot: string): readonly ActorMention[] {
  const own = slotActors(frame, slot);
  if (own.length > 0 || slot !== "subj" || frame.carrier === null) return own;
  return logicalSubject(frame.tree, frame.carrier).flatMap((token) => phraseActors(frame.tree, token));
}

/** A clause that tells that somebody does wrong: "undermined", "is trying to undermine", "has been timid"; not what is denied, wished or asked for. */
function isBlame(tree: SentenceTree, clause: number, blame: ReadonlySet<string>): boolean {
  if (isPassive(tree, clause) || standingOf(tree, clause, true).status !== "actual") return false;
  const line = [clause];
  for (const token of line) {
    line.push(...dependents(tree, token, "xcomp"));
    // "Is using its market to [steal] jobs".
    if (tree.words[token]?.lemma === "use")
      line.push(...dependents(tree, token, "advcl").filter((other) => isInfinitive(tree, other)));
  }
  return line.some((token) => {
    // "Said that Chad was behind the attack".
    if (dependents(tree, token, "case").some((mark) => tree.forms[mark] === "behind")) return true;
    const { lemma, upos } = tree.words[token] ?? { lemma: "", upos: "" };
    return blame.has(`${lemma.toLowerCase()}/${upos === "VERB" ? "v" : upos === "ADJ" ? "a" : "n"}`);
  });
}

/** Whom a government arrests or frees need not be political himself; who acts must be. */
const isHuman = ({ sort }: ActorMention): boolean => sort === "person" || sort === "people";

/** A verb, or what a copula says of a subject ("that Chad was the [aggressor]"). */
const isClause = (tree: SentenceTree, clause: number): boolean =>
  isVerb(tree.words[clause]) || dependents(tree, clause, "cop").length > 0;

const isInfinitive = (tree: SentenceTree, clause: number): boolean =>
  dependents(tree, clause, "mark").some((mark) => tree.forms[mark] === "to");
