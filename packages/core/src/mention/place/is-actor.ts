import type { ActorMention } from "../../model/mention.ts";
import type { PlaceSpan } from "./find-spans.ts";
import { LOCATIVE, prepositionOf, REACHING, TAKING, type PlaceView } from "./place-view.ts";

/** Relations in which a name of a country acts, or is acted upon. */
const ACTING = /^(?:nsubj|obj|iobj|root|vocative|nmod:poss)/u;
/** "Kenya's [capital] Nairobi": what only lies in a country does not make it act. */
const LANDS = new Set(
  "border capital city coast east north part province region river south state town village west".split(" "),
);
/** Whether the words are an actor of the document and no place: "Washington said", "Iran and Iraq signed"; but not "arrived in Washington". */
export function isActor(view: PlaceView, { first, last, head }: PlaceSpan, actors: readonly ActorMention[]): boolean {
  const [start, end] = [view.sentence.tokens[first]?.start ?? 0, view.sentence.tokens[last - 1]?.end ?? 0];
  const relation = view.words[head]?.relation ?? "";
  const above = view.words[head]?.head ?? -1;
  const over = actors.filter((one) => one.start <= start && end <= one.end);
  // "[India]'s minister": the minister acts.
  if (relation === "nmod:poss" && over.some((one) => one.head === above)) return true;
  const actor = over[0];
  if (actor?.sort === "person" && actor.entity !== null && actor.head === head) return true;
  if (!actor || LOCATIVE.has(prepositionOf(view, head) ?? "")) return false;
  if (actor.sort === "person" || actor.sort === "organisation") return actor.head === head;
  if (actor.start !== start || actor.end !== end || (actor.sort !== "state" && actor.how !== "metonym")) return false;
  if (relation === "nmod:poss" && LANDS.has(view.words[above]?.lemma ?? "")) return false;
  const verb = view.words[above]?.lemma ?? "";
  if (relation === "obj" && (REACHING.has(verb) || (actor.how === "metonym" && TAKING.has(verb)))) return false;
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
