import type { Issue } from "../base/issue.ts";
import type { Block } from "./paragraph.ts";

/** The kinds of input that an article can come from. */
export type InputKind = "text" | "markdown" | "html" | "jsonl" | "csv";

/**
 * One article as it was read: its text not yet cleaned, and what its carrier says about it. `null` means that the carrier does not say.
 */
export interface Article {
  readonly kind: "article";
  /** The id given by the input; null: an id is made from the content. */
  readonly id: string | null;
  /** Becomes the frozen text: for text input the decoded input itself, for HTML the extracted article text. */
  readonly text: string;
  /** `page`: the text may begin with a title, a byline and page furniture. `body`: it is article text only (a record's `text`), and no title is looked for. */
  readonly layout: "page" | "body";
  /** The blocks of `text` where the carrier marks them (HTML elements), in order, not overlapping; null: they are to be found in the text itself. */
  readonly blocks: readonly Block[] | null;
  readonly title: string | null;
  readonly byline: string | null;
  /** Publication day, ISO `YYYY-MM-DD`. */
  readonly published: string | null;
  /** Name of the outlet or agency. */
  readonly source: string | null;
  readonly url: string | null;
  /** BCP 47 tag, lower case primary language first ("en", "en-GB"). */
  readonly language: string | null;
  readonly issues: readonly Issue[];
}
