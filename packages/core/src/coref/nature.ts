/** What an expression names, as far as it decides which pronoun may stand for it. In: its head, its name, the actors on it, the tables. */
import type { Codebook } from "../codebook/codebook.ts";
import type { Gender } from "../codebook/language-persons.ts";
import type { ActorMention } from "../model/mention.ts";
import type { Name, Word } from "../model/parsed.ts";

/** The sort of what the words name. */
export type Animacy = "person" | "people" | "body" | "place" | "thing";

const MALE = new Set(["he", "him", "his", "himself"]);
const FEMALE = new Set(["she", "her", "hers", "herself"]);
const NEUTER = new Set(["it", "its", "itself"]);

const SPEAKER = new Set(["i", "me", "my", "mine", "myself"]);

/** Titles that tell a gender, without their point. */
const HONORIFICS: ReadonlyMap<string, Gender> = new Map([
  ...["Mr", "Sir", "Lord", "King", "Prince"].map((title) => [title, "m"] as const),
  ...["Mrs", "Ms", "Miss", "Lady", "Queen", "Princess", "Dame"].map((title) => [title, "f"] as const),
]);

/** @param i the head token; `actors` are those found on it */
export function natureOf(
  word: Word,
  lower: string,
  i: number,
  name: Name | null,
  forms: readonly string[],
  actors: readonly ActorMention[],
  { language, actors: tables }: Codebook,
): { readonly gender: Gender | null; readonly animacy: Animacy | null } {
  if (word.upos === "PRON") {
    if (MALE.has(lower)) return { gender: "m", animacy: "person" };
    if (FEMALE.has(lower)) return { gender: "f", animacy: "person" };
    if (NEUTER.has(lower)) return { gender: null, animacy: "thing" };
    return { gender: null, animacy: SPEAKER.has(lower) ? "person" : null };
  }
  const [actor] = actors;
  const lemma = word.lemma.toLowerCase();
  const role = tables.roles.byName.get(lemma);
  if (name?.kind === "PER" || actor?.sort === "person") {
    const first = language.persons.firstNames.get(name ? (forms[name.first] ?? "") : "");
    const title = forms[(name?.first ?? i) - 1] ?? "";
    const honorific = HONORIFICS.get(title.endsWith(".") ? title.slice(0, -1) : title) ?? null;
    return {
      gender: honorific ?? actor?.gender ?? role?.gender ?? language.persons.nouns.get(lemma) ?? first ?? null,
      animacy: "person",
    };
  }
  if (actor?.sort === "state") return { gender: null, animacy: "body" };
  if (name) return { gender: null, animacy: name.kind === "LOC" ? "place" : "body" };
  if (role && role.kind !== "thing" && role.kind !== "place") {
    return {
      gender: role.gender,
      animacy: role.kind === "body" ? "body" : role.kind === "group" ? "people" : "person",
    };
  }
  const noun = language.persons.nouns.get(lemma);
  if (noun !== undefined) return { gender: noun, animacy: "person" };
  if (actor?.sort === "people") return { gender: null, animacy: "people" };
  return { gender: null, animacy: "thing" };
}
