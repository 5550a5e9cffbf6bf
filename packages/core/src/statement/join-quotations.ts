/**
 * Quotations run over sentences: what a cue says of one part holds for all of it, for the quotation that goes on behind the cue ("..., " he said. "..."), and for the
 * one that a colon announces. In: drafts, quotations. Out: drafts with the whole of what is said.
 */
import type { Span } from "../base/span.ts";
import type { Document } from "../model/document.ts";
import type { Draft } from "./draft.ts";
import type { Quotation } from "./quotations.ts";
import type { SpeechTree } from "./speech-tree.ts";

export function joinQuotations(
  drafts: readonly Draft[],
  quotations: readonly Quotation[],
  { text }: Document,
  trees: ReadonlyMap<number, SpeechTree>,
): Draft[] {
  const outer = quotations.filter(({ nested }) => !nested);
  const blank = (from: number, to: number): boolean => from <= to && !/[\p{L}\p{N}]/u.test(text.slice(from, to));
  const claimed = new Set<Quotation>();
  const result = drafts.map((draft): { draft: Draft; content: Span[] } => {
    const content = [...draft.content];
    for (const quotation of outer) {
      if (draft.cueSpan && overlaps(quotation, draft.cueSpan)) continue;
      if (content.some((part) => overlaps(part, quotation))) {
        content.push(quotation);
        if (draft.clausal) claimed.add(quotation);
      }
    }
    return { draft, content };
  });
  // “...?” he said: the quotation ends a sentence of its own.
  for (const { draft, content } of result) {
    if (content.length > 0 || !draft.cueSpan) continue;
    const { start, paragraph } = draft.speech.tree.sentence;
    const from = Math.min(draft.cueSpan.start, draft.speaker?.start ?? draft.cueSpan.start);
    const last = outer.findLast((quotation) => quotation.end <= start + 1);
    const before = trees.get(draft.speech.tree.sentence.index - 1);
    if (!last || claimed.has(last) || before?.tree.sentence.paragraph !== paragraph) continue;
    if (!/[?!…,—-]["”'’»]*$/u.test(text.slice(last.start, last.end)) || !blank(last.end, from)) continue;
    content.push(last);
    claimed.add(last);
  }
  // "He continued:" and the quotation in the next sentence or paragraph.
  for (const { draft, content } of result) {
    if (content.length > 0 || !draft.cueSpan) continue;
    const { end } = draft.speech.tree.sentence;
    const next = outer.find((quotation) => quotation.start >= end && blank(end, quotation.start));
    if (!next || claimed.has(next) || !endsOpen(draft, text)) continue;
    content.push(next);
    claimed.add(next);
  }
  // "…,” he said. “…”: it goes on.
  for (const quotation of outer) {
    if (claimed.has(quotation)) continue;
    const tree = [...trees.values()].find(
      ({ tree: { sentence } }) => sentence.start <= quotation.start && quotation.start < sentence.end,
    );
    if (!tree || !blank(tree.tree.sentence.start, quotation.start)) continue;
    const { index, paragraph } = tree.tree.sentence;
    const before = trees.get(index - 1);
    if (!before || before.tree.sentence.paragraph !== paragraph) continue;
    const own = result.findLast(
      ({ draft, content }) =>
        draft.clausal &&
        (draft.speech === before ||
          content.some((part) => part.end > before.tree.sentence.start && part.start < before.tree.sentence.end)) &&
        content.some((part) => outer.some((other) => claimed.has(other) && overlaps(other, part))) &&
        !(draft.cueSpan && outer.some((other) => overlaps(other, draft.cueSpan ?? other))),
    );
    if (!own) continue;
    own.content.push(quotation);
    claimed.add(quotation);
  }
  return result.filter(({ content }) => content.length > 0).map(({ draft, content }) => ({ ...draft, content }));
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The sentence ends with a colon, or with the cue. */
function endsOpen({ speech, cueSpan }: Draft, text: string): boolean {
  const { sentence } = speech.tree;
  const rest = text.slice(cueSpan?.end ?? sentence.end, sentence.end);
  return /[:,]\s*$/u.test(text.slice(sentence.start, sentence.end)) || rest.length < 3;
}
