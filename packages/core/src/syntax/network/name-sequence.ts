/**
 * The best sequence of name tags in which every "I-" follows its own kind (Viterbi).
 * @param scores of word t and tag k at `t * stride + k`
 * @returns index of each word's tag
 */
export function bestTags(scores: Float32Array, words: number, stride: number, tags: readonly string[]): Int32Array {
  const k = tags.length;
  const follows = (before: number, tag: number): boolean => {
    const name = tags[tag] ?? "";
    return !name.startsWith("I-") || (tags[before] ?? "").slice(1) === name.slice(1);
  };
  let total = Float64Array.from(tags, (tag, i) => (tag.startsWith("I-") ? -Infinity : (scores[i] ?? 0)));
  const back = new Int32Array(words * k);
  for (let t = 1; t < words; t++) {
    const next = new Float64Array(k).fill(-Infinity);
    for (let tag = 0; tag < k; tag++) {
      for (let before = 0; before < k; before++) {
        const s = total[before] ?? -Infinity;
        if (s > (next[tag] ?? 0) && follows(before, tag)) {
          next[tag] = s;
          back[t * k + tag] = before;
        }
      }
      next[tag] = (next[tag] ?? 0) + (scores[t * stride + tag] ?? 0);
    }
    total = next;
  }
  const best = new Int32Array(words);
  for (let tag = 1; tag < k; tag++) if ((total[tag] ?? 0) > (total[best[words - 1] ?? 0] ?? 0)) best[words - 1] = tag;
  for (let t = words - 1; t > 0; t--) best[t - 1] = back[t * k + (best[t] ?? 0)] ?? 0;
  return best;
}
