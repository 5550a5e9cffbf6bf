import type { Issue } from "../base/issue.ts";
import type { Article } from "../model/article.ts";
import type { Block } from "../model/paragraph.ts";
import type { ArticleHints } from "./article-hints.ts";
import { htmlBlocks, type HtmlBlock } from "./html-blocks.ts";
import { articleElement, parsePage, type Page } from "./html-page.ts";
import { parseIsoDay } from "./iso-day.ts";
import { pageFacts } from "./page-facts.ts";

// Readability is ten times faster without these; the JSON-LD scripts are read before they go.
const stripped = "script, style, nav, template, noscript, svg, iframe";

function sameWords(a: string, b: string): boolean {
  return a.replace(/\s+/g, " ").toLowerCase() === b.replace(/\s+/g, " ").toLowerCase();
}

/** A byline without the parts of it that are a date. */
function withoutDate(byline: string | null): string | null {
  const parts = (byline ?? "").split(/\s*[|·•]\s*/).filter((part) => part.trim() !== "" && parseIsoDay(part) === null);
  return parts.length === 0 ? null : parts.join(", ").replace(/\s+/g, " ").trim();
}

/** The blocks of the article; those of the whole body where no article is found. */
function articleBlocks(page: Page): { blocks: readonly HtmlBlock[]; byline: string | null } {
  // Readability rewrites the page, so that the blocks of the body are taken before.
  const whole = page.body ? htmlBlocks(page.body) : [];
  const found = articleElement(page);
  const blocks = found ? htmlBlocks(found.content) : [];
  return blocks.length > 0 ? { blocks, byline: found?.byline ?? null } : { blocks: whole, byline: null };
}

/**
 * A page as an article. The frozen text is the extracted one: the title, then the blocks of the article, parted by blank lines;
 * blanks inside a block are collapsed and a single `<br>` is a line feed. Facts about the article come from the page and, where it does not say, from the hints.
 * A page without text gives an article of text "" with an issue.
 */
export function readHtml(html: string, hints: ArticleHints): Article {
  const page = parsePage(html);
  const facts = pageFacts(page);
  for (const element of Array.from(page.querySelectorAll(stripped))) element.remove();
  const { blocks: found, byline } = articleBlocks(page);

  const { title } = facts;
  // The heading is often part of the article element as well; the title stands once.
  const repeated = title === null ? -1 : found.slice(0, 3).findIndex((block) => sameWords(block.text, title));
  const body = found.filter((_, index) => index !== repeated);
  const blocks: Block[] = [];
  let text = "";
  for (const block of title !== null && body.length > 0 ? [{ text: title, kind: "title" as const }, ...body] : found) {
    if (text !== "") text += "\n\n";
    blocks.push({ start: text.length, end: text.length + block.text.length, kind: block.kind });
    text += block.text;
  }
  const issues: Issue[] = [...facts.issues];
  if (text === "") {
    const message =
      "The page holds no article text; expected paragraphs of text in its body. It may be built by a script, or be empty.";
    issues.push({ code: "no-text", level: "error", message });
  }
  return {
    kind: "article",
    id: hints.id,
    text,
    layout: "page",
    blocks,
    title: title ?? hints.title ?? null,
    byline: facts.byline ?? withoutDate(byline),
    published: facts.published ?? hints.published,
    source: facts.source ?? hints.source,
    url: facts.url ?? hints.url,
    language: facts.language ?? hints.language,
    issues,
  };
}
