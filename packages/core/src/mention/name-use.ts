/** How a sentence uses a known name: as an actor, as the place where something happens, as its people. */
import { WHERE_OR_WAY } from "../codebook/prepositions.ts";
import type { Named } from "../codebook/actors/actor-names.ts";
import type { NamedSpan } from "./find-names.ts";
import type { Identity } from "./identity.ts";
import { caseOf, type SentenceView } from "./sentence-view.ts";

const isSeat = (named: Named): boolean =>
  named.kind === "country" && (named.name.kind === "capital" || named.name.kind === "seat");

/** Whether a city or region only says where. A state named after "in" is kept: what is done in Iraq is often done to it. */
export function isPlace(view: SentenceView, name: NamedSpan, { sort }: Identity): boolean {
  const local = name.values.every(
    (named) =>
      (named.kind === "place" && named.name.kind !== "contested") ||
      (named.kind === "country" && (sort === "place" || isSeat(named))) ||
      // "Said in [Brussels]", where the name stands for a body as well.
      (named.kind === "organisation" && name.values.some(isSeat)),
  );
  if (!local) return false;
  const mark = caseOf(view, name.head);
  // "An offer from [Seoul]": a capital that says or gives something.
  if (mark === "from" && isSent(view, view.words[name.head]?.head ?? -1)) return false;
  if (mark !== null && WHERE_OR_WAY.has(mark)) return true;
  const relation = view.words[name.head]?.relation ?? "";
  // "Islamabad, Pakistan"; "the Paris attacks"
  return relation === "appos" || relation === "compound" || relation === "nmod:desc" || relation === "nmod:unmarked";
}

/** What a government sends or says. */
const SENT = new Set(
  "offer call request demand pressure criticism support aid message response proposal invitation backing help order approval assurance pledge condemnation objection complaint threat warning loan grant assistance opposition".split(
    " ",
  ),
);

/** Also "an offer of talks". */
const isSent = ({ words }: SentenceView, noun: number): boolean =>
  SENT.has(words[noun]?.lemma ?? "") ||
  (words[noun]?.relation === "nmod" && SENT.has(words[words[noun]?.head ?? -1]?.lemma ?? ""));

/** "Dozens of Palestinians" are people. */
const QUANTITIES = new Set(
  "couple dozen dozens half handful hundred hundreds majority million millions most number percent score scores several tens thousand thousands".split(
    " ",
  ),
);

/** Verbs whose object is a language: "speaks [Russian]". */
const TONGUES = new Set(["speak", "learn", "teach", "study", "understand", "translate"]);

/** Money that is called after states. */
const CURRENCIES = new Set(
  "crown dinar dirham dollar franc lira peso pound rial riyal rouble ruble rupee shilling won yen yuan".split(" "),
);

/** "[US] dollars", "[Sudanese] pounds": the money says nothing of the state. */
export const isCurrency = ({ words }: SentenceView, { head, last }: NamedSpan): boolean => {
  const word = words[head];
  const noun = words[word?.head ?? -1];
  return word !== undefined && word.head >= last && word.head - last < 2 && CURRENCIES.has(noun?.lemma ?? "");
};

/** Whether the name of a people names its language: "in Russian", "he speaks Arabic". */
export function isLanguage(view: SentenceView, name: NamedSpan): boolean {
  const word = view.words[name.head];
  if (!word || !name.values.every((named) => named.kind === "country" && named.name.kind === "adjective")) return false;
  // "The Russian language", "a Kurdish-language station".
  if (word.relation === "amod" || word.relation === "compound") return view.words[word.head]?.lemma === "language";
  const children = view.children[name.head] ?? [];
  if (children.some((child) => view.words[child]?.relation.startsWith("det"))) return false;
  return (
    (word.relation === "obj" && TONGUES.has(view.words[word.head]?.lemma ?? "")) || caseOf(view, name.head) === "in"
  );
}

/** Nationals are people, "the Chinese" as one is the state: CVL for "Syrians", "a Saudi", "five Turks", null for "the Chinese want". */
export function nationals(
  view: SentenceView,
  name: NamedSpan,
  known: Identity,
  others: readonly (NamedSpan | undefined)[],
): Identity {
  const ofPeople = name.values.some(
    (named) => named.kind === "country" && (named.name.kind === "demonym" || named.name.kind === "adjective"),
  );
  const word = view.words[name.head];
  if (!ofPeople || known.sort !== "state" || !word || word.relation === "amod" || word.relation === "compound")
    return known;
  const children = (view.children[name.head] ?? []).map((child) => view.words[child]);
  const determiner = (view.children[name.head] ?? [])
    .map((child) => view.lower[child])
    .find((form) => ["the", "a", "an", "some", "many", "all", "most"].includes(form ?? ""));
  const plural = word.xpos.endsWith("S");
  const one = determiner === "a" || determiner === "an";
  const counted = children.some(
    (child) => child?.relation === "nummod" || child?.relation === "amod" || child?.relation.startsWith("acl"),
  );
  const counting = QUANTITIES.has(view.words[word.head]?.lemma ?? "") && caseOf(view, name.head) === "of";
  if (plural && counting) return { ...known, entity: null, sector: "CVL", sort: "people", how: "description" };
  if (one) return { ...known, entity: null, sector: "CVL", sort: "person", how: "description" };
  // "The Palestinians" is what their state is called.
  // "Israelis and Palestinians met": two peoples side by side are the two sides.
  const joined = isJoined(view, name, others);
  const contested = name.values.some((named) => named.kind === "country" && named.name.country.kind === "contested");
  if (plural && !(contested && !counted) && !(joined && !counted) && (determiner !== "the" || counted))
    return { ...known, entity: null, sector: "CVL", sort: "people", how: "description" };
  return known;
}

/** Whether another people of a contested state or against one stands beside it ("Palestinians and Israelis"). */
function isJoined(view: SentenceView, name: NamedSpan, nameAt: readonly (NamedSpan | undefined)[]): boolean {
  const word = view.words[name.head];
  const partners = [
    ...(view.children[name.head] ?? []).filter((child) => view.words[child]?.relation === "conj"),
    ...(word?.relation === "conj" ? [word.head] : []),
  ];
  return partners.some((at) =>
    nameAt[at]?.values.some((named) => named.kind === "country" && named.name.country.kind === "contested"),
  );
}
