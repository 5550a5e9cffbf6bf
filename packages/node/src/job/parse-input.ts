/**
 * The job of `comity parse`: one input in, analysed parts of it out, in order, so that output begins before input ends and memory stays flat.
 * A part that cannot be analysed is told with its lines, and the next one goes on.
 */
import { setImmediate } from "node:timers/promises";
import type { Document, Parsed, Segmented } from "@comity/core";
import { SourceBreak } from "../io/source-break.ts";
import { goldParts } from "./parse-gold.ts";
import { note, type ParsedPart, type ParseNote, type ParsePart } from "./parse-item.ts";
import { openSource } from "./parse-source.ts";
import { textParts } from "./parse-text.ts";

/** What analyses: the trained reader, or another in tests. */
export interface ParseReader {
  segment(document: Document): Segmented;
  parse(segmented: Segmented): Parsed;
}

export interface ParseOptions {
  /** The input is CoNLL-U, whose words and sentences are kept. */
  readonly conllu: boolean;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
  /** Called when the first part is there: an input that cannot be read is told before a model is loaded. */
  readonly openReader: () => Promise<ParseReader>;
}

/** @param path null: standard input */
export async function* parseInput(
  path: string | null,
  options: ParseOptions,
): AsyncGenerator<ParsedPart | ParseNote, void> {
  const where = path ?? "standard input";
  const source = await openSource(path, options.stdin, options.signal);
  if (typeof source === "string") {
    yield note("error", `${where}: ${source}`);
    return;
  }
  let [sentence, paragraph, some] = [0, 0, false];
  // What begins with a part that could not be analysed begins with the next one.
  let begins: Pick<ParsePart, "newDocument" | "newParagraph"> = { newDocument: null, newParagraph: false };
  let reader: ParseReader | null = null;
  const told = new Set<string>();
  try {
    for await (const part of options.conllu ? goldParts(source, where) : textParts(source, where)) {
      some = true;
      if (part.kind === "note") {
        yield part;
        continue;
      }
      reader ??= await options.openReader();
      if (part.newDocument !== null) [sentence, paragraph] = [0, 0];
      const { gold } = part;
      begins = {
        newDocument: part.newDocument ?? begins.newDocument,
        newParagraph: part.newParagraph || begins.newParagraph,
      };
      const parsed = analyse(part, reader, where);
      if (parsed.kind === "note") {
        yield parsed;
        continue;
      }
      yield* issues(parsed, part, where, told);
      if (!begins.newParagraph) paragraph -= 1;
      yield { kind: "parsed", parsed, place: { offset: part.offset, sentence, paragraph }, ...begins, gold };
      begins = { newDocument: null, newParagraph: false };
      sentence += parsed.sentences.length;
      paragraph += parsed.segmented.document.paragraphs.length;
      await setImmediate(); // analysing is one long computation: let Ctrl-C through
      if (options.signal.aborted) return;
    }
    if (!some && !options.signal.aborted)
      yield note("info", `${where}: there is no text in it, so there is nothing to print`);
  } catch (error) {
    if (!(error instanceof SourceBreak)) throw error;
    if (error.code !== "stopped") yield note("error", `${where}: ${error.message}`);
  } finally {
    await source.close();
  }
}

function analyse(part: ParsePart, reader: ParseReader, where: string): Parsed | ParseNote {
  try {
    return reader.parse(part.segmented((document) => reader.segment(document)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return note("error", `${where}:${part.lineOf(0)}: the text from here could not be analysed and is left out (${reason}); please report it with the text`, true); // prettier-ignore
  }
}

/** Issues with their lines. What concerns the whole text is told once, not with every part: `told` holds the codes that were. */
function* issues(parsed: Parsed, part: ParsePart, where: string, told: Set<string>): Generator<ParseNote, void> {
  for (const { code, level, message, start } of [...parsed.segmented.document.issues, ...parsed.issues]) {
    if (start === undefined && told.has(code)) continue;
    if (start === undefined) told.add(code);
    yield note(level, `${where}:${part.lineOf(start ?? 0)}: ${message}`);
  }
}
