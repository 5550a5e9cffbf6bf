/**
 * Ties pronouns and descriptions to what they stand for, inside one document, and gives them its identity.
 * In: Mentioned, the codebook. Out: Linked: every mention, those that only coreference tells included, each with the words that it takes its identity
 * from; and the chains. The surest ties are made first, so that later ones know more (Raghunathan and others 2010, "A Multi-Pass Sieve").
 */
import { textSpan, type TextSpan } from "../base/span.ts";
import type { Codebook } from "../codebook/codebook.ts";
import type { ActorMention, Chain, Linked, Mentioned } from "../model/mention.ts";
import type { Parsed } from "../model/parsed.ts";
import { authorOf } from "./author-of.ts";
import { Clusters } from "./clusters.ts";
import { findExpressions, type Expression } from "./expression.ts";
import { joinDescriptions } from "./join-descriptions.ts";
import { joinNames } from "./join-names.ts";
import { joinPronouns } from "./join-pronouns.ts";
import { ownedBy } from "./owned-by.ts";
import { oneOfTwo } from "./one-of-two.ts";
import { severalOf } from "./several-of.ts";
import { isFirstPerson, speakerOf } from "./speaker-of.ts";
import { spokenOf } from "./spoken-of.ts";

/** A tie of coreference is right less often than the words it leads to. */
const TIE = 0.8;
/** A pronoun that is tied to no actor. */
const UNTIED = 0.2;
/** Mentions at or below this confidence take a better identity from their chain. */
const OPEN = 0.5;

export function linkActors({ parsed, actors, places }: Mentioned, codebook: Codebook): Linked {
  const { document, sentences } = parsed.segmented;
  const clusters = new Clusters(findExpressions(parsed, actors, codebook));
  joinNames(clusters, document.text);
  joinDescriptions(clusters, parsed);
  joinPronouns(clusters, parsed);
  const linked: ActorMention[] = actors.filter(({ sentence, head }) => !clusters.headedBy(sentence, head));
  const spanOf = ({ sentence, first, last }: Pick<Expression, "sentence" | "first" | "last">): TextSpan => {
    const { tokens } = sentences[sentence] ?? { tokens: [] };
    return textSpan(document.text, tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0);
  };
  /** Who each expression is, once it is known; later ones build on it. */
  const known: (readonly ActorMention[])[] = [];
  /** The same in one list, in order. */
  const told: ActorMention[] = [];
  for (const one of clusters.expressions) {
    const tied = tiesOf(one, clusters, known, told, parsed, codebook);
    const span =
      one.actors[0] ?? spanOf(one.kind === "pronoun" ? { ...one, first: one.head, last: one.head + 1 } : one);
    const owner = one.owner === null ? undefined : known[clusters.headedBy(one.sentence, one.owner)?.id ?? -1]?.[0];
    const [own] = one.actors;
    const owned =
      own && owner && (isOpen(own) || own.role !== null) && ownedBy(own, owner, codebook.actors, document.published);
    known[one.id] = owned
      ? [owned]
      : tied
        ? tied.map((actor) => carry(one, actor, span))
        : one.kind === "pronoun"
          ? somebody(one, span)
          : one.actors;
    told.push(...(known[one.id] ?? []));
    // What stands for several named ones is no mention of its own.
    if (one.joined.length === 0) linked.push(...(known[one.id] ?? []));
    else known[one.id] = one.joined.flatMap((head) => clusters.headedBy(one.sentence, head)?.actors ?? []);
  }
  return {
    kind: "linked",
    parsed,
    actors: linked.toSorted((a, b) => a.start - b.start || b.end - a.end),
    places,
    chains: clusters
      .chains()
      .map((chain): Chain =>
        chain.map((one) => ({ ...spanOf(one), sentence: one.sentence, head: one.head, joined: one.joined.length > 0 })),
      ),
  };
}

