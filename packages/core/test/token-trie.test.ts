import { describe, expect, it } from "vitest";
import { TokenTrie } from "../src/codebook/token-trie.ts";

function trieOf(...phrases: string[]): TokenTrie<string> {
  const trie = new TokenTrie<string>();
  for (const phrase of phrases) trie.add(phrase.split(" "), phrase);
  return trie;
}

describe("TokenTrie", () => {
  it.each<[why: string, phrases: string[], text: string, found: string[]]>([
    [
      "the longest of those that begin together",
      ["South", "South Sudan", "Sudan"],
      "South Sudan and Sudan",
      ["South Sudan", "Sudan"],
    ],
    ["none inside one already found", ["New Mexico", "Mexico"], "New Mexico", ["New Mexico"]],
    ["a shorter one where the longer breaks off", ["South Sea Company", "South"], "South Sea", ["South"]],
    ["no part of a word", ["Iran"], "Iranian", []],
    ["the same one again", ["Iran"], "Iran Iran", ["Iran", "Iran"]],
    ["nothing in nothing", ["Iran"], "", []],
  ])("finds %s", (_why, phrases, text, found) => {
    expect(
      trieOf(...phrases)
        .search(text.split(" "))
        .flatMap(({ values }) => values),
    ).toEqual(found);
  });

  it("keeps all values under the same words", () => {
    const trie = new TokenTrie<string>();
    trie.add(["Congo"], "COD");
    trie.add(["Congo"], "COG");
    expect(trie.get(["Congo"])).toEqual(["COD", "COG"]);
    expect(trie.get([])).toEqual([]);
    expect(trie.get(["Kongo"])).toEqual([]);
  });
});
