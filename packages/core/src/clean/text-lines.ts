import type { Span } from "../base/span.ts";

/** A line without the blanks at its ends; never empty. */
export interface TextLine extends Span {
  /** Whether a blank line, or the beginning of the text, stands before it. */
  readonly afterBlank: boolean;
}

// A paragraph separator ends its line and counts as a blank line; a form feed is a page turn inside a paragraph.
const breaks = /\r\n|[\n\r\u2028\u2029\f\v]/g;

/** The lines of a text that are not blank, in order. */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let afterBlank = true;
  const add = (start: number, end: number) => {
    const words = text.slice(start, end);
    const trimmed = words.trim();
    if (trimmed === "") {
      // A form feed beside a line break leaves an empty line that parts nothing.
      if (text[start - 1] !== "\f" && text[end] !== "\f") afterBlank = true;
      return;
    }
    const first = start + (words.length - words.trimStart().length);
    lines.push({ start: first, end: first + trimmed.length, afterBlank });
    afterBlank = false;
  };
  let start = 0;
  for (const found of text.matchAll(breaks)) {
    add(start, found.index);
    if (found[0] === "\u2029") afterBlank = true;
    start = found.index + found[0].length;
  }
  add(start, text.length);
  return lines;
}
