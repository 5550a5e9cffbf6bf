/** What was found: the tokens `from <= i < to` of the list that was searched, and everything that stands under these words. */
export interface TrieMatch<V> {
  readonly from: number;
  readonly to: number;
  readonly values: readonly V[];
}

const NONE = -1;

/**
 * A dictionary of phrases as a trie over whole tokens: a search is one pass over the text whatever the dictionary's size, and never finds a word
 * inside another. Filled once, then only read.
 *
 * Layout: tokens are numbered; the edges of all nodes lie in one open hash table (node, token) -> node of 32-bit numbers, so that a phrase costs some
 * tens of bytes and not a map a node.
 */
export class TokenTrie<V> {
  readonly #tokens = new Map<string, number>();
  /** Values by node; a node without an entry ends no phrase. */
  readonly #values = new Map<number, V[]>();
  #nodes = 1;
  #edges = 0;
  /** Triples node, token, next; node NONE: free. The number of triples is a power of two. */
  #table = new Int32Array(3 * 1024).fill(NONE);

  /** Adds a phrase; several values may stand under the same words. An empty phrase is ignored. */
  add(tokens: readonly string[], value: V): void {
    if (tokens.length === 0) return;
    let node = 0;
    for (const token of tokens) {
      let id = this.#tokens.get(token);
      if (id === undefined) this.#tokens.set(token, (id = this.#tokens.size));
      const next = this.#step(node, id);
      node = next === NONE ? this.#insert(node, id, this.#nodes++) : next;
    }
    const values = this.#values.get(node);
    if (values) values.push(value);
    else this.#values.set(node, [value]);
  }

  /** The values that stand under exactly these tokens; empty where there are none. */
  get(tokens: readonly string[]): readonly V[] {
    let node = 0;
    for (const token of tokens) {
      const id = this.#tokens.get(token);
      node = id === undefined || node === NONE ? NONE : this.#step(node, id);
    }
    return (node > 0 ? this.#values.get(node) : undefined) ?? [];
  }

  /**
   * All phrases in the tokens, from left to right; of those that begin at one token the longest, and none inside one already found.
   * @param accept may refuse a value at a place; a phrase whose values are all refused is not there, and a shorter one may be
   */
  search(tokens: readonly string[], accept?: (value: V, from: number, to: number) => boolean): TrieMatch<V>[] {
    const ids = tokens.map((token) => this.#tokens.get(token) ?? NONE);
    const found: TrieMatch<V>[] = [];
    for (let from = 0; from < ids.length; ) {
      let node = 0;
      let to = 0;
      let values: readonly V[] = [];
      for (let i = from; i < ids.length; i += 1) {
        const id = ids[i] ?? NONE;
        if (id === NONE || (node = this.#step(node, id)) === NONE) break;
        let here: readonly V[] | undefined = this.#values.get(node);
        if (here && accept) here = here.filter((value) => accept(value, from, i + 1));
        if (!here || here.length === 0) continue;
        to = i + 1;
        values = here;
      }
      if (to > 0) found.push({ from, to, values });
      from = to > 0 ? to : from + 1;
    }
    return found;
  }

  #slot(table: Int32Array, node: number, token: number): number {
    const mask = table.length / 3 - 1;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    while (table[3 * slot] !== NONE && (table[3 * slot] !== node || table[3 * slot + 1] !== token)) slot = (slot + 1) & mask;
    return slot;
  }

  #step(node: number, token: number): number {
    return this.#table[3 * this.#slot(this.#table, node, token) + 2] ?? NONE;
  }

  #insert(node: number, token: number, next: number): number {
    // Two thirds full: probes stay short.
    if (9 * (this.#edges += 1) > 2 * this.#table.length) this.#grow();
    this.#table.set([node, token, next], 3 * this.#slot(this.#table, node, token));
    return next;
  }

  #grow(): void {
    const old = this.#table;
    const grown = new Int32Array(2 * old.length).fill(NONE);
    for (let i = 0; i < old.length; i += 3) {
      const [node = NONE, token = NONE, next = NONE] = old.subarray(i, i + 3);
      if (node !== NONE) grown.set([node, token, next], 3 * this.#slot(grown, node, token));
    }
    this.#table = grown;
  }
}
