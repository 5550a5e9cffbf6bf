import type { ActorMention } from "../model/mention.ts";

/** Who a mention is, apart from where it stands. */
export type Identity = Omit<ActorMention, "text" | "start" | "end" | "sentence" | "head" | "plural" | "antecedent">;

/** Confidences of the ways of finding out. Orders of magnitude; none is measured yet. */
export const CONFIDENCE = {
  name: 0.95,
  /** A surname alone, borne by one person of the tables. */
  surname: 0.75,
  capital: 0.8,
  /** A role whose owner the text names. */
  owned: 0.9,
  /** A role placed by where its group is said to be. */
  located: 0.7,
  /** A role placed by what the sentence or document speaks of. */
  assumed: 0.45,
  /** A role of which nothing more is known. */
  bare: 0.3,
  ambiguous: 0.4,
  /** A proper name that no table knows and no words describe. */
  unknown: 0.25,
} as const;
