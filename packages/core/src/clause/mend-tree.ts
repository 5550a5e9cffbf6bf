/**
 * Puts right what the parser misreads most in news: a finite verb before its object taken for an adjective ("tanks [shelled] positions", "has [severed] ties"),
 * and a subject taken for a part of a name ("[Brazil] proposed talks"). In: the words of a sentence. Out: the words with heads and relations mended, or the
 * same list where nothing is amiss. Each rule asks for the marks of a clause, so that a true adjective ("an armed man") stays one.
 */
import type { Word } from "../model/parsed.ts";
import { childrenOf, has, type Draft } from "./draft.ts";
import { joinInfinitives, mayBeJoined } from "./join-infinitives.ts";
import { mendDative, mendInfinitive, mendOwned, mendPair, mendRootName, mendVisiting } from "./mend-phrases.ts";

const FINITE = new Set(["VBD", "VBZ", "VBP", "VB"]);

export function mendTree(words: readonly Word[]): readonly Word[] {
  if (!words.some(isSuspect)) return words;
  const drafts = words.map((word): Draft => ({ ...word }));
  for (const [i, word] of drafts.entries()) {
    if (word.upos !== "VERB") continue;
    mendStrayed(drafts, i);
    mendCrossed(drafts, i);
    if (word.relation === "ccomp" && word.head > i) mendFronted(drafts, i);
    if (word.relation === "ccomp" && word.lemma === "say" && word.head < i) mendClosing(drafts, i);
    if (word.relation === "amod") mendAdjective(drafts, i);
    if (word.relation === "compound") mendInfinitive(drafts, i);
    if (word.xpos === "VBP") mendPair(drafts, i);
    if (word.relation === "acl") mendRootName(drafts, i);
    mendDative(drafts, i);
    if (word.lemma === "visit" && word.xpos === "VBG") mendVisiting(drafts, i);
    if (word.relation === "acl:relcl") mendOwned(drafts, i);
    if (FINITE.has(word.xpos) || (word.xpos === "VBN" && ["root", "ccomp"].includes(word.relation)))
      mendSubject(drafts, i);
  }
  joinInfinitives(drafts);
  return drafts;
}

const isSuspect = (word: Word): boolean =>
  mayBeJoined(word) ||
  (word.relation === "advcl" && /^VB[DNZP]$/u.test(word.xpos)) ||
  (word.upos === "VERB" && ["amod", "ccomp", "xcomp", "compound", "acl", "acl:relcl"].includes(word.relation)) ||
  (["compound", "appos"].includes(word.relation) && word.upos === "PROPN") ||
  (word.relation === "obl:unmarked" && (word.upos === "NOUN" || word.upos === "PROPN"));

/** No day, week or year: those stand there without being a subject. */
const isName = ({ upos, lemma }: Draft): boolean =>
  upos === "PROPN"
    ? !lemma.endsWith("day")
    : upos === "NOUN" && !/^(?:day|week|month|year|time|today|yesterday|night|morning|evening|way)$/u.test(lemma);

