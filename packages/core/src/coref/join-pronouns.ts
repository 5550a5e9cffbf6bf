/**
 * Personal pronouns of the third person: each goes to the nearest cluster that agrees in number, gender and sort and stands where pronouns look first
 * (subjects before objects, the sentence itself before those behind it). In: Clusters with names and descriptions joined, the trees. Done to them.
 * Source: the preferences of centering and of Lappin and Leass (1994), "An Algorithm for Pronominal Anaphora Resolution"; weights tuned on GUM's training part.
 */
import type { Parsed, Word } from "../model/parsed.ts";
import type { Clusters } from "./clusters.ts";
import type { Expression } from "./expression.ts";

/** Sentences back that a pronoun looks. */
const REACH = 3;

const REFLEXIVE = new Set(["himself", "herself", "itself", "themselves"]);

/** Weights; tuned on GUM's training documents. */
const WEIGHT = {
  sentence: -1.4,
  distance: -0.02,
  subject: 1.2,
  object: 0.75,
  inside: -0.8,
  /** The same relation as the pronoun's. */
  parallel: 0.8,
  /** The subject of a verb that the pronoun's clause hangs on. */
  above: 0.3,
  /** The subject of a reflexive's own verb. */
  reflexive: 2,
  name: 0.75,
  pronoun: 0.7,
  chain: 0.25,
  person: 0.9,
  thing: 0.2,
  gender: 0.2,
  /** A quoted pronoun and one who is spoken of outside the quotation: mostly the speaker, who says "I" of himself. */
  outside: -0.5,
  /** "They" of one person. */
  singular: -1.4,
};

export function joinPronouns(clusters: Clusters, parsed: Parsed): void {
  for (const pronoun of clusters.expressions) {
    if (pronoun.kind !== "pronoun" || pronounKind(pronoun.lemma) === null) continue;
    const words = parsed.sentences[pronoun.sentence]?.words ?? [];
    if (isExpletive(pronoun, words)) continue;
    let best: Expression | null = null;
    let most = -Infinity;
    for (let id = pronoun.id - 1; id >= 0; id -= 1) {
      const one = clusters.expressions[id];
      if (!one || pronoun.sentence - one.sentence > REACH) break;
      if (!agrees(clusters, one, pronoun) || isBarred(one, pronoun, words)) continue;
      const value = score(clusters, one, pronoun, words);
      if (value > most) [best, most] = [one, value];
    }
    best ??= subjectBehind(clusters, pronoun, words);
    if (best) clusters.join(best.id, pronoun.id);
  }
}

/** "While [he] refused, Mr. Obama ...": the subject of the clause that a fronted one with the pronoun hangs on. */
function subjectBehind(clusters: Clusters, pronoun: Expression, words: readonly Word[]): Expression | null {
  let at = pronoun.head;
  for (let steps = 0; steps < 12; steps += 1) {
    const word = words[at];
    if (!word || word.head < 0) return null;
    if (/^(?:advcl|obl)/u.test(word.relation) && word.head > at) {
      const main = word.head;
      const subject = clusters.expressions.find(
        ({ id, sentence, head, relation }) =>
          id > pronoun.id &&
          sentence === pronoun.sentence &&
          relation.startsWith("nsubj") &&
          words[head]?.head === main,
      );
      return subject && subject.kind !== "pronoun" && agrees(clusters, subject, pronoun) ? subject : null;
    }
    at = word.head;
  }
  return null;
}

/** "It is clear that ...", "it rained": the pronoun of no thing. */
function isExpletive({ lemma, head }: Expression, words: readonly Word[]): boolean {
  if (lemma !== "it") return false;
  const word = words[head];
  if (!word) return false;
  if (word.relation === "expl") return true;
  return words.some(
    (other) => other.head === word.head && (other.relation === "csubj" || other.relation === "csubj:outer"),
  );
}

function agrees(clusters: Clusters, one: Expression, pronoun: Expression): boolean {
  const facts = clusters.facts(one.id);
  const kind = pronounKind(pronoun.lemma);
  if (one.kind === "pronoun" && pronounKind(one.lemma) !== kind) return false;
  switch (kind) {
    case "he":
    case "she":
      return facts.animacy === "person" && facts.plural !== true && (facts.gender ?? pronoun.gender) === pronoun.gender;
    case "it":
      return facts.animacy !== "person" && facts.plural !== true && facts.animacy !== "people";
    case null:
      return false;
    case "they":
      return (
        facts.plural === true ||
        facts.animacy === "people" ||
        facts.animacy === "body" ||
        (one.kind === "pronoun" && one.lemma.startsWith("the")) ||
        (facts.animacy === "person" && facts.gender === null)
      );
  }
}

