import type { ActorMention } from "../model/mention.ts";
import type { ParsedSentence, Word } from "../model/parsed.ts";
import type { Sentence, Token } from "../model/segmented.ts";
import { mendTree } from "./mend-tree.ts";

/** A sentence as the coder looks at it: forms, tree, and the actors by the token that holds them. */
export interface SentenceTree {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  /** Lower case. */
  readonly forms: readonly string[];
  /** Dependents of each token, in text order. */
  readonly children: readonly (readonly number[])[];
  readonly root: number;
  /** All actors of the sentence, in text order. */
  readonly actors: readonly ActorMention[];
  /** The actors whose head is the token; several where one expression stands for several ("both sides"). */
  readonly at: readonly (readonly ActorMention[])[];
  /** The place names whose head is the token. */
  readonly placesAt: readonly (readonly ActorMention[])[];
  /** The shortest actor mention that covers the token. */
  readonly over: readonly (ActorMention | undefined)[];
}

export function sentenceTree(
  sentence: Sentence,
  parsed: ParsedSentence,
  actors: readonly ActorMention[],
  places: readonly ActorMention[],
): SentenceTree {
  const words = mendTree(parsed.words);
  const children = words.map((): number[] => []);
  for (let i = 0; i < words.length; i += 1) children[words[i]?.head ?? -1]?.push(i);
  const over = words.map((): ActorMention | undefined => undefined);
  const { tokens } = sentence;
  for (const actor of actors) {
    for (let i = 0; i < tokens.length; i += 1) {
      const { start, end } = tokens[i] as Token;
      if (start >= actor.end) break;
      if (start < actor.start || end > actor.end) continue;
      const held = over[i];
      if (!held || actor.end - actor.start < held.end - held.start) over[i] = actor;
    }
  }
  // "Met North Korean [leader] Kim": the verb holds the title, the mention the name behind it.
  const at = byHead(actors, words);
  for (const actor of actors) {
    let top = actor.head;
    for (let up = words[top]; up && PARTS.has(up.relation) && over[up.head] === actor; up = words[top]) top = up.head;
    if (top !== actor.head && at[top]?.length === 0) at[top] = [actor];
  }
  return {
    sentence,
    words,
    forms: parsed.lower,
    children,
    root: words.findIndex(({ head }) => head < 0),
    actors,
    at,
    placesAt: byHead(places, words),
    over,
  };
}

const NOBODY: readonly ActorMention[] = [];

/** Mentions by the token that heads them. */
function byHead(mentions: readonly ActorMention[], words: readonly Word[]): (readonly ActorMention[])[] {
  const found = words.map(() => NOBODY);
  for (const mention of mentions) {
    const here = found[mention.head];
    if (here) found[mention.head] = here.length === 0 ? [mention] : [...here, mention];
  }
  return found;
}

/** Relations that tie a name to the title before it. */
const PARTS: ReadonlySet<string> = new Set(["appos", "flat", "nmod:desc", "nmod:unmarked", "compound"]);

/** The universal relation without its subtype ("nsubj" of "nsubj:pass"). */
export function relation(word: Word | undefined): string {
  const whole = word?.relation ?? "";
  const colon = whole.indexOf(":");
  return colon < 0 ? whole : whole.slice(0, colon);
}

/** The dependents of a token that stand in one of the relations, subtypes included. */
export function dependents({ words, children }: SentenceTree, head: number, ...relations: string[]): number[] {
  const found: number[] = [];
  for (const child of children[head] ?? []) if (relations.includes(relation(words[child]))) found.push(child);
  return found;
}

/** Tokens with what is joined to them by "and", "or" or a comma; of "minister [X] and president [Y]" the parser hangs the second on the first one's name. */
export function withConjuncts(tree: SentenceTree, tokens: readonly number[]): number[] {
  const found = [...tokens];
  for (const token of found) {
    const parts = [
      token,
      ...dependents(tree, token, "appos", "flat", "nmod").filter((child) => isNamePart(tree, child)),
    ];
    for (const part of parts)
      for (const other of dependents(tree, part, "conj"))
        if (isNominal(tree.words[other]) && !isExcepted(tree, other) && !found.includes(other)) found.push(other);
  }
  return found;
}

/** "Russia, but not [Belarus]". */
const isExcepted = (tree: SentenceTree, token: number): boolean =>
  dependents(tree, token, "advmod", "cc").some((child) => tree.forms[child] === "not" && child < token);

const isNamePart = (tree: SentenceTree, token: number): boolean =>
  tree.words[token]?.upos === "PROPN" &&
  tree.words[token]?.relation !== "nmod:poss" &&
  dependents(tree, token, "case").length === 0;

export const isNominal = (word: Word | undefined): boolean =>
  word !== undefined && ["NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"].includes(word.upos);

export const isVerb = (word: Word | undefined): boolean => word?.upos === "VERB" || word?.upos === "AUX";
