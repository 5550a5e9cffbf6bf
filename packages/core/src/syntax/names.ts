/**
 * Names of a document, from the network's marks: right edges, titles split off persons, short forms, and the same name in all sentences.
 * In: the frozen text, its sentences with tags, trees and marks. Out: the names of each sentence, in order, none overlapping another.
 * Invariants: a title and a short form lie outside their name; a mark gives at most one name; without marks in the document there are no names.
 */
import { textSpan, type TextSpan } from "../base/span.ts";
import type { TitleTables } from "../codebook/language-titles.ts";
import type { Name } from "../model/parsed.ts";
import { acronymAfter } from "./name-acronym.ts";
import { trimName } from "./name-edges.ts";
import { findRepeats } from "./name-repeats.ts";
import {
  isCapital,
  readForms,
  type FoundName,
  type NameSentence,
  type RawName,
  type TaggedSentence,
} from "./name-sentence.ts";
import { splitTitle } from "./name-title.ts";

export type { RawName, TaggedSentence } from "./name-sentence.ts";

/** @returns parallel to `sentences` */
export function refineNames(text: string, sentences: readonly TaggedSentence[], tables: TitleTables): Name[][] {
  const read = sentences.map((sentence) => readForms(text, sentence));
  const withArticle = articleNames(read);
  const found = read.map((sentence) => {
    const names = sentence.raw
      .map((raw) => trimName(sentence, raw, tables, withArticle))
      .filter((name) => name !== null)
      .map((name) => wholePerson(sentence, name, tables))
      .map((name) => refine(sentence, name, tables))
      .filter((name) => name !== null);
    return names.filter(
      ({ first, last }) => !names.some(({ acronym }) => acronym && acronym.first <= first && last <= acronym.last),
    );
  });
  const repeats = findRepeats(read, found, tables);
  return read.map((sentence, i) =>
    [
      ...(found[i] ?? []),
      ...(repeats[i] ?? []).map((name) => refine(sentence, name, tables)).filter((name) => name !== null),
    ]
      .toSorted((a, b) => a.first - b.first)
      .map((name) => toName(text, sentence, name)),
  );
}

function refine(sentence: NameSentence, name: RawName, tables: TitleTables): FoundName | null {
  if (name.kind !== "PER") return { ...name, titleFirst: null, acronym: acronymAfter(sentence, name, tables) };
  const titled = splitTitle(sentence, name, tables);
  return titled && { ...titled.name, titleFirst: titled.titleFirst, acronym: null };
}

/** A person's name with the unmarked proper nouns that the tree joins to it as one name ("Wang" and "Yi"). */
function wholePerson(sentence: NameSentence, name: RawName, tables: TitleTables): RawName {
  if (name.kind !== "PER") return name;
  let { last } = name;
  for (; last < sentence.words.length; last += 1) {
    const word = sentence.words[last];
    const taken = sentence.raw.some((raw) => raw.first <= last && last < raw.last);
    const flat = word?.relation.startsWith("flat") === true && word.head >= name.first && word.head < last;
    if (taken || !flat || word.upos !== "PROPN" || !isCapital(sentence.forms[last])) break;
    if (tables.words.small.has(sentence.lower[last] ?? "")) break;
  }
  return { ...name, last };
}

/** Names that have "The" in mid-sentence, in lower case without it. */
function articleNames(sentences: readonly NameSentence[]): Set<string> {
  const names = new Set<string>();
  for (const { raw, forms, lower } of sentences) {
    for (const { first, last } of raw)
      if (first > 1 && forms[first] === "The") names.add(lower.slice(first + 1, last).join(" "));
  }
  return names;
}

function toName(text: string, { tokens }: NameSentence, name: FoundName): Name {
  const span = (first: number, last: number): TextSpan =>
    textSpan(text, tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0);
  return {
    ...span(name.first, name.last),
    kind: name.kind,
    first: name.first,
    last: name.last,
    title: name.titleFirst === null ? null : span(name.titleFirst, name.first),
    acronym: name.acronym && span(name.acronym.first, name.acronym.last),
  };
}
