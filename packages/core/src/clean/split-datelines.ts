import { readPlaceLine } from "./place-line.ts";
import type { Piece } from "./piece.ts";

/** Parts the date line at the head of a body paragraph from it: "ISLAMABAD, June 12 (Reuters) -" becomes a paragraph of its own, dash included. */
export function splitDatelines(text: string, pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece): Piece[] => {
    if (piece.kind !== null && piece.kind !== "body") return [piece];
    const words = text.slice(piece.start, piece.end);
    const found = readPlaceLine(words);
    if (!found) return [piece];
    const rest = words.slice(found.end);
    const head: Piece = { start: piece.start, end: piece.start + found.end, kind: "dateline" };
    if (rest.trim() === "") return [head];
    return [head, { ...piece, start: head.end + (rest.length - rest.trimStart().length) }];
  });
}
