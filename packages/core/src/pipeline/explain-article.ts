import { cleanArticle } from "../clean/clean-article.ts";
import type { Codebook } from "../codebook/codebook.ts";
import { explainSentences, type ExplainedSentence } from "../event/explain-sentence.ts";
import type { Article } from "../model/article.ts";
import type { Reader } from "./load-reader.ts";
import { nameActors } from "./name-actors.ts";

/** Reads an article as the coder does and tells for each sentence why it gives what it gives; sentences in which nobody political is named are left out. */
export function explainArticle(article: Article, codebook: Codebook, reader: Reader): ExplainedSentence[] {
  const parsed = reader.parse(reader.segment(cleanArticle(article)));
  return explainSentences(nameActors(parsed, codebook, reader), codebook);
}
