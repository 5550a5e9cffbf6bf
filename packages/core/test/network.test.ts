import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ComityError } from "../src/base/comity-error.ts";
import { analyseSentences } from "../src/syntax/network/long-sentences.ts";
import { openModel } from "../src/syntax/network/model-file.ts";
import { LONGEST_SENTENCE, type Analysis } from "../src/syntax/network/network.ts";
import { isTree } from "../src/syntax/network/spanning-tree.ts";
import { englishNetwork, META, WEIGHTS } from "./english-model.ts";

/** What the training program read; its heads count from 1, 0 is the root. */
interface Parity {
  readonly sha256: string;
  readonly sentences: readonly (Analysis & { readonly words: readonly string[] })[];
}

const parity = JSON.parse(readFileSync(new URL("reader-parity.json", import.meta.url), "utf8")) as Parity;
const network = englishNetwork();

describe("the network and the program that trained it", () => {
  test("the fixed readings are of the shipped weights", () => {
    expect(parity.sha256).toBe((JSON.parse(META) as { sha256: string }).sha256);
    expect(parity.sentences.length).toBeGreaterThan(10);
  });

  test.each(parity.sentences.map((sentence) => ({ text: sentence.words.join(" "), sentence })))(
    "$text",
    ({ sentence }) => {
      const [read] = network.analyse([sentence.words]);
      expect(read?.upos).toEqual(sentence.upos);
      expect(read?.xpos).toEqual(sentence.xpos);
      expect(read?.heads).toEqual(sentence.heads.map((head) => head - 1));
      expect(read?.relations).toEqual(sentence.relations);
      expect(read?.names).toEqual(sentence.names);
      // 16-bit activations here, 32-bit floats there.
      const furthest = Math.max(...sentence.arcs.map((score, i) => Math.abs(score - (read?.arcs[i] ?? 0))));
      expect(furthest).toBeLessThan(0.05);
    },
  );
});

describe("Network.analyse", () => {
  const words = fc.constantFrom("Troops", "from", "Chad", "met", ",", "the", "president", "12", "who", "left", ".", "😀", "\ud800", "北京", "\0", "A-B"); // prettier-ignore
  const sentences = fc.array(fc.array(words, { maxLength: 30 }), { maxLength: 9 });

  test("does not depend on order, neighbours or batch size", () => {
    fc.assert(
      fc.property(sentences, (batch) => {
        const together = network.analyse(batch);
        const alone = batch.map((sentence) => network.analyse([sentence])[0]);
        const backwards = network.analyse(batch.toReversed()).toReversed();
        expect(together).toEqual(alone);
        expect(backwards).toEqual(alone);
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  test("gives each sentence one tree", () => {
    fc.assert(
      fc.property(sentences, (batch) => {
        for (const { heads } of network.analyse(batch))
          if (heads.length > 0) expect(isTree(Int32Array.from([0, ...heads.map((head) => head + 1)]))).toBe(true);
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  test("forms beyond the cache change nothing", () => {
    const fresh = englishNetwork();
    const sentence = ["Envoys", "arrived", "in", "Lima", "."];
    const before = fresh.analyse([sentence]);
    for (let i = 0; i < 90; i++) fresh.analyse([Array.from({ length: 100 }, (_, j) => `form${i}x${j}`)]);
    expect(fresh.analyse([sentence])).toEqual(before);
  });
});

describe("analyseSentences", () => {
  test("reads a sentence beyond the limit in pieces that hang together", () => {
    const long = Array.from({ length: 5000 }, (_, i) => (i % 40 === 39 ? ";" : i % 2 === 0 ? "ships" : "sailed"));
    const { analyses, inPieces } = analyseSentences(network, [["Yes", "."], long]);
    expect(inPieces).toEqual([1]);
    expect(analyses[1]?.heads.length).toBe(5000);
    expect(isTree(Int32Array.from([0, ...(analyses[1]?.heads ?? []).map((head) => head + 1)]))).toBe(true);
    expect(analyses[0]).toEqual(network.analyse([["Yes", "."]])[0]);
  });

  test("a sentence at the limit stays whole", () => {
    const words = Array.from({ length: LONGEST_SENTENCE }, () => "word");
    expect(analyseSentences(network, [words]).inPieces).toEqual([]);
  });
});

describe("openModel refuses", () => {
  const changed = (field: string, value: unknown): string => JSON.stringify({ ...JSON.parse(META), [field]: value });
  const flipped = WEIGHTS.slice();
  flipped[1000] = (flipped[1000] ?? 0) ^ 1;
  test.each([
    { name: "another format", meta: changed("format", 999), weights: WEIGHTS, says: /format: found 999, expected 1/ },
    { name: "weights cut off", meta: META, weights: WEIGHTS.slice(0, 5000), says: /found 5000, expected \d{7}/ },
    {
      name: "changed weights",
      meta: META,
      weights: flipped,
      says: /sha256 of reader.bin: found [0-9a-f]{64}, expected [0-9a-f]{64}/,
    },
    { name: "no JSON", meta: "{", weights: WEIGHTS, says: /not JSON/ },
  ])("$name", ({ meta, weights, says }) => {
    const open = (): unknown => openModel(meta, weights);
    expect(open).toThrow(ComityError);
    expect(open).toThrow(says);
  });
});
