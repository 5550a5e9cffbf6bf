import { plainDocument } from "@comity/core";
import { SourceBreak } from "../io/source-break.ts";
import { decodeUtf8 } from "./parse-decode.ts";
import { note, type ParseNote, type ParsePart } from "./parse-item.ts";
import { ParagraphCutter, type TextPart } from "./parse-paragraphs.ts";
import type { ParseSource } from "./parse-source.ts";

/** The parts of a text, in bounded memory. `where` names the source in notes. */
export async function* textParts(source: ParseSource, where: string): AsyncGenerator<ParsePart | ParseNote, void> {
  const cutter = new ParagraphCutter();
  let [line, told] = [1, false];
  let cut: SourceBreak | null = null;
  try {
    for await (const { text, broken } of decodeUtf8(source.chunks)) {
      if (broken && !told) {
        const at = line + lineEnds(text.slice(0, Math.max(0, text.indexOf("\uFFFD"))));
        yield note(
          "error",
          `${where}:${at}: found bytes that are no UTF-8, expected UTF-8; they are read as \uFFFD here and below`,
        );
        told = true;
      }
      line += lineEnds(text);
      for (const part of cutter.push(text)) yield* toParts(part, source.id, where);
    }
  } catch (error) {
    // What came before the break is text all the same.
    if (!(error instanceof SourceBreak) || error.code === "stopped") throw error;
    cut = error;
  }
  const last = cutter.end();
  if (last) yield* toParts(last, source.id, where);
  if (cut) throw cut;
}

const lineEnds = (text: string): number => text.split("\n").length - 1;

function* toParts(part: TextPart, id: string, where: string): Generator<ParsePart | ParseNote, void> {
  const { text, paragraphs, offset, line, newParagraph } = part;
  const lineOf = (at: number): number => line + lineEnds(text.slice(0, at));
  if (!newParagraph)
    yield note(
      "info",
      `${where}:${line}: found a paragraph of more than 32,768 characters; it is cut here, between two sentences where possible`,
    );
  yield {
    kind: "part",
    offset,
    newDocument: offset === 0 ? id : null,
    newParagraph,
    gold: null,
    segmented: (segment) => segment(plainDocument(id, text, paragraphs)),
    lineOf,
  };
}
