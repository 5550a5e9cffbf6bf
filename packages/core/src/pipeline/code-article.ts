/**
 * The one place that knows the order of the steps: Article -> Document -> Segmented -> Parsed -> Mentioned -> Linked -> Coded;
 * times are found in Parsed, beside the actors; places as well, by what the actors tell.
 * In: an article, the compiled codebook and the reader of English. Out: Coded. Pure: the same article and codebook give the same result, byte for byte.
 */
import { cleanArticle } from "../clean/clean-article.ts";
import type { Codebook } from "../codebook/codebook.ts";
import { codeBaseline } from "../event/baseline.ts";
import { codeEvents } from "../event/code-events.ts";
import { findCountries } from "../mention/find-countries.ts";
import { findStatements } from "../statement/find-statements.ts";
import { findPlaces } from "../mention/place/find-places.ts";
import { findTimes } from "../mention/time/find-times.ts";
import type { Article } from "../model/article.ts";
import type { Coded } from "../model/event.ts";
import type { Reader } from "./load-reader.ts";
import { nameActors } from "./name-actors.ts";

/** The coders that can be chosen. */
export const CODERS = ["plover", "baseline"] as const;
export type CoderName = (typeof CODERS)[number];

export function codeArticle(article: Article, codebook: Codebook, reader: Reader, coder: CoderName = "plover"): Coded {
  const document = cleanArticle(article);
  const segmented = reader.segment(document);
  if (document.issues.some(({ code }) => code === "not-english")) {
    const parsed = { kind: "parsed", segmented, sentences: [], issues: [] } as const;
    return {
      kind: "coded",
      linked: { kind: "linked", parsed, actors: [], places: [], chains: [] },
      times: [],
      places: [],
      events: [],
      statements: [],
    };
  }
  const parsed = reader.parse(segmented);
  const times = findTimes(parsed, codebook.times);
  const linked = nameActors(parsed, codebook, reader);
  const places = findPlaces(parsed, reader.placesOf(codebook.places), linked.actors);
  const found = { times, places };
  if (coder === "plover") return findStatements(codeEvents(linked, found, codebook), codebook);
  return codeBaseline(linked, findCountries(segmented, codebook.actors), found, codebook);
}
