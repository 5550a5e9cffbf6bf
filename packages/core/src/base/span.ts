/**
 * A half-open range `start <= i < end` in UTF-16 code units of the frozen text of a document. The one coordinate of the whole program.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A range together with the words that stand there: `text === documentText.slice(start, end)`. */
export interface TextSpan extends Span {
  readonly text: string;
}

/** Cuts the words of a range out of the frozen text; the only way in which spans with text are made, so that they always agree with it. */
export function textSpan(text: string, start: number, end: number): TextSpan {
  return { text: text.slice(start, end), start, end };
}
