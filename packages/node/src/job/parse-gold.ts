import { isUtf8 } from "node:buffer";
import { beginsDocument, beginsParagraph, commentValue, ConlluReader, segmentConllu, type ConlluItem, type ConlluSentence } from "@comity/core"; // prettier-ignore
import { count } from "../io/count.ts";
import { SourceBreak } from "../io/source-break.ts";
import { splitLines, type Line } from "../io/split-lines.ts";
import { note, type ParseNote, type ParsePart } from "./parse-item.ts";
import type { ParseSource } from "./parse-source.ts";

/** Sentences of a part. */
const PART = 64;
/** The longest line that is read, in UTF-16 units. */
const MAX_LINE = 1_000_000;

interface GoldSentence {
  readonly line: number;
  readonly sentence: ConlluSentence;
}

/** The sentences of a CoNLL-U file in parts of one document each, in bounded memory. `where` names the source in notes. */
export async function* goldParts(source: ParseSource, where: string): AsyncGenerator<ParsePart | ParseNote, void> {
  const reader = new ConlluReader();
  const parts = new GoldParts(where, source.id);
  let cut: SourceBreak | null = null;
  try {
    for await (const lines of splitLines(source.chunks, MAX_LINE)) {
      for (const line of lines) yield* parts.take(readLine(reader, line));
    }
    yield* parts.take(reader.end());
  } catch (error) {
    // What came before the break is whole, but for the sentence in which it is.
    if (!(error instanceof SourceBreak) || error.code === "stopped") throw error;
    cut = error;
  }
  yield* parts.end();
  if (cut) throw cut;
}

function readLine(reader: ConlluReader, { bytes, size }: Line): ConlluItem[] {
  if (bytes === null)
    return reader.line("-", `found a line of ${count(size)} bytes, expected at most ${count(MAX_LINE)} characters`);
  const broken = isUtf8(bytes) ? null : "found bytes that are no UTF-8, expected UTF-8";
  return reader.line(bytes.toString("utf8"), broken);
}

/** Collects sentences up to the size of a part. */
class GoldParts {
  readonly #where: string;
  readonly #id: string;
  #open: GoldSentence[] = [];
  #offset = 0;
  #begun = false;
  #emptyNodes = 0;
  /** Boundaries of sentences that were left out: they hold for the next one. */
  #boundaries: string[] = [];

  constructor(where: string, id: string) {
    this.#where = where;
    this.#id = id;
  }

  *take(items: readonly ConlluItem[]): Generator<ParsePart | ParseNote, void> {
    for (const item of items) {
      if (item.kind === "fault") {
        if (item.skipped) this.#boundaries.push(...item.skipped.comments.filter((line) => BOUNDARY.test(line)));
        yield note("error", `${this.#where}:${item.line}: ${item.message}${outcome(item)}`, item.skipped !== null);
        continue;
      }
      const sentence = this.#bounded(item.sentence);
      this.#emptyNodes += sentence.rows.filter(({ id }) => id.kind === "empty").length;
      if (this.#open.length > 0 && (this.#open.length >= PART || beginsDocument(sentence))) yield this.#part();
      this.#open.push({ line: item.line, sentence });
    }
  }

  *end(): Generator<ParsePart | ParseNote, void> {
    if (this.#open.length > 0) yield this.#part();
    if (this.#emptyNodes > 0)
      yield note(
        "info",
        `${this.#where}: found empty nodes (such as 8.1), ${count(this.#emptyNodes)} in all; they are kept as they are and not analysed`,
      );
  }

  /** The sentence with the boundaries of those left out before it, as far as it has none of its own. */
  #bounded(sentence: ConlluSentence): ConlluSentence {
    const document = beginsDocument(sentence) ? undefined : this.#boundaries.findLast((line) => DOCUMENT.test(line));
    const paragraph = beginsParagraph(sentence) ? undefined : this.#boundaries.findLast((line) => !DOCUMENT.test(line));
    const kept = [document, paragraph].filter((line) => line !== undefined);
    this.#boundaries = [];
    return kept.length === 0 ? sentence : { ...sentence, comments: [...kept, ...sentence.comments] };
  }

  #part(): ParsePart {
    const taken = this.#open;
    this.#open = [];
    const gold = taken.map(({ sentence }) => sentence);
    const [first] = gold;
    const opens = first !== undefined && beginsDocument(first);
    const newDocument = opens ? (commentValue(first, "newdoc id") ?? "") : this.#begun ? null : this.#id;
    if (newDocument !== null) this.#offset = 0;
    this.#begun = true;
    const segmented = segmentConllu(gold, newDocument ?? this.#id);
    const offset = this.#offset;
    this.#offset += segmented.document.text.length;
    const lineOf = (at: number): number => {
      const index = segmented.sentences.findLastIndex(({ start }) => start <= at);
      return taken[Math.max(0, index)]?.line ?? 1;
    };
    const newParagraph = newDocument !== null || (first !== undefined && beginsParagraph(first));
    return { kind: "part", offset, newDocument, newParagraph, gold, segmented: () => segmented, lineOf };
  }
}

const DOCUMENT = /^#\s*newdoc\b/u;
const BOUNDARY = /^#\s*new(?:doc|par)\b/u;

function outcome({ skipped }: Extract<ConlluItem, { kind: "fault" }>): string {
  if (skipped === null) return "; it is read all the same";
  const { first, last } = skipped;
  return first === last ? "; the line is left out" : `; the sentence (lines ${first} to ${last}) is left out`;
}
