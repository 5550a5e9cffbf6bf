import type { FestivalRule, PhraseUnit } from "../../codebook/times.ts";
import type { TimeUnit } from "./period.ts";

/** What a relative expression counts from: the day of publication, or what the text spoke of before. */
export type Base = "now" | "text";

/** "Last", "this", "next": how many further, from what. */
export interface Which {
  readonly n: number;
  readonly base: Base;
}

/** The year of a date: told, told by another ("of last year"), or left open. */
export type YearOf = number | Which | null;

/** What an expression says, before it is known on which day it was said. */
export type Meaning =
  | {
      readonly kind: "day";
      readonly year: YearOf;
      readonly month: number;
      readonly day: number;
      readonly weekday: number | null;
    }
  | { readonly kind: "month"; readonly year: YearOf; readonly month: number; readonly which: Which | null }
  | { readonly kind: "season"; readonly year: YearOf; readonly month: number; readonly which: Which | null }
  | { readonly kind: "quarter"; readonly year: YearOf; readonly quarter: number }
  | { readonly kind: "half"; readonly year: YearOf; readonly half: number }
  /** `week`: "Friday of last week". */
  | { readonly kind: "weekday"; readonly weekday: number; readonly which: Which | null; readonly week: Which | null }
  | { readonly kind: "weekend"; readonly which: Which | null }
  | { readonly kind: "festival"; readonly rule: FestivalRule; readonly year: YearOf; readonly which: Which | null }
  | { readonly kind: "years"; readonly from: number; readonly to: number }
  | { readonly kind: "shift"; readonly unit: TimeUnit; readonly n: number; readonly base: Base }
  /** From now on, or until now: "the past two years". */
  | { readonly kind: "stretch"; readonly unit: TimeUnit; readonly n: number }
  /** So many units after another time; 0: the unit it lies in ("the week of March 6"). */
  | { readonly kind: "beside"; readonly unit: TimeUnit; readonly n: number; readonly of: Meaning }
  | { readonly kind: "clock" }
  | { readonly kind: "vague"; readonly unit: PhraseUnit }
  /** "05/06/2022": one of two days. */
  | { readonly kind: "either"; readonly year: number; readonly one: number; readonly two: number }
  | { readonly kind: "range"; readonly from: Meaning; readonly to: Meaning };

/** A meaning with the atom behind its last. */
export interface Reading {
  readonly to: number;
  readonly meaning: Meaning;
}
