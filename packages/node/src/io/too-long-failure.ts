import { count } from "./count.ts";
import { failure } from "./failure.ts";
import type { RawFailure } from "./raw.ts";

/** The failure of a line or row longer than `maxChars`. `size` is in bytes; null: it is not known. */
export function tooLongFailure(where: string, what: "line" | "row", size: number | null, maxChars: number): RawFailure {
  const measured = size === null ? "" : ` of ${count(size)} bytes`;
  const advice =
    what === "line"
      ? "It was skipped. Split it, or give each article a line of its own."
      : "It was skipped. Look for a quote that is not closed.";
  return failure(
    where,
    "line-too-long",
    `A ${what}${measured} is longer than the limit of ${count(maxChars)} characters. ${advice}`,
  );
}
