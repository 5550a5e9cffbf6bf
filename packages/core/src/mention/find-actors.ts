/**
 * Finds the political actors that a document names or describes and says who they are.
 * In: Parsed, the codebook's actors. Out: Mentioned; `text.slice(start, end)` is a mention's `text`, mentions stand in text order and may lie in each
 * other ("Lebanon" in "Lebanon's president"). Pronouns and descriptions that point back are left to `coref`.
 * A place where something happens is no actor, nor is a country that plays a match.
 */
import { textSpan, type TextSpan } from "../base/span.ts";
import type { Actors } from "../codebook/actors/actors.ts";
import type { Towns } from "../codebook/place-names.ts";
import type { ActorMention, Mentioned } from "../model/mention.ts";
import type { Parsed } from "../model/parsed.ts";
import { findCast } from "./bare-surname.ts";
import { describePerson, roleAcross, type Described } from "./describe-person.ts";
import type { NamedSpan } from "./find-names.ts";
import type { RoleSpan } from "./find-roles.ts";
import { findFocus } from "./focus.ts";
import { CONFIDENCE, type Identity } from "./identity.ts";
import { isLanguage, isPlace, nationals } from "./name-use.ts";
import type { Cast } from "./cast.ts";
import type { NounGroup, SentenceParts } from "./noun-group.ts";
import { readParts } from "./read-parts.ts";
import { Resolver } from "./resolver.ts";
import { resolveUnknown } from "./resolve-unknown.ts";
import { isInside, viewSentence, type TokenRange } from "./sentence-view.ts";
import { isAboutSport } from "./sport.ts";

/** @param towns in which state a town lies that the tables of actors lack; null: nobody knows */
export function findActors(parsed: Parsed, actors: Actors, towns: Towns | null = null): Mentioned {
  const { document, sentences } = parsed.segmented;
  const all = sentences.map((sentence, i) => {
    const analysis = parsed.sentences[i];
    return analysis ? readParts(viewSentence(sentence, analysis), actors, document.published, null, towns) : null;
  });
  const first = all.filter((one) => one !== null);
  const cast = findCast(first);
  const parts = first.map((one) =>
    namesAgain(one, cast) ? readParts(one.view, actors, document.published, cast, towns) : one,
  );
  const resolver = new Resolver(actors, document.published, findFocus(parts.map(({ names }) => names)), cast);
  const found: ActorMention[] = [];
  const places: ActorMention[] = [];
  for (const one of parts) {
    if (isAboutSport(one.view, actors.sportCues)) continue;
    for (const mention of mentionsOf(one, resolver)) {
      const { tokens } = one.view.sentence;
      const [first, last] = [tokens[mention.range.first], tokens[mention.range.last - 1]];
      if (!first || !last) continue;
      const span = textSpan(document.text, first.start, last.end);
      (mention.place ? places : found).push(actorMention(span, one.view.index, mention));
    }
  }
  const inOrder = (mentions: ActorMention[]): ActorMention[] =>
    mentions.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return { kind: "mentioned", parsed, actors: inOrder(found), places: inOrder(places) };
}

/** Field by field: to spread an identity takes many times as long, and a document has hundreds. */
const actorMention = (
  { text, start, end }: TextSpan,
  sentence: number,
  { head, identity, plural }: Found,
): ActorMention => ({
  text,
  start,
  end,
  sentence,
  head,
  name: identity.name,
  entity: identity.entity,
  country: identity.country,
  sector: identity.sector,
  how: identity.how,
  confidence: identity.confidence,
  candidates: identity.candidates,
  sort: identity.sort,
  gender: identity.gender,
  role: identity.role,
  plural,
  antecedent: null,
});

/** Whether a sentence may hold a surname alone that the reader did not see as a name. */
const namesAgain = ({ view, nameAt }: SentenceParts, cast: Cast): boolean =>
  view.forms.some((form, i) => cast.has(form) && (nameAt[i]?.values.length ?? 0) === 0);

interface Found {
  readonly range: TokenRange;
  readonly head: number;
  readonly identity: Identity;
  readonly plural: boolean;
  /** The words tell where something is, not who acts. */
  readonly place?: boolean;
}

function mentionsOf(parts: SentenceParts, resolver: Resolver): Found[] {
  const { view, names, roles } = parts;
  const found: Found[] = [];
  /** Names and roles that are parts of a larger mention and none of their own. */
  const used = new Set<NamedSpan | RoleSpan>();
  const described = new Map<RoleSpan, Found>();
  for (const name of names) {
    if (!isPerson(name)) continue;
    const role = describePerson(parts, name);
    const across = role?.title ? roleAcross(parts, resolver.group(parts, role.role).range.first, name) : null;
    const one = personMention(parts, name, role, across, resolver);
    found.push(one);
    if (!role) continue;
    described.set(role.role, one);
    if (!role.title) continue;
    if (across) described.set(across, one);
    used.add(role.role);
    for (const other of roles) if (isInside(other, one.range)) used.add(other);
    for (const before of resolver.group(parts, role.role).before) used.add(before);
  }
  for (const role of roles) {
    if (used.has(role)) continue;
    const group = resolver.group(parts, role);
    for (const other of group.roles) used.add(other);
    for (const before of [...group.before, ...group.apart]) if (before.last <= role.first) used.add(before);
  }
  for (const role of roles) {
    if (used.has(role)) continue;
    found.push(...roleMentions(parts, role, described.get(role)?.identity ?? null, resolver));
  }
  for (const name of names) {
    if (used.has(name) || isPerson(name)) continue;
    const known = resolver.name(name);
    const identity = known
      ? nationals(view, name, resolver.ethnic(parts, name, known), parts.nameAt)
      : resolveUnknown(parts, name, resolver);
    if (!identity || (known && isLanguage(view, name))) continue;
    const place = known !== null && isPlace(view, name, known);
    const plural = view.words[name.head]?.xpos.endsWith("S") ?? false;
    found.push({ range: name, head: name.head, identity, plural, place });
  }
  return found;
}

