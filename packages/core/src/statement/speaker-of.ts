/**
 * Who speaks: the noun phrase that a cue's slots name, and the actors that it stands for. In: a sentence, the cue's token and row. Out: the token that heads the phrase,
 * its range, and speakers with their identity.
 */
import { isPassive, surfaceSubject } from "../clause/arguments.ts";
import { dependents, isVerb, relation, withConjuncts } from "../clause/sentence-tree.ts";
import type { Cue } from "../codebook/statements/cues.ts";
import type { ActorMention } from "../model/mention.ts";
import { carrierOf } from "./cue-words.ts";
import { fillSlot } from "./cue-slots.ts";
import type { SpeechTree } from "./speech-tree.ts";

/** @returns the token that heads the speaker's phrase; null: nobody is named */
export function speakerHead(speech: SpeechTree, head: number, cue: Cue, leader: number | null = null): number | null {
  // "Was quoted as saying": whoever is quoted says it.
  if (leader !== null && cue.speaker.includes("subj")) {
    const found = subjectOf(speech, leader);
    if (found !== null) return found;
  }
  // "[The envoy] voiced his hope": he who voices it.
  const carrier = cue.pos === "n" ? carrierOf(speech, head) : -1;
  if (carrier >= 0) {
    const found = subjectOf(speech, carrier);
    if (found !== null) return found;
  }
  for (const slot of cue.speaker) {
    const found = slotSpeaker(speech, head, cue, slot);
    if (found !== null) return found;
  }
  return null;
}

function slotSpeaker(speech: SpeechTree, head: number, cue: Cue, slot: string): number | null {
  const { tree } = speech;
  if (slot === "poss")
    return (tree.children[head] ?? []).find((child) => tree.words[child]?.relation === "nmod:poss") ?? null;
  if (slot === "pre") {
    const before = speech.kids(head, "compound", "amod", "nmod").filter((child) => child < head && tree.over[child]);
    return before.at(-1) ?? null;
  }
  // "[The senator] attacked the plan", but not "[the army] attacked the town".
  if (slot === "person") {
    const found = slotSpeaker(speech, head, cue, "subj");
    const actors = found === null ? [] : speakerActors(speech, found);
    return actors.some(({ sort, sector }) => sort === "person" && sector !== "MIL" && sector !== "REB") ? found : null;
  }
  if (slot !== "subj") return fillSlot(speech, head, slot)?.heads[0] ?? null;
  if (cue.pos === "n") {
    const carrier = carrierOf(speech, head);
    return carrier < 0 ? null : subjectOf(speech, carrier);
  }
  if (cue.pos !== "v" || !isPassive(tree, head)) return subjectOf(speech, head);
  // "Ana Mora, the mayor, called for": the parser makes a participle of the verb, and the name the root.
  const word = tree.words[head];
  const named = word?.relation === "acl" && word.head === tree.root && tree.words[word.head]?.upos === "PROPN";
  return named && tree.forms[head - 1] === "," ? word.head : null;
}

function subjectOf(speech: SpeechTree, verb: number, depth = 0): number | null {
  const { tree } = speech;
  const own = dependents(tree, verb, "nsubj");
  const [first] = own;
  if (first !== undefined) {
    // "Said Mora": of two the one that stands by the verb.
    if (own.length > 1) return own.toSorted((a, b) => Math.abs(a - verb) - Math.abs(b - verb))[0] ?? first;
    return first;
  }
  if (speech.kids(verb, "expl").length > 0) return null;
  const word = tree.words[verb];
  // "The paper quoted [the envoy] as saying that": who is quoted says it.
  const quoting = word?.xpos === "VBG" ? tree.words[word.head] : undefined;
  if (
    quoting &&
    ["quote", "cite"].includes(quoting.lemma) &&
    speech.kids(verb, "mark", "case").some((mark) => tree.forms[mark] === "as")
  ) {
    const [quoted] = speech.kids(word?.head ?? -1, "obj");
    if (quoted !== undefined) return quoted;
  }
  // "Told reporters, insisting that": who tells insists.
  if (
    word?.xpos === "VBG" &&
    word.relation === "advcl" &&
    word.head >= 0 &&
    depth < 4 &&
    isVerb(tree.words[word.head])
  ) {
    // "Said that the road was open, adding": who says it adds, not the road.
    const outer = tree.words[word.head];
    const by =
      outer?.relation === "ccomp" && tree.forms[verb - 1] === "," && isVerb(tree.words[outer.head])
        ? outer.head
        : word.head;
    const above = subjectOf(speech, by, depth + 1);
    if (above !== null && !isPassive(tree, word.head)) return above;
  }
  return surfaceSubject(tree, verb)[0] ?? null;
}

