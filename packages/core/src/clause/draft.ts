/** The words of a sentence while their tree is mended. */
import type { Word } from "../model/parsed.ts";

export type Draft = { -readonly [K in keyof Word]: Word[K] };

export const childrenOf = (words: readonly Word[], head: number): number[] =>
  words.flatMap((word, i) => (word.head === head ? [i] : []));

/** The first dependent in one of the relations; undefined: none. */
export const has = (words: readonly Word[], head: number, ...relations: string[]): number | undefined =>
  childrenOf(words, head).find((child) => relations.includes(words[child]?.relation ?? ""));