function mendAdjective(words: Draft[], verb: number): void {
  const word = words[verb];
  if (!word) return;
  const noun = word.head;
  const above = words[noun];
  if (!above || above.upos === "VERB" || has(words, noun, "cop") !== undefined) return;
  // "Tanks shelled positions", the verb hanging on its subject.
  if (noun < verb) {
    const object = above.head;
    if (
      above.relation === "nsubj" &&
      object > verb &&
      words[object]?.upos === "NOUN" &&
      has(words, object, "cop") === undefined
    ) {
      takePlace(words, verb, object);
      above.head = verb;
    }
    // "[Republicans] blast Obama", the verb hanging on what the parser makes the root.
    if (above.relation === "root" && FINITE.has(word.xpos) && has(words, verb, "obj") !== undefined) {
      [word.head, word.relation] = [-1, "root"];
      [above.head, above.relation] = [verb, "nsubj"];
    }
    return;
  }
  // "The leaders of both countries [voiced] support", of which the parser makes one long name.
  const top = words[above.head];
  if (
    above.relation === "nmod" &&
    top?.relation === "root" &&
    isName(top) &&
    above.head < verb &&
    /^VB[DN]$/u.test(word.xpos) &&
    has(words, noun, "case") === undefined
  ) {
    [word.head, word.relation] = [-1, "root"];
    [top.head, top.relation] = [verb, "nsubj"];
    for (const child of childrenOf(words, noun))
      if (child < verb && child !== verb) (words[child] as Draft).head = verb;
    [above.head, above.relation] = [verb, "obj"];
    return;
  }
  // "Has severed ties", of which the parser makes that somebody has ties.
  const having = words[above.head];
  const before = words[verb - 1]?.upos === "ADV" ? verb - 2 : verb - 1;
  if (having?.lemma === "have" && above.relation === "obj" && above.head === before) {
    const auxiliary = above.head;
    takePlace(words, verb, auxiliary);
    having.relation = "aux";
    having.upos = "AUX";
    above.head = verb;
    above.relation = "obj";
    return;
  }
  // "The envoys said that police would tolerate protests", the object taken for the head of the clause.
  const subject = has(words, noun, "nsubj", "nsubj:pass");
  const helped = childrenOf(words, noun).some((child) => child < verb && words[child]?.relation === "aux");
  const named = childrenOf(words, noun).some(
    (child) => child < verb && words[child]?.relation === "compound" && words[child]?.upos === "PROPN",
  );
  const own = childrenOf(words, verb).some(
    (child) => child < verb && ["compound", "nsubj"].includes(words[child]?.relation ?? ""),
  );
  const clausal = has(words, verb, "nsubj", "nsubj:pass") !== undefined;
  // "Ghana severed diplomatic ties": the whole sentence has no other verb.
  const alone =
    above.relation === "root" &&
    word.xpos === "VBN" &&
    words[verb - 1]?.upos === "PROPN" &&
    words[verb - 1]?.head === noun;
  if (
    clausal ||
    alone ||
    (subject !== undefined && subject < verb) ||
    helped ||
    (word.xpos === "VBD" && (named || own))
  )
    takePlace(words, verb, noun);
}

/** The verb takes over the place of what the parser made the head of its clause, which becomes its object; what belongs to the clause goes with it. */
function takePlace(words: Draft[], verb: number, old: number): void {
  const [word, head] = [words[verb], words[old]];
  if (!word || !head) return;
  const clause = new Set([
    "nsubj",
    "nsubj:pass",
    "aux",
    "aux:pass",
    "mark",
    "advmod",
    "punct",
    "obl",
    "advcl",
    "parataxis",
    "cc",
    "conj",
    "ccomp",
    "obl:unmarked",
    "discourse",
  ]);
  for (const child of childrenOf(words, old)) {
    const other = words[child];
    if (!other || child === verb) continue;
    const name = child < verb && other.relation === "compound" && old > verb;
    // What is joined to the object behind it stays with it, if it is a noun.
    if (child > old && other.relation === "conj" && other.upos !== "VERB") continue;
    if (!name && !clause.has(other.relation)) continue;
    if (child > old && ["advmod", "cc"].includes(other.relation)) continue;
    other.head = verb;
    if (name) other.relation = "nsubj";
  }
  [word.head, word.relation] = [head.head, head.relation];
  head.head = verb;
  head.relation = "obj";
}

/** "The league called on both sides to stop, its deputy head told reporters": of the two subjects of one verb the first belongs to the clause before the second. */
function mendCrossed(words: Draft[], saying: number): void {
  const children = childrenOf(words, saying);
  const subjects = children.filter((child) => words[child]?.relation === "nsubj");
  const [outer] = subjects;
  const inner = subjects.at(-1);
  if (outer === undefined || inner === undefined || outer === inner) return;
  const told = children.find(
    (child) =>
      child > outer &&
      child < inner &&
      words[child]?.relation === "advcl" &&
      /^VB[DNZP]$/u.test(words[child]?.xpos ?? "") &&
      has(words, child, "mark", "nsubj", "nsubj:pass", "aux:pass") === undefined,
  );
  const [subject, clause] = [words[outer], words[told ?? -1]];
  if (told === undefined || !subject || !clause) return;
  subject.head = told;
  clause.relation = "ccomp";
  if (clause.xpos === "VBN" && has(words, told, "aux") === undefined) clause.xpos = "VBD";
}

