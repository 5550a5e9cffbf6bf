import { failure } from "./failure.ts";
import type { RawFailure } from "./raw.ts";

/** The failure of a source without any text. */
export function emptyFailure(where: string): RawFailure {
  return failure(where, "empty", "There is no text in it, or only blanks. Leave it out, or fetch it again.");
}
