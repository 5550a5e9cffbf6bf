import type { Paragraph, ParagraphKind } from "../model/paragraph.ts";
import { endsSentence } from "./furniture-kind.ts";
import type { Piece } from "./piece.ts";
import { wordKeys } from "./word-keys.ts";

/** A caption has no more words than this. */
const longestCaption = 15;
/** A full sentence as a caption has no more words than this. */
const longestBeside = 30;
/** Shorter body paragraphs may well be equal by chance ("He refused."). */
const shortestEqual = 8;
const shortestQuote = 7;
/** Between quotation marks fewer words are enough to be a pull quote. */
const shortestMarked = 4;
const longestQuote = 60;
/** Words by which places are looked up where a pull quote may stand; no fewer than the shortest quote has. */
const keyLength = 4;
/** At most so many different quotes with the same first words are compared, which keeps the work linear. */
const mostAlike = 8;

interface Words {
  readonly keys: readonly string[];
  readonly text: string;
}

type Kinds = (ParagraphKind | null)[];
type Repeats = (number | null)[];

/** How often a sentence ends and another begins inside the text. */
function sentenceBreaks(text: string): number {
  return text.match(/[.!?]["”’')\]]*\s+(?=["“‘'(]?\p{Lu})/gu)?.length ?? 0;
}

/** Paragraphs with the words of an earlier one. */
function markEqual(words: readonly Words[], kinds: Kinds, repeats: Repeats): void {
  const first = new Map<string, number>();
  for (const [index, { keys, text }] of words.entries()) {
    if (keys.length === 0 || kinds[index] === "dateline") continue;
    const key = keys.join(" ");
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, index);
      continue;
    }
    // A caption is a phrase; or a sentence that stands twice in one place, or that the carrier marks as a caption once.
    const beside = index - earlier <= 2 && keys.length <= longestBeside && sentenceBreaks(text) === 0;
    const caption = (keys.length <= longestCaption && !endsSentence(text)) || beside || kinds[earlier] === "caption";
    const unknown = kinds[index] === null || kinds[index] === "other";
    if (unknown && keys.length < shortestEqual && (!caption || (endsSentence(text) && kinds[earlier] !== "caption")))
      continue;
    repeats[index] = earlier;
    if (!unknown || !caption) continue;
    if (kinds[earlier] === null || kinds[earlier] === "other") kinds[earlier] = "caption";
    kinds[index] = kinds[earlier] === "title" ? "title" : "caption";
  }
}

function isQuoteLike({ keys, text }: Words): boolean {
  if (keys.length > longestQuote || text.length > 600) return false;
  const marked = /^["“‘'«`]|["”’'»]$/.test(text);
  return keys.length >= (marked ? shortestMarked : shortestQuote) && sentenceBreaks(text) <= 1;
}

/** Short paragraphs whose words stand, in that order, inside a longer body paragraph. */
function markQuotes(words: readonly Words[], kinds: Kinds, repeats: Repeats): void {
  const byHead = new Map<string, number[]>();
  for (const [index, item] of words.entries()) {
    const kind = kinds[index] ?? null;
    const open = kind === null || kind === "other" || kind === "quote" || kind === "caption";
    if (!open || repeats[index] !== null || !isQuoteLike(item)) continue;
    const head = item.keys.slice(0, keyLength).join(" ");
    const alike = byHead.get(head);
    if (!alike) byHead.set(head, [index]);
    else if (alike.length < mostAlike) alike.push(index);
  }
  if (byHead.size === 0) return;
  const firstWords = new Set([...byHead.keys()].map((head) => head.slice(0, head.indexOf(" "))));
  for (const [index, { keys }] of words.entries()) {
    if ((kinds[index] ?? null) !== null || repeats[index] !== null) continue;
    for (let at = 0; at + keyLength <= keys.length; at += 1) {
      if (!firstWords.has(keys[at] ?? "")) continue;
      for (const quote of byHead.get(keys.slice(at, at + keyLength).join(" ")) ?? []) {
        const wanted = words[quote]?.keys ?? [];
        if (repeats[quote] !== null || wanted.length >= keys.length) continue;
        if (!wanted.every((key, offset) => keys[at + offset] === key)) continue;
        repeats[quote] = index;
        if (kinds[quote] !== "caption") kinds[quote] = "quote";
      }
    }
  }
}

/**
 * Sets `repeats` where a paragraph only tells another one again: equal words (a caption told twice, a paragraph printed twice), or a pull quote,
 * whose words stand inside a body paragraph. The words decide, not quotation marks. Near linear in the length of the text. What has no kind is body.
 */
export function markRepeats(text: string, pieces: readonly Piece[]): Paragraph[] {
  const words = pieces.map((piece): Words => {
    const slice = text.slice(piece.start, piece.end);
    return { keys: wordKeys(slice), text: slice };
  });
  const kinds: Kinds = pieces.map((piece) => piece.kind);
  const repeats: Repeats = pieces.map(() => null);
  markEqual(words, kinds, repeats);
  markQuotes(words, kinds, repeats);
  return pieces.map((piece, index) => ({
    start: piece.start,
    end: piece.end,
    kind: kinds[index] ?? "body",
    repeats: repeats[index] ?? null,
  }));
}