/** "Soldiers backed by militias, [killed] ten rebels, the army said": of two subjects of the saying the first has a verb of its own behind a comma, taken for a participle. */
function mendStrayed(words: Draft[], saying: number): void {
  const subjects = childrenOf(words, saying).filter((child) => words[child]?.relation === "nsubj");
  const [first] = subjects;
  if (first === undefined || subjects.length < 2) return;
  const verb = childrenOf(words, first).findLast(
    (child) =>
      words[child]?.relation === "acl" &&
      /^VB[DN]$/u.test(words[child]?.xpos ?? "") &&
      words[child - 1]?.xpos === "," &&
      has(words, child, "aux:pass", "obl:agent") === undefined,
  );
  const [told, subject] = [words[verb ?? -1], words[first]];
  if (verb === undefined || !told || !subject) return;
  [told.head, told.relation, told.xpos] = [saying, "ccomp", "VBD"];
  [subject.head, subject.relation] = [verb, "nsubj"];
  const object = words.find((word) => word.head === verb && word.relation === "obl");
  if (object && has(words, words.indexOf(object), "case") === undefined) object.relation = "obj";
}

/** "A bomb killed a soldier, the army said": of two subjects of the saying the first belongs to what is said before it. */
function mendFronted(words: Draft[], verb: number): void {
  const saying = words[verb]?.head ?? -1;
  const own = childrenOf(words, verb).filter((child) => words[child]?.relation === "nsubj");
  const last = words[own.at(-1) ?? -1];
  // "Turkey could attack, [analysts] said", both given to the first verb.
  if (last && own.length > 1 && (own[0] ?? verb) < verb && own.at(-1) === saying - 1 && !has(words, saying, "nsubj"))
    last.head = saying;
  if (childrenOf(words, verb).some((child) => words[child]?.relation.startsWith("nsubj"))) return;
  const subjects = childrenOf(words, saying).filter((child) => words[child]?.relation.startsWith("nsubj"));
  const first = words[subjects[0] ?? -1];
  if (first && subjects.length > 1 && (subjects[0] ?? verb) < verb && (subjects.at(-1) ?? -1) > verb) first.head = verb;
}

/** "Chad warned [Niger], [during talks], not to act, said an official", of which the parser makes that Niger said it: what stands before goes to the first verb. */
function mendClosing(words: Draft[], verb: number): void {
  const word = words[verb];
  const speaker = words[has(words, verb, "obj") ?? -1];
  if (!word || !speaker || speaker.head !== verb || words[verb - 1]?.upos !== "PUNCT" || word.xpos !== "VBD") return;
  if (words.indexOf(speaker) < verb) return;
  const above = word.head;
  let first: number | null = null;
  for (const child of childrenOf(words, verb)) {
    const other = words[child];
    if (!other || child > verb) continue;
    other.head = above;
    if (other.relation !== "nsubj") continue;
    if (first === null) [first, other.relation] = [child, has(words, above, "obj") === undefined ? "obj" : "obl"];
    else [other.head, other.relation] = [first, "appos"];
  }
  [speaker.relation, word.relation] = ["nsubj", "parataxis"];
}

function mendSubject(words: Draft[], verb: number): void {
  const own = childrenOf(words, verb);
  if (own.some((child) => words[child]?.relation.startsWith("nsubj"))) return;
  // "[The European Union] lifted sanctions", of which the parser makes "Union sanctions".
  const object = own.find((child) => words[child]?.relation === "obj" && child > verb);
  const strayed = object === undefined ? [] : childrenOf(words, object).filter((child) => child < verb);
  for (const child of strayed) {
    const name = words[child];
    if (name?.relation === "compound" && name.upos === "PROPN") [name.head, name.relation] = [verb, "nsubj"];
  }
  if (strayed.length > 0) return;
  // "Italian [PM] visits Libya", taken for a word of time.
  const beside = words[verb - 1];
  if (beside?.head === verb && beside.relation === "obl:unmarked" && isName(beside)) beside.relation = "nsubj";
  const before = own.filter((child) => child < verb && words[child]?.relation === "compound");
  const last = words[before.at(-1) ?? -1];
  if (last && (last.upos === "PROPN" || last.upos === "NOUN" || last.upos === "PRON")) last.relation = "nsubj";
}
