import type { EventDate } from "../model/time.ts";
import type { Telling } from "./code-sentence.ts";

/** A telling with the date that the text gives it; null: none. */
export interface DatedTelling extends Telling {
  readonly date: EventDate | null;
}
