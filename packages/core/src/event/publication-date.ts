import type { Document } from "../model/document.ts";
import type { EventDate } from "../model/time.ts";

/** The document's day, marked as inferred from it; null where it is not known. */
export function publicationDate({ published, publishedBasis }: Document): EventDate | null {
  if (published === null) return null;
  return {
    start: published,
    end: published,
    precision: "day",
    basis: publishedBasis === "dateline" ? "dateline" : "published",
    relative: null,
  };
}
