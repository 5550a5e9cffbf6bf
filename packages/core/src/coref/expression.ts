/**
 * Expressions that can stand for something: noun phrases, names and personal pronouns, with what agreement needs to know of them.
 * In: Parsed, the actors found in it, the language tables. Out: expressions in text order, one for each head token.
 */
import type { Codebook } from "../codebook/codebook.ts";
import type { Gender } from "../codebook/language-persons.ts";
import type { ActorMention } from "../model/mention.ts";
import type { Name, Parsed, ParsedSentence, Word } from "../model/parsed.ts";
import { ByToken } from "./by-token.ts";
import { natureOf, type Animacy } from "./nature.ts";

export interface Expression {
  /** Place in the list of all expressions. */
  readonly id: number;
  readonly sentence: number;
  readonly head: number;
  /** Tokens from first to last of its subtree, half-open. */
  readonly first: number;
  readonly last: number;
  readonly kind: "pronoun" | "name" | "noun";
  /** Lower-case lemma of the head; for a pronoun its form. */
  readonly lemma: string;
  /** Lower-case words of a name, or content words before a noun's head. */
  readonly words: readonly string[];
  readonly definite: boolean;
  readonly indefinite: boolean;
  readonly plural: boolean;
  readonly gender: Gender | null;
  /** null: it cannot be told. */
  readonly animacy: Animacy | null;
  readonly relation: string;
  /** The possessive pronoun before it ("[his] spokesman"), as a token; null: none. */
  readonly owner: number | null;
  /** Of how many it speaks: 2 for "both" and "the two". null: it does not say. */
  readonly count: number | null;
  /** Head tokens of what is joined ("A, B and C"), for the expression that stands for all of them; empty for one that stands for itself. */
  readonly joined: readonly number[];
  /** Between quotation marks. */
  readonly quoted: boolean;
  readonly name: Name | null;
  /** The actors found on this head; several for "French and Egyptian warships". */
  readonly actors: readonly ActorMention[];
}

/** Parts of a name or compound, and words that are no noun phrase of their own. */
const PARTS = new Set([
  "compound",
  "flat",
  "fixed",
  "goeswith",
  "nmod:desc",
  "nmod:unmarked",
  "obl:unmarked",
  "punct",
  "dep",
]);
const THIRD_PERSON = "he him his himself she her hers herself it its itself they them their theirs themselves";
const FIRST_PERSON = "i me my mine myself we us our ours ourselves";
const PRONOUNS = new Set(`${THIRD_PERSON} ${FIRST_PERSON}`.split(" "));
const PLURAL = /^(?:the[my]|we$|us$|our)/u;
const DEFINITE = new Set(["the", "this", "that", "these", "those", "both"]);
const INDEFINITE = new Set([
  "a",
  "an",
  "some",
  "any",
  "no",
  "another",
  "every",
  "each",
  "many",
  "several",
  "few",
  "most",
]);
const COUNTS: ReadonlyMap<string, number> = new Map([
  ["both", 2],
  ...["two", "three", "four", "five", "six"].map((form, i) => [form, i + 2] as const),
]);

export function findExpressions(parsed: Parsed, actors: readonly ActorMention[], codebook: Codebook): Expression[] {
  const at = new ByToken<ActorMention[]>();
  for (const actor of actors) {
    const list = at.get(actor.sentence, actor.head);
    if (list) list.push(actor);
    else at.set(actor.sentence, actor.head, [actor]);
  }
  const found: Expression[] = [];
  for (const [index, sentence] of parsed.sentences.entries()) readSentence(found, index, sentence, at, codebook);
  return found;
}

const NOBODY: readonly ActorMention[] = [];

/** Adds the expressions of a sentence. */
function readSentence(
  found: Expression[],
  index: number,
  { forms, lower, words, names }: ParsedSentence,
  at: ByToken<ActorMention[]>,
  codebook: Codebook,
): void {
  const children = words.map((): number[] => []);
  for (let i = 0; i < words.length; i += 1) children[words[i]?.head ?? -1]?.push(i);
  const edges = phrases(words, children);
  const quotes = quotedTokens(forms);
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as Word;
    const form = lower[i] ?? "";
    const pronoun = word.upos === "PRON" && PRONOUNS.has(form);
    const few = isFew(i, words, lower);
    if (!pronoun && !few && word.upos !== "NOUN" && word.upos !== "PROPN" && word.upos !== "ADJ") continue;
    const name = names.find(({ first, last }) => i >= first && i < last) ?? null;
    if (!pronoun && !few && !isPhrase(word, i, name, words)) continue;
    const here = at.get(index, i) ?? NOBODY;
    // An adjective alone is a phrase where somebody is meant ("the French"), or one of two ("the latter").
    if (here.length === 0 && (word.upos === "ADJ" || word.relation === "amod") && !isOrdered(i, words, lower, codebook))
      continue;
    const before = (children[i] ?? []).filter((j) => j < i);
    const owned = before.some((j) => words[j]?.relation === "nmod:poss");
    const determiners = before.filter((j) => words[j]?.relation.startsWith("det")).map((j) => lower[j] ?? "");
    const bare = determiners.length === 0 && !name && word.upos === "NOUN";
    const { gender, animacy } = natureOf(word, form, i, name, forms, here, codebook);
    const one: Expression = {
      id: found.length,
      sentence: index,
      head: i,
      first: few ? i : (edges.first[i] ?? i),
      last: edges.last[i] ?? i + 1,
      kind: pronoun ? "pronoun" : name ? "name" : "noun",
      lemma: pronoun ? form : word.lemma.toLowerCase(),
      words: name ? lower.slice(name.first, name.last) : contentWords(before, words),
      definite: owned || determiners.some((one) => DEFINITE.has(one)),
      indefinite: !owned && (bare || determiners.some((one) => INDEFINITE.has(one))),
      // "The Philippines" is one state; "the Chinese" are it, too.
      plural: few || (pronoun ? PLURAL.test(form) : word.xpos.endsWith("S") && !isState(here[0], word)),
      gender,
      animacy,
      relation: word.relation,
      owner: before.find((j) => words[j]?.relation === "nmod:poss" && words[j]?.upos === "PRON") ?? null,
      count: few
        ? (COUNTS.get(form) ?? null)
        : (before.map((j) => COUNTS.get(lower[j] ?? "")).find((count) => count !== undefined) ?? null),
      joined: [],
      quoted: quotes !== null && (quotes[i] ?? false),
      name,
      actors: here,
    };
    const conjuncts = pronoun
      ? []
      : (children[i] ?? []).filter((j) => words[j]?.relation === "conj" && isNoun(words[j]));
    if (conjuncts.length === 0) {
      found.push(one);
      continue;
    }
    const last = Math.max(...conjuncts.map((j) => edges.last[j] ?? j + 1));
    found.push(
      {
        ...one,
        kind: "noun",
        last,
        words: [],
        lemma: "",
        name: null,
        gender: null,
        plural: true,
        definite: false,
        actors: [],
        joined: [i, ...conjuncts],
      },
      { ...one, id: found.length + 1 },
    );
  }
}