const isPerson = (name: NamedSpan): boolean =>
  name.values.length > 0
    ? name.values.every(({ kind }) => kind === "person") ||
      (name.name?.kind === "PER" && name.values.some(({ kind }) => kind === "person"))
    : name.name?.kind === "PER";

function personMention(
  parts: SentenceParts,
  name: NamedSpan,
  role: Described | null,
  across: RoleSpan | null,
  resolver: Resolver,
): Found {
  const told = [role?.role, across].flatMap((one) => (one ? [resolver.role(parts, one)] : []));
  // "Denmark's army chief, General ...": the rank says less than the office.
  const description = told.toSorted((a, b) => b.confidence - a.confidence)[0] ?? null;
  const known = resolver.name(name, description?.country ?? null);
  const group = role?.title ? resolver.group(parts, role.role) : null;
  const range = { first: Math.min(name.first, group?.range.first ?? name.first), last: name.last };
  const identity = person(parts, name, known, role, description, resolver);
  const home = identity.country === null && identity.entity === null ? resolver.home(parts, name) : null;
  return { range, head: name.head, identity: home ? { ...identity, ...home } : identity, plural: false };
}

/** Somebody whom only a role describes. The one who holds the office by the tables is another where the two have no name in common. */
function described(description: Identity, text: string, role: Described | null, { actors }: Resolver): Identity {
  const holder = actors.people.byId.get(description.entity ?? "");
  const one = { ...description, name: text, sort: "person" } as const;
  if (!holder) return one;
  const words = new Set(text.split(" "));
  if (holder.names.some((name) => name.split(" ").some((word) => words.has(word))))
    return { ...one, name: holder.name };
  return { ...one, entity: null, gender: role?.role.role.gender ?? null };
}

function person(
  parts: SentenceParts,
  name: NamedSpan,
  known: Identity | null,
  role: Described | null,
  description: Identity | null,
  resolver: Resolver,
): Identity {
  const text = parts.view.forms
    .slice(name.first, name.last)
    .join(" ")
    .replaceAll(/ (?=['’-])|(?<=-) /gu, "");
  // A namesake: the text gives another state than the table.
  const namesake =
    known &&
    description?.country &&
    known.country &&
    description.country !== known.country &&
    description.confidence >= CONFIDENCE.located;
  if (known && !namesake) {
    if (!description || description.sector === "CVL" || description.sector === null) return known;
    // An office that the text gives is surer than the table; "a candidate", "a leader" is not, where the table has an office on the day.
    const told =
      (description.how === "office" && description.sector === "GOV") ||
      known.sector === "ELI" ||
      known.confidence < CONFIDENCE.name
        ? description.sector
        : known.sector;
    return {
      ...known,
      sector: told ?? known.sector,
      country: known.country ?? description.country,
      role: description.role,
      confidence: Math.max(known.confidence, CONFIDENCE.owned),
    };
  }
  if (description) return described(description, text, role, resolver);
  return (
    resolveUnknown(parts, name, resolver) ?? {
      name: text,
      entity: null,
      country: null,
      sector: "CVL",
      how: "name",
      confidence: CONFIDENCE.unknown,
      candidates: [],
      sort: "person",
      gender: null,
      role: null,
    }
  );
}

/** "The foreign ministers of [Germany] and [Poland]", "officials from [Cyprus] and [Jordan]": whose they are, each. */
function joinedOwners({ view, nameAt }: SentenceParts, { after }: NounGroup): NamedSpan[] {
  const first = after.find(({ preposition }) => ["of", "from", "between"].includes(preposition));
  if (!first) return [];
  const tokens = [
    first.head,
    ...(view.children[first.head] ?? []).filter((child) => view.words[child]?.relation === "conj"),
  ];
  const names = tokens.map((token) => nameAt[token]);
  return names.every((name) => name !== undefined && name.values.length > 0) ? (names as NamedSpan[]) : [];
}

/** A role with all that belongs to it; one mention for each state of "French and Egyptian warships". */
function roleMentions(parts: SentenceParts, role: RoleSpan, person: Identity | null, resolver: Resolver): Found[] {
  const group = resolver.group(parts, role);
  const { plural } = role;
  if (person) return [{ range: group.range, head: role.head, identity: { ...person, role: role.role.role }, plural }];
  const identity = resolver.role(parts, role);
  // "Both countries": nobody until coreference says who.
  if (identity.sector === null && identity.country === null && role.role.kind === "body") return [];
  const owners = plural ? joinedOwners(parts, group) : [];
  if (owners.length > 1 && group.before.length === 0)
    return owners.map((name, i) => ({
      range: i === 0 ? { first: group.range.first, last: name.last } : name,
      head: role.head,
      identity: resolver.role(parts, role, name),
      plural,
    }));
  if (group.before.length < 2) return [{ range: group.range, head: role.head, identity, plural }];
  return group.before.map((name, i) => {
    const whole = i === group.before.length - 1;
    return {
      range: whole ? { first: name.first, last: group.range.last } : name,
      head: role.head,
      identity: resolver.role(parts, role, name),
      plural,
    };
  });
}
