/** The words of a sentence while their tree is mended. */
import type { Word } from "../model/parsed.ts";

export type Draft = { -readonly [K in keyof Word]: Word[K] };

export function childrenOf(words: readonly Word[], head: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < words.length; i += 1) if (words[i]?.head === head) found.push(i);
  return found;
}

/** The first dependent in one of the relations; undefined: none. */
export const has = (words: readonly Word[], head: number, ...relations: string[]): number | undefined =>
  childrenOf(words, head).find((child) => relations.includes(words[child]?.relation ?? ""));
