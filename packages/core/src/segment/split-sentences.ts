import type { Span } from "../base/span.ts";

/** Titles, months and offices before a stop that does not end a sentence; only as they are written, so that "no." and "1 st." can end one. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "Adm Amb Apr Aug Ave Brig Bros Capt Cmdr Co Col Corp Cpl Cpt Dec Dept Dr Feb Fig Fr Ft Gen Gov Hon Inc Jan Jr Jul Jun Lt Ltd Maj Mar Messrs " +
    "Mr Mrs Ms Mt No Nov Oct Prof Rep Rev Sec Sen Sept Sep Sgt Sr St Supt Vol vs viz etc"
  ).split(" "),
);

/** A possible end: stops, then closing quotation marks and brackets, then a blank. */
const END = /[.!?…]+["'”’»)\]]*(?=\s)/gu;
const OPENS = /^\s+["'“‘«([]*(?:\p{Lu}|\p{N}|[^\p{L}\p{N}\s])/u;

/**
 * Cuts one paragraph into sentences. A stop ends a sentence when a blank follows and the next word could begin one, unless the word before it is an
 * abbreviation or a single initial. Deliberately simple: the trained reader of `syntax/` replaces it.
 * @returns ranges without leading and trailing blanks, in order; together they hold every non-blank character of the paragraph
 */
export function splitSentences(text: string, paragraph: Span): Span[] {
  const body = text.slice(paragraph.start, paragraph.end);
  const sentences: Span[] = [];
  let from = 0;
  const push = (to: number): void => {
    const piece = body.slice(from, to);
    const start = paragraph.start + from + (piece.length - piece.trimStart().length);
    const end = paragraph.start + to - (piece.length - piece.trimEnd().length);
    if (end > start) sentences.push({ start, end });
    from = to;
  };
  for (const match of body.matchAll(END)) {
    const after = match.index + match[0].length;
    if (endsSentence(body, match.index, match[0], after)) push(after);
  }
  push(body.length);
  return sentences;
}

function endsSentence(body: string, at: number, mark: string, after: number): boolean {
  // A window is enough to see the next word, and keeps a paragraph of megabytes linear.
  if (!OPENS.test(body.slice(after, after + 40))) return false;
  if (!mark.startsWith(".") || mark.startsWith("..")) return true;
  const word = /[\p{L}\p{N}.]+$/u.exec(body.slice(Math.max(0, at - 30), at))?.[0] ?? "";
  if (ABBREVIATIONS.has(word)) return false;
  if (/^\p{Lu}$/u.test(word)) return false; // an initial: "J. Smith"
  // "U.S." ends a sentence only before a word that often begins one; "U.S. President" does not.
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word))
    return /^\s+["“]?(?:The|A|In|On|But|He|She|It|They|His|Its|And|At|For|This)\b/u.test(body.slice(after, after + 12));
  return true;
}
