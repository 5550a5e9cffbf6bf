/**
 * The work cannot go on, for a reason outside the program (a broken table, a missing file).
 * `message` says what was found and where, and what was expected; `advice` says what to do. `code` is stable and kebab-case.
 */
export class ComityError extends Error {
  readonly code: string;
  readonly advice: string;

  constructor(code: string, message: string, advice: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "ComityError";
    this.code = code;
    this.advice = advice;
  }
}
