/**
 * Who says a clause: the speaker of the verb of saying above it, or "according to". In: the tree, a token, the words of saying. Out: the speaker's phrase.
 * What is said and by whom in full is the business of `statement`; here only the events' own attribution.
 */
import type { ActorMention } from "../model/mention.ts";
import { phraseActors } from "./participants.ts";
import { logicalSubject } from "../clause/arguments.ts";
import { dependents, relation, type SentenceTree } from "../clause/sentence-tree.ts";

export interface Speech {
  /** Token of the verb of saying, or of "according". */
  readonly verb: number;
  /** Tokens of whoever speaks. */
  readonly speaker: readonly number[];
  readonly actors: readonly ActorMention[];
}

/** Verbs whose clause is told on the subject's word. */
export const SAYING = new Set([
  "say", "tell", "state", "announce", "report", "declare", "claim", "add", "confirm", "note", "warn", "argue", "insist", "stress", "explain", "reveal", "disclose", "acknowledge", "admit", "assert", "maintain",
  "allege", "believe", "think", "write", "suggest", "estimate", "predict", "vow", "reiterate", "emphasize", "emphasise", "underline", "highlight", "point", "mention", "comment", "indicate", "testify", "remark",
]); // prettier-ignore

/** The nearest speech that a token is part of; null: the text tells it itself. */
export function speechOver(tree: SentenceTree, head: number): Speech | null {
  for (let at = head, steps = 0; at >= 0 && steps < 20; steps += 1) {
    const word = tree.words[at];
    if (!word) break;
    const up = tree.words[word.head];
    const rel = relation(word);
    if (up && SAYING.has(up.lemma) && (rel === "ccomp" || rel === "parataxis" || rel === "xcomp"))
      return speechOf(tree, word.head);
    // ", officials said" may hang below what is said.
    for (const child of dependents(tree, at, "parataxis")) {
      if (child !== head && SAYING.has(tree.words[child]?.lemma ?? "")) return speechOf(tree, child);
    }
    for (const child of dependents(tree, at, "obl", "advcl", "nmod")) {
      const marks = dependents(tree, child, "case", "mark", "fixed");
      if (marks.some((mark) => tree.forms[mark] === "according"))
        return { verb: child, speaker: [child], actors: phraseActors(tree, child) };
    }
    at = word.head;
  }
  return null;
}

function speechOf(tree: SentenceTree, verb: number): Speech {
  // Of "Uganda is said to have attacked" nobody is named who says so.
  const speaker = logicalSubject(tree, verb);
  return { verb, speaker, actors: speaker.flatMap((token) => phraseActors(tree, token)) };
}
