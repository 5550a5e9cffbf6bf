import type { Cast } from "./cast.ts";
import type { Focus } from "./focus.ts";

/** What decides whom a name means. */
export interface NameContext {
  readonly day: string | null;
  readonly focus: Focus;
  /** The state that the words around the name tell; null: they tell none. */
  readonly hint: string | null;
  readonly cast: Cast;
}
