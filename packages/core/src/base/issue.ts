/**
 * Trouble in the data, returned with the result instead of thrown: one bad article never stops a batch.
 * `code` is stable and kebab-case; `start`/`end`, where given, are offsets into the frozen text of the document.
 */
export interface Issue {
  readonly code: string;
  readonly level: "error" | "warning" | "info";
  /** What was found, what was expected, what to do: one or two plain sentences. */
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
}
