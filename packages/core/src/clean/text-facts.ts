import type { Paragraph } from "../model/paragraph.ts";
import { readDateLine } from "./date-line.ts";
import { readBarePlaceLine, readPlaceLine } from "./place-line.ts";
import { findWrittenDay } from "./written-day.ts";

/** What the text itself says about its publication; null: it does not say, or not for certain. */
export interface TextFacts {
  readonly published: string | null;
  readonly source: string | null;
}

/**
 * Reads day and agency from the date lines and bylines at the head of the text (down to the second body paragraph), and the day from a
 * "Published ..." line anywhere. A line that says "published" wins over a plain date, and this over the date line of the report;
 * the day of a change is not that of publication. Sentences of the body are never read.
 */
export function textFacts(text: string, paragraphs: readonly Paragraph[]): TextFacts {
  let told: string | null = null;
  let plain: string | null = null;
  let reported: string | null = null;
  let source: string | null = null;
  let bodies = 0;
  for (const { start, end, kind } of paragraphs) {
    if (kind === "body") bodies += 1;
    if (kind !== "dateline" && kind !== "byline") continue;
    const words = text.slice(start, end);
    // "BEIJING, April 20, 2015 (Xinhua) --" could be read as a bare date with names beside it as well.
    const place = kind === "dateline" ? (readPlaceLine(words) ?? readBarePlaceLine(words)) : null;
    const line = kind === "dateline" && place === null ? readDateLine(words) : null;
    if (line?.label === "published") told ??= line.day;
    if (bodies > 2) continue;
    if (line) plain ??= line.label === null ? line.day : null;
    else if (kind === "byline") plain ??= findWrittenDay(words.slice(0, 200))?.day ?? null;
    else {
      reported ??= place?.day ?? null;
      source ??= place?.agency ?? null;
    }
  }
  return { published: told ?? plain ?? reported, source };
}
