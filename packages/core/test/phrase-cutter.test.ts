import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ActorNames, type Named } from "../src/codebook/actors/actor-names.ts";
import { phraseCutter } from "../src/segment/phrase-cutter.ts";
import { tokenize } from "../src/segment/tokenize.ts";
import { codebookFiles } from "./codebook-folder.ts";

const whole = (phrase: string): string[] => tokenize(phrase).map(({ start, end }) => phrase.slice(start, end));

describe("phraseCutter", () => {
  it("cuts every name and role of the codebook as the tokenizer does", () => {
    const cut = phraseCutter();
    const cells = [...codebookFiles()].filter(([file]) => file.startsWith("actors/")).flatMap(([, content]) => content.split(/[\t\n]|; /u)); // prettier-ignore
    const names = new Set(cells);
    expect(names.size).toBeGreaterThan(40_000);
    expect([...names].filter((name) => cut(name).join("\0") !== whole(name).join("\0"))).toEqual([]);
  });

  it("cuts what no codebook holds as the tokenizer does", () => {
    const cut = phraseCutter();
    const piece = fc.constantFrom("A", "a", "cannot", "US", "$", "5", "’s", "'", "’", ".", "-", "&", "/", "é", " ", "  ", "(", "\u00A0", "No", "dont", "“", "th"); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        expect(cut(pieces.join(""))).toEqual(whole(pieces.join("")));
      }),
      { numRuns: 3000 },
    );
  });
});

describe("ActorNames", () => {
  const nothing: Named = { kind: "nothing" };
  const search = (names: ActorNames, text: string): string[] =>
    names.search(whole(text), () => true).map(({ from, to }) => whole(text).slice(from, to).join(" "));

  it.each<[why: string, names: string[], text: string, found: string[]]>([
    ["a name with initials", ["J. B. Zen"], "Then J. B. Zen spoke.", ["J. B. Zen"]],
    ["a name that begins with a mark", ["'Ndrangheta"], "the 'Ndrangheta", ["' Ndrangheta"]],
    ["a name all in capitals", ["Zendan Orlo"], "ZENDAN ORLO", ["ZENDAN ORLO"]],
    ["no short name in small letters", ["US"], "us", []],
    ["names with one first word, cut in two ways", ["Zen", "Zen's Men"], "Zen and Zen's Men", ["Zen", "Zen 's Men"]],
  ])("finds %s", (_why, written, text, found) => {
    const names = new ActorNames(phraseCutter());
    for (const name of written) names.add(name, nothing);
    expect(search(names, text)).toEqual(found);
  });

  it("finds names that are added after a search", () => {
    const names = new ActorNames(phraseCutter());
    names.add("Zen", nothing);
    expect(search(names, "Zen Orlo")).toEqual(["Zen"]);
    names.add("Zen Orlo", nothing);
    expect(search(names, "Zen Orlo")).toEqual(["Zen Orlo"]);
    expect(names.get("Zen")).toEqual([nothing]);
    expect(names.get("zen")).toEqual([]);
  });
});
