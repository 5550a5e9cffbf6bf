/**
 * "Georgia's president", "the governor of Georgia": a name that a state shares with a region of another state, decided by the office that goes with it.
 * In: a name, the roles around it. Out: the name, with what it can mean here.
 */
import type { NamedSpan } from "./find-names.ts";
import type { RoleSpan } from "./find-roles.ts";
import type { SentenceView } from "./sentence-view.ts";

/** Offices that regions have as well. */
const REGIONAL = new Set(["governor", "lawmaker", "mayor", "attorney general", "official", "spokesperson"]);

export function narrowByOffice(view: SentenceView, name: NamedSpan, roles: readonly RoleSpan[]): NamedSpan {
  const isPlace = name.values.map(({ kind }) => kind === "place");
  if (!isPlace.includes(true) || !isPlace.includes(false)) return name;
  const role = roleOf(view, name, roles)?.role;
  if (!role) return name;
  const regional = role.office === "governor";
  const national = role.sector === "MIL" || (role.office !== null && !REGIONAL.has(role.office));
  if (!regional && !national) return name;
  return { ...name, values: name.values.filter((_, i) => isPlace[i] === regional) };
}

/** The role that belongs to the name: "[Georgia]'s new president", "president of [Georgia]". */
function roleOf(view: SentenceView, name: NamedSpan, roles: readonly RoleSpan[]): RoleSpan | undefined {
  if (view.lower[name.first - 1] === "of") return roles.find(({ last }) => last === name.first - 1);
  const from = /^['’]s?$/u.test(view.lower[name.last] ?? "") ? name.last + 1 : name.last;
  return roles.find(({ first }) => first >= from && first <= from + 2 && isModifying(view, from, first));
}

const isModifying = ({ words }: SentenceView, from: number, to: number): boolean =>
  words.slice(from, to).every(({ upos }) => upos === "ADJ" || upos === "NOUN" || upos === "VERB");
