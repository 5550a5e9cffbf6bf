import type { Article } from "../model/article.ts";
import type { ArticleHints } from "./article-hints.ts";

/** A plain text file as an article: the text is kept code unit for code unit, and everything about it comes from the hints. */
export function readText(text: string, hints: ArticleHints): Article {
  return {
    kind: "article",
    id: hints.id,
    text,
    layout: "page",
    blocks: null,
    title: hints.title ?? null,
    byline: null,
    published: hints.published,
    source: hints.source,
    url: hints.url,
    language: hints.language,
    issues: [],
  };
}
