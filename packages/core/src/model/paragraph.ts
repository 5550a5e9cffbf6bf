import type { Span } from "../base/span.ts";

export type ParagraphKind =
  "title" | "byline" | "dateline" | "body" | "quote" | "caption" | "list" | "navigation" | "count" | "other";

/** A range of the frozen text and what it is on the page. */
export interface Block extends Span {
  readonly kind: ParagraphKind;
}

/**
 * A paragraph of the frozen text. Paragraphs are in text order and do not overlap; gaps between them are blank.
 * A line break inside a paragraph is soft: it counts as a blank.
 */
export interface Paragraph extends Block {
  /** Index of the other paragraph whose words this one repeats (a caption told twice, a pull quote and its body paragraph); null: it is its own. */
  readonly repeats: number | null;
}
