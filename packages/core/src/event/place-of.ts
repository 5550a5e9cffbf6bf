/**
 * Where an act was, by what the tree hangs on it. In: the tree, the act, the places of its sentence. Out: a place that the text gives, or null; nothing is
 * taken from elsewhere in the page, and not from the verb of saying above ("said in Geneva that a delegation visited").
 * Order: the words of the act from the outermost in, then what they act on ("attacked a base in Mosul"), then the verb that carries or describes its noun.
 */
import { WHERE } from "../codebook/prepositions.ts";
import type { PlaceMention } from "../model/place.ts";
import type { EventType } from "../model/plover.ts";
import type { Telling } from "./code-sentence.ts";
import { SAYING } from "./speech.ts";
import { dependents, isVerb, relation, withConjuncts, type SentenceTree } from "../clause/sentence-tree.ts";

/** "The town [of] Idlib". */
const INSIDE: ReadonlySet<string> = new Set([...WHERE, "of"]);
/** Nouns that a name of a place behind "of" or before them says which they are. */
const SORTS: ReadonlySet<string> = new Set(
  "airport area base bay border camp capital church college hospital mosque prison station stadium university city coast district governorate harbor harbour island neighborhood neighbourhood outskirts port province region side state strip suburb suburbs territory town valley village waters".split(
    " ",
  ),
);
/** In the singular or plural. */
const isSort = (tree: SentenceTree, token: number): boolean =>
  SORTS.has((tree.words[token]?.lemma ?? "").toLowerCase()) || SORTS.has(tree.forms[token] ?? "");

/** Verbs whose object or goal is where they end. */
const GOING: ReadonlySet<string> = new Set(
  "arrive come fly go head land reach return tour travel trip visit".split(" "),
);
/** Nouns joined to a phrase in so many steps may still tell where. */
const DEPTH = 3;

/** @param others words of the sentence that tell events */
export function placeOf(
  { act, type, mode }: Pick<Telling, "act" | "type" | "mode">,
  tree: SentenceTree,
  mentions: readonly PlaceMention[],
  others: ReadonlyMap<number, EventType>,
): PlaceMention | null {
  if (mentions.length === 0) return null;
  const at = new Map(mentions.map((mention) => [mention.head, mention]));
  const tokens = [...new Set([...act.path.map(({ head }) => head), act.head, ...act.used])].filter(
    (token) => token === act.head || !SAYING.has(tree.words[token]?.lemma ?? ""),
  );
  for (const token of tokens) {
    const place =
      placeOn(tree, token, at) ??
      (type === "ASSAULT" ? aimOf(tree, token, at) : null) ??
      (mode === "visit" ? goalOf(tree, token, at) : null);
    if (place) return place;
  }
  for (const token of tokens) {
    const word = tree.words[token];
    if (!word || SPOKEN.has(type)) continue;
    const about = isVerb(word)
      ? dependents(tree, token, "obj", "nsubj").filter(
          (child) => relation(tree.words[child]) === "obj" || tree.words[child]?.relation === "nsubj:pass",
        )
      : [];
    const takers = isVerb(word) ? dependents(tree, token, "obl", "iobj").filter((child) => isSort(tree, child)) : [];
    const doers = isVerb(word) && doneAtHome({ type, mode }) ? dependents(tree, token, "nsubj") : [];
    const carriers = isVerb(word) ? [] : [...describedBy(tree, token), ...carriedBy(tree, token, others)];
    for (const other of [...about, ...takers, ...doers, ...carriers].filter((one) => !others.has(one))) {
      const place = placeOn(tree, other, at);
      if (place) return place;
    }
  }
  return null;
}

/** "Police in Karachi arrested nine men", "workers in Athens marched": where those are who do it. */
const doneAtHome = ({ type, mode }: Pick<Telling, "type" | "mode">): boolean =>
  type === "PROTEST" || (type === "COERCE" && mode === "arrest");

/** What is only said is not where its matter is. */
const SPOKEN: ReadonlySet<EventType> = new Set(["ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN"]);

type Places = ReadonlyMap<number, PlaceMention>;

