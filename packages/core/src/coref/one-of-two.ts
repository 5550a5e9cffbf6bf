/**
 * "The former", "the latter": the first or last of the two that the sentence before, or its own words before it, speak of.
 * In: the expression, which of the two, the actors before it, the trees. Out: the actor, or null where there are not two.
 */
import type { ActorMention } from "../model/mention.ts";
import type { Parsed } from "../model/parsed.ts";
import type { Expression } from "./expression.ts";

export function oneOfTwo(
  one: Expression,
  which: "first" | "last",
  actors: readonly ActorMention[],
  parsed: Parsed,
): ActorMention | null {
  for (const sentence of [one.sentence, one.sentence - 1]) {
    const words = parsed.sentences[sentence]?.words ?? [];
    const here = actors.filter(
      (actor) =>
        actor.sentence === sentence && actor.sort !== "thing" && (sentence < one.sentence || actor.head < one.first),
    );
    // Those joined by "and" go before others.
    for (const second of here) {
      const word = words[second.head];
      const first = word?.relation === "conj" ? here.find(({ head }) => head === word.head) : undefined;
      if (first) return which === "first" ? first : second;
    }
    const outer = here.filter((actor) => !here.some((other) => other !== actor && contains(other, actor)));
    const [first, second, third] = outer;
    if (first && second && !third) return which === "first" ? first : second;
  }
  return null;
}

const contains = (outer: ActorMention, inner: ActorMention): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
