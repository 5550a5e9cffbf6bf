/** What was found: the tokens `from <= i < to` of the list that was searched, and everything that stands under these words. */
export interface TrieMatch<V> {
  readonly from: number;
  readonly to: number;
  readonly values: readonly V[];
}

/** Whether a value may stand at the tokens `from <= i < to`. */
type Accept<V> = (value: V, from: number, to: number) => boolean;

const NONE = -1;
const always = (): boolean => true;

/**
 * A dictionary of phrases as a trie over whole tokens: a search is one pass over the text whatever the dictionary's size, and never finds a word
 * inside another. Filled once, then only read.
 *
 * Layout: tokens are numbered; the edges of all nodes lie in one open hash table (node, token) -> node of 32-bit numbers, and the values of a node in
 * a ring, so that a phrase costs some tens of bytes and no object.
 */
export class TokenTrie<V> {
  readonly #tokens = new Map<string, number>();
  #nodes = 1;
  #edges = 0;
  /** Triples node, token, next; node NONE: free. The number of triples is a power of two. */
  #table = new Int32Array(3 * 1024).fill(NONE);
  readonly #values: V[] = [];
  /** By value: the next value of its node, after the last the first. */
  #ring = new Int32Array(1024);
  /** By node: its last value; NONE: it ends no phrase. */
  #last = new Int32Array(1024).fill(NONE);

  /** Adds a phrase; several values may stand under the same words. An empty phrase is ignored. */
  add(tokens: readonly string[], value: V): void {
    if (tokens.length === 0) return;
    let node = 0;
    for (let i = 0; i < tokens.length; i += 1) {
      const token = tokens[i] ?? "";
      let id = this.#tokens.get(token);
      if (id === undefined) this.#tokens.set(token, (id = this.#tokens.size));
      const next = this.#step(node, id);
      node = next === NONE ? this.#insert(node, id) : next;
    }
    const at = this.#values.push(value) - 1;
    if (at >= this.#ring.length) this.#ring = grown(this.#ring);
    const last = this.#last[node] ?? NONE;
    this.#ring[at] = last === NONE ? at : (this.#ring[last] ?? at);
    if (last !== NONE) this.#ring[last] = at;
    this.#last[node] = at;
  }

  /** The values that stand under exactly these tokens, in the order in which they were added; empty where there are none. */
  get(tokens: readonly string[]): readonly V[] {
    let node = 0;
    for (const token of tokens) {
      const id = this.#tokens.get(token);
      node = id === undefined || node === NONE ? NONE : this.#step(node, id);
    }
    return node > 0 ? this.#valuesOf(node, always, 0, 0) : [];
  }

  /**
   * All phrases in the tokens, from left to right; of those that begin at one token the longest, and none inside one already found.
   * @param accept may refuse a value at a place; a phrase whose values are all refused is not there, and a shorter one may be
   */
  search(tokens: readonly string[], accept: Accept<V> = always): TrieMatch<V>[] {
    const found: TrieMatch<V>[] = [];
    for (let from = 0; from < tokens.length; ) {
      const match = this.longestAt(tokens, from, accept);
      if (match) found.push(match);
      from = match ? match.to : from + 1;
    }
    return found;
  }

  /** The longest phrase that begins at a token; null: none does. */
  longestAt(tokens: readonly string[], from: number, accept: Accept<V> = always): TrieMatch<V> | null {
    let node = 0;
    let to = 0;
    let values: readonly V[] = [];
    for (let i = from; i < tokens.length; i += 1) {
      const id = this.#tokens.get(tokens[i] ?? "");
      if (id === undefined || (node = this.#step(node, id)) === NONE) break;
      if (this.#last[node] === NONE) continue;
      const here = this.#valuesOf(node, accept, from, i + 1);
      if (here.length === 0) continue;
      to = i + 1;
      values = here;
    }
    return to > 0 ? { from, to, values } : null;
  }

  #valuesOf(node: number, accept: Accept<V>, from: number, to: number): V[] {
    const last = this.#last[node] ?? NONE;
    const values: V[] = [];
    if (last === NONE) return values;
    let at = last;
    do {
      at = this.#ring[at] ?? last;
      const value = this.#values[at] as V;
      if (accept(value, from, to)) values.push(value);
    } while (at !== last);
    return values;
  }

  #step(node: number, token: number): number {
    const table = this.#table;
    return table[slotOf(table, node, token) + 2] ?? NONE;
  }

  #insert(node: number, token: number): number {
    // Two thirds full: probes stay short.
    if (9 * (this.#edges += 1) > 2 * this.#table.length) this.#table = rehashed(this.#table);
    const next = this.#nodes++;
    put(this.#table, node, token, next);
    if (next >= this.#last.length) this.#last = grown(this.#last);
    return next;
  }
}

/** Where the triple of an edge stands, or where there is room for it. */
function slotOf(table: Int32Array, node: number, token: number): number {
  const mask = table.length / 3 - 1;
  let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b)) >>> 0;
  slot = (slot ^ (slot >>> 15)) & mask;
  for (;;) {
    const at = 3 * slot;
    const there = table[at];
    if (there === NONE || (there === node && table[at + 1] === token)) return at;
    slot = (slot + 1) & mask;
  }
}

function put(table: Int32Array, node: number, token: number, next: number): void {
  const at = slotOf(table, node, token);
  table[at] = node;
  table[at + 1] = token;
  table[at + 2] = next;
}

function rehashed(old: Int32Array): Int32Array<ArrayBuffer> {
  const table = new Int32Array(2 * old.length).fill(NONE);
  for (let i = 0; i < old.length; i += 3) {
    const node = old[i] ?? NONE;
    if (node !== NONE) put(table, node, old[i + 1] ?? NONE, old[i + 2] ?? NONE);
  }
  return table;
}

function grown(old: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * old.length).fill(NONE, old.length);
  longer.set(old);
  return longer;
}
