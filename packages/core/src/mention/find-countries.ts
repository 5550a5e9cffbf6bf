/**
 * The baseline's actors: countries by name, adjective, capital or seat of government.
 * In: Segmented. Out: the mentions in text order, without overlap. Invariant: `text.slice(start, end)` is the mention's `text`.
 * A name that means several countries gives one mention with `country: null` and its candidates.
 */
import { textSpan } from "../base/span.ts";
import { validOn, type Countries, type CountryName } from "../codebook/countries.ts";
import type { ActorMention, Mentioned, ResolutionKind } from "../model/mention.ts";
import type { Segmented } from "../model/segmented.ts";

export function findCountries(segmented: Segmented, countries: Countries): Mentioned {
  const { document, sentences } = segmented;
  const actors: ActorMention[] = [];
  for (const sentence of sentences) {
    const words = sentence.tokens.map((token) => document.text.slice(token.start, token.end));
    for (const match of countries.names.search(words)) {
      const [first, last] = [sentence.tokens[match.from], sentence.tokens[match.to - 1]];
      const names = match.values.filter((name) => name !== null && validOn(name, document.published)) as CountryName[];
      if (!first || !last || names.length === 0) continue;
      actors.push({ ...textSpan(document.text, first.start, last.end), sentence: sentence.index, ...resolve(names) });
    }
  }
  return { kind: "mentioned", segmented, actors };
}

/** The mention's identity from the names that stand under its words. The confidences are orders of magnitude, not measured. */
function resolve(names: readonly CountryName[]): Omit<ActorMention, "text" | "start" | "end" | "sentence"> {
  const countries = [...new Map(names.map((name) => [name.country.iso3, name.country])).values()];
  const [only] = countries;
  const how: ResolutionKind = names.every((name) => name.kind === "capital" || name.kind === "seat")
    ? "metonym"
    : "name";
  if (countries.length > 1 || !only) {
    return {
      name: countries.map((country) => country.name).join(" or "),
      entity: null,
      country: null,
      sector: null,
      how,
      confidence: 1 / countries.length,
      candidates: countries.map((country) => country.iso3),
    };
  }
  // A capital may also be just the place where something happens.
  const confidence = how === "metonym" ? 0.6 : 0.95;
  return { name: only.name, entity: only.iso3, country: only.iso3, sector: null, how, confidence, candidates: [] };
}
