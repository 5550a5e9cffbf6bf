import type { ActorMention } from "../model/mention.ts";
import type { ParsedSentence, Word } from "../model/parsed.ts";
import type { Sentence } from "../model/segmented.ts";
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
  text: string,
  sentence: Sentence,
  parsed: ParsedSentence,
  actors: readonly ActorMention[],
  places: readonly ActorMention[],
): SentenceTree {
  const words = mendTree(parsed.words);
  const children = words.map((): number[] => []);
  const at = words.map((): ActorMention[] => []);
  const over = words.map((): ActorMention | undefined => undefined);
  const placesAt = words.map((): ActorMention[] => []);
  for (const place of places) placesAt[place.head]?.push(place);
  for (const [i, { head }] of words.entries()) children[head]?.push(i);
  for (const actor of actors) {
    at[actor.head]?.push(actor);
    for (const [i, { start, end }] of sentence.tokens.entries()) {
      if (start < actor.start || end > actor.end) continue;
      const held = over[i];
      if (!held || actor.end - actor.start < held.end - held.start) over[i] = actor;
    }
  }
  // "Met North Korean [leader] Kim": the verb holds the title, the mention the name behind it.
  for (const actor of actors) {
    let top = actor.head;
    for (let up = words[top]; up && PARTS.has(up.relation) && over[up.head] === actor; up = words[top]) top = up.head;
    if (top !== actor.head && at[top]?.length === 0) at[top]?.push(actor);
  }
  return {
    sentence,
    words,
    forms: sentence.tokens.map(({ start, end }) => text.slice(start, end).toLowerCase()),
    children,
    root: words.findIndex(({ head }) => head < 0),
    actors,
    at,
    placesAt,
    over,
  };
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
  return (children[head] ?? []).filter((child) => relations.includes(relation(words[child])));
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
