import type { ParagraphKind } from "../model/paragraph.ts";
import { endsSentence, furnitureKind } from "./furniture-kind.ts";
import type { Piece } from "./piece.ts";
import { textLines, type TextLine } from "./text-lines.ts";

/** A wrapped line is between these lengths; shorter ones are labels, longer ones whole paragraphs. */
const shortestWrapped = 24;
const longestWrapped = 130;
/** A line break is the writer's own where the next word would have fitted into this share of the usual width (proportional type wraps unevenly). */
const fitting = 0.85;
const overlong = 1.35;

const goesOn =
  /(?:\b(?:the|a|an|of|and|or|to|in|on|at|for|by|with|from|as|that|its|their|his|her|is|are|was|were|has|have|had|will|would|which|who|than|between|against|into|over|under)|[,;])$/i;
const standing: ReadonlySet<string | null> = new Set(["count", "navigation", "dateline", "byline"]);

interface LineFacts extends TextLine {
  readonly words: string;
  readonly kind: ParagraphKind | null;
  readonly ended: boolean;
  /** Whether it begins with a small letter: never the beginning of a paragraph. */
  readonly small: boolean;
}

/** The usual length of the hard-wrapped lines of a text (four of five are no longer); null: its lines are not wrapped. */
function wrapWidth(lines: readonly LineFacts[]): number | null {
  const lengths: number[] = [];
  let inner = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!next || next.afterBlank) continue;
    inner += 1;
    const { length } = line.words;
    const wrapped = length >= shortestWrapped && length <= longestWrapped;
    if (wrapped && !line.ended && next.small && !standing.has(line.kind)) lengths.push(length);
  }
  if (lengths.length === 0 || lengths.length < inner * 0.15) return null;
  lengths.sort((a, b) => a - b);
  return lengths[Math.floor((lengths.length - 1) * 0.8)] ?? null;
}

/** Whether the break between two lines of one group is soft: the paragraph goes on. Ordered: the first rule that applies decides. */
function isSoft(line: LineFacts, next: LineFacts, width: number | null): boolean {
  const { length } = line.words;
  if (standing.has(line.kind)) return false;
  if (next.small && !line.ended) return true;
  if (goesOn.test(line.words) && (next.kind === null || next.kind === "dateline")) return true;
  if (width === null) return false;
  if (length > Math.max(100, width * overlong)) return false;
  if (next.words.length > Math.max(100, width * overlong)) return false;
  if (next.kind === "list" || (next.kind !== null && line.ended)) return false;
  const room = length + 1 + (next.words.split(/\s/, 1)[0] ?? "").length;
  return room >= width * fitting;
}

/**
 * The paragraphs of a text whose carrier marks none, furniture told by its own words: blank lines part them; lines of one group are joined
 * where they are hard-wrapped, and stand alone where the text has a paragraph a line or where they are page furniture.
 */
export function textPieces(text: string, onPage: boolean): Piece[] {
  const lines = textLines(text).map((line): LineFacts => {
    const words = text.slice(line.start, line.end);
    const kind = furnitureKind(words, onPage);
    return { ...line, words, kind, ended: endsSentence(words), small: /^["“‘'(]?\p{Ll}/u.test(words) };
  });
  const width = wrapWidth(lines);
  const pieces: Piece[] = [];
  let joined = false;
  const finish = () => {
    const last = joined ? pieces.pop() : undefined;
    if (last) pieces.push({ ...last, kind: furnitureKind(text.slice(last.start, last.end), onPage) });
    joined = false;
  };
  for (const [index, line] of lines.entries()) {
    const { start, end, kind } = line;
    const before = lines[index - 1];
    const open = pieces.at(-1);
    if (open && before && !line.afterBlank && isSoft(before, line, width)) {
      pieces[pieces.length - 1] = { ...open, end };
      joined = true;
    } else {
      finish();
      pieces.push({ start, end, kind });
    }
  }
  finish();
  return pieces;
}
