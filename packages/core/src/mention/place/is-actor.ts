import type { ActorMention } from "../../model/mention.ts";
import type { PlaceSpan } from "./find-spans.ts";
import { LOCATIVE, prepositionOf, type PlaceView } from "./place-view.ts";

/** Relations in which a name of a country acts, or is acted upon. */
const ACTING = /^(?:nsubj|obj|iobj|root|vocative|nmod:poss)/u;

/** Whether the words are an actor of the document and no place: "Washington said", "Iran and Iraq signed"; but not "arrived in Washington". */
export function isActor(view: PlaceView, { first, last, head }: PlaceSpan, actors: readonly ActorMention[]): boolean {
  const [start, end] = [view.sentence.tokens[first]?.start ?? 0, view.sentence.tokens[last - 1]?.end ?? 0];
  const actor = actors.find((one) => one.start < end && start < one.end);
  if (!actor || LOCATIVE.has(prepositionOf(view, head) ?? "")) return false;
  if (actor.sort === "person" || actor.sort === "organisation") return actor.start <= start && actor.end >= end && actor.head === head;
  if (actor.start !== start || actor.end !== end) return false;
  return ACTING.test(governing(view, head));
}

/** The relation of a name, of a conjunct that of the first. */
function governing({ words }: PlaceView, head: number): string {
  for (let at = head, steps = 0; steps < 5; steps += 1) {
    const word = words[at];
    if (word?.relation !== "conj") return word?.relation ?? "";
    at = word.head;
  }
  return "";
}
