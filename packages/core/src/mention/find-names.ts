/**
 * Names of the codebook in a sentence, made to agree with the names that the parser read: a country inside a person's name is none.
 * In: a sentence, the tables, the document's day. Out: named spans in text order, without overlap, and the parser's names that the tables do not know.
 */
import type { ActorNames, Named } from "../codebook/actors/actor-names.ts";
import { validOn } from "../codebook/dated.ts";
import type { Name } from "../model/parsed.ts";
import { headOf, isInside, type SentenceView, type TokenRange } from "./sentence-view.ts";

/** A name, with everything that may stand under it. `values` is empty for a name that only the parser knows. */
export interface NamedSpan extends TokenRange {
  readonly head: number;
  readonly values: readonly Named[];
  /** The parser's name on the same words; null: the parser saw none. */
  readonly name: Name | null;
}

export function findNames(view: SentenceView, names: ActorNames, day: string | null): NamedSpan[] {
  const accept = (named: Named, first: number, last: number): boolean => fits(view, named, { first, last }, day);
  const found: NamedSpan[] = names.search(view.forms, accept).map(({ from, to, values }) => {
    const range = { first: from, last: to };
    const name = view.names.find((other) => other.first === from && other.last === to) ?? null;
    return { ...range, head: headOf(view, range), values, name };
  });
  for (const name of view.names) {
    if (name.text.length < 2) continue; // "J-10"
    if (
      found.some(
        (span) =>
          span.first < name.last &&
          name.first < span.last &&
          !(name.kind === "ORG" && isInside(span, name) && span.last - span.first < name.last - name.first),
      )
    )
      continue;
    found.push({ first: name.first, last: name.last, head: headOf(view, name), values: [], name });
  }
  return found
    .filter(({ values }) => !values.some(({ kind }) => kind === "nothing"))
    .toSorted((a, b) => a.first - b.first || b.last - a.last);
}

function fits(view: SentenceView, named: Named, range: TokenRange, day: string | null): boolean {
  const words = view.words.slice(range.first, range.last);
  // "may", "will", "march": a name is made of nouns, adjectives and their glue.
  if (range.last - range.first === 1 && !["PROPN", "NOUN", "ADJ", "X"].includes(words[0]?.upos ?? "")) return false;
  const around = view.names.find((name) => name.first < range.last && range.first < name.last);
  const exact = around?.first === range.first && around.last === range.last;
  switch (named.kind) {
    case "country":
    case "place":
      if (!validOn(named.name, day)) return false;
      return !around || exact || !insideOtherName(view, range, around, named);
    case "people":
      return !around || exact || around.kind !== "PER";
    case "person":
      if (!named.short) return true;
      if (!words.some(({ upos }) => upos === "PROPN")) return false;
      // A bare surname: alone as a person, or where the parser saw no name. Inside a longer name it is somebody else's.
      return exact ? around.kind === "PER" || !hasOtherNoun(view, range) : !around && !partOfName(view, range);
    case "organisation":
    case "nothing":
      return true;
  }
}

/** "Denzel Washington", "Gulf of Mexico": the country or place is part of another name. */
function insideOtherName(view: SentenceView, range: TokenRange, around: Name, named: Named): boolean {
  if (range.first < around.first || range.last > around.last) return false;
  const adjective = named.kind === "country" && (named.name.kind === "adjective" || named.name.kind === "demonym");
  if (around.kind === "PER") return !(adjective && range.first === around.first && around.last - range.last >= 2);
  if (around.kind === "LOC") return view.lower[range.first - 1] === "of" && range.first - 1 > around.first;
  return false;
}

const hasOtherNoun = (view: SentenceView, range: TokenRange): boolean => partOfName(view, range);

/** Whether a capitalised proper noun stands directly beside the words and belongs to them. */
function partOfName(view: SentenceView, { first, last }: TokenRange): boolean {
  const beside = (i: number, inner: number): boolean => {
    const word = view.words[i];
    if (!word || word.upos !== "PROPN") return false;
    return word.head === inner || view.words[inner]?.head === i;
  };
  return (
    (beside(last, last - 1) && view.words[last]?.relation === "flat") ||
    view.words[first]?.relation === "flat" ||
    (view.words[first]?.relation === "compound" && beside(first + 1, first))
  );
}
