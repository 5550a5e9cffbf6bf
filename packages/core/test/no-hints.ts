import type { ArticleHints } from "../src/read/article-hints.ts";

/** A caller that knows nothing of an article. */
export const NO_HINTS: ArticleHints = {
  id: null,
  title: null,
  published: null,
  source: null,
  url: null,
  language: null,
};
