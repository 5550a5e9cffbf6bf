import type { RawFailure } from "./raw.ts";

/**
 * A failure at `where`. `code` is stable and kebab-case; `message` says what was found, what was expected and what to do,
 * and does not repeat `where`.
 */
export function failure(where: string, code: string, message: string): RawFailure {
  return { kind: "failure", where, issue: { code, level: "error", message } };
}
