/**
 * Reads CoNLL-U line by line, so that a file of any size needs the memory of one sentence.
 * In: the lines of a file in order, each without its line feed. Out: whole, checked sentences, and faults with their lines.
 * A sentence with a fault is given up as a whole, and the next one is read; marks that do no harm (a byte order mark, CR LF, no blank line
 * at the end) are faults too, but keep their sentence.
 * Format: https://universaldependencies.org/format.html
 */
import { checkConlluRows } from "./conllu-check.ts";
import { readConlluRow } from "./conllu-row.ts";
import type { ConlluRow, ConlluSentence } from "./conllu-sentence.ts";

export interface ConlluRead {
  readonly kind: "sentence";
  /** Line of the first comment or row, from 1. */
  readonly line: number;
  readonly sentence: ConlluSentence;
}
export interface ConlluFault {
  readonly kind: "fault";
  /** Line of the fault, from 1. */
  readonly line: number;
  /** "found ..., expected ...". */
  readonly message: string;
  /** The sentence that is left out because of it; null: nothing is. */
  readonly skipped: { readonly first: number; readonly last: number; readonly comments: readonly string[] } | null;
}
export type ConlluItem = ConlluRead | ConlluFault;

/** Lines of a sentence that are kept: more mean that the file has no blank lines, and memory has a bound. */
const MAX_LINES = 10_000;

export class ConlluReader {
  #number = 0;
  #first = 0; // line of the open sentence, 0: none is open
  #comments: string[] = [];
  #rows: ConlluRow[] = [];
  #rowLines: number[] = [];
  #fault: { line: number; message: string } | null = null;
  #crlf = false;

  /**
   * Takes the next line.
   * @param text without its line feed
   * @param fault what the caller found wrong with the line (bytes that are no UTF-8); null: nothing
   */
  line(text: string, fault: string | null = null): ConlluItem[] {
    this.#number += 1;
    const items: ConlluItem[] = [];
    let line = text;
    if (this.#number === 1 && line.startsWith("\uFEFF")) {
      items.push(this.#mark("found a byte order mark, expected UTF-8 without it"));
      line = line.slice(1);
    }
    if (line.endsWith("\r")) {
      if (!this.#crlf) items.push(this.#mark("found lines that end with CR LF, expected LF alone"));
      this.#crlf = true;
      line = line.slice(0, -1);
    }
    if (line === "") return [...items, ...this.#close(this.#number - 1)];
    if (/^\s+$/u.test(line)) {
      items.push(this.#mark("found a line of blanks, expected an empty line"));
      return [...items, ...this.#close(this.#number - 1)];
    }
    if (this.#first === 0) this.#first = this.#number;
    if (this.#comments.length + this.#rows.length >= MAX_LINES) {
      this.#fail(`found a sentence of more than ${MAX_LINES} lines, expected an empty line after each sentence`);
    } else if (fault !== null) this.#fail(fault);
    else if (line.startsWith("#")) this.#comment(line);
    else this.#row(line);
    return items;
  }

  /** The end of the file. */
  end(): ConlluItem[] {
    if (this.#first === 0) return [];
    const items = this.#close(this.#number);
    return [...items, this.#mark("found the end of the file, expected an empty line after the last sentence")];
  }

  #comment(line: string): void {
    if (this.#rows.length > 0 || this.#fault) this.#fail("found a comment among the words, expected it above them");
    // Kept also where it is wrong: a boundary in it must not get lost.
    this.#comments.push(line);
  }

  #row(line: string): void {
    if (this.#fault) return;
    const row = readConlluRow(line);
    if (typeof row === "string") return this.#fail(row);
    this.#rows.push(row);
    this.#rowLines.push(this.#number);
  }

  #close(last: number): ConlluItem[] {
    if (this.#first === 0) return [];
    const [first, comments, rows, rowLines] = [this.#first, this.#comments, this.#rows, this.#rowLines];
    const wrong = this.#fault === null ? checkConlluRows(rows) : null;
    const fault = wrong ? { line: rowLines[wrong.row] ?? first, message: wrong.message } : this.#fault;
    [this.#first, this.#comments, this.#rows, this.#rowLines, this.#fault] = [0, [], [], [], null];
    if (fault) return [{ kind: "fault", ...fault, skipped: { first, last, comments } }];
    return [{ kind: "sentence", line: first, sentence: { comments, rows } }];
  }

  /** The first fault of a sentence is told; those after it often follow from it. */
  #fail(message: string): void {
    this.#fault ??= { line: this.#number, message };
  }

  #mark(message: string): ConlluFault {
    return { kind: "fault", line: this.#number, message, skipped: null };
  }
}
