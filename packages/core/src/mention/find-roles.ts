/**
 * Nouns and phrases of `roles.tsv` in a sentence: "troops", "foreign minister", "chief of army staff".
 * In: a sentence, the roles. Out: spans in text order, without overlap, the longest first.
 */
import type { Role, Roles } from "../codebook/actors/roles.ts";
import { headOf, type SentenceView, type TokenRange } from "./sentence-view.ts";

export interface RoleSpan extends TokenRange {
  readonly head: number;
  readonly role: Role;
  readonly plural: boolean;
}

/** @param names known names; what overlaps one is no role ("FBI agents" are agents of the FBI) */
export function findRoles(view: SentenceView, roles: Roles, names: readonly TokenRange[]): RoleSpan[] {
  const lemmas = view.words.map((word, i) =>
    word.upos === "NOUN" || word.upos === "PROPN" ? singular(view, i) : (view.lower[i] ?? ""),
  );
  const accept = (_: Role, from: number, to: number): boolean =>
    !names.some(({ first, last }) => first < to && from < last);
  // "Rights groups": only the last noun gives up its ending.
  const mixed = lemmas.map((lemma, i) =>
    ["NOUN", "PROPN"].includes(view.words[i + 1]?.upos ?? "") ? (view.lower[i] ?? "") : lemma,
  );
  const found: RoleSpan[] = [];
  for (const tokens of [view.lower, lemmas, mixed]) {
    for (const { from: first, to: last, values } of roles.trie.search(tokens, accept)) {
      const head = headOf(view, { first, last });
      const role = values.at(-1); // a user's row stands after ours
      if (!role || !isNoun(view, head, { first, last })) continue;
      found.push({ first, last, head, role, plural: view.words[head]?.xpos.endsWith("S") ?? false });
    }
  }
  if (found.length === 0) return found;
  found.sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
  const taken = new Set<number>();
  const kept: RoleSpan[] = [];
  for (const span of found) {
    let free = true;
    for (let i = span.first; i < span.last; i += 1) free &&= !taken.has(i);
    if (!free) continue;
    for (let i = span.first; i < span.last; i += 1) taken.add(i);
    kept.push(span);
  }
  return kept.filter(({ role }) => role.kind !== "nothing").toSorted((a, b) => a.first - b.first);
}

/** The lemma of a noun; of one tagged as a name ("Foreign Ministers") the form without its plural ending. */
function singular(view: SentenceView, i: number): string {
  const word = view.words[i];
  const lemma = (word?.lemma ?? "").toLowerCase();
  const form = view.lower[i] ?? "";
  if (word?.upos !== "PROPN" || lemma !== form || !/[^s]s$/u.test(form)) return lemma;
  return word.xpos === "NNPS" ? form.slice(0, -1) : form;
}

/** A verb ("police the border") or an adjective ("a general strike") is no role; an adjective that stands for people is ("the elderly"). */
function isNoun(view: SentenceView, head: number, { first, last }: TokenRange): boolean {
  const word = view.words[head];
  if (!word) return false;
  if (word.upos === "NOUN" || word.upos === "PROPN") return true;
  if (last - first > 1) return view.words.slice(first, last).some(({ upos }) => upos === "NOUN" || upos === "PROPN");
  if (word.upos !== "ADJ") return false;
  if (word.relation === "nmod:desc") return true; // "General" before a name
  return (
    ["nsubj", "obj", "obl", "nmod", "nsubj:pass", "conj"].includes(word.relation) &&
    !(view.children[head] ?? []).some((child) => view.words[child]?.relation === "cop")
  );
}
