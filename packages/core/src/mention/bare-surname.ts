/**
 * Whom a surname alone can mean. In a document that names its bearer in full, only that one; else somebody of whom news would not say more.
 * In: the persons of the tables under the surname, the full names of the document. Out: yes or no for each.
 */
import type { Named } from "../codebook/actors/actor-names.ts";
import { standingOn } from "../codebook/actors/people.ts";
import type { NamedSpan } from "./find-names.ts";
import type { Cast } from "./cast.ts";
import type { NameContext } from "./name-context.ts";

/** @param sentences the names found in each, with their forms */
export function findCast(
  sentences: readonly { readonly names: readonly NamedSpan[]; readonly view: { readonly forms: readonly string[] } }[],
): Cast {
  const cast = new Map<string, Set<string>>();
  const add = (short: string, id: string): void => {
    const ids = cast.get(short) ?? new Set();
    ids.add(id);
    cast.set(short, ids);
  };
  for (const { names, view } of sentences) {
    for (const { first, last, values, name } of names) {
      const persons = values.flatMap((named) => (named.kind === "person" && !named.short ? [named.person] : []));
      for (const { id, short } of persons) for (const form of short) add(form, id);
      if (values.length === 0 && name?.kind === "PER" && last - first > 1) add(view.forms[last - 1] ?? "", "");
    }
  }
  return cast;
}

/** Years for which news calls a former head of state by the surname alone. */
const REMEMBERED = 12;

export function isMeant(named: Named, all: readonly Named[], { day, hint, cast }: NameContext): boolean {
  if (named.kind !== "person" || !named.short) return true;
  const { person } = named;
  const bearers = person.short.map((form) => cast.get(form)).find((ids) => ids !== undefined);
  if (bearers) return bearers.has(person.id);
  const { country, current, term } = standingOn(person, day);
  // "Senator Graham": the words around the name tell as much as a first name.
  if (hint !== null && hint === country) return true;
  if (current && day !== null)
    return (
      term.weight >= 2 ||
      all.every((other) => other === named || other.kind !== "person" || !standingOn(other.person, day).current)
    );
  // The head of a court or a union is forgotten sooner.
  if (term.weight < 3 || country === null || day === null) return term.weight >= 3 && country !== null;
  return term.to === "" || Number(day.slice(0, 4)) - Number(term.to.slice(0, 4)) <= REMEMBERED;
}
