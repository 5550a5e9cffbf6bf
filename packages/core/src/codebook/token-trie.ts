/** A node: the values that end here, and the tokens that go on. */
interface Node<V> {
  values: V[];
  next: Map<string, Node<V>> | null;
}

/** What was found: the tokens `from <= i < to` of the list that was searched, and everything that stands under these words. */
export interface TrieMatch<V> {
  readonly from: number;
  readonly to: number;
  readonly values: readonly V[];
}

/**
 * A dictionary of phrases as a trie over whole tokens: a search is one pass over the text whatever the dictionary's size, and never finds a word
 * inside another. Filled once, then only read.
 */
export class TokenTrie<V> {
  readonly #root: Node<V> = { values: [], next: null };

  /** Adds a phrase; several values may stand under the same words. An empty phrase is ignored. */
  add(tokens: readonly string[], value: V): void {
    if (tokens.length === 0) return;
    let node = this.#root;
    for (const token of tokens) {
      node.next ??= new Map();
      let next = node.next.get(token);
      if (!next) node.next.set(token, (next = { values: [], next: null }));
      node = next;
    }
    node.values.push(value);
  }

  /** The values that stand under exactly these tokens; empty where there are none. */
  get(tokens: readonly string[]): readonly V[] {
    let node: Node<V> | undefined = this.#root;
    for (const token of tokens) node = node?.next?.get(token);
    return node && node !== this.#root ? node.values : [];
  }

  /** All phrases in the tokens, from left to right; of those that begin at one token the longest, and none inside one already found. */
  search(tokens: readonly string[]): TrieMatch<V>[] {
    const found: TrieMatch<V>[] = [];
    for (let from = 0; from < tokens.length; ) {
      let node: Node<V> | undefined = this.#root;
      let to = 0;
      let values: readonly V[] = [];
      for (let i = from; i < tokens.length; i += 1) {
        node = node.next?.get(tokens[i] ?? "");
        if (!node) break;
        if (node.values.length > 0) {
          to = i + 1;
          values = node.values;
        }
      }
      if (to > 0) found.push({ from, to, values });
      from = to > 0 ? to : from + 1;
    }
    return found;
  }
}
