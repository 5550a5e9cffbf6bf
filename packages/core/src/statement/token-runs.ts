import type { Span } from "../base/span.ts";
import type { SpeechTree } from "./speech-tree.ts";

/** The ranges of tokens that stand next to each other (marks between them bind them), without marks at their ends. */
export function tokenRuns(speech: SpeechTree, tokens: Iterable<number>): Span[] {
  const sorted = [...new Set(tokens)].toSorted((a, b) => a - b).filter((token) => !speech.isPunctuation(token));
  const runs: { first: number; last: number }[] = [];
  for (const token of sorted) {
    const run = runs.at(-1);
    let bound = run !== undefined;
    for (let at = (run?.last ?? token) + 1; at < token; at += 1) if (!speech.isPunctuation(at)) bound = false;
    if (run && bound) run.last = token;
    else runs.push({ first: token, last: token });
  }
  return runs.map(({ first, last }) => ({ start: speech.span(first).start, end: speech.span(last).end }));
}
