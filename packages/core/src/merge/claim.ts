import type { Proposition } from "../model/statement.ts";

/** A proposition with what grouping asks of the statement and the document that it stands in. */
export interface ClaimRecord extends Omit<Proposition, "start" | "end"> {
  /** Names the record: what comes back in a claim. */
  readonly key: string;
  readonly document: string;
  /** The speaker says that it is not so. */
  readonly denies: boolean;
  /** Day of publication, ISO; null: not known. */
  readonly day: string | null;
  /** The same for two reports that are copies of one text. */
  readonly reportText: string;
}

/** What several statements say alike. Whether it is true is not asked. */
export interface Claim {
  /** Key of the record that words it best. */
  readonly wording: string;
  /** Keys of those who say so and of those who deny it, by day, then in the order of their records. */
  readonly says: readonly string[];
  readonly denies: readonly string[];
  /** First day on which somebody says or denies it; null: no day is known. */
  readonly first: string | null;
  readonly documents: number;
  /** Reports of which none is a copy of another. */
  readonly texts: number;
}
