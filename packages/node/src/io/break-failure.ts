import { failure } from "./failure.ts";
import type { RawFailure } from "./raw.ts";
import { SourceBreak } from "./source-break.ts";

/**
 * The failure that a break of a source means at `where`; `after` says how far the records were read ("line 12"), null: not at all,
 * or it is a page. Throws `error` again where it is no break of a source, which is a bug.
 */
export function breakFailure(where: string, error: unknown, after: string | null): RawFailure {
  if (!(error instanceof SourceBreak)) throw error;
  const place = after === null ? "" : ` The records up to ${after} were read, what follows was not.`;
  return failure(where, error.code, error.message + place);
}
