/**
 * Where a role stands in its sentence, and what its word says of whose it can be: the noun before "whose", the place that hangs on it, those whose state
 * no other words of a sentence tell. In: a sentence with its roles and names. Out: tokens and answers; `resolver.ts` makes identities of them.
 */
import type { Role } from "../codebook/actors/roles.ts";
import type { SentenceParts } from "./noun-group.ts";
import { caseOf, type SentenceView } from "./sentence-view.ts";

/** "Ukraine, [whose] army": the noun that the clause belongs to; any other owner itself. */
export function ownerOf({ lower, words }: SentenceView, owner: number): number {
  if (lower[owner] !== "whose") return owner;
  for (let at = owner, steps = 0; at >= 0 && steps < 8; at = words[at]?.head ?? -1, steps += 1)
    if (words[at]?.relation === "acl:relcl") return words[at]?.head ?? owner;
  return owner;
}

/** Sectors of people of whom one seldom knows where they come from. */
const STRAYS: ReadonlySet<string> = new Set(["REB", "UAF", "CRM", "REF"]);

export function isStray({ kind, sector, role }: Role): boolean {
  if (sector === "NGO") return true;
  return kind !== "body" && STRAYS.has(sector ?? "") && !AGAINST_STATE.test(role);
}

/** Those who speak of a state mostly from outside it. */
export const ONLOOKERS: ReadonlySet<string> = new Set([
  "diplomat",
  "analyst",
  "expert",
  "observer",
  "monitor",
  "inspector",
  "investigator",
  "mediator",
  "critic",
]);
export const FAITHFUL: ReadonlySet<string> = new Set(["REL"]);
/** Prepositions whose phrase says of what or where one speaks. */
export const ASIDE: ReadonlySet<string> = new Set([
  "in",
  "with",
  "about",
  "on",
  "over",
  "from",
  "against",
  "to",
  "for",
]);
export const HELPERS = /(?:^| )(?:aide|adviser|advisor|assistant|deputy|counsel|secretary)$/u;
const AGAINST_STATE = /rebel|insurgent|guerrilla|separatist|militia|mutineer/u;

/** Verbs whose subject gives an office or orders what is its own: "appointed an envoy", "sent troops". */
export const GIVERS: ReadonlySet<string> = new Set(
  "appoint name nominate dispatch send deploy recall dismiss sack fire order command instruct".split(" "),
);

/**
 * Whether a place hangs on a noun or on the verb that governs it: directly, also as "the Yemeni city of [Taiz]"; or inside the phrase of another thing
 * ("burned a flag outside the embassy in [Dhaka]"). null: neither.
 */
export function whereOf({ view, roleAt }: SentenceParts, place: number, noun: number): "directly" | "inside" | null {
  const { words } = view;
  const verb = words[noun]?.head ?? -2;
  let inside = false;
  let direct = true;
  for (let at = place, steps = 0; at >= 0 && steps < 5; steps += 1) {
    const word = words[at];
    if (!word) return null;
    inside ||= IN.has(caseOf(view, at) ?? "");
    direct &&=
      at === place ||
      AREAS.has(word.lemma.toLowerCase()) ||
      word.upos === "PROPN" ||
      (IN.has(caseOf(view, at) ?? "") && !/^(?:embassy|consulate|mission)$/u.test(word.lemma));
    // "Monitors accused soldiers of burning towns in [Tigray]": where the object is the subject need not be.
    direct &&= !(word.head === verb && word.relation === "obj" && words[noun]?.relation.startsWith("nsubj"));
    if (word.head === noun || word.head === verb) return inside ? (direct ? "directly" : "inside") : null;
    // "Bombed rebels in [Syria]" tells where the rebels are, not whose the bombers.
    const over = roleAt[word.head]?.role.kind;
    if (over !== undefined && over !== "place" && over !== "body" && over !== "thing") return null;
    if (!/^(?:nmod|appos|compound|amod|obl|conj)/u.test(word.relation) || words[word.head]?.upos === "VERB")
      return null;
    at = word.head;
  }
  return null;
}
const AREAS: ReadonlySet<string> = new Set(
  "city town village province region district state area capital part north south east west suburb outskirts border port island neighbourhood neighborhood governorate county enclave stronghold".split(
    " ",
  ),
);

export const IN: ReadonlySet<string> = new Set([
  "in",
  "at",
  "near",
  "across",
  "inside",
  "outside",
  "around",
  "within",
  "throughout",
]);

/** "The official said that [Kenya] had lost": what somebody says of others does not tell whose he is. */
export function isSaidBy({ words }: SentenceView, token: number, speaker: number): boolean {
  if (!words[speaker]?.relation.startsWith("nsubj")) return false;
  const verb = words[speaker].head;
  for (let at = token, steps = 0; at >= 0 && steps <= words.length; at = words[at]?.head ?? -1, steps += 1)
    if (words[at]?.relation === "ccomp" && words[at]?.head === verb) return true;
  return false;
}

/** "Two civilians were killed by [Russian] shelling": whoever does it to them. */
export function isByPhrase({ words }: SentenceView, token: number, victim: number): boolean {
  if (words[victim]?.relation !== "nsubj:pass") return false;
  const verb = words[victim].head;
  for (let at = token, steps = 0; at >= 0 && steps <= words.length; at = words[at]?.head ?? -1, steps += 1)
    if (words[at]?.relation === "obl:agent" && words[at]?.head === verb) return true;
  return false;
}
