/**
 * What stands around a role and says whose it is: "the [Syrian] government troops", "[Lebanon]'s new president", "president of [Armenia]",
 * "rebels from [Chad]", "groups based in [Trinidad]". In: a sentence with its names and roles. Out: the parts, each once.
 * What stands before is read off the words, since trees of long noun phrases are often wrong; what follows is read off the tree.
 */
import type { Actors, ModifierEffect } from "../codebook/actors/actors.ts";
import type { NamedSpan } from "./find-names.ts";
import type { RoleSpan } from "./find-roles.ts";
import { isNominal, type SentenceView, type TokenRange } from "./sentence-view.ts";

/** A sentence with all that was found in it. */
export interface SentenceParts {
  readonly view: SentenceView;
  readonly names: readonly NamedSpan[];
  readonly roles: readonly RoleSpan[];
  readonly nameAt: readonly (NamedSpan | undefined)[];
  readonly roleAt: readonly (RoleSpan | undefined)[];
}

export interface NounGroup {
  /** Names directly before the noun, the nearest last: "[Syrian] troops", "[French] and [Egyptian] warships". */
  readonly before: readonly NamedSpan[];
  /** Names before a hyphen to which the noun does not belong: "[Turkish]-backed rebels". */
  readonly apart: readonly NamedSpan[];
  /** Roles directly before the noun: "[government] troops". */
  readonly roles: readonly RoleSpan[];
  /** What the words before the noun say of it. */
  readonly effects: readonly ModifierEffect[];
  /** Token that heads the owner: "[Lebanon]'s president", "[his] spokesman". null: none. */
  readonly owner: number | null;
  /** Tokens that head what follows, by preposition: "of" belongs, "from" comes from, "in" lies in, "for" speaks for. */
  readonly after: readonly { readonly preposition: string; readonly head: number }[];
  /** From the first word before to the last that belongs to it, without article and without what stands apart. */
  readonly range: TokenRange;
}

