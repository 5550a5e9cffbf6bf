/**
 * Whom "I" and "we" mean between quotation marks: who says it. In: the pronoun, the tree of its sentence, the actors in it.
 * Out: the speaker for "I"; for "we" the state that a speaker belongs to or the organisation that speaks; null: nobody is said to speak.
 */
import type { Country } from "../codebook/actors/countries.ts";
import type { ActorMention } from "../model/mention.ts";
import type { Parsed } from "../model/parsed.ts";
import type { Expression } from "./expression.ts";

const SINGULAR = new Set(["i", "me", "my", "mine", "myself"]);
const PLURAL = new Set(["we", "us", "our", "ours", "ourselves"]);
const OFFICIAL = new Set(["GOV", "MIL", "LEG", "SPY", "COP", "JUD"]);

export const isFirstPerson = ({ lemma }: Expression): boolean => SINGULAR.has(lemma) || PLURAL.has(lemma);

/** @param actors those of the pronoun's sentence */
export function speakerOf(
  one: Expression,
  parsed: Parsed,
  actors: readonly ActorMention[],
  countries: ReadonlyMap<string, Country>,
): ActorMention | null {
  if (!isFirstPerson(one)) return null;
  const speaker = one.quoted ? subjectAbove(one, parsed, actors) : null;
  if (!speaker || SINGULAR.has(one.lemma)) return speaker;
  const country = countries.get(speaker.country ?? "");
  if (speaker.sort !== "person" || !country || !OFFICIAL.has(speaker.sector ?? "")) return speaker;
  return {
    ...speaker,
    name: country.name,
    entity: country.iso3,
    sector: null,
    sort: "state",
    role: null,
    gender: null,
  };
}

/** The subject of a verb above the pronoun and outside its clause: "we will stay," [he] said, whichever of the two verbs the tree puts on top. */
function subjectAbove(one: Expression, parsed: Parsed, actors: readonly ActorMention[]): ActorMention | null {
  const words = parsed.sentences[one.sentence]?.words ?? [];
  const own = words[one.head]?.head ?? -1;
  for (let at = own, steps = 0; at >= 0 && steps < words.length; at = words[at]?.head ?? -1, steps += 1) {
    for (const actor of actors) {
      const subject = words[actor.head];
      if (subject?.relation !== "nsubj" || subject.head === own) continue;
      const verb = words[subject.head];
      if (verb?.upos !== "VERB") continue;
      if (subject.head === at || (verb.head === at && verb.relation === "parataxis")) return actor;
    }
  }
  return null;
}
