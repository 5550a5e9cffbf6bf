/**
 * Expressions that can stand for something: noun phrases, names and personal pronouns, with what agreement needs to know of them.
 * In: Parsed, the actors found in it, the language tables. Out: expressions in text order, one for each head token.
 */
import type { Codebook } from "../codebook/codebook.ts";
import type { Gender } from "../codebook/language-persons.ts";
import type { ActorMention } from "../model/mention.ts";
import type { Name, Parsed, Word } from "../model/parsed.ts";

/** What the words name, as far as it decides which pronoun may stand for it. */
export type Animacy = "person" | "people" | "body" | "place" | "thing";

export interface Expression {
  /** Place in the list of all expressions. */
  readonly id: number;
  readonly sentence: number;
  readonly head: number;
  /** Tokens from first to last of its subtree, half-open. */
  readonly first: number;
  readonly last: number;
  readonly kind: "pronoun" | "name" | "noun";
  /** Lower-case lemma of the head; for a pronoun its form. */
  readonly lemma: string;
  /** Lower-case words of a name, or content words before a noun's head. */
  readonly words: readonly string[];
  readonly definite: boolean;
  readonly indefinite: boolean;
  readonly plural: boolean;
  readonly gender: Gender | null;
  /** null: it cannot be told. */
  readonly animacy: Animacy | null;
  readonly relation: string;
  /** The possessive pronoun before it ("[his] spokesman"), as a token; null: none. */
  readonly owner: number | null;
  /** Of how many it speaks: 2 for "both" and "the two". null: it does not say. */
  readonly count: number | null;
  /** Head tokens of what is joined ("A, B and C"), for the expression that stands for all of them; empty for one that stands for itself. */
  readonly joined: readonly number[];
  /** Between quotation marks. */
  readonly quoted: boolean;
  readonly name: Name | null;
  /** The actors found on this head; several for "French and Egyptian warships". */
  readonly actors: readonly ActorMention[];
}

/** Parts of a name or compound, and words that are no noun phrase of their own. */
const PARTS = new Set([
  "compound",
  "flat",
  "fixed",
  "goeswith",
  "nmod:desc",
  "nmod:unmarked",
  "obl:unmarked",
  "punct",
  "dep",
]);
const THIRD_PERSON = "he him his himself she her hers herself it its itself they them their theirs themselves";
const FIRST_PERSON = "i me my mine myself we us our ours ourselves";
const PRONOUNS = new Set(`${THIRD_PERSON} ${FIRST_PERSON}`.split(" "));
const PLURAL = /^(?:the[my]|we$|us$|our)/u;
const DEFINITE = new Set(["the", "this", "that", "these", "those"]);
const INDEFINITE = new Set([
  "a",
  "an",
  "some",
  "any",
  "no",
  "another",
  "every",
  "each",
  "many",
  "several",
  "few",
  "most",
]);
const MALE = new Set(["he", "him", "his", "himself"]);
const FEMALE = new Set(["she", "her", "hers", "herself"]);
const NEUTER = new Set(["it", "its", "itself"]);

const COUNTS: ReadonlyMap<string, number> = new Map([
  ["both", 2],
  ...["two", "three", "four", "five", "six"].map((form, i) => [form, i + 2] as const),
]);

