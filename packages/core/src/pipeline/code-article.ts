/**
 * The one place that knows the order of the steps: Article -> Document -> Segmented -> Mentioned -> Coded.
 * In: an article and the compiled codebook. Out: Coded. Pure: the same article and codebook give the same result, byte for byte.
 */
import { cleanArticle } from "../clean/clean-article.ts";
import type { Codebook } from "../codebook/codebook.ts";
import { codeBaseline } from "../event/baseline.ts";
import { findCountries } from "../mention/find-countries.ts";
import type { Article } from "../model/article.ts";
import type { Coded } from "../model/event.ts";
import { segmentDocument } from "../segment/segment-document.ts";

/** The coders that can be chosen. */
export const CODERS = ["baseline"] as const;
export type CoderName = (typeof CODERS)[number];

export function codeArticle(article: Article, codebook: Codebook): Coded {
  const document = cleanArticle(article);
  const segmented = segmentDocument(document);
  if (document.issues.some(({ code }) => code === "not-english"))
    return { kind: "coded", mentioned: { kind: "mentioned", segmented, actors: [] }, events: [] };
  const mentioned = findCountries(segmented, codebook.countries);
  return codeBaseline(mentioned, codebook);
}
