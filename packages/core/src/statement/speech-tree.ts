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

  kids(head: number, ...relations: string[]): number[] {
    return (this.tree.children[head] ?? []).filter((child) => relations.includes(relation(this.tree.words[child])));
  }
}
