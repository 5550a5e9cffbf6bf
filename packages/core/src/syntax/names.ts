/**
 * Names of a document, from the network's marks: right edges, titles split off persons, short forms, and the same name in all sentences.
 * In: the frozen text, its sentences with tags, trees and marks. Out: the names of each sentence, in order, none overlapping another.
 * Invariants: a title and a short form lie outside their name; a mark gives at most one name; without marks in the document there are no names.
 */
import { textSpan, type TextSpan } from "../base/span.ts";
import type { TitleTables } from "../codebook/language-titles.ts";
import type { Name, NameKind } from "../model/parsed.ts";
import { acronymAfter, looksLikeAcronym, wholeByAcronym } from "./name-acronym.ts";
import { trimName } from "./name-edges.ts";
import { findRepeats } from "./name-repeats.ts";
import {
  readForms,
  withMarks,
  type FoundName,
  type NameSentence,
  type RawName,
  type TaggedSentence,
} from "./name-sentence.ts";
import { wholePerson } from "./name-person.ts";
import { isTitle, splitTitle } from "./name-title.ts";

export type { RawName, TaggedSentence } from "./name-sentence.ts";

/** @returns parallel to `sentences` */
export function refineNames(text: string, sentences: readonly TaggedSentence[], tables: TitleTables): Name[][] {
  const forms = sentences.map((sentence) => readForms(text, sentence));
  const withArticle = articleNames(forms);
  const shortForms = markedShortForms(forms);
  const read = forms.map((sentence) => withMarks(sentence, mendMarks(sentence, tables, withArticle, shortForms)));
  const found = read.map((sentence) =>
    sentence.raw.map((name) => refine(sentence, name, tables)).filter((name) => name !== null),
  );
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

/** The network's marks with their edges put right; they do not overlap. */
function mendMarks(
  sentence: NameSentence,
  tables: TitleTables,
  withArticle: ReadonlySet<string>,
  shortForms: ReadonlyMap<string, NameKind>,
): RawName[] {
  const trimmed = sentence.raw
    .map((raw) => trimName(sentence, raw, tables, withArticle))
    // A rank or an office alone, marked as a person, is none; left in, it would hide the title before the next name.
    .filter((name) => name !== null && (name.kind !== "PER" || !isTitle(sentence, name.first, name.last, tables)))
    .filter((name) => name !== null);
  const spelt = wholeByAcronym(withMarks(sentence, trimmed), shortForms, tables);
  const marks = withMarks(sentence, spelt);
  const taken = [...marks.marked];
  // From left to right: what one person's name takes in is not free for the next.
  return spelt.map((name) => {
    const whole = wholePerson({ ...marks, marked: taken }, name, tables);
    taken.fill(whole, whole.first, whole.last);
    return whole;
  });
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

/** Kinds of single words that look like short forms, by their first mark. */
function markedShortForms(sentences: readonly NameSentence[]): Map<string, NameKind> {
  const kinds = new Map<string, NameKind>();
  for (const { raw, forms } of sentences) {
    for (const { kind, first, last } of raw) {
      const form = forms[first] ?? "";
      if (last - first === 1 && kind !== "PER" && looksLikeAcronym(form) && !kinds.has(form)) kinds.set(form, kind);
    }
  }
  return kinds;
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
