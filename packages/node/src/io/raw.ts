import type { Issue } from "@comity/core";

/** One article that fills a file: its decoded text, code unit for code unit, without the byte order mark. */
export interface RawInput {
  readonly kind: "page";
  readonly format: "text" | "markdown" | "html";
  /** Path below the named folder or glob, or the file's name, with forward slashes and without ".gz"; null for standard input. */
  readonly id: string | null;
  /** What messages call the file: its path as it was named, or "standard input". */
  readonly where: string;
  readonly text: string;
}

/** One record of a JSONL, JSON or CSV file. */
export interface RawRecord {
  readonly kind: "record";
  /** "news.jsonl line 1734" (blank lines count), "news.csv row 12" (the header is row 1), "news.json record 3"; all from 1. */
  readonly where: string;
  /** A JSON object, or an object of strings with a key for each column that is not empty. */
  readonly record: unknown;
}

/** Something that could not be read. What comes after it is read all the same. */
export interface RawFailure {
  readonly kind: "failure";
  readonly where: string;
  readonly issue: Issue;
}

/** What reading yields, in the order of the input. */
export type Raw = RawInput | RawRecord | RawFailure;
