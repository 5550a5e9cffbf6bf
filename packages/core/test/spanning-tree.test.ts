import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestTree, isTree } from "../src/syntax/network/spanning-tree.ts";

/** Total of the best single-rooted tree over `n` words, found by trying all. */
function bruteForce(scores: Float32Array, n: number, stride: number): number {
  let best = -Infinity;
  const heads = new Int32Array(n + 1);
  const visit = (d: number, total: number): void => {
    if (d > n) {
      if (isTree(heads)) best = Math.max(best, total);
      return;
    }
    for (let h = 0; h <= n; h++) {
      if (h === d) continue;
      heads[d] = h;
      visit(d + 1, total + (scores[d * stride + h] ?? 0));
    }
  };
  visit(1, 0);
  return best;
}

const total = (scores: Float32Array, heads: Int32Array, stride: number): number =>
  heads.reduce((sum, h, d) => (d === 0 ? 0 : sum + (scores[d * stride + h] ?? 0)), 0);

describe("bestTree", () => {
  test("finds the best tree with one root, as trying all does", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 48, maxLength: 48 }),
        (n, values) => {
          const stride = 8;
          const scores = Float32Array.from(values);
          const heads = bestTree(scores, n, stride);
          expect(isTree(heads)).toBe(true);
          expect(total(scores, heads, stride)).toBeCloseTo(bruteForce(scores, n, stride), 3);
        },
      ),
      { numRuns: 400, seed: 11 },
    );
  });

  test.each([
    { name: "one word", scores: [0, 0, 5, 0], n: 1, stride: 2, heads: [0, 0] },
    // Both words would hang on each other, or both on the root.
    { name: "a circle of two", scores: [0, 0, 0, 0, 1, 0, 9, 0, 2, 8, 0, 0], n: 2, stride: 4, heads: [0, 2, 0] },
    { name: "two roots", scores: [0, 0, 0, 0, 9, 0, 1, 0, 8, 3, 0, 0], n: 2, stride: 4, heads: [0, 0, 1] },
  ])("$name", ({ scores, n, stride, heads }) => {
    expect([...bestTree(Float32Array.from(scores), n, stride)]).toEqual(heads);
  });

  test("a long sentence whose words all hang in circles is still one tree", () => {
    const n = 255;
    const scores = new Float32Array((n + 1) * 256).fill(-1);
    for (let d = 1; d <= n; d++) scores[d * 256 + (d % 2 === 1 && d < n ? d + 1 : d - 1)] = 5;
    expect(isTree(bestTree(scores, n, 256))).toBe(true);
  });
});

describe("isTree", () => {
  test.each([
    { heads: [0, 0, 1, 1], is: true },
    { heads: [0, 0, 0, 1], is: false },
    { heads: [0, 0, 3, 2], is: false },
    { heads: [0, 2, 1], is: false },
  ])("$heads", ({ heads, is }) => {
    expect(isTree(Int32Array.from(heads))).toBe(is);
  });
});
