/**
 * Which row of `cues.tsv` a word is, here: its part of speech, the words beside it and the slots that the row asks for decide.
 */
import type { Cue, CuePos, CueTest } from "../codebook/statements/cues.ts";
import { isPassive } from "../clause/arguments.ts";
import { fillSlot } from "./cue-slots.ts";
import type { SpeechTree } from "./speech-tree.ts";

/** The rows that fit a token, the most particular first. */
export function matchCues(speech: SpeechTree, head: number, cues: readonly Cue[]): Cue[] {
  const pos = posOf(speech, head);
  return cues.filter(
    (cue) =>
      (cue.pos === pos || (cue.pos === "a" && pos === "v" && isPredicate(speech, head))) &&
      (cue.voice === null || (cue.voice === "passive") === isDone(speech, head)) &&
      besideTokens(speech, head, cue) !== null &&
      cue.tests.every((test) => holds(speech, head, test)),
  );
}

/** The part of speech that a row of the table asks for, by the universal one. */
export const POS: Readonly<Record<string, CuePos>> = { VERB: "v", NOUN: "n", PROPN: "n", ADJ: "a" };

const posOf = (speech: SpeechTree, head: number): CuePos | null => POS[speech.tree.words[head]?.upos ?? ""] ?? null;

/** A passive; also "when [asked]", where the parser may take the participle for a past form without a subject. */
function isDone(speech: SpeechTree, head: number): boolean {
  const { words, forms } = speech.tree;
  if (isPassive(speech.tree, head)) return true;
  const bare = words[head]?.xpos === "VBD" && ["when", "whenever", "if", "once"].includes(forms[head - 1] ?? "");
  return bare && speech.kids(head, "nsubj", "obj").length === 0;
}

/** "Was concerned about": a participle that the parser takes for a passive. */
const isPredicate = (speech: SpeechTree, head: number): boolean => speech.tree.words[head]?.xpos === "VBN";

/** The words that the row wants with its own ("point [out]", "[news] conference"); null: they are not there. */
export function besideTokens(speech: SpeechTree, head: number, { pos, beside }: Cue): number[] | null {
  const found: number[] = [];
  const { forms, words } = speech.tree;
  const below = speech.below(head);
  for (const word of beside) {
    const range = pos === "n" ? [head - 3, head - 2, head - 1] : [head + 1, head + 2, head + 3, head + 4];
    const token = range.find(
      (at) => (forms[at] === word || words[at]?.lemma === word) && below.has(at) && !found.includes(at),
    );
    if (token === undefined) return null;
    found.push(token);
  }
  return found;
}

function holds(speech: SpeechTree, head: number, { slot, kind, lemmas }: CueTest): boolean {
  const filling = fillSlot(speech, head, slot);
  if (kind === "empty") return filling === null;
  if (kind === "filled") return filling !== null;
  if (kind === "other")
    return !filling?.heads.some((token) => lemmas.has(speech.tree.words[token]?.lemma.toLowerCase() ?? ""));
  return (
    filling !== null && filling.heads.some((token) => lemmas.has(speech.tree.words[token]?.lemma.toLowerCase() ?? ""))
  );
}
