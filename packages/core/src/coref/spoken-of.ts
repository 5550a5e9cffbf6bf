/**
 * "The kingdom", "the country": the state that the text has spoken of most, a subject counting more, and the nearer more.
 * In: the expression, the actors before it, the trees. Out: its mention, or null.
 */
import type { Country } from "../codebook/actors/countries.ts";
import type { ActorMention } from "../model/mention.ts";
import type { Parsed, Word } from "../model/parsed.ts";
import type { Expression } from "./expression.ts";
import { stateOf } from "./several-of.ts";

const REACH = 3;
const WEIGHT = { subject: 1.5, other: 0.5 };

export function spokenOf(
  one: Expression,
  actors: readonly ActorMention[],
  parsed: Parsed,
  countries: ReadonlyMap<string, Country>,
): ActorMention | null {
  const weights = new Map<string, { weight: number; actor: ActorMention }>();
  for (const actor of actors) {
    const distance = one.sentence - actor.sentence;
    if (actor.country === null || distance < 0 || distance > REACH) continue;
    if (distance === 0 && actor.head >= one.first) continue;
    const subject = isSubject(parsed.sentences[actor.sentence]?.words ?? [], actor.head);
    const weight = ((subject ? WEIGHT.subject : 1) * (actor.sort === "state" ? 1 : WEIGHT.other)) / (1 + distance) ** 2;
    const known = weights.get(actor.country);
    weights.set(actor.country, {
      weight: (known?.weight ?? 0) + weight,
      actor: known?.actor.sort === "state" && actor.sort !== "state" ? known.actor : actor,
    });
  }
  const [most] = [...weights.values()].toSorted((a, b) => b.weight - a.weight);
  return most ? stateOf(most.actor, countries) : null;
}

/** Whether a token is a subject or stands within one: "[Kenya]'s president left the country". */
function isSubject(words: readonly Word[], token: number): boolean {
  const word = words[token];
  if (!word) return false;
  const inside = ["nmod:poss", "amod", "compound", "nmod"].includes(word.relation);
  return word.relation.startsWith("nsubj") || (inside && (words[word.head]?.relation.startsWith("nsubj") ?? false));
}
