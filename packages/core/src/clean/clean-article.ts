// Cleaning: marks over the text of an article, never an edit of it. In: an article as it was read. Out: a document, whose frozen text is the
// article's text code unit for code unit, with its paragraphs, their kinds and what they repeat. Every character that is not blank stands in
// exactly one paragraph, so that nothing is lost: what is not article text is marked, not cut. The marks are made in a fixed order: paragraphs,
// page furniture by its own words, date lines, the page as a whole, repeats; then title, day and source are taken from them.
// The same article gives the same document, and any string is accepted.
import { contentId, sha256Hex } from "../base/hash.ts";
import type { Issue } from "../base/issue.ts";
import type { Article } from "../model/article.ts";
import type { Document } from "../model/document.ts";
import type { Paragraph } from "../model/paragraph.ts";
import { coveredBlocks } from "./covered-blocks.ts";
import { furnitureKind } from "./furniture-kind.ts";
import { languageIssue } from "./language-issue.ts";
import { markPage } from "./mark-page.ts";
import { markRepeats } from "./mark-repeats.ts";
import type { Piece } from "./piece.ts";
import { splitDatelines } from "./split-datelines.ts";
import { textFacts } from "./text-facts.ts";
import { textPieces } from "./text-pieces.ts";

/** What a block marked so by the carrier may still turn out to be furniture. */
const openKinds: ReadonlySet<Piece["kind"]> = new Set([null, "other", "list", "quote"]);

function piecesOf({ text, blocks, layout }: Article): Piece[] {
  const onPage = layout === "page";
  const pieces = blocks ? coveredBlocks(text, blocks) : textPieces(text, onPage);
  // A text of one paragraph is body, however short: it is all there is to read.
  if (pieces.length < 2) return blocks ? pieces : pieces.map((piece) => ({ ...piece, kind: null }));
  if (!blocks) return pieces;
  return pieces.map((piece) => {
    const kind = openKinds.has(piece.kind) ? furnitureKind(text.slice(piece.start, piece.end), onPage) : null;
    return kind === null || (piece.kind !== null && kind === "list") ? piece : { ...piece, kind };
  });
}

function titleOf(text: string, paragraphs: readonly Paragraph[]): string | null {
  const title = paragraphs.find((paragraph) => paragraph.kind === "title");
  return title ? text.slice(title.start, title.end).replace(/\s+/g, " ") : null;
}

/**
 * Freezes the text of an article and marks its paragraphs. `published`, `source` and `title` of the article stay; where they are null they
 * are taken from the date lines and the title of the text. A text of blanks only gives no paragraph and an issue "empty-text".
 */
export function cleanArticle(article: Article): Document {
  const { text } = article;
  const sha256 = sha256Hex(text);
  const pieces = splitDatelines(text, piecesOf(article));
  const paragraphs = markRepeats(
    text,
    article.layout === "page" ? markPage(text, pieces, article.blocks === null, article.title) : pieces,
  );
  const facts = textFacts(text, paragraphs);
  const issues: Issue[] = [...article.issues];
  if (paragraphs.length === 0) {
    const message = "The article has no text, or blanks only; expected at least one sentence. Nothing is read from it.";
    issues.push({ code: "empty-text", level: "error", message });
  }
  const language = languageIssue(text);
  if (language) issues.push(language);
  const published = article.published ?? facts.published;
  return {
    kind: "document",
    id: article.id ?? contentId(sha256, article.url ?? "", article.source ?? ""),
    text,
    sha256,
    title: article.title ?? titleOf(text, paragraphs),
    published,
    publishedBasis: published === null ? null : article.published === null ? "dateline" : "carrier",
    source: article.source ?? facts.source,
    url: article.url,
    language: article.language,
    paragraphs,
    issues,
  };
}
