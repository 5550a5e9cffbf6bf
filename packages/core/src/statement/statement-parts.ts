import type { Span } from "../base/span.ts";
import type { Statement } from "../model/statement.ts";
import type { Draft } from "./draft.ts";
import type { Quotation } from "./quotations.ts";

const EDGE = /[\s"“”„«»‘’'`,;:()[\]–—-]/u;

/** The ranges of what is said without cue and speaker, and without marks at their ends. */
export function partsOf({ content, cueSpan, speaker }: Draft, text: string): Span[] {
  const holes = [cueSpan, speaker].filter((span) => span !== null);
  let parts: Span[] = content.toSorted((a, b) => a.start - b.start);
  // What overlaps is one.
  parts = parts.reduce<Span[]>((merged, part) => {
    const before = merged.at(-1);
    if (before && part.start <= before.end)
      merged[merged.length - 1] = { start: before.start, end: Math.max(before.end, part.end) };
    else merged.push(part);
    return merged;
  }, []);
  for (const hole of holes)
    parts = parts.flatMap((part) =>
      hole.start >= part.end || hole.end <= part.start
        ? [part]
        : [
            { start: part.start, end: hole.start },
            { start: hole.end, end: part.end },
          ],
    );
  return parts.map((part) => trimmed(part, text)).filter(({ start, end }) => start < end);
}

function trimmed({ start, end }: Span, text: string): Span {
  let [from, to] = [start, end];
  while (from < to && EDGE.test(text[from] ?? "")) from += 1;
  while (to > from && (EDGE.test(text[to - 1] ?? "") || isStop(text, from, to))) to -= 1;
  return { start: from, end: to };
}

/** A mark that ends a sentence; not that of "U.S.". */
const isStop = (text: string, from: number, to: number): boolean =>
  /[.!?…]/u.test(text[to - 1] ?? "") &&
  !/(?:^|[^\p{L}])(?:\p{L}\.)*\p{L}\.$/u.test(text.slice(Math.max(from, to - 12), to));

/** `direct`: all of it is quoted, `mixed`: some of it. */
export function kindOf(parts: readonly Span[], quotations: readonly Quotation[], text: string): Statement["kind"] {
  let [inside, outside] = [false, false];
  for (const { start, end } of parts) {
    let at = start;
    for (const quotation of quotations) {
      if (quotation.end <= at || quotation.start >= end) continue;
      inside = true;
      if (/[\p{L}\p{N}]/u.test(text.slice(at, Math.max(at, quotation.start)))) outside = true;
      at = Math.max(at, quotation.end);
    }
    if (/[\p{L}\p{N}]/u.test(text.slice(at, end))) outside = true;
  }
  return inside ? (outside ? "mixed" : "direct") : "indirect";
}
