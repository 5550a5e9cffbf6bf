/**
 * Who is who, in sentences of our own: the tables of `codebook/actors/`, `mention` and `coref` over the shipped reader.
 * A row of actor-sentences.tsv: id, day of publication, text, expectations, kind ("plain", or "trap" for words that look like an actor or like another one).
 * An expectation is `words = COUNTRY SECTOR`, `-` for null, several joined by " + " in any order ("both sides = PAK - + CHN -"), or `words = none`: no
 * mention with a country may overlap. `words[2]` is their second place in the text; `@id` and `~how` after the sector assert entity and way.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nameActors } from "../src/pipeline/name-actors.ts";
import type { ActorMention } from "../src/model/mention.ts";
import { plainDocument } from "../src/model/plain-document.ts";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import { codebookFiles } from "./codebook-folder.ts";
import { englishReader } from "./english-reader.ts";

const codebook = loadCodebook(codebookFiles());
const reader = englishReader(codebook);

function actorsOf(text: string, day: string): readonly ActorMention[] {
  const document = { ...plainDocument("row", text, [{ start: 0, end: text.length }]), published: day };
  return nameActors(reader.parse(reader.segment(document)), codebook, reader).actors;
}

const BESIDE = /[\p{L}\p{N}]/u;

/** Where words stand as whole words, the nth time. */
function placeOf(text: string, written: string): { start: number; end: number } {
  const [, words = "", nth = "1"] = /^(.*?)(?:\[(\d+)\])?$/su.exec(written) ?? [];
  let left = Number(nth);
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (BESIDE.test(text[start - 1] ?? "") || BESIDE.test(text[end] ?? "")) continue;
    left -= 1;
    // An article is no part of a mention.
    if (left === 0) return { start: start + (/^(?:the|an?) /iu.exec(words)?.[0].length ?? 0), end };
  }
  throw new Error(`"${written}" does not stand in: ${text}`);
}

/** What was found on the words: of the mentions that share most with them all that lie on one range, written as an expectation is. */
function foundOn(text: string, actors: readonly ActorMention[], written: string, wanted: string): string {
  const place = placeOf(text, written);
  const shared = (one: ActorMention): number => Math.min(place.end, one.end) - Math.max(place.start, one.start);
  const here = actors.filter((one) => shared(one) > 0);
  if (wanted === "none") return here.filter(({ country }) => country !== null).map(codeOf).join(" + ") || "none"; // prettier-ignore
  const share = (one: ActorMention): number =>
    shared(one) / (Math.max(place.end, one.end) - Math.min(place.start, one.start));
  const most = Math.max(0, ...here.map(share));
  const best = most < 0.5 ? [] : here.filter((one) => share(one) === most);
  const asserted = wanted.split(" + ")[0] ?? "";
  const codes = best.map(
    (one) =>
      codeOf(one) +
      (asserted.includes("@") ? ` @${one.entity ?? "-"}` : "") +
      (asserted.includes("~") ? ` ~${one.how}` : ""),
  );
  return [...new Set(codes)].toSorted().join(" + ") || "nothing";
}

const codeOf = ({ country, sector }: ActorMention): string => `${country ?? "-"} ${sector ?? "-"}`;

interface Row {
  readonly id: string;
  readonly day: string;
  readonly text: string;
  readonly wanted: string;
  readonly kind: string;
}

const rows = readFileSync(new URL("actor-sentences.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line): Row => {
    const [id = "", day = "", text = "", wanted = "", kind = ""] = line.split("\t");
    return { id, day, text, wanted, kind };
  });

describe("actors", () => {
  it.each(rows)("$id: $text", ({ day, text, wanted }) => {
    const actors = actorsOf(text, day);
    for (const { start, end, text: words } of actors) expect(text.slice(start, end)).toBe(words);
    const pairs = wanted.split("; ").map((one) => {
      const [words = "", codes = ""] = one.split(" = ");
      return { words, codes: codes.split(" + ").toSorted().join(" + ") };
    });
    const found = pairs.map(({ words, codes }) => ({ words, codes: foundOn(text, actors, words, codes) }));
    expect(found).toEqual(pairs);
  });

  it("has enough rows of each kind, each once", () => {
    expect(rows.length).toBeGreaterThanOrEqual(210);
    expect(rows.filter(({ kind }) => kind === "trap").length).toBeGreaterThanOrEqual(70);
    expect(rows.filter(({ kind }) => kind !== "trap" && kind !== "plain")).toEqual([]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(new Set(rows.map(({ text, day }) => `${day} ${text}`)).size).toBe(rows.length);
  });
});