const isState = (actor: ActorMention | undefined, { upos }: Word): boolean =>
  actor?.sort === "state" &&
  upos === "PROPN" &&
  actor.how !== "description" &&
  actor.text.endsWith("s") &&
  actor.name.endsWith("s");

/** Whether a token heads a noun phrase; inside a name only its head does. */
function isPhrase(word: Word, i: number, name: Name | null, words: readonly Word[]): boolean {
  if (!["NOUN", "PROPN", "ADJ"].includes(word.upos)) return false;
  if (name) {
    const outside = word.head < name.first || word.head >= name.last;
    if (!outside) return false;
    for (let j = name.first; j < i; j += 1) {
      const head = words[j]?.head ?? -1;
      if (head < name.first || head >= name.last) return false;
    }
    return true;
  }
  return !PARTS.has(word.relation);
}

/** What belongs to a noun phrase; conjuncts, appositions and what hangs on a noun as a predicate ("he is [a man], they say") stay out. */
const INSIDE = new Set([
  "det",
  "det:predet",
  "amod",
  "nummod",
  "compound",
  "flat",
  "fixed",
  "goeswith",
  "nmod",
  "nmod:poss",
  "nmod:desc",
  "nmod:unmarked",
  "acl",
  "acl:relcl",
]);

/** First and last token of each token's phrase, half-open, by token. */
function phrases(
  words: readonly Word[],
  children: readonly (readonly number[])[],
): { readonly first: readonly number[]; readonly last: readonly number[] } {
  const first = words.map((_, i) => i);
  const last = words.map((_, i) => i + 1);
  // From the root down; walked backwards, children come before heads.
  const order = first.filter((i) => (words[i]?.head ?? -1) < 0);
  for (const token of order) order.push(...(children[token] ?? []));
  for (const i of order.toReversed()) {
    const word = words[i];
    if (!word || word.head < 0 || !(INSIDE.has(word.relation) || !isNoun(words[word.head]))) continue;
    first[word.head] = Math.min(first[word.head] ?? i, first[i] ?? i);
    last[word.head] = Math.max(last[word.head] ?? i, last[i] ?? i);
  }
  return { first, last };
}

const isNoun = (word: Word | undefined): boolean =>
  word?.upos === "NOUN" || word?.upos === "PROPN" || word?.upos === "PRON";

/** By token, whether it stands between quotation marks; null: there are none. */
function quotedTokens(forms: readonly string[]): boolean[] | null {
  if (!forms.some((form) => QUOTES.has(form))) return null;
  let open = false;
  return forms.map((form) => {
    if (form === "“" || form === "``" || form === "«") open = true;
    else if (form === "”" || form === "»") open = false;
    else if (form === '"' || form === "''") open = !open;
    return open;
  });
}

const QUOTES = new Set(["“", "``", "«", "”", "»", '"', "''"]);

const CONTENT = new Set(["amod", "compound", "nummod"]);

const contentWords = (before: readonly number[], words: readonly Word[]): string[] =>
  before.flatMap((j) => (CONTENT.has(words[j]?.relation ?? "") ? [words[j]?.lemma.toLowerCase() ?? ""] : []));

/** "[The two] agreed", "[both] agreed": numbers that stand for whom the text has spoken of. */
function isFew(i: number, words: readonly Word[], lower: readonly string[]): boolean {
  const word = words[i];
  const form = lower[i] ?? "";
  if (!word || !COUNTS.has(form) || !/^(?:nsubj|obj|obl|nmod:poss)/u.test(word.relation)) return false;
  return form === "both" || (word.upos === "NUM" && lower[i - 1] === "the");
}

/** "The former", "the latter" that stand for themselves. */
function isOrdered(i: number, words: readonly Word[], lower: readonly string[], { actors }: Codebook): boolean {
  const kind = actors.anaphors.get(lower[i] ?? "");
  if ((kind !== "first" && kind !== "last") || lower[i - 1] !== "the") return false;
  const word = words[i];
  return word?.relation !== "amod" || words[word.head]?.upos === "VERB";
}