/** null: the first person, which `speaker-of.ts` looks after. */
function pronounKind(lemma: string): "he" | "she" | "it" | "they" | null {
  if (["he", "him", "his", "himself"].includes(lemma)) return "he";
  if (["she", "her", "hers", "herself"].includes(lemma)) return "she";
  if (["it", "its", "itself"].includes(lemma)) return "it";
  return lemma.startsWith("the") ? "they" : null;
}

/** What the pronoun cannot mean: a phrase that holds it ("the owner of it"), and, for an object, the subject of its own verb. */
function isBarred(one: Expression, pronoun: Expression, words: readonly Word[]): boolean {
  if (one.sentence !== pronoun.sentence) return false;
  // "The owner of [it]", but "Mwangi, who is on [his] first visit".
  if (one.first <= pronoun.head && pronoun.head < one.last) return !isRelated(one.head, pronoun.head, words);
  const [a, p] = [words[one.head], words[pronoun.head]];
  if (!a || !p || p.relation === "nmod:poss" || REFLEXIVE.has(pronoun.lemma)) return false;
  const argument = (relation: string): boolean => /^(?:nsubj|obj|iobj|obl)/u.test(relation);
  if (!argument(a.relation) || !argument(p.relation)) return false;
  if (a.head === p.head) return true;
  // "Forces seized ships after opening fire on [them]": the subject of the verb above is that of the participle, too.
  const verb = words[p.head];
  const shares = verb && /^(?:advcl|xcomp)$/u.test(verb.relation) && /^VB[GN]?$/u.test(verb.xpos);
  return Boolean(shares) && a.relation === "nsubj" && a.head === verb?.head && !hasSubject(p.head, words);
}

const hasSubject = (verb: number, words: readonly Word[]): boolean =>
  words.some(({ head, relation }) => head === verb && relation.startsWith("nsubj"));

/** Whether a token stands in a relative clause of another. */
function isRelated(top: number, token: number, words: readonly Word[]): boolean {
  for (let at = token, steps = 0; at >= 0 && steps <= words.length; at = words[at]?.head ?? -1, steps += 1)
    if (words[at]?.head === top) return words[at]?.relation === "acl:relcl";
  return false;
}

/** Whether a token is governed by another, directly or through others. */
function isAbove(top: number, token: number, words: readonly Word[]): boolean {
  for (let at = token, steps = 0; at >= 0 && steps <= words.length; at = words[at]?.head ?? -1, steps += 1)
    if (at === top) return true;
  return false;
}

function score(clusters: Clusters, one: Expression, pronoun: Expression, words: readonly Word[]): number {
  const facts = clusters.facts(one.id);
  let value = WEIGHT.sentence * (pronoun.sentence - one.sentence) + WEIGHT.distance * Math.min(50, pronoun.id - one.id);
  if (one.relation.startsWith("nsubj")) value += WEIGHT.subject;
  else if (one.relation === "obj") value += WEIGHT.object;
  if (one.relation.split(":")[0] === pronoun.relation.split(":")[0]) value += WEIGHT.parallel;
  if (one.kind === "name") value += WEIGHT.name;
  if (one.kind === "pronoun") value += WEIGHT.pronoun;
  if (one.relation.startsWith("nmod")) value += WEIGHT.inside;
  const own = words[pronoun.head]?.head;
  if (one.sentence === pronoun.sentence && one.relation.startsWith("nsubj")) {
    if (REFLEXIVE.has(pronoun.lemma) && words[one.head]?.head === own) value += WEIGHT.reflexive;
    else if (isAbove(words[one.head]?.head ?? -1, pronoun.head, words)) value += WEIGHT.above;
  }
  if (pronoun.quoted && !one.quoted && one.sentence === pronoun.sentence) value += WEIGHT.outside;
  if (facts.gender !== null) value += WEIGHT.gender;
  if (facts.plural === false && facts.animacy === "person" && pronounKind(pronoun.lemma) === "they")
    value += WEIGHT.singular;
  if (facts.animacy === "thing" || facts.animacy === "place") value += WEIGHT.thing;
  if (facts.animacy === "people" || facts.animacy === "person") value += WEIGHT.person;
  return value + WEIGHT.chain * Math.min(4, clusters.size(one.id) - 1);
}
