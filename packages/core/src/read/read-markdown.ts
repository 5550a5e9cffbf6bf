import type { Issue } from "../base/issue.ts";
import type { Article } from "../model/article.ts";
import type { ArticleHints } from "./article-hints.ts";
import { dateIssue } from "./date-issue.ts";
import { frontMatter } from "./front-matter.ts";
import { parseIsoDay } from "./iso-day.ts";
import { languageTag } from "./language-tag.ts";
import { markdownBlocks } from "./markdown-blocks.ts";

/**
 * A Markdown file as an article. The text stays as it is, marks included; the blocks say where its words stand.
 * Plain `key: value` lines of the front matter give title, day, source, address, author and language and win over the hints.
 */
export function readMarkdown(text: string, hints: ArticleHints): Article {
  const front = frontMatter(text);
  const value = (...keys: readonly string[]): string | null => {
    for (const key of keys) {
      const found = front?.values.get(key);
      if (found !== undefined) return found;
    }
    return null;
  };
  const issues: Issue[] = [];
  const written = value("date", "published", "publisheddate", "pubdate", "published_at", "publishdate");
  const published = written === null ? null : parseIsoDay(written);
  if (written !== null && published === null) issues.push(dateIssue(written, "The front matter"));
  return {
    kind: "article",
    id: hints.id,
    text,
    layout: "page",
    blocks: markdownBlocks(text, front?.end ?? 0),
    title: value("title", "headline") ?? hints.title ?? null,
    byline: value("author", "byline", "by"),
    published: published ?? hints.published,
    source: value("source", "publisher", "site", "outlet", "publication") ?? hints.source,
    url: value("url", "canonical", "canonical_url", "link", "permalink") ?? hints.url,
    language: languageTag(value("lang", "language", "locale") ?? "") ?? hints.language,
    issues,
  };
}
