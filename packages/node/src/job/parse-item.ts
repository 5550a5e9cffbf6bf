import type { ConlluSentence, Parsed, ParsedPlace, Segmented } from "@comity/core";

/** A part of a document that is analysed at once. Parts end where content says so, never where a read of the disk ended. */
export interface ParsePart {
  readonly kind: "part";
  /** Offset of its text in the document. */
  readonly offset: number;
  /** The document that begins with it: its id, "" for none. Null: the document goes on. */
  readonly newDocument: string | null;
  /** A paragraph begins with it. */
  readonly newParagraph: boolean;
  /** The sentences of the CoNLL-U input; null: the input is text. */
  readonly gold: readonly ConlluSentence[] | null;
  /** Cut into tokens; text is cut by `segment`. */
  segmented(segment: (document: Segmented["document"]) => Segmented): Segmented;
  /** The line of the input, from 1, in which an offset of the part's text stands. */
  lineOf(offset: number): number;
}

/** A part with its analysis. */
export interface ParsedPart extends Pick<ParsePart, "newDocument" | "newParagraph" | "gold"> {
  readonly kind: "parsed";
  readonly parsed: Parsed;
  readonly place: ParsedPlace;
}

/** Something to tell the user. */
export interface ParseNote {
  readonly kind: "note";
  /** "error": something could not be read as it should be, so that the command ends with 1. */
  readonly level: "error" | "warning" | "info";
  /** With file and line: "news.conllu:12: found ..., expected ...". */
  readonly message: string;
  /** Whether a sentence was left out because of it. */
  readonly skipped: boolean;
}

export const note = (level: ParseNote["level"], message: string, skipped = false): ParseNote => ({
  kind: "note",
  level,
  message,
  skipped,
});
