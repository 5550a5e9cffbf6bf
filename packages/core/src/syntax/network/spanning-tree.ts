/**
 * The best tree with exactly one root, by Chu-Liu-Edmonds (McDonald et al. 2005), circles contracted in place (Tarjan 1977): time and room grow
 * with the square of the sentence.
 *
 * Nodes: 0 is the root, 1..n the words. `scores[d * stride + h]` says how well word d hangs on h; row 0 is not read.
 * @returns the head of each node
 */
export function bestTree(scores: Float32Array, n: number, stride: number): Int32Array {
  const greedy = new Int32Array(n + 1);
  for (let d = 1; d <= n; d++) {
    let best = -Infinity;
    for (let h = 0; h <= n; h++) {
      const s = scores[d * stride + h] ?? -Infinity;
      if (h !== d && s > best) {
        best = s;
        greedy[d] = h;
      }
    }
  }
  return isTree(greedy) ? greedy : new Contraction(scores, n, stride).solve();
}

/** Taken from every arc to the root, so that the best tree has as few of them as can be: one. */
const ROOT_PRICE = 1e6;

/** True where every word reaches the root and just one word hangs on it. */
export function isTree(heads: Int32Array): boolean {
  let roots = 0;
  for (let d = 1; d < heads.length; d++) if (heads[d] === 0) roots++;
  return roots === 1 && findCycle(heads).length === 0;
}

/** The words of one circle; empty: there is none. */
function findCycle(heads: Int32Array): number[] {
  const state = new Int32Array(heads.length); // the walk that came by first; 0: none yet
  for (let start = 1; start < heads.length; start++) {
    let d = start;
    while (d !== 0 && state[d] === 0) {
      state[d] = start;
      d = heads[d] ?? 0;
    }
    if (d !== 0 && state[d] === start) {
      const cycle = [d];
      for (let v = heads[d] ?? 0; v !== d; v = heads[v] ?? 0) cycle.push(v);
      return cycle;
    }
  }
  return [];
}

/** One run of the algorithm. A circle of nodes becomes one node, which takes the slot of one of them. */
class Contraction {
  readonly #size: number;
  /** By dependent slot and head slot: the score, less what entering a circle there breaks, and the arc that it stands for. */
  readonly #scores: Float64Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  /** Slot -> the node that it holds; slots of swallowed nodes point to the slot that took them. */
  readonly #node: number[];
  readonly #taken: Int32Array;
  /** Node -> its chosen arc and the node it became part of. */
  readonly #dependent: number[] = [];
  readonly #head: number[] = [];
  readonly #parent: number[] = [];

  constructor(scores: Float32Array, n: number, stride: number) {
    const size = n + 1;
    this.#size = size;
    this.#scores = new Float64Array(size * size).fill(-Infinity);
    this.#from = new Int32Array(size * size);
    this.#to = new Int32Array(size * size);
    this.#node = Array.from({ length: size }, (_, i) => i);
    this.#taken = Int32Array.from({ length: size }, (_, i) => i);
    for (let d = 0; d < size; d++) {
      this.#parent.push(-1);
      for (let h = 0; h < size; h++) {
        const at = d * size + h;
        this.#from[at] = h;
        this.#to[at] = d;
        if (d !== 0 && h !== d) this.#scores[at] = (scores[d * stride + h] ?? 0) - (h === 0 ? ROOT_PRICE : 0);
      }
    }
  }

  solve(): Int32Array {
    const size = this.#size;
    const best = new Int32Array(size).fill(-1); // slot -> slot of its head
    const walk = new Int32Array(size); // slot -> the walk that came by first
    for (let start = 1; start < size; start++) {
      let slot = this.#slotOf(start);
      while (slot !== 0 && best[slot] === -1) {
        walk[slot] = start;
        best[slot] = this.#choose(slot);
        slot = this.#slotOf(best[slot] ?? 0);
        if (walk[slot] !== start || slot === 0) continue;
        const circle = [slot];
        for (let s = this.#slotOf(best[slot] ?? 0); s !== slot; s = this.#slotOf(best[s] ?? 0)) circle.push(s);
        this.#contract(circle, best);
        best[slot] = -1; // the circle as one node looks for its own head
      }
    }
    return this.#expand();
  }

  #slotOf(slot: number): number {
    let s = slot;
    while (this.#taken[s] !== s) s = this.#taken[s] ?? 0;
    return s;
  }

  #choose(slot: number): number {
    const size = this.#size;
    let best = -1;
    let most = -Infinity;
    for (let h = 0; h < size; h++) {
      const s = this.#scores[slot * size + h] ?? -Infinity;
      if (h !== slot && this.#taken[h] === h && s > most) {
        most = s;
        best = h;
      }
    }
    const node = this.#node[slot] ?? 0;
    this.#dependent[node] = this.#to[slot * size + best] ?? 0;
    this.#head[node] = this.#from[slot * size + best] ?? 0;
    return best;
  }

  /** Makes the slots of a circle one; the first of them stays. */
  #contract(circle: readonly number[], best: Int32Array): void {
    const size = this.#size;
    const kept = circle[0] ?? 0;
    const members = circle.map((slot) => this.#node[slot] ?? 0);
    const held = circle.map((slot) => this.#scores[slot * size + this.#slotOf(best[slot] ?? 0)] ?? 0);
    const node = this.#parent.length;
    this.#parent.push(-1);
    for (const member of members) this.#parent[member] = node;
    const inside = new Set(circle);
    const copy = (to: number, from: number, score: number): void => {
      this.#scores[to] = score;
      this.#from[to] = this.#from[from] ?? 0;
      this.#to[to] = this.#to[from] ?? 0;
    };
    for (let other = 0; other < size; other++) {
      if (this.#taken[other] !== other || inside.has(other)) continue;
      let enter = { at: 0, score: -Infinity };
      let leave = { at: 0, score: -Infinity };
      for (const [i, slot] of circle.entries()) {
        const into = (this.#scores[slot * size + other] ?? 0) - (held[i] ?? 0);
        if (into > enter.score) enter = { at: slot * size + other, score: into };
        const out = this.#scores[other * size + slot] ?? 0;
        if (out > leave.score) leave = { at: other * size + slot, score: out };
      }
      copy(kept * size + other, enter.at, enter.score);
      copy(other * size + kept, leave.at, leave.score);
    }
    for (const slot of circle) this.#taken[slot] = kept;
    this.#node[kept] = node;
  }

  /** Opens the circles again, the last one first: the member that an arc enters gives up its arc within the circle. */
  #expand(): Int32Array {
    for (let node = this.#parent.length - 1; node >= this.#size; node--) {
      let entered = this.#dependent[node] ?? 0;
      while (this.#parent[entered] !== node) entered = this.#parent[entered] ?? 0;
      this.#dependent[entered] = this.#dependent[node] ?? 0;
      this.#head[entered] = this.#head[node] ?? 0;
    }
    return Int32Array.from({ length: this.#size }, (_, d) => (d === 0 ? 0 : (this.#head[d] ?? 0)));
  }
}
