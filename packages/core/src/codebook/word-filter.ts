/**
 * Tells quickly which words of a text can be none of a set: by the first three letters, the last and the length, without cutting the word out of the text.
 * Most words of a text are none, and a search that asks here first looks up only the rest.
 */
export class WordFilter {
  /** A bit each: so few bytes stay in the nearest memory of a processor. */
  readonly #marks = new Int32Array(SIZE >>> 5);

  /** @param words in small letters; what lies outside of ASCII is not told apart */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      const key = keyOf(word, 0, word.length);
      this.#marks[key >>> 5] = (this.#marks[key >>> 5] ?? 0) | (1 << (key & 31));
    }
  }

  /** Whether the word at a range may be one of the set, in any case. False is certain. */
  mayHave(text: string, start: number, end: number): boolean {
    const key = keyOf(text, start, end);
    return (((this.#marks[key >>> 5] ?? 0) >>> (key & 31)) & 1) === 1;
  }
}

const BITS = 16;
const SIZE = 1 << BITS;

function keyOf(text: string, start: number, end: number): number {
  const length = end - start;
  const second = length > 1 ? text.charCodeAt(start + 1) & 31 : 0;
  const third = length > 2 ? text.charCodeAt(start + 2) & 31 : 0;
  const letters = (text.charCodeAt(start) & 31) | (second << 5) | (third << 10) | ((text.charCodeAt(end - 1) & 31) << 15);
  // Fibonacci hashing: the high bits of the product depend on all of them.
  return Math.imul(letters | (length << 20), 0x9e3779b1) >>> (32 - BITS);
}
