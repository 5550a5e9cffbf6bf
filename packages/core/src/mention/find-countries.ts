/**
 * The baseline's actors: countries by name, adjective, capital or seat of government, without a look at grammar.
 * In: Segmented. Out: the mentions in text order, without overlap. Invariant: `text.slice(start, end)` is the mention's `text`.
 * A name that means several countries gives one mention with `country: null` and its candidates.
 */
import { textSpan } from "../base/span.ts";
import type { Named } from "../codebook/actors/actor-names.ts";
import type { Actors } from "../codebook/actors/actors.ts";
import type { CountryName } from "../codebook/actors/countries.ts";
import { validOn } from "../codebook/dated.ts";
import type { ActorMention } from "../model/mention.ts";
import type { Segmented } from "../model/segmented.ts";

export function findCountries(segmented: Segmented, actors: Actors): ActorMention[] {
  const { document, sentences } = segmented;
  const found: ActorMention[] = [];
  for (const sentence of sentences) {
    const words = sentence.tokens.map((token) => document.text.slice(token.start, token.end));
    for (const match of actors.names.search(words, ({ kind }) => kind === "country" || kind === "nothing")) {
      const [first, last] = [sentence.tokens[match.from], sentence.tokens[match.to - 1]];
      const names = match.values.filter(isCountry).map(({ name }) => name).filter((name) => validOn(name, document.published)); // prettier-ignore
      if (!first || !last || names.length === 0) continue;
      found.push({
        ...textSpan(document.text, first.start, last.end),
        sentence: sentence.index,
        head: match.to - 1,
        ...resolve(names),
        sort: "state",
        gender: null,
        plural: false,
        role: null,
        antecedent: null,
      });
    }
  }
  return found;
}

const isCountry = (named: Named): named is Extract<Named, { kind: "country" }> => named.kind === "country";

/** The mention's identity from the names that stand under its words. The confidences are orders of magnitude, not measured. */
function resolve(
  names: readonly CountryName[],
): Pick<ActorMention, "name" | "entity" | "country" | "sector" | "how" | "confidence" | "candidates"> {
  const countries = [...new Map(names.map((name) => [name.country.iso3, name.country])).values()];
  const [only] = countries;
  const how = names.every((name) => name.kind === "capital" || name.kind === "seat") ? "metonym" : "name";
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
