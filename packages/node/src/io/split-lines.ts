import { leastUnits } from "./least-units.ts";

/** One line of a source. */
export interface Line {
  /** From 1; blank lines count. */
  readonly number: number;
  /** Without the line feed; a carriage return before it stays. Null: the line is longer than the limit and was not kept. */
  readonly bytes: Buffer | null;
  /** Length in bytes, kept or not. */
  readonly size: number;
}

/**
 * Splits bytes at line feeds, a batch of lines for each chunk. Holds no more than one chunk and one line, and of a line longer than
 * `maxChars` (UTF-16 units of UTF-8 text) nothing: it comes out with `bytes: null`, and the next lines go on. A last line without a
 * line feed counts; where `chunks` throws, the unfinished line is dropped. The bytes of a batch may be views into the chunk.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  maxChars: number,
): AsyncGenerator<readonly Line[], void> {
  let number = 0;
  const line = new OpenLine(maxChars);
  for await (const raw of chunks) {
    const chunk = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
    const lines: Line[] = [];
    let start = 0;
    for (let feed = chunk.indexOf(10); feed >= 0; feed = chunk.indexOf(10, start)) {
      line.add(chunk.subarray(start, feed));
      number += 1;
      lines.push(line.close(number));
      start = feed + 1;
    }
    if (start < chunk.length) line.add(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (line.size > 0) yield [line.close(number + 1)];
}

/** The line that is being collected, from one chunk or several. */
class OpenLine {
  readonly #maxChars: number;
  #pieces: Buffer[] = [];
  /** Pieces whose units are in `#units`. Short lines are never counted: their bytes already tell that they fit. */
  #counted = 0;
  #units = 0;
  #skipping = false;
  size = 0;

  constructor(maxChars: number) {
    this.#maxChars = maxChars;
  }

  add(piece: Buffer): void {
    this.size += piece.length;
    if (this.#skipping) return;
    this.#pieces.push(piece);
    if (this.size <= this.#maxChars) return;
    for (const uncounted of this.#pieces.slice(this.#counted)) this.#units += leastUnits(uncounted, "utf-8");
    this.#counted = this.#pieces.length;
    // The second bound is for bytes that are no UTF-8, whose units the first may miss.
    if (this.#units > this.#maxChars || this.size > 3 * this.#maxChars) {
      this.#skipping = true;
      this.#pieces = [];
    }
  }

  close(number: number): Line {
    const [first, ...more] = this.#pieces;
    const whole = first !== undefined && more.length === 0 ? first : Buffer.concat(this.#pieces);
    const bytes = this.#skipping ? null : whole;
    const line: Line = { number, bytes, size: this.size };
    this.#pieces = [];
    this.#counted = 0;
    this.#units = 0;
    this.#skipping = false;
    this.size = 0;
    return line;
  }
}
