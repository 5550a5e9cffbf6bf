export const TIME_WORD_KINDS = [
  "month", "month-short", "weekday", "weekday-short", "season", "unit", "weekend", "number", "vague", "ordinal", "decade", "which-now", "which-text", "edge", "half",
  "part", "meridiem", "zone", "every", "since", "until", "ago", "dated",
] as const; // prettier-ignore
export type TimeWordKind = (typeof TIME_WORD_KINDS)[number];

/** What a word can be in an expression of time: by kind its value ("7", "week"), "" where the kind says it all. */
export class TimeWord {
  readonly #values = new Map<TimeWordKind, string>();

  add(kind: TimeWordKind, value: string): void {
    this.#values.set(kind, value);
  }

  has(kind: TimeWordKind): boolean {
    return this.#values.has(kind);
  }

  get(kind: TimeWordKind): string | undefined {
    return this.#values.get(kind);
  }
}
