/**
 * The role that a text gives to a person: a title before the name ("Foreign Minister Wang Yi"), an apposition ("the home secretary, Sajid Javid",
 * "Wan, a spokesman for the force"), a predicate ("Ali is the deputy speaker"). In: a sentence's parts, a person's name. Out: the role, or null.
 */
import type { NamedSpan } from "./find-names.ts";
import type { RoleSpan } from "./find-roles.ts";
import type { SentenceParts } from "./noun-group.ts";
import { isInside } from "./sentence-view.ts";

export interface Described {
  readonly role: RoleSpan;
  /** The role stands directly before the name and forms one unit with it. */
  readonly title: boolean;
}

export function describePerson(parts: SentenceParts, name: NamedSpan): Described | null {
  return titleOf(parts, name) ?? appositionOf(parts, name) ?? predicateOf(parts, name);
}

/** Of several titles in a row ("Defence Minister General Sergei Shoigu") the first, since the office says more than the rank. */
function titleOf({ view, roles, nameAt }: SentenceParts, name: NamedSpan): Described | null {
  let found: RoleSpan | null = null;
  for (let first = name.first; ;) {
    const before = roles.find((role) => role.last === first && isPersonal(role));
    if (!before) break;
    found = before;
    first = before.first;
  }
  if (found) return { role: found, title: true };
  const { title } = name.name ?? {};
  if (!title) return null;
  const range = {
    first: view.sentence.tokens.findIndex(({ start }) => start >= title.start),
    last: view.sentence.tokens.findLastIndex(({ end }) => end <= title.end) + 1,
  };
  const inside = roles.find((role) => isInside(role, range) && isPersonal(role) && !nameAt[role.head]);
  return inside ? { role: inside, title: true } : null;
}

function appositionOf(parts: SentenceParts, name: NamedSpan): Described | null {
  const { view, roleAt, nameAt } = parts;
  const up = view.words[name.head];
  const tied = new Set(["appos", "flat", "nmod:desc", "compound", "dep"]);
  if (up && tied.has(up.relation)) {
    const role = roleAt[up.head];
    if (role && isPersonal(role) && !nameAt[up.head]) return { role, title: false };
  }
  for (const child of view.children[name.head] ?? []) {
    const role = roleAt[child];
    if (role && role.head === child && tied.has(view.words[child]?.relation ?? "") && isPersonal(role))
      return { role, title: false };
  }
  // Where the tree hangs the apposition elsewhere: "the home secretary, Sajid Javid,"
  const role = roleAcross(parts, name.first, name);
  return role && { role, title: false };
}

/** The role that ends at the comma before a name or its title: "[the Chief of Army Staff] (COAS), General ...". */
export function roleAcross(parts: SentenceParts, first: number, name: NamedSpan): RoleSpan | null {
  const { view, roles } = parts;
  if (view.forms[first - 1] !== ",") return null;
  // A short form in brackets may stand between.
  const open = view.forms[first - 2] === ")" ? view.forms.lastIndexOf("(", first - 2) : first - 1;
  const role = roles.find((one) => one.last === open && isPersonal(one)) ?? roleBefore(parts, open, name);
  return role && !role.plural ? role : null;
}

/** "The governor of Herat, [Karim Sattari], survived": a role with all that belongs to it, and the name between commas. */
function roleBefore(
  { view, roles, nameAt, roleAt }: SentenceParts,
  open: number,
  name: NamedSpan,
): RoleSpan | undefined {
  if (![",", ")", "."].includes(view.forms[name.last] ?? "") || (nameAt[open - 1] ?? roleAt[open - 1])?.last !== open)
    return undefined;
  return roles.findLast(
    ({ role, last, plural }) =>
      last < open &&
      !plural &&
      (role.kind === "office" || role.kind === "person") &&
      ["of", "for", "to", "in", "at"].includes(view.lower[last] ?? "") &&
      view.words.slice(last, open).every(({ upos }) => !["VERB", "AUX", "PUNCT", "PRON"].includes(upos)),
  );
}

function predicateOf({ view, roleAt }: SentenceParts, name: NamedSpan): Described | null {
  const word = view.words[name.head];
  if (!word || !word.relation.startsWith("nsubj")) return null;
  const role = roleAt[word.head];
  const copula = (view.children[word.head] ?? []).some(
    (child) => view.words[child]?.relation === "cop" && ["is", "was", "'s", "’s"].includes(view.lower[child] ?? ""),
  );
  return role && role.head === word.head && copula && isPersonal(role) ? { role, title: false } : null;
}

const isPersonal = ({ role }: RoleSpan): boolean => role.kind === "office" || role.kind === "person";
