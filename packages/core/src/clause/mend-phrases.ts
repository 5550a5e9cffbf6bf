/**
 * Single constructions of news that the parser misreads, each put right by the verb that shows it: an infinitive taken for a part of a name, two subjects without
 * "and", a name taken for the whole sentence, a receiver taken for a part of the gift, a visitor for somebody visited, "whose". In: drafts and a verb. Done to them.
 */
import { childrenOf, has, type Draft } from "./draft.ts";

/** "Threatens to [scrap] migrant deal with EU", of which the parser makes a deal that one threatens to. */
export function mendInfinitive(words: Draft[], verb: number): void {
  const [word, to] = [words[verb], words[verb - 1]];
  const noun = words[word?.head ?? -1];
  if (!word || !noun || word.xpos !== "VB" || to?.xpos !== "TO" || word.head < verb) return;
  const old = word.head;
  [word.head, word.relation] = [
    noun.head,
    noun.relation === "obl" || noun.relation === "nmod" ? "xcomp" : noun.relation,
  ];
  [noun.head, noun.relation] = [verb, "obj"];
  if (to.head === old) [to.head, to.relation] = [verb, "mark"];
}

/** "[Pakistan, India] agree": a plural verb behind two single names without a second comma. */
export function mendPair(words: Draft[], verb: number): void {
  const second = words[verb - 1];
  const first = words[second?.head ?? -1];
  if (second?.relation !== "appos" || second.xpos !== "NNP" || first?.xpos !== "NNP" || first.head !== verb) return;
  if (first.relation === "nsubj" && second.head === verb - 3) second.relation = "conj";
}

/** "[Foreign Minister Le Drian] called on Turkey to act and said ...", of which the parser makes a minister who is called: what follows shows an active verb. */
export function mendRootName(words: Draft[], verb: number): void {
  const word = words[verb];
  const name = words[word?.head ?? -1];
  if (!word || name?.relation !== "root" || word.head > verb || word.xpos !== "VBN") return;
  if (name.upos !== "PROPN" && name.upos !== "NOUN") return;
  const kids = childrenOf(words, verb);
  const active = kids.some((child) => {
    const { relation, xpos } = words[child] ?? { relation: "", xpos: "" };
    return (
      child > verb && (relation === "obj" || relation === "ccomp" || (relation === "conj" && /^VB[DZP]$/u.test(xpos)))
    );
  });
  // "An air strike [destroyed] a post": a participle has no object, but for "given", "named" and the like.
  const object = has(words, verb, "obj") !== undefined && !DATIVE.has(word.lemma) && !NAMING.has(word.lemma);
  const behind = name.upos === "PROPN" ? words[verb - 1]?.upos === "PROPN" : word.head === verb - 1 && object;
  if (!active || !behind) return;
  const old = word.head;
  [word.head, word.relation, word.xpos] = [-1, "root", "VBD"];
  [name.head, name.relation] = [verb, "nsubj"];
  for (const child of childrenOf(words, old))
    if (child > verb && words[child]?.upos === "PUNCT") words[child].head = verb;
}

/** Verbs whose participle keeps what somebody is called. */
const NAMING: ReadonlySet<string> = new Set([
  "call",
  "name",
  "title",
  "dub",
  "elect",
  "appoint",
  "declare",
  "award",
  "teach",
  "ask",
]);

/** Verbs with two objects. */
const DATIVE: ReadonlySet<string> = new Set([
  "give",
  "offer",
  "send",
  "lend",
  "grant",
  "promise",
  "hand",
  "sell",
  "pay",
]);

/** "Offer [Pakistan] help", of which the parser makes "Pakistan help". */
export function mendDative(words: Draft[], verb: number): void {
  if (!DATIVE.has(words[verb]?.lemma ?? "")) return;
  const next = words[verb + 1];
  const object = words[next?.head ?? -1];
  if (next?.upos === "PROPN" && next.relation === "compound" && object?.relation === "obj" && object.head === verb)
    [next.head, next.relation] = [verb, "iobj"];
}

/** "Told [visiting] Prime Minister Khan that ...", of which the parser makes that somebody visits him. */
export function mendVisiting(words: Draft[], verb: number): void {
  const word = words[verb];
  const object = has(words, verb, "obj");
  const noun = words[object ?? -1];
  if (!word || object === undefined || !noun || word.head !== verb - 1 || word.relation !== "xcomp" || object < verb)
    return;
  const saying = word.head;
  for (const child of childrenOf(words, verb)) if (child !== object) (words[child] as Draft).head = saying;
  [noun.head, noun.relation] = [saying, "obj"];
  [word.head, word.relation] = [object, "amod"];
}

/** "Ukraine, [whose government] Russia accused": of two subjects before the verb the owned one is its object. */
export function mendOwned(words: Draft[], verb: number): void {
  const kids = childrenOf(words, verb);
  const subjects = kids.filter((child) => words[child]?.relation === "nsubj");
  const [first] = subjects;
  if (first === undefined || subjects.length < 2 || kids.some((child) => words[child]?.relation === "obj")) return;
  const whose = words[first - 1];
  const noun = words[first];
  if (whose?.lemma.toLowerCase() === "whose" && whose.head === first && noun) noun.relation = "obj";
}
