/** The chains of one document, each a list of mentions under keys that both sides share. */
export type Chains = readonly (readonly string[])[];

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * MUC (Vilain and others 1995), B-cubed (Bagga and Baldwin 1998), CEAF with entities (Luo 2005), over all documents, in percent;
 * `conll` is the mean of the three F1 (CoNLL-2012 shared task).
 * @param key per document, what is right
 * @param response per document, what was found; parallel to `key`
 */
export function corefScores(
  key: readonly Chains[],
  response: readonly Chains[],
): { readonly muc: Score; readonly b3: Score; readonly ceafe: Score; readonly conll: number } {
  const sum = (one: (a: Chains, b: Chains) => readonly [number, number]): readonly [number, number, number, number] => {
    const totals: [number, number, number, number] = [0, 0, 0, 0];
    for (const [i, gold] of key.entries()) {
      const found = response[i] ?? [];
      const [recall, of] = one(gold, found);
      const [precision, out] = one(found, gold);
      totals[0] += recall;
      totals[1] += of;
      totals[2] += precision;
      totals[3] += out;
    }
    return totals;
  };
  const muc = toScore(sum(mucLinks));
  const b3 = toScore(sum(b3Overlap));
  const ceafe = toScore(sum((a, b) => [alignment(a, b), a.length]));
  return { muc, b3, ceafe, conll: round((muc.f1 + b3.f1 + ceafe.f1) / 3) };
}

function toScore([recallOf, recallAll, precisionOf, precisionAll]: readonly [number, number, number, number]): Score {
  const recall = (100 * recallOf) / Math.max(1, recallAll);
  const precision = (100 * precisionOf) / Math.max(1, precisionAll);
  return {
    precision: round(precision),
    recall: round(recall),
    f1: round((2 * precision * recall) / Math.max(1e-9, precision + recall)),
  };
}

const round = (value: number): number => Number(value.toFixed(1));

/** Links of a's chains that b keeps: size minus the parts into which b cuts a chain. */
function mucLinks(a: Chains, b: Chains): readonly [number, number] {
  let kept = 0;
  let all = 0;
  for (const chain of a) {
    const parts = new Set(
      chain.map((mention) => {
        const at = b.findIndex((other) => other.includes(mention));
        return at < 0 ? `alone ${mention}` : `${at}`;
      }),
    );
    kept += chain.length - parts.size;
    all += chain.length - 1;
  }
  return [kept, all];
}

function b3Overlap(a: Chains, b: Chains): readonly [number, number] {
  let share = 0;
  let all = 0;
  for (const chain of a) {
    for (const other of b) share += chain.filter((mention) => other.includes(mention)).length ** 2 / chain.length;
    all += chain.length;
  }
  return [share, all];
}

const similarity = (a: readonly string[], b: readonly string[]): number =>
  (2 * a.filter((mention) => b.includes(mention)).length) / (a.length + b.length);

/** The best one-to-one alignment of chains by phi 4, found by the Hungarian method. */
function alignment(a: Chains, b: Chains): number {
  const n = Math.max(a.length, b.length);
  if (a.length === 0 || b.length === 0) return 0;
  const cost = (i: number, j: number): number => -(a[i] && b[j] ? similarity(a[i], b[j]) : 0);
  // Shortest augmenting paths with potentials; rows and columns count from 1, 0 is the start.
  const u = new Float64Array(n + 1);
  const v = new Float64Array(n + 1);
  const match = new Int32Array(n + 1);
  for (let i = 1; i <= n; i += 1) {
    match[0] = i;
    let column = 0;
    const least = new Float64Array(n + 1).fill(Infinity);
    const way = new Int32Array(n + 1);
    const used = new Uint8Array(n + 1);
    do {
      used[column] = 1;
      const row = match[column] ?? 0;
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= n; j += 1) {
        if (used[j]) continue;
        const value = cost(row - 1, j - 1) - (u[row] ?? 0) - (v[j] ?? 0);
        if (value < (least[j] ?? 0)) [least[j], way[j]] = [value, column];
        if ((least[j] ?? 0) < delta) [delta, next] = [least[j] ?? 0, j];
      }
      for (let j = 0; j <= n; j += 1) {
        if (used[j]) {
          u[match[j] ?? 0] = (u[match[j] ?? 0] ?? 0) + delta;
          v[j] = (v[j] ?? 0) - delta;
        } else least[j] = (least[j] ?? 0) - delta;
      }
      column = next;
    } while (match[column] !== 0);
    do {
      const before = way[column] ?? 0;
      match[column] = match[before] ?? 0;
      column = before;
    } while (column !== 0);
  }
  let sum = 0;
  for (let j = 1; j <= n; j += 1) sum -= cost((match[j] ?? 0) - 1, j - 1);
  return sum;
}
