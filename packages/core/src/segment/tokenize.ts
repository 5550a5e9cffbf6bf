import type { Span } from "../base/span.ts";
import type { Token } from "../model/segmented.ts";

/**
 * One alternative a kind of token; the order matters: an address before the words in it, an abbreviation before its letters.
 * Hyphens and apostrophes stand alone, so that "China-Pakistan" holds both names and "N'Djamena" is found however it is cut.
 */
const TOKEN = new RegExp(
  [
    String.raw`https?://[^\s<>"”]+|www\.[^\s<>"”]+`,
    String.raw`(?:\p{L}\.){2,}`, // U.S., p.m.
    String.raw`\p{N}+(?:[.,:]\p{N}+)*`, // 1,500  12.5  10:30
    String.raw`\p{L}[\p{L}\p{M}\p{N}]*`,
    String.raw`['’](?:s|S|re|ve|ll|d|m)(?![\p{L}\p{N}])`, // clitics
    String.raw`\.{2,}|-{2,}`,
    String.raw`[^\s]`,
  ].join("|"),
  "gu",
);

/**
 * Cuts a range of text into tokens. Blanks are the gaps between them: tokens and gaps give the text back.
 * @param text the frozen text
 * @param range the part to cut; tokens lie inside it
 */
export function tokenize(text: string, range: Span = { start: 0, end: text.length }): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(range.start, range.end).matchAll(TOKEN)) {
    const start = range.start + match.index;
    tokens.push({ start, end: start + match[0].length });
  }
  return tokens;
}