/** The tokens of a phrase without what belongs to the cue or the content, and only what hangs together on its side of the cue. */
export function phraseRange(
  speech: SpeechTree,
  head: number,
  cue: readonly [number, number],
  taken: ReadonlySet<number>,
): [number, number] {
  const own = speech.below(head);
  const { words } = speech.tree;
  let [first, last] = [head, head];
  const inside = (token: number): boolean => own.has(token) && !taken.has(token) && (token < cue[0] || token > cue[1]);
  while (inside(first - 1)) first -= 1;
  while (inside(last + 1)) last += 1;
  const name = speech.names.find(
    (one) => one.first < last + 1 && one.last > first && (one.first < first || one.last > last + 1),
  );
  const free = (token: number): boolean => token < cue[0] || token > cue[1];
  if (name) {
    if (name.first < first && free(name.first)) first = name.first;
    if (name.last - 1 > last && free(name.last - 1)) last = name.last - 1;
  }
  if (words[first]?.upos === "PROPN") while (isTitle(speech, first - 1) && free(first - 1)) first -= 1;
  // "According [to] the ministry", "[by] officials": the preposition is none of the speaker's words; nor is "and" or the mark of a clause.
  for (; first < head; first += 1) {
    const word = words[first];
    const outer =
      (word?.head === head &&
        word.relation !== "cc:preconj" &&
        ["case", "mark", "cc", "punct"].includes(relation(word))) ||
      /^(?:even|only|but|and|that|as)$/u.test(speech.tree.forms[first] ?? "");
    if (!outer && !speech.isPunctuation(first)) break;
  }
  // "The ministry, [in a statement on Sunday], said"; "[last week] the envoy said".
  for (let at = head + 1; at < last; at += 1)
    if (speech.tree.forms[at] === "," && words[at + 1]?.upos === "ADP" && speech.tree.forms[at + 1] !== "of")
      last = at - 1;
  for (const child of speech.kids(head, "obl", "nmod", "advmod")) {
    const own = [...speech.below(child)];
    const end = Math.max(...own);
    if (
      end < head &&
      Math.min(...own) === first &&
      /^(?:week|month|year|night|day|morning|afternoon|evening|friday|saturday|sunday|monday|tuesday|wednesday|thursday)$/u.test(
        words[child]?.lemma.toLowerCase() ?? "",
      )
    )
      first = end + 1;
  }
  while (first < head && speech.isPunctuation(first)) first += 1;
  // What the speaker does is no name of his: "Mora, [opening the fair], said".
  for (let at = head + 1; at <= last; at += 1) {
    const word = words[at];
    const start = Math.min(...speech.below(at));
    const doing = word?.relation === "acl" && word.xpos === "VBG" && speech.tree.forms[at - 1] === ",";
    if (doing && start > head && start <= last) last = start - 1;
  }
  // A possessor's "'s" is grammar.
  const open = speech.tree.forms.slice(first, last + 1).lastIndexOf("(");
  const bracket = open >= 0 ? speech.tree.forms.indexOf(")", first + open) : -1;
  while (
    last > head &&
    last !== bracket &&
    (speech.isPunctuation(last) || (words[last]?.relation === "case" && words[last]?.xpos === "POS"))
  )
    last -= 1;
  return [first, last];
}

const NO_TITLE = /^(?:yesterday|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/u;

/** A word before a name that belongs to it, wherever the tree hangs it: "[Secretary of State] John Kerry", "[Ms.] Mora". */
function isTitle(speech: SpeechTree, token: number): boolean {
  const word = speech.tree.words[token];
  return (
    word !== undefined &&
    (["PROPN", "NOUN", "ADJ"].includes(word.upos) || word.relation === "nmod:desc") &&
    ["compound", "amod", "nmod", "flat", "nsubj", "appos", "det", "dep", "obl"].includes(relation(word)) &&
    !NO_TITLE.test(speech.tree.forms[token] ?? "") &&
    !speech.quotationOf(token)
  );
}

const SITES = new Set(["website", "site", "page", "account", "channel", "web", "portal", "blog"]);

/** The noun whose relative clause a token stands in; null: none. */
function relativeNoun({ words }: SpeechTree["tree"], token: number): number | null {
  for (let at = token, steps = 0; at >= 0 && steps < 8; steps += 1) {
    const here = words[at];
    if (here?.relation === "acl:relcl") return here.head;
    at = here?.head ?? -1;
  }
  return null;
}

/** Prepositions behind which stands whose a text or a body is. */
const OWNERS = new Set(["by", "of", "from", "for", "in", "at"]);

/** Who a phrase stands for: itself, what "who" points at, or the one whose statement, spokesman or report it is. */
export function speakerActors(speech: SpeechTree, head: number, depth = 0): readonly ActorMention[] {
  const { tree } = speech;
  const word = tree.words[head];
  if (!word || depth > 3) return [];
  const joined = withConjuncts(tree, [head]);
  if (depth === 0 && joined.length > 1) return joined.flatMap((token) => speakerActors(speech, token, 1));
  const own = tree.at[head] ?? [];
  // "He" is no state, whatever coreference makes of a name.
  if (
    ["he", "she"].includes(tree.forms[head] ?? "") &&
    own.some(({ sort, entity, country }) => sort === "state" || (entity !== null && entity === country))
  )
    return [];
  if (own.length > 0) return own;
  const over = tree.over[head];
  if (over) return tree.at[over.head]?.length ? (tree.at[over.head] ?? []) : [over];
  if (["who", "which", "that"].includes(tree.forms[head] ?? "")) {
    const noun = relativeNoun(tree, head);
    return noun === null ? [] : speakerActors(speech, noun, depth + 1);
  }
  const kids = tree.children[head] ?? [];
  const caseIs = (child: number): boolean =>
    dependents(tree, child, "case").some(
      (mark) =>
        // "A statement on the ministry's website", but not "a report on Syria".
        OWNERS.has(tree.forms[mark] ?? "") || (tree.forms[mark] === "on" && SITES.has(tree.words[child]?.lemma ?? "")),
    );
  const groups = [
    dependents(tree, head, "appos", "flat"),
    kids.filter((child) => tree.words[child]?.relation === "nmod:poss"),
    dependents(tree, head, "acl").flatMap((verb) => dependents(tree, verb, "obl").filter(caseIs)),
    kids.filter((child) => child < head && ["compound", "amod"].includes(relation(tree.words[child]))),
    dependents(tree, head, "nmod").filter(caseIs),
  ];
  for (const group of groups) {
    // "The statement by Togo [and Ghana]".
    const found = withConjuncts(tree, group).flatMap((child) => speakerActors(speech, child, depth + 1));
    if (found.length > 0) return found;
  }
  return [];
}