export function findExpressions(parsed: Parsed, actors: readonly ActorMention[], codebook: Codebook): Expression[] {
  const { document, sentences } = parsed.segmented;
  const byHead = new Map<string, ActorMention[]>();
  for (const actor of actors) {
    const key = `${actor.sentence} ${actor.head}`;
    const list = byHead.get(key);
    if (list) list.push(actor);
    else byHead.set(key, [actor]);
  }
  const found: Expression[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const analysis = parsed.sentences[index];
    if (!analysis) continue;
    const { words, names } = analysis;
    const forms = sentence.tokens.map(({ start, end }) => document.text.slice(start, end));
    const edges = phrases(words);
    const children = words.map((): number[] => []);
    for (const [i, { head }] of words.entries()) children[head]?.push(i);
    const quotes = quotedTokens(forms);
    for (const [i, word] of words.entries()) {
      const lower = (forms[i] ?? "").toLowerCase();
      const pronoun = word.upos === "PRON" && PRONOUNS.has(lower);
      const kind = codebook.actors.anaphors.get(lower);
      const ordered =
        (kind === "first" || kind === "last") &&
        (word.relation !== "amod" || words[word.head]?.upos === "VERB") &&
        (forms[i - 1] ?? "").toLowerCase() === "the";
      const here = byHead.get(`${index} ${i}`) ?? [];
      const name = names.find(({ first, last }) => i >= first && i < last) ?? null;
      if (!pronoun && (!isPhrase(word, i, name, words) || (word.upos === "ADJ" && here.length === 0 && !ordered)))
        continue;
      if (ordered) {
        // "The former" and "the latter" stand for themselves.
      } else if (word.upos === "ADJ" || word.relation === "amod") {
        if (here.length === 0) continue;
      }
      const [from, to] = edges[i] ?? [i, i + 1];
      const before = (children[i] ?? []).filter((j) => j < i);
      const determiners = before
        .filter((j) => words[j]?.relation.startsWith("det"))
        .map((j) => (forms[j] ?? "").toLowerCase());
      const owned = before.some((j) => words[j]?.relation === "nmod:poss");
      const one: Expression = {
        id: found.length,
        sentence: index,
        head: i,
        first: from,
        last: to,
        kind: pronoun ? "pronoun" : name ? "name" : "noun",
        lemma: pronoun ? lower : word.lemma.toLowerCase(),
        words: name
          ? forms.slice(name.first, name.last).map((form) => form.toLowerCase())
          : before
              .filter((j) => ["amod", "compound", "nummod"].includes(words[j]?.relation ?? ""))
              .map((j) => words[j]?.lemma.toLowerCase() ?? ""),
        definite: owned || determiners.some((form) => DEFINITE.has(form)),
        indefinite:
          !owned &&
          (determiners.some((form) => INDEFINITE.has(form)) ||
            (determiners.length === 0 && !name && word.upos === "NOUN")),
        // "The Philippines" is one state; "the Chinese" are it, too.
        plural: pronoun ? PLURAL.test(lower) : word.xpos.endsWith("S") && !isState(here[0], word),
        ...nature(word, lower, i, name, forms, here, codebook),
        relation: word.relation,
        owner: before.find((j) => words[j]?.relation === "nmod:poss" && words[j]?.upos === "PRON") ?? null,
        count:
          before.map((j) => COUNTS.get((forms[j] ?? "").toLowerCase())).find((count) => count !== undefined) ?? null,
        joined: [],
        quoted: quotes[i] ?? false,
        name,
        actors: here,
      };
      const conjuncts = pronoun
        ? []
        : (children[i] ?? []).filter((j) => words[j]?.relation === "conj" && isNoun(words[j]));
      if (conjuncts.length > 0) {
        const last = Math.max(...conjuncts.map((j) => edges[j]?.[1] ?? j + 1));
        found.push({
          ...one,
          kind: "noun",
          last,
          words: [],
          lemma: "",
          name: null,
          gender: null,
          plural: true,
          definite: false,
          actors: [],
          joined: [i, ...conjuncts],
        });
      }
      found.push({ ...one, id: found.length });
    }
  }
  return found;
}

const isState = (actor: ActorMention | undefined, { upos }: Word): boolean =>
  actor?.sort === "state" &&
  upos === "PROPN" &&
  actor.how !== "description" &&
  actor.text.endsWith("s") &&
  actor.name.endsWith("s");

/** Whether a token heads a noun phrase; inside a name only its head does. */
function isPhrase(word: Word, i: number, name: Name | null, words: readonly Word[]): boolean {
  if (!["NOUN", "PROPN", "ADJ"].includes(word.upos)) return false;
  if (name) {
    const outside = word.head < name.first || word.head >= name.last;
    if (!outside) return false;
    for (let j = name.first; j < i; j += 1) {
      const head = words[j]?.head ?? -1;
      if (head < name.first || head >= name.last) return false;
    }
    return true;
  }
  return !PARTS.has(word.relation);
}

