import type { TimeMention } from "../model/time.ts";

/**
 * The year that a text tells the news of: that of its publication, else the latest that the text itself names, without what is only to come ("by 2030",
 * "until 2025"). null: it names none.
 */
export function newsYear(published: string | null, times: readonly TimeMention[]): number | null {
  if (published !== null) return Number(published.slice(0, 4));
  let latest: number | null = null;
  for (const { date, bound } of times) {
    const year = date.end?.slice(0, 4);
    // "The 1990s" are no year.
    if (date.relative !== null || year === undefined || year !== date.start?.slice(0, 4)) continue;
    if (bound !== "until" && bound !== "before") latest = Math.max(latest ?? 0, Number(year));
  }
  return latest;
}
