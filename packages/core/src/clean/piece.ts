import type { Span } from "../base/span.ts";
import type { ParagraphKind } from "../model/paragraph.ts";

/** A paragraph in the making; `kind` null: not told yet. */
export interface Piece extends Span {
  readonly kind: ParagraphKind | null;
}
