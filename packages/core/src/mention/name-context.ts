import type { Focus } from "./focus.ts";

/** Ids of the persons whom a document names in full, by short form; an unknown one has the id "". */
export type Cast = ReadonlyMap<string, ReadonlySet<string>>;

/** What decides whom a name means. */
export interface NameContext {
  readonly day: string | null;
  readonly focus: Focus;
  /** The state that the words around the name tell; null: they tell none. */
  readonly hint: string | null;
  readonly cast: Cast;
}
