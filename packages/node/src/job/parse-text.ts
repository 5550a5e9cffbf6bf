import { plainDocument } from "@comity/core";
import { SourceBreak } from "../io/source-break.ts";
import { decodeUtf8 } from "./parse-decode.ts";
import { note, type ParseNote, type ParsePart } from "./parse-item.ts";
import { ParagraphCutter, type TextPart } from "./parse-paragraphs.ts";
import type { ParseSource } from "./parse-source.ts";

/** The parts of a text, in bounded memory. `where` names the source in notes. */
export async function* textParts(source: ParseSource, where: string): AsyncGenerator<ParsePart | ParseNote, void> {
  const cutter = new ParagraphCutter();
  let [line, broke, long] = [1, false, false];
  /** The part, after a note where it is the first that begins inside a paragraph: one long line can have thousands. */
  const told = function* (part: TextPart): Generator<ParsePart | ParseNote, void> {
    if (!part.newParagraph && !long) {
      const what = "found a paragraph of more than 32,768 characters; such paragraphs are cut, between two sentences where possible"; // prettier-ignore
      yield note("info", `${where}:${part.line}: ${what}`);
      long = true;
    }
    yield toPart(part, source.id);
  };
  let cut: SourceBreak | null = null;
  try {
    for await (const { text, broken } of decodeUtf8(source.chunks)) {
      if (broken && !broke) {
        const at = line + lineEnds(text.slice(0, Math.max(0, text.indexOf("\uFFFD"))));
        yield note(
          "error",
          `${where}:${at}: found bytes that are no UTF-8, expected UTF-8; they are read as \uFFFD here and below`,
        );
        broke = true;
      }
      line += lineEnds(text);
      for (const part of cutter.push(text)) yield* told(part);
    }
  } catch (error) {
    // What came before the break is text all the same.
    if (!(error instanceof SourceBreak) || error.code === "stopped") throw error;
    cut = error;
  }
  const last = cutter.end();
  if (last) yield* told(last);
  if (cut) throw cut;
}

const lineEnds = (text: string): number => text.split("\n").length - 1;

function toPart({ text, paragraphs, offset, line, newParagraph }: TextPart, id: string): ParsePart {
  return {
    kind: "part",
    offset,
    newDocument: offset === 0 ? id : null,
    newParagraph,
    gold: null,
    segmented: (segment) => segment(plainDocument(id, text, paragraphs)),
    lineOf: (at) => line + lineEnds(text.slice(0, at)),
  };
}
