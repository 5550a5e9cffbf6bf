import type { Span } from "../base/span.ts";
import type { Draft } from "./draft.ts";

const PRONOUNS = new Set(["he", "she", "they", "it", "i", "we", "you", "who", "which", "that"]);

/**
 * Leaves out what stands inside the words of another and is no speech of its own: "she said [she hoped] ..." is one statement, "she said [Togo accused] Ghana" two.
 */
export function withoutInner(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => {
    const { cue, cueSpan, speaker, speech } = draft;
    if (!cue || !cueSpan) return true;
    const outer = drafts.some(
      (other) =>
        other !== draft && other.clausal && other.cue?.kind === "say" && other.cueSpan && holds(other, cueSpan),
    );
    if (!outer) return true;
    if (cue.kind === "view" || cue.pos !== "v" || !speaker) return false;
    const who = speech.tree.sentence.tokens.findIndex(({ start }) => start === speaker.start);
    return !(PRONOUNS.has(speech.tree.forms[who] ?? "") && speaker.end === speech.span(who).end);
  });
}

const holds = ({ content, speaker, cueSpan }: Draft, inner: Span): boolean =>
  content.some(({ start, end }) => start <= inner.start && inner.end <= end) &&
  !(speaker && speaker.start <= inner.start && inner.end <= speaker.end) &&
  !(cueSpan && cueSpan.start <= inner.start && inner.end <= cueSpan.end);