/** The place of a phrase of place that hangs on the token. */
function placeOn(tree: SentenceTree, token: number, at: Places): PlaceMention | null {
  for (const child of dependents(tree, token, "obl", "nmod", "advmod")) {
    const mark = caseOf(tree, child);
    if (mark === null || !WHERE.has(mark)) continue;
    const place = placeIn(tree, child, at, 0);
    if (place) return place;
  }
  // "The Mosul [offensive]", "the Kabul [airport] attack".
  if (isVerb(tree.words[token])) return null;
  for (const child of dependents(tree, token, "compound")) {
    const place = at.get(child);
    if (place && place.place.precision !== "country") return place;
  }
  return null;
}

/** The place that a phrase names: its head, or what its head is in. */
function placeIn(tree: SentenceTree, token: number, at: Places, depth: number): PlaceMention | null {
  const own = at.get(token);
  if (own) return own;
  if (depth >= DEPTH || isVerb(tree.words[token])) return null;
  const sort = isSort(tree, token);
  let best: PlaceMention | null = null;
  for (const child of dependents(tree, token, "nmod", "appos", "compound", "flat", "obl")) {
    const mark = caseOf(tree, child);
    const bare =
      mark === null && (relation(tree.words[child]) === "appos" || sort || relation(tree.words[child]) === "flat");
    if (!(bare || (mark !== null && (mark === "of" ? sort : INSIDE.has(mark))))) continue;
    const place = placeIn(tree, child, at, depth + 1);
    if (place && (!best || fineness(place) < fineness(best))) best = place;
  }
  return best;
}

/** "The University of Karachi in Pakistan" is in Karachi. */
const fineness = ({ place }: PlaceMention): number => ["site", "city", "region", "country"].indexOf(place.precision);

/** "Visited [Lahore]", "travelled to [Lahore]", "the visit to [Lahore]"; a country that is visited is who is visited. */
function goalOf(tree: SentenceTree, token: number, at: Places): PlaceMention | null {
  if (!GOING.has(tree.words[token]?.lemma ?? "")) return null;
  for (const child of withConjuncts(tree, dependents(tree, token, "obj", "obl", "nmod"))) {
    const mark = caseOf(tree, child);
    if (mark !== null && mark !== "to") continue;
    const place = at.get(child);
    if (place && place.place.precision !== "country") return place;
  }
  return null;
}

/** "The attack on [Mosul]", "shelled [Mosul]", "an attack on a bus in [Mosul]"; a country that is attacked is who is attacked. */
function aimOf(tree: SentenceTree, token: number, at: Places): PlaceMention | null {
  for (const child of dependents(tree, token, "obj", "obl", "nmod")) {
    const mark = caseOf(tree, child);
    if (!(mark === "on" || mark === "against" || (mark === null && relation(tree.words[child]) === "obj"))) continue;
    const place = at.get(child) ?? (isSort(tree, child) ? placeIn(tree, child, at, 1) : placeOn(tree, child, at));
    if (place && !(at.has(child) && place.place.precision === "country")) return place;
  }
  return null;
}

/** "The meeting [held] in Doha", "the talks that [began] in Doha". */
const describedBy = (tree: SentenceTree, noun: number): number[] =>
  dependents(tree, noun, "acl").filter((verb) => isVerb(tree.words[verb]));

/** "[Held] talks in Doha", "the visit [ended] in Doha": the verb over the noun, where it tells no event of its own and reports none. */
function carriedBy(tree: SentenceTree, noun: number, others: ReadonlyMap<number, EventType>): number[] {
  const word = tree.words[noun];
  const verb = word?.head ?? -1;
  if (!word || !["nsubj", "obj", "obl"].includes(relation(word)) || !isVerb(tree.words[verb])) return [];
  return others.has(verb) || SAYING.has(tree.words[verb]?.lemma ?? "") ? [] : [verb];
}

function caseOf(tree: SentenceTree, head: number): string | null {
  const mark = dependents(tree, head, "case").find((child) => child < head);
  return mark === undefined ? null : (tree.forms[mark] ?? null);
}
