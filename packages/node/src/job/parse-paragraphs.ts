/**
 * Cuts text that comes in pieces of any size into parts of whole paragraphs. A blank line ends a paragraph; other line ends are blanks.
 * Invariants: the parts put together are the text; each ends before the first character of a paragraph, so that it holds the blanks after its
 * last word; where parts end depends on the text alone, never on the pieces it came in.
 */
import type { Span } from "@comity/core";

/** Some paragraphs of a text. */
export interface TextPart {
  readonly text: string;
  /** Offset of `text` in the whole, in UTF-16 units. */
  readonly offset: number;
  /** Line of its first character, from 1. */
  readonly line: number;
  /** Ranges of `text`, without the blanks around them. */
  readonly paragraphs: readonly Span[];
  /** False: the first paragraph is the rest of one that was longer than the limit. */
  readonly newParagraph: boolean;
}

/** UTF-16 units of a part, about 64 sentences: the text of an ordinary article is one part. */
const PART = 8192;
/** A paragraph longer than this is cut at the end of a sentence, twice as long at a blank, four times as long anywhere: memory has a bound. */
const PARAGRAPH = 32_768;

const FEED = 10;
const RETURN = 13;

export class ParagraphCutter {
  #text = ""; // of the open part
  #offset = 0;
  #line = 1;
  #at = 0; // scanned up to here
  #start = -1; // of the open paragraph; -1: none is open
  #end = 0; // after its last character that is no blank
  #breaks = 0; // line ends since then
  #newParagraph = true;
  #paragraphs: Span[] = [];

  /** Takes the next piece; gives the parts that are complete. */
  push(piece: string): TextPart[] {
    const parts: TextPart[] = [];
    this.#text += piece;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const unit = this.#text.charCodeAt(this.#at);
      if (isBlank(unit)) {
        const second = unit === FEED && this.#at > 0 && this.#text.charCodeAt(this.#at - 1) === RETURN;
        if ((unit === FEED || unit === RETURN) && !second) this.#breaks += 1;
        continue;
      }
      if (this.#start >= 0 && this.#breaks >= 2) {
        this.#closeParagraph();
        if (this.#at >= PART) parts.push(this.#cut(true));
      } else if (this.#start >= 0 && this.#tooLong(unit)) {
        this.#closeParagraph();
        parts.push(this.#cut(false));
      }
      if (this.#start < 0) this.#start = this.#at;
      this.#end = this.#at + 1;
      this.#breaks = 0;
    }
    return parts;
  }

  /** The rest; null where there is none, or only blanks in the whole text. */
  end(): TextPart | null {
    if (this.#start >= 0) this.#closeParagraph();
    this.#at = this.#text.length;
    return this.#paragraphs.length === 0 ? null : this.#cut(true);
  }

  #closeParagraph(): void {
    this.#paragraphs.push({ start: this.#start, end: this.#end });
    this.#start = -1;
  }

  /** Takes the text before the current character as a part. */
  #cut(nextIsNew: boolean): TextPart {
    const text = this.#text.slice(0, this.#at);
    const part: TextPart = {
      text,
      offset: this.#offset,
      line: this.#line,
      paragraphs: this.#paragraphs,
      newParagraph: this.#newParagraph,
    };
    this.#offset += text.length;
    this.#line += text.split("\n").length - 1;
    this.#text = this.#text.slice(this.#at);
    this.#at = 0;
    this.#paragraphs = [];
    this.#newParagraph = nextIsNew;
    return part;
  }

  /** Whether the open paragraph is to be cut before the current character. */
  #tooLong(unit: number): boolean {
    const length = this.#at - this.#start;
    if (length < PARAGRAPH) return false;
    if (length >= 4 * PARAGRAPH) return unit < 0xdc00 || unit > 0xdfff; // not inside a surrogate pair
    if (this.#end === this.#at) return false;
    if (length >= 2 * PARAGRAPH) return true;
    // A long word in lower case before the stop: "Mr." and "U.S." end no sentence.
    const before = this.#text.slice(Math.max(0, this.#end - 12), this.#end);
    return /\p{Ll}{4}[.!?]["'”’)\]]*$/u.test(before) && /[\p{Lu}"“‘(]/u.test(this.#text.charAt(this.#at));
  }
}

/** The blanks of \s, which `trim` takes off too. */
function isBlank(unit: number): boolean {
  if (unit < 128) return unit === 32 || (unit >= 9 && unit <= 13);
  return unit === 0xa0 || (unit >= 0x1680 && /\s/u.test(String.fromCharCode(unit)));
}
