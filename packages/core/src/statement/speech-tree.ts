/**
 * A sentence as the reader of statements looks at it: its tree, what hangs below each token, and the quotations that hold it.
 */
import type { Span } from "../base/span.ts";
import { relation, type SentenceTree } from "../clause/sentence-tree.ts";
import type { Name } from "../model/parsed.ts";
import type { Quotation } from "./quotations.ts";

export class SpeechTree {
  readonly tree: SentenceTree;
  /** Quotations that overlap the sentence, not those inside others. */
  readonly quotations: readonly Quotation[];
  readonly names: readonly Name[];
  readonly #relations: string[] = [];
  readonly #below = new Map<number, ReadonlySet<number>>();

  constructor(tree: SentenceTree, quotations: readonly Quotation[], names: readonly Name[]) {
    this.tree = tree;
    this.names = names;
    this.quotations = quotations;
  }

  /** A token with everything below it. */
  below(head: number): ReadonlySet<number> {
    const known = this.#below.get(head);
    if (known) return known;
    const tokens = [head];
    const seen = new Set(tokens);
    for (const token of tokens)
      for (const child of this.tree.children[token] ?? [])
        if (!seen.has(child)) {
          seen.add(child);
          tokens.push(child);
        }
    this.#below.set(head, seen);
    return seen;
  }

  span(token: number): Span {
    return this.tree.sentence.tokens[token] ?? { start: 0, end: 0 };
  }

  isPunctuation(token: number): boolean {
    return this.tree.words[token]?.upos === "PUNCT";
  }

  /** The quotation that a token stands in; null: none. */
  quotationOf(token: number): Quotation | null {
    const { start, end } = this.span(token);
    return this.quotations.find((quotation) => quotation.start <= start && end <= quotation.end) ?? null;
  }

  #relation(token: number): string {
    return (this.#relations[token] ??= relation(this.tree.words[token]));
  }

  kids(head: number, ...relations: string[]): number[] {
    const kids = this.tree.children[head];
    if (!kids || kids.length === 0) return [];
    const found: number[] = [];
    for (const child of kids) if (relations.includes(this.#relation(child))) found.push(child);
    return found;
  }
}

/** Of sentences in text order those that a range overlaps. */
export function speechesIn(speeches: readonly SpeechTree[], start: number, end: number): SpeechTree[] {
  let [low, high] = [0, speeches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((speeches[middle]?.tree.sentence.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: SpeechTree[] = [];
  for (let at = low; at < speeches.length && (speeches[at]?.tree.sentence.start ?? end) < end; at += 1)
    found.push(...speeches.slice(at, at + 1));
  return found;
}
