/**
 * A sentence's names and roles, made to agree with each other: a title half taken into a name, a role inside an unknown name, a state that shares its name
 * with a region of another. In: a sentence, the tables, the day, the full names of the document. Out: SentenceParts.
 */
import type { Actors } from "../codebook/actors/actors.ts";
import type { Towns } from "../codebook/place-names.ts";
import { findNames, type NamedSpan } from "./find-names.ts";
import { findRoles, type RoleSpan } from "./find-roles.ts";
import type { Cast } from "./cast.ts";
import { isCurrency } from "./name-use.ts";
import { narrowByOffice } from "./narrow-by-office.ts";
import type { SentenceParts } from "./noun-group.ts";
import { headOf, isInside, type SentenceView } from "./sentence-view.ts";

/** @param cast who the document names in full, so that a surname alone is known again; null: not known yet */
export function readParts(
  view: SentenceView,
  actors: Actors,
  day: string | null,
  cast: Cast | null,
  towns: Towns | null,
): SentenceParts {
  const found = findNames(view, actors.names, day, cast)
    .filter((name) => !isCurrency(view, name))
    .map((name) => withTown(name, towns));
  const roles = findRoles(
    view,
    actors.roles,
    found.filter(({ values }) => values.length > 0),
  );
  const named = found.map((name) => withoutTitle(view, name, roles));
  // "Supreme Court", "Kenya Anti-Corruption Commission": a name that no table knows is described by the role in it.
  // "U.S. Defense" of "U.S. Defense Secretary" is none at all.
  const kept = named.filter(
    (name) =>
      name.values.length > 0 ||
      name.name?.kind !== "ORG" ||
      !roles.some(
        (role) =>
          (isInside(role, name) && (role.head === name.head || role.last === name.last)) ||
          (role.first < name.last && name.last < role.last && role.first >= name.first),
      ),
  );
  const apart = roles.filter((role) => !kept.some((name) => role.first < name.last && name.first < role.last));
  const names = kept.map((name) => narrowByOffice(view, withoutBearers(view, name, apart), apart));
  const nameAt: (NamedSpan | undefined)[] = [];
  const roleAt: (RoleSpan | undefined)[] = [];
  for (const name of names) for (let i = name.first; i < name.last; i += 1) nameAt[i] ??= name;
  for (const role of apart) for (let i = role.first; i < role.last; i += 1) roleAt[i] = role;
  return { view, names, roles: apart, nameAt, roleAt };
}

/** "Gunmen in [Djibo]": a town of which only the gazetteer knows where it lies. */
function withTown(span: NamedSpan, towns: Towns | null): NamedSpan {
  if (span.values.length > 0 || span.name?.kind !== "LOC" || towns === null) return span;
  const written = span.name.text;
  // In small letters a turkey is a bird.
  const iso3 = /^\p{Lu}/u.test(written) ? towns.stateOf(written) : null;
  return iso3 === null
    ? span
    : { ...span, values: [{ kind: "place", name: { written, iso3, kind: "city", from: "", to: "" } }] };
}

/** "Charge [Affaires Pang Chunxue]": a role that reaches into the name of a person whom no table knows keeps its words. */
function withoutTitle(view: SentenceView, name: NamedSpan, roles: readonly RoleSpan[]): NamedSpan {
  if (name.values.length > 0 || name.name?.kind !== "PER") return name;
  const title = roles.find((role) => role.first < name.first && name.first < role.last && role.last < name.last);
  if (!title) return name;
  const range = { first: title.last, last: name.last };
  return { ...name, ...range, head: headOf(view, range) };
}

/** "Houthi gunmen": before a noun for people a name is not a person's, if it can be something else. */
function withoutBearers({ words }: SentenceView, name: NamedSpan, roles: readonly RoleSpan[]): NamedSpan {
  const others = name.values.filter(({ kind }) => kind !== "person");
  const word = words[name.head];
  if (others.length === 0 || others.length === name.values.length || !word) return name;
  const modifies = (word.relation === "compound" || word.relation === "amod") && word.head >= name.last;
  return modifies && roles.some(({ head, plural }) => plural && head === word.head)
    ? { ...name, values: others }
    : name;
}
