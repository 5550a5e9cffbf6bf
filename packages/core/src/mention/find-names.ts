/**
 * Names of the codebook in a sentence, made to agree with the names that the parser read: a country inside a person's name is none.
 * In: a sentence, the tables, the document's day. Out: named spans in text order, without overlap, and the parser's names that the tables do not know.
 */
import type { ActorNames, Named } from "../codebook/actors/actor-names.ts";
import { validOn } from "../codebook/dated.ts";
import type { Span } from "../base/span.ts";
import type { Name } from "../model/parsed.ts";
import type { Cast } from "./cast.ts";
import { headOf, isInside, type SentenceView, type TokenRange } from "./sentence-view.ts";

/** A name, with everything that may stand under it. `values` is empty for a name that only the parser knows. */
export interface NamedSpan extends TokenRange {
  readonly head: number;
  readonly values: readonly Named[];
  /** The parser's name on the same words; null: the parser saw none. */
  readonly name: Name | null;
}

export function findNames(view: SentenceView, names: ActorNames, day: string | null, cast: Cast | null): NamedSpan[] {
  const accept = (named: Named, first: number, last: number): boolean =>
    fits(view, named, { first, last }, day) ||
    (named.kind === "person" && named.short && isAgain(view, { first, last }, cast));
  const found: NamedSpan[] = names.search(view.forms, accept).map(({ from: first, to: last, values }) => {
    const name = view.names.find((other) => other.first === first && other.last === last) ?? null;
    return { first, last, head: headOf(view, { first, last }), values, name };
  });
  for (const name of view.names) {
    if (name.text.length < 2) continue; // "J-10"
    if (
      found.some(
        (span) =>
          span.first < name.last &&
          name.first < span.last &&
          (!(name.kind === "ORG" && isInside(span, name) && span.last - span.first < name.last - name.first) ||
            // "[Central Military Commission] of China"
            (span.first === name.first && isOrganisation(span) && view.lower[span.last] === "of")),
      )
    )
      continue;
    found.push({ first: name.first, last: name.last, head: headOf(view, name), values: [], name });
  }
  if (cast) addAgain(found, view, cast);
  return found
    .map((span) => withMeant(span, meant(span.values)))
    .filter(({ values }) => !values.some(({ kind }) => kind === "nothing"))
    .toSorted((a, b) => a.first - b.first || b.last - a.last);
}

/** Adds words that the parser did not see as names and by which somebody is called whom the document names in full. */
function addAgain(found: NamedSpan[], view: SentenceView, cast: Cast): void {
  for (let i = 0; i < view.forms.length; i += 1) {
    const form = view.forms[i] ?? "";
    if (!cast.get(form)?.has("")) continue;
    const range = { first: i, last: i + 1 };
    const known = found.find((span) => span.first <= i && i < span.last);
    if (known && !(known.values.length === 0 && known.last - known.first === 1)) continue;
    if (!isAgain(view, range, cast)) continue;
    const { start, end } = view.sentence.tokens[i] as Span;
    const name: Name = { text: form, start, end, kind: "PER", ...range, title: null, acronym: null };
    if (known) found[found.indexOf(known)] = { ...known, name };
    else found.push({ ...range, head: i, values: [], name });
  }
}

const withMeant = (span: NamedSpan, values: readonly Named[]): NamedSpan =>
  values === span.values ? span : { ...span, values };

const isOrganisation = ({ values }: NamedSpan): boolean => values.some(({ kind }) => kind === "organisation");

/** "May named him" after "Theresa May": a word by which somebody is called whom the document names in full. */
function isAgain(view: SentenceView, range: TokenRange, cast: Cast | null): boolean {
  const { first, last } = range;
  if (!cast?.has(view.forms.slice(first, last).join(" "))) return false;
  const around = view.names.find((name) => name.first < last && first < name.last);
  if (around && (around.first !== first || around.last !== last)) return false;
  const word = view.words[first];
  if (word?.upos === "PROPN") return !partOfName(view, range);
  // A month or a verb at the head of the sentence is neither after a preposition nor before a finite verb.
  const before = view.words[first - 1]?.upos ?? "PUNCT";
  return ["PUNCT", "CCONJ", "SCONJ"].includes(before) && /^VB[DNZ]$/u.test(view.words[last]?.xpos ?? "");
}

/** "The Washington Post" is no Washington, and a newspaper all the same. */
function meant(values: readonly Named[]): readonly Named[] {
  const known = values.filter(({ kind }) => kind === "organisation" || kind === "place");
  return known.length > 0 && values.some(({ kind }) => kind === "nothing") ? known : values;
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