/** What belongs to a noun phrase; conjuncts, appositions and what hangs on a noun as a predicate ("he is [a man], they say") stay out. */
const INSIDE = new Set([
  "det",
  "det:predet",
  "amod",
  "nummod",
  "compound",
  "flat",
  "fixed",
  "goeswith",
  "nmod",
  "nmod:poss",
  "nmod:desc",
  "nmod:unmarked",
  "acl",
  "acl:relcl",
]);

/** First and last token of each token's phrase, half-open. */
function phrases(words: readonly Word[]): [number, number][] {
  const edges = words.map((_, i): [number, number] => [i, i + 1]);
  // Children before heads: by depth, the deepest first.
  const depth = words.map((_, i) => {
    let steps = 0;
    for (let at = i; at >= 0 && steps <= words.length; at = words[at]?.head ?? -1) steps += 1;
    return steps;
  });
  for (const i of [...words.keys()].toSorted((a, b) => (depth[b] ?? 0) - (depth[a] ?? 0))) {
    const word = words[i];
    const edge = word && edges[word.head];
    const own = edges[i];
    if (!edge || !own || !(INSIDE.has(word.relation) || !isNoun(words[word.head]))) continue;
    edge[0] = Math.min(edge[0], own[0]);
    edge[1] = Math.max(edge[1], own[1]);
  }
  return edges;
}

const isNoun = (word: Word | undefined): boolean =>
  word?.upos === "NOUN" || word?.upos === "PROPN" || word?.upos === "PRON";

function quotedTokens(forms: readonly string[]): boolean[] {
  let open = false;
  return forms.map((form) => {
    if (form === "“" || form === "``" || form === "«") open = true;
    else if (form === "”" || form === "»") open = false;
    else if (form === '"' || form === "''") open = !open;
    return open;
  });
}

function nature(
  word: Word,
  lower: string,
  i: number,
  name: Name | null,
  forms: readonly string[],
  actors: readonly ActorMention[],
  { language, actors: tables }: Codebook,
): { readonly gender: Gender | null; readonly animacy: Animacy | null } {
  if (MALE.has(lower) && word.upos === "PRON") return { gender: "m", animacy: "person" };
  if (FEMALE.has(lower) && word.upos === "PRON") return { gender: "f", animacy: "person" };
  if (NEUTER.has(lower) && word.upos === "PRON") return { gender: null, animacy: "thing" };
  if (word.upos === "PRON")
    return { gender: null, animacy: /^(?:i|me|my|mine|myself)$/u.test(lower) ? "person" : null };
  const [actor] = actors;
  const lemma = word.lemma.toLowerCase();
  const role = tables.roles.byName.get(lemma);
  if (name?.kind === "PER" || actor?.sort === "person") {
    const first = language.persons.firstNames.get(name ? (forms[name.first] ?? "") : "");
    const title = forms[(name?.first ?? i) - 1] ?? "";
    const honorific: Gender | null = /^(?:Mr|Sir|Lord|King|Prince)\.?$/u.test(title)
      ? "m"
      : /^(?:Mrs|Ms|Miss|Lady|Queen|Princess|Dame)\.?$/u.test(title)
        ? "f"
        : null;
    return {
      gender: honorific ?? actor?.gender ?? role?.gender ?? language.persons.nouns.get(lemma) ?? first ?? null,
      animacy: "person",
    };
  }
  if (actor?.sort === "state") return { gender: null, animacy: "body" };
  if (name) return { gender: null, animacy: name.kind === "LOC" ? "place" : "body" };
  if (role && role.kind !== "thing" && role.kind !== "place") {
    return {
      gender: role.gender,
      animacy: role.kind === "body" ? "body" : role.kind === "group" ? "people" : "person",
    };
  }
  const noun = language.persons.nouns.get(lemma);
  if (noun !== undefined) return { gender: noun, animacy: "person" };
  if (actor?.sort === "people") return { gender: null, animacy: "people" };
  return { gender: null, animacy: "thing" };
}
