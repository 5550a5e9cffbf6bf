import { sha256Hex } from "../base/hash.ts";
import type { Span } from "../base/span.ts";
import type { Document } from "./document.ts";

/** A text as a document that nobody cleaned: English, every paragraph body, nothing known of its carrier. */
export function plainDocument(id: string, text: string, paragraphs: readonly Span[]): Document {
  return {
    kind: "document",
    id,
    text,
    sha256: sha256Hex(text),
    title: null,
    published: null,
    publishedBasis: null,
    source: null,
    url: null,
    language: "en",
    paragraphs: paragraphs.map(({ start, end }) => ({ start, end, kind: "body", repeats: null })),
    issues: [],
  };
}
