import type { Issue } from "../base/issue.ts";
import type { Paragraph } from "./paragraph.ts";

/** An article whose text is frozen, with its cleaning as a layer of marks over that text. */
export interface Document {
  readonly kind: "document";
  readonly id: string;
  readonly text: string;
  readonly sha256: string;
  readonly title: string | null;
  /** ISO `YYYY-MM-DD`, or null where it is not certain. */
  readonly published: string | null;
  /** Where the publication day was found: told by the carrier, or read from a date line of the text. */
  readonly publishedBasis: "carrier" | "dateline" | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly paragraphs: readonly Paragraph[];
  readonly issues: readonly Issue[];
}
