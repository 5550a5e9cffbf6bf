import type { Block } from "../model/paragraph.ts";
import { textLines } from "./text-lines.ts";
import type { Piece } from "./piece.ts";

/**
 * The carrier's blocks as pieces that cover every character that is not blank: sorted, cut where they overlap or leave the text,
 * without blanks at their ends. What no block covers is added line by line as kind other. Body and list blocks may still turn out to be furniture.
 */
export function coveredBlocks(text: string, blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, kind: Piece["kind"]) => {
    const words = text.slice(start, end);
    const trimmed = words.trim();
    if (trimmed === "") return;
    const first = start + (words.length - words.trimStart().length);
    pieces.push({ start: first, end: first + trimmed.length, kind });
  };
  const addGap = (from: number, to: number) => {
    if (from >= to) return;
    for (const line of textLines(text.slice(from, to))) add(from + line.start, from + line.end, "other");
  };
  let covered = 0;
  for (const block of blocks.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const start = Math.max(block.start, covered);
    const end = Math.min(block.end, text.length);
    if (start >= end) continue;
    addGap(covered, start);
    add(start, end, block.kind === "body" ? null : block.kind);
    covered = end;
  }
  addGap(covered, text.length);
  return pieces;
}
