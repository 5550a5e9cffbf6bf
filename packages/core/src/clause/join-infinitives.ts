/**
 * "Is prepared to improve dialogue, [carry] out projects and [crack] down on gangs": an infinitive without "to" behind a comma or "and", which the parser hangs on
 * the verb of the whole, goes with the infinitive before it. In: the words, whose heads are mended in place.
 */
import type { Word } from "../model/parsed.ts";
import type { Draft } from "./draft.ts";
import { isUnder } from "./is-under.ts";

/** Behind these a bare infinitive stands by itself: "made it work", "helped build". */
const BARE = new Set(["make", "let", "help", "have", "see", "hear", "watch", "bid"]);
const STRAYED = new Set(["ccomp", "parataxis", "advcl", "conj"]);
const OWN = new Set(["nsubj", "nsubj:pass", "expl", "mark", "aux", "aux:pass", "csubj"]);

/** Whether a word may be such an infinitive, by itself. */
export const mayBeJoined = ({ upos, xpos, relation }: Word): boolean =>
  upos === "VERB" && xpos === "VB" && STRAYED.has(relation);

export function joinInfinitives(words: Draft[]): void {
  for (const [i, word] of words.entries()) {
    if (!mayBeJoined(word) || word.head >= i || !isListed(words, i)) continue;
    const above = words[word.head];
    if (
      !above ||
      above.xpos === "VB" ||
      BARE.has(above.lemma) ||
      words.some(({ head, relation }) => head === i && OWN.has(relation))
    )
      continue;
    const first = words.findLastIndex(
      (other, j) =>
        j < i && other.xpos === "VB" && other.upos === "VERB" && isLed(words, j) && isUnder(words, j, word.head),
    );
    if (first < 0) continue;
    word.head = first;
    word.relation = "conj";
  }
}

/** A comma or a conjunction stands before it, an adverb between at most. */
function isListed(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]?.upos === "ADV" ? words[i - 2] : words[i - 1];
  return before?.upos === "CCONJ" || before?.xpos === ",";
}

/** It has the "to" or the modal verb that the others share. */
const isLed = (words: readonly Word[], verb: number): boolean =>
  words.some(
    ({ head, relation, xpos }) =>
      head === verb && ((relation === "mark" && xpos === "TO") || (relation === "aux" && xpos === "MD")),
  );
