import type { Block, ParagraphKind } from "../model/paragraph.ts";

/** Collects the blocks of a text line by line; one block may be open and grow with the lines that follow. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  #open: Block | null = null;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Kind of the open block; null: none is open. */
  get openKind(): ParagraphKind | null {
    return this.#open?.kind ?? null;
  }

  /** Adds a finished block without the blanks at its ends; a blank one is passed over. Closes the open block before. */
  add(start: number, end: number, kind: ParagraphKind): void {
    this.close();
    this.#push(start, end, kind);
  }

  /** Lets the open block reach to `end` if it is of that kind, else opens one at `start`. */
  extend(start: number, end: number, kind: ParagraphKind): void {
    if (this.#open?.kind === kind) this.#open = { ...this.#open, end };
    else {
      this.close();
      this.#open = { start, end, kind };
    }
  }

  /** Ends the open block, if there is one, as a block of the kind given or of its own. */
  close(kind: ParagraphKind | null = null): void {
    if (this.#open) this.#push(this.#open.start, this.#open.end, kind ?? this.#open.kind);
    this.#open = null;
  }

  #push(start: number, end: number, kind: ParagraphKind): void {
    const words = this.#text.slice(start, end);
    const trimmed = words.trim();
    if (trimmed === "") return;
    const first = start + (words.length - words.trimStart().length);
    this.blocks.push({ start: first, end: first + trimmed.length, kind });
  }
}
