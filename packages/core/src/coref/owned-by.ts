/**
 * "His spokesman", "its army", "her Chinese counterpart": a role whose owner is a pronoun, once it is known whom that means.
 * In: the role's mention, the owner, the tables, the document's day. Out: the mention with the owner's state, or null where it knows its own.
 */
import type { Actors } from "../codebook/actors/actors.ts";
import { holderOn } from "../codebook/actors/people.ts";
import type { ActorMention } from "../model/mention.ts";

/** A tie through an owner is right less often than the owner's own. */
const TIE = 0.8;

export function ownedBy(
  own: ActorMention,
  owner: ActorMention,
  tables: Actors,
  day: string | null,
): ActorMention | null {
  const role = own.role === null ? undefined : tables.roles.byName.get(own.role);
  // "Its allies" are others.
  if (!role || role.kind === "relation") return null;
  const { text, start, end } = owner;
  const tied = { antecedent: { text, start, end }, confidence: owner.confidence * TIE };
  // A counterpart has its own state and the owner's office.
  if (role.kind === "peer")
    return owner.sort === "person" && own.country !== null ? { ...own, ...tied, sector: owner.sector } : null;
  // "Its European Community partners" are of the community.
  if (own.country !== null || owner.country === null || own.sector === "IGO" || own.sector === "NGO") return null;
  const state = tables.countries.get(owner.country);
  const fixed = !own.plural && (role.kind === "office" || role.kind === "body");
  const holder = fixed && role.office !== null ? holderOn(tables.people, owner.country, role.office, day) : null;
  return {
    ...own,
    ...tied,
    country: owner.country,
    name: holder?.name ?? (fixed ? `${state?.name ?? owner.country}: ${role.role}` : own.name),
    entity: holder?.id ?? (fixed ? `${owner.country}.${role.role.replaceAll(/[^a-z0-9]+/gu, "-")}` : null),
    gender: own.gender ?? holder?.gender ?? null,
  };
}