/** Whom an expression stands for because of what it points at; null: it speaks for itself, or nothing is known. */
function tiesOf(
  one: Expression,
  clusters: Clusters,
  known: readonly (readonly ActorMention[])[],
  told: readonly ActorMention[],
  parsed: Parsed,
  { actors: tables }: Codebook,
): readonly ActorMention[] | null {
  const anaphor = one.kind === "noun" ? tables.anaphors.get(one.lemma) : undefined;
  if (anaphor === "first" || anaphor === "last") {
    const actor = oneOfTwo(one, anaphor, told, parsed);
    return actor && [actor];
  }
  const pointing = one.definite && one.words.length === 0 && isOpen(one.actors[0]);
  if (anaphor === "state" && !one.plural && pointing) {
    const actor = spokenOf(one, told, parsed, tables.countries);
    return actor && [actor];
  }
  // "Both sides", "the two leaders"; "killed two people" points at nobody.
  const several = one.definite || one.lemma === "both";
  if (anaphor && anaphor !== "document" && one.count !== null && one.plural && several)
    return severalOf(one, one.count, anaphor === "state" ? "sides" : anaphor, told, tables.countries);
  if (anaphor === "document") {
    const author = one.definite ? authorOf(one, parsed, told, tables.anaphors) : null;
    return author && [author];
  }
  if (one.kind === "pronoun" && one.quoted && isFirstPerson(one)) {
    const speaker = speakerOf(one, parsed, sentenceOf(one, clusters, known, told), tables.countries);
    if (speaker) return [speaker];
  }
  if (one.kind !== "pronoun" && (one.actors.length !== 1 || !isOpen(one.actors[0]))) return null;
  const earlier = clusters
    .members(one.id)
    .filter(({ id, joined }) => id < one.id && (joined.length === 0 || one.plural));
  // A pronoun stands for what it was tied to; a name or description takes the best that its chain knows.
  const candidates =
    one.kind === "pronoun"
      ? [
          ...earlier.toReversed(),
          ...clusters.members(one.id).filter(({ id, kind }) => id > one.id && kind !== "pronoun"),
        ]
      : clusters.members(one.id).filter(({ id }) => id !== one.id);
  const sets = candidates.map(({ id, actors }) => known[id] ?? actors).filter((set) => set.length > 0);
  if (one.kind === "pronoun") return sets.find(([actor]) => !isOpen(actor)) ?? sets[0] ?? null;
  const [best] = sets
    .filter((set) => set.length === 1 && !isOpen(set[0]))
    .toSorted(([a], [b]) => (b?.confidence ?? 0) - (a?.confidence ?? 0));
  if (best) return best;
  // "Moscow sent jets. The jets ...": the first guess was made where they came up.
  const [first] = earlier.map(({ id, actors }) => known[id] ?? actors);
  const [own] = one.actors;
  return one.definite && first?.length === 1 && own && first[0]?.country && first[0].confidence >= own.confidence
    ? first
    : null;
}

/** The actors of an expression's sentence: those told before it, then those still to come. */
function sentenceOf(
  one: Expression,
  clusters: Clusters,
  known: readonly (readonly ActorMention[])[],
  told: readonly ActorMention[],
): ActorMention[] {
  const before = told.slice(told.findLastIndex(({ sentence }) => sentence !== one.sentence) + 1);
  const later: ActorMention[] = [];
  for (let id = one.id + 1; clusters.expressions[id]?.sentence === one.sentence; id += 1) {
    const other = clusters.expressions[id] as Expression;
    later.push(...(other.kind === "pronoun" ? whoIs(other, clusters, known) : other.actors));
  }
  return [...before, ...later];
}

/** Whom a pronoun that is still to come stands for: "our laws," [she] said. */
function whoIs(one: Expression, clusters: Clusters, known: readonly (readonly ActorMention[])[]): ActorMention[] {
  const told = clusters
    .members(one.id)
    .map(({ id }) => known[id] ?? [])
    .findLast((set) => set.length === 1 && set[0]?.country);
  return (told ?? []).map((actor) => ({ ...actor, sentence: one.sentence, head: one.head }));
}

/** Somebody of whom the document tells nothing: "he" and "they" act all the same, and "it" is mostly no actor. */
function somebody(one: Expression, { text, start, end }: TextSpan): ActorMention[] {
  const person = one.gender !== null;
  if (!person && !one.lemma.startsWith("the")) return [];
  return [
    {
      text, start, end, sentence: one.sentence, head: one.head, name: text, entity: null, country: null, sector: person ? "CVL" : "UNK", how: "coreference",
      confidence: UNTIED, candidates: [], sort: person ? "person" : "people", gender: one.gender, plural: one.plural, role: null, antecedent: null,
    },
  ]; // prettier-ignore
}

/** Whether a mention may take a better identity from its chain: it is unsure, or could be several. */
const isOpen = (actor: ActorMention | undefined): boolean =>
  actor === undefined || actor.confidence <= OPEN || actor.candidates.length > 0;

/** A mention with the identity of what it is tied to. A name stays one; a role keeps what it is called. */
function carry(one: Expression, actor: ActorMention, { text, start, end }: TextSpan): ActorMention {
  const [own] = one.actors;
  return {
    ...actor,
    text,
    start,
    end,
    sentence: one.sentence,
    head: one.head,
    how: one.kind === "name" ? "name" : "coreference",
    confidence: actor.confidence * (one.kind === "name" ? 1 : TIE),
    plural: one.plural,
    role: own?.role ?? actor.role,
    antecedent: actor.antecedent ?? { text: actor.text, start: actor.start, end: actor.end },
  };
}
