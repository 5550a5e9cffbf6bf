/**
 * A proper name that no table knows: what can be told from the names inside it and around it. In: a sentence's parts, the name. Out: Identity with
 * `entity` null, or null for a place, which is no actor.
 */
import type { NamedSpan } from "./find-names.ts";
import { CONFIDENCE, type Identity } from "./identity.ts";
import { nounGroup, type SentenceParts } from "./noun-group.ts";
import type { Resolver } from "./resolver.ts";
import { isInside } from "./sentence-view.ts";

export function resolveUnknown(parts: SentenceParts, span: NamedSpan, resolver: Resolver): Identity | null {
  const { view, nameAt, names } = parts;
  const kind = span.name?.kind;
  if (kind !== "PER" && kind !== "ORG") return null;
  const group = nounGroup(parts, span, resolver.actors);
  const around = [
    ...names.filter((other) => other !== span && isInside(other, span)),
    ...group.before.toReversed(),
    nameAt[group.owner ?? -1],
    ...group.after.map(({ head }) => nameAt[head]),
  ].filter((other) => other !== undefined);
  const country = around.map((other) => resolver.name(other)?.country ?? null).find((code) => code !== null) ?? null;
  return {
    name: view.forms
      .slice(span.first, span.last)
      .join(" ")
      .replaceAll(/ (?=['’-])|(?<=-) /gu, ""),
    entity: null,
    country,
    // A person without a role is a civilian; what sort of body an unknown name is nobody can tell.
    sector: kind === "PER" ? "CVL" : "UNK",
    how: "name",
    confidence: country === null ? CONFIDENCE.unknown : CONFIDENCE.assumed,
    candidates: [],
    sort: kind === "PER" ? "person" : "organisation",
    gender: null,
    role: null,
  };
}
