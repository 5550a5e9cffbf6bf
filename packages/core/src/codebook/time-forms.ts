/**
 * What a written word can be in an expression of time, kept by its form: texts repeat their words, and cutting a word out of a text, lowering it and looking it up
 * costs more than comparing its letters with a form that is known. The memory is a table of fixed size in which a newer form takes the place of an older one;
 * it changes how fast the answer comes, never which.
 */
import type { TimeWord } from "./time-word.ts";

/** Sorts of expressions, as bits: which of them can begin with a word. */
export const OPENS = { day: 1, relative: 2, named: 4, month: 8, years: 16, clock: 32, edge: 64, beside: 128 } as const;

export interface TimeForm {
  readonly form: string;
  /** In small letters, with a straight apostrophe. */
  readonly low: string;
  readonly word: TimeWord | null;
  /** It begins with a digit. */
  readonly digit: boolean;
  /** The value of up to four digits alone; -1: it is something else. */
  readonly number: number;
  /** Bits of OPENS. */
  readonly opens: number;
  /** It opens only where the next word carries on: "the", "two", "last". */
  readonly needsMore: boolean;
  /** It can be the second word of an expression whose first needs more. */
  readonly carries: boolean;
}

const SIZE = 1 << 13;

export class TimeForms {
  readonly #known = Array.from({ length: SIZE }, (): TimeForm | undefined => undefined);
  readonly #make: (form: string) => TimeForm;

  constructor(make: (form: string) => TimeForm) {
    this.#make = make;
  }

  at(text: string, start: number, end: number): TimeForm {
    let key = end - start;
    for (let i = start; i < end; i += 1) key = Math.imul(key, 31) + text.charCodeAt(i);
    const slot = (key ^ (key >>> 12)) & (SIZE - 1);
    const known = this.#known[slot];
    if (known && isAt(text, start, end, known.form)) return known;
    return (this.#known[slot] = this.#make(text.slice(start, end)));
  }
}

function isAt(text: string, start: number, end: number, form: string): boolean {
  if (form.length !== end - start) return false;
  for (let i = 0; i < form.length; i += 1) if (form.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
