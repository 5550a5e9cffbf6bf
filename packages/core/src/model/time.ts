import type { TextSpan } from "../base/span.ts";

export type DatePrecision = "day" | "week" | "month" | "quarter" | "year";

/** When an event happened. `start`/`end` are ISO days, both included, null where the text does not tell; `basis` says whether the text states it or it is inferred. */
export interface EventDate {
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: DatePrecision;
  readonly basis: "text" | "dateline" | "published";
  /** The words, where they tell a day only together with another ("last week", "Sunday", "in April" without a year); null: they tell it themselves. */
  readonly relative: string | null;
}

/** How a time bounds what it belongs to: "since 2013" and "from May" open it, "until Friday" and "by June" close it; "before", "ahead of" and "after" do not say when it was. */
export type TimeBound = "since" | "until" | "before" | "after";

/** An expression of time and what it means. */
export interface TimeMention extends TextSpan {
  /** Index of its sentence. */
  readonly sentence: number;
  /** Index of the token, in its sentence, by which the tree holds the words. */
  readonly head: number;
  readonly date: EventDate;
  /** null: it tells when. */
  readonly bound: TimeBound | null;
}