export function nounGroup(
  parts: SentenceParts,
  noun: TokenRange & { readonly head: number },
  actors: Actors,
): NounGroup {
  const { view, nameAt, roleAt } = parts;
  const before: NamedSpan[] = [];
  const apart: NamedSpan[] = [];
  const roles: RoleSpan[] = [];
  const effects: ModifierEffect[] = [];
  let owner: number | null = null;
  let first = noun.first;
  for (let i = noun.first - 1; i >= 0;) {
    const word = view.words[i];
    const lower = view.lower[i] ?? "";
    if (!word) break;
    const name = nameAt[i];
    const role = roleAt[i];
    const effect = actors.modifiers.get(lower);
    if (name) {
      if (name.values.length === 0 && name.name?.kind === "PER") break;
      if (effect === "IGO") effects.push(effect); // "a European court"
      before.unshift(name);
      first = name.first;
      i = name.first - 1;
    } else if (effect !== undefined && isHyphen(view.lower[i - 1]) && (effect === "of" || effect === "not")) {
      const led = nameAt[i - 2];
      if (!led) break;
      (effect === "of" ? before : apart).unshift(led);
      first = led.first;
      i = led.first - 1;
    } else if (effect !== undefined && effect !== "of" && effect !== "not") {
      effects.push(effect);
      first = i;
      i -= isHyphen(view.lower[i - 1]) ? 2 : 1;
    } else if (role) {
      roles.unshift(role);
      first = role.first;
      i = role.first - 1;
    } else if (/^['’]s?$/u.test(lower) && word.upos !== "PUNCT") {
      owner = i - 1;
      break;
    } else if (word.upos === "PRON" && word.xpos === "PRP$") {
      owner = i;
      break;
    } else if ((word.upos === "CCONJ" || lower === ",") && before.length > 0 && joins(parts, i, before[0])) {
      i -= 1;
    } else if (
      ["ADJ", "NOUN", "PROPN", "NUM", "VERB"].includes(word.upos) &&
      (word.head === noun.head || isPremodifier(view, i, noun))
    ) {
      i -= 1;
    } else if (isHyphen(lower) && i > 0) {
      i -= 1;
    } else break;
  }
  const after: { preposition: string; head: number }[] = [];
  let last = noun.last;
  for (const child of view.children[noun.head] ?? []) {
    if (child < noun.last) continue;
    const word = view.words[child];
    if (!word) continue;
    if (word.relation.startsWith("nmod") && isNominal(word)) {
      const mark = (view.children[child] ?? []).find(
        (other) => other < child && view.words[other]?.relation === "case",
      );
      if (mark === undefined) continue;
      after.push({ preposition: view.lower[mark] ?? "", head: child });
      const end = nameAt[child]?.last ?? roleAt[child]?.last ?? child + 1;
      if (view.lower[mark] === "of" && mark === last) last = end;
    } else if (word.relation.startsWith("acl") && LOCATED.has(word.lemma)) {
      for (const place of view.children[child] ?? [])
        if (view.words[place]?.relation.startsWith("obl")) after.push({ preposition: "in", head: place });
    }
  }
  // "Vice Chairman Central Military Commission of China": the "of" was left out.
  const beside = nameAt[noun.last];
  if (
    beside?.values.some(({ kind }) => kind === "organisation") &&
    noun.head < noun.last &&
    isTitleCase(view.forms[noun.first])
  ) {
    after.push({ preposition: "of", head: beside.head });
    last = Math.max(last, beside.last);
  }
  // The tree missed an "of" that stands right behind.
  if (view.lower[noun.last] === "of" && !after.some(({ preposition }) => preposition === "of")) {
    let at = noun.last + 1;
    while (["DET", "ADJ"].includes(view.words[at]?.upos ?? "") && !nameAt[at] && !roleAt[at]) at += 1;
    const target = nameAt[at] ?? roleAt[at];
    if (target) {
      after.push({ preposition: "of", head: target.head });
      last = Math.max(last, target.last);
    }
  }
  return {
    before,
    apart,
    roles,
    effects,
    owner,
    after,
    range: { first: ownerStart(parts, owner, actors) ?? first, last },
  };
}

/** Verbs whose place is that of their subject: "groups based in", "refugees living in". */
const LOCATED = new Set([
  "base",
  "live",
  "station",
  "operate",
  "come",
  "locate",
  "flee",
  "hold",
  "detain",
  "reside",
  "work",
  "serve",
  "deploy",
  "house",
]);

const isHyphen = (form: string | undefined): boolean => form === "-" || form === "–" || form === "‐";

/** "French and Egyptian warships": the mark or word joins two adjectives or two nouns; "Syria and [Palestinian leader]" are apart. "US" is both. */
function joins({ nameAt, roleAt }: SentenceParts, i: number, next: NamedSpan | undefined): boolean {
  let left = i - 1;
  while (left >= 0 && !nameAt[left] && !roleAt[left] && left > i - 3) left -= 1;
  const other = nameAt[left];
  if (!other || !next) return false;
  const [a, b] = [kindOf(other), kindOf(next)];
  return a === b || (isShort(other) && b === "people") || (isShort(next) && a === "people");
}

/** Names such as "US" and "UK" stand for their adjectives. */
const isShort = (span: NamedSpan): boolean =>
  span.values.some((named) => named.kind === "country" && /^[A-Z.]{2,6}$/u.test(named.name.written));

const kindOf = (span: NamedSpan): string => {
  const [named] = span.values;
  if (named?.kind !== "country") return named?.kind ?? span.name?.kind ?? "";
  return named.name.kind === "adjective" || named.name.kind === "demonym" ? "people" : "country";
};

/** A word before the noun that hangs on another word before it ("newly elected president"). */
function isPremodifier(view: SentenceView, i: number, noun: TokenRange & { readonly head: number }): boolean {
  let at = view.words[i]?.head ?? -1;
  for (let steps = 0; steps < 5 && at >= 0; steps += 1) {
    if (at === noun.head || (at >= noun.first && at < noun.last)) return true;
    if (at > noun.last || at < i - 6) return false;
    at = view.words[at]?.head ?? -1;
  }
  return false;
}

const isTitleCase = (form: string | undefined): boolean => /^\p{Lu}/u.test(form ?? "");

/** Where the owner begins, with what stands before it in its turn ("[the Iranian foreign minister]'s counterpart"). */
function ownerStart(parts: SentenceParts, owner: number | null, actors: Actors): number | null {
  const { nameAt, roleAt, view } = parts;
  if (owner === null || view.words[owner]?.upos === "PRON") return null;
  const role = roleAt[owner];
  return nameAt[owner]?.first ?? (role ? nounGroup(parts, role, actors).range.first : null);
}
