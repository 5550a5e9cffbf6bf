/**
 * What stands where around a cue word: the clause or phrase that holds what is said, and the words of the cue that lead to it ("pointed [to]").
 * In: a sentence, the cue's token, a slot of `cues.tsv`. Out: tokens. Source of the relations: Universal Dependencies 2.
 */
import { logicalObject } from "../clause/arguments.ts";
import { isNominal, isVerb, relation } from "../clause/sentence-tree.ts";
import type { SpeechTree } from "./speech-tree.ts";

/** What fills a slot. */
export interface Filling {
  readonly tokens: readonly number[];
  /** Words that belong to the cue: the preposition before the content. */
  readonly lead: readonly number[];
  /** The tokens that head it. */
  readonly heads: readonly number[];
}

/** @returns null where nothing stands in the slot */
export function fillSlot(speech: SpeechTree, head: number, slot: string): Filling | null {
  switch (slot) {
    case "clause":
      return clauseOf(speech, head) ?? insertedIn(speech, head);
    case "that":
      return clauseOf(speech, head);
    case "quote":
    case "colon":
      return null;
    case "inf":
      return infinitiveOf(speech, head);
    case "ing":
      return heads(speech, gerundsOf(speech, head));
    case "comp":
      return heads(speech, complementsOf(speech, head));
    case "obj":
      return objectOf(speech, head);
    case "subj":
      return heads(speech, speech.kids(head, "nsubj"));
    case "be":
      return predicateOf(speech, head);
    case "noun":
      return modifiedNoun(speech, head);
    default:
      return phraseOf(speech, head, slot);
  }
}

function heads(speech: SpeechTree, found: readonly number[], lead: readonly number[] = []): Filling | null {
  if (found.length === 0) return null;
  const drop = new Set(lead);
  const tokens = found.flatMap((token) => [...speech.below(token)]).filter((token) => !drop.has(token));
  return { tokens, lead, heads: found };
}

const marksOf = (speech: SpeechTree, token: number): string[] =>
  speech.kids(token, "mark").map((mark) => speech.tree.forms[mark] ?? "");

const hasSubject = (speech: SpeechTree, token: number): boolean =>
  speech.kids(token, "nsubj", "csubj", "expl").length > 0;

/** Verbs that take a question. */
const ASKED = new Set([
  "say",
  "know",
  "tell",
  "ask",
  "explain",
  "reveal",
  "disclose",
  "decide",
  "announce",
  "wonder",
  "specify",
]);

/** A clause that a word takes: "said [that it left]", "[it left], he said", "the claim [that it left]". */
function clauseOf(speech: SpeechTree, head: number): Filling | null {
  const { words, forms } = speech.tree;
  const verbal = isVerb(words[head]) || words[head]?.upos === "ADJ";
  const own = speech.kids(head, "ccomp").filter((child) => !isFollowing(speech, child));
  const full = own.filter((child) => !isInfinitive(speech, child));
  if (full.length > 0) {
    // "Should it fail, they fear [that ...]": the parser takes what stands before for a second one.
    const behind = full.filter((child) => child > head && marksOf(speech, child).includes("that"));
    return heads(speech, behind.length > 0 ? behind : full);
  }
  const finite = speech
    .kids(head, "xcomp", "advcl", "acl", "csubj")
    .filter((child) =>
      marksOf(speech, child).some((mark) => mark === "that" || mark === "whether" || mark === "if")
        ? relation(words[child]) !== "advcl" || marksOf(speech, child).includes("that")
        : relation(words[child]) === "xcomp" && hasSubject(speech, child) && !isInfinitive(speech, child),
    );
  if (finite.length > 0) return heads(speech, finite);
  // "Did not say [when it would open]", which the parser takes for the time of saying.
  const asked = ASKED.has(words[head]?.lemma ?? "")
    ? speech.kids(head, "advcl").filter((child) => {
        const first = Math.min(...speech.below(child));
        return first === head + 1 && ["when", "where", "why", "how", "what"].includes(forms[first] ?? "");
      })
    : [];
  if (asked.length > 0) return heads(speech, asked);
  // "Said in a letter [that it left]": it hangs on the letter.
  const late = speech
    .kids(head, "obl", "nmod", "obj", "iobj")
    .flatMap((noun) =>
      speech
        .kids(noun, "acl")
        .filter(
          (child) =>
            child > noun && speech.tree.words[child]?.relation === "acl" && marksOf(speech, child).includes("that"),
        ),
    );
  if (verbal && late.length > 0) return heads(speech, late);
  const apart = verbal ? relativeSaid(speech, head) : [];
  if (apart.length > 0) return heads(speech, apart);
  if (!verbal) return null;
  // "He continued: we shall go."
  const beside = speech
    .kids(head, "parataxis")
    .filter(
      (child) =>
        child > head &&
        !isFollowing(speech, child) &&
        [...speech.below(child)].every((token) => token > head) &&
        startsAfterMark(speech, child, forms),
    );
  return heads(speech, beside);
}

/** "Told a meeting of leaders [that few understood the stakes]", read as if it told which leaders: the clause lacks nothing. */
function relativeSaid(speech: SpeechTree, head: number): number[] {
  const found = [...speech.below(head)].find((token) => {
    const word = speech.tree.words[token];
    if (token < head || word?.relation !== "acl:relcl") return false;
    const that = (speech.tree.children[token] ?? []).find(
      (child) => speech.tree.forms[child] === "that" && child < token,
    );
    if (
      that === undefined ||
      relation(speech.tree.words[that]) === "nsubj" ||
      Math.min(...speech.below(token)) !== that
    )
      return false;
    const gap = relation(speech.tree.words[that]) === "obj";
    if (relation(speech.tree.words[that]) === "mark") return true;
    return hasSubject(speech, token) && speech.kids(token, "obj", "ccomp", "xcomp", "cop").length > (gap ? 1 : 0);
  });
  if (found === undefined) return [];
  // A clause of its own stands between.
  for (let at = speech.tree.words[found]?.head ?? -1; at !== head && at >= 0; at = speech.tree.words[at]?.head ?? -1)
    if (isVerb(speech.tree.words[at])) return [];
  return [found];
}

const isInfinitive = (speech: SpeechTree, token: number): boolean =>
  speech.kids(token, "mark").some((mark) => speech.tree.forms[mark] === "to");

/** "..., adding that": the parser hangs the participle on as if it were said. */
function isFollowing(speech: SpeechTree, child: number): boolean {
  const word = speech.tree.words[child];
  const first = Math.min(...speech.below(child));
  return word?.xpos === "VBG" && first === child && speech.tree.forms[child - 1] === "," && !hasSubject(speech, child);
}

function startsAfterMark(speech: SpeechTree, child: number, forms: readonly string[]): boolean {
  const tokens = [...speech.below(child)].filter((token) => !speech.isPunctuation(token));
  const before = forms[Math.min(...tokens) - 1] ?? "";
  return /^[:“"‘`]/u.test(before) || (before === "," && /^[“"‘`]/u.test(forms[Math.min(...tokens)] ?? ""));
}

/** The clause into or behind which "he said" is put: all of it but what belongs to "said". */
function insertedIn(speech: SpeechTree, head: number): Filling | null {
  const { words } = speech.tree;
  const word = words[head];
  if (!word || word.head < 0) return null;
  const rel = relation(word);
  // "... interests the ministry said, adding": a comma is missing, and the tree takes it for a relative clause.
  if (word.relation === "acl:relcl" && word.lemma === "say") {
    const own = [...speech.below(head)];
    const first = Math.min(...own);
    if (
      first < 3 ||
      speech.tree.words[first]?.xpos.startsWith("W") ||
      speech.tree.forms[first] === "that" ||
      !/^[,.;]$/u.test(speech.tree.forms[head + 1] ?? "")
    )
      return null;
    const tokens = speech.tree.words.flatMap((_, token) =>
      token < first && !speech.isPunctuation(token) ? [token] : [],
    );
    return { tokens, lead: [], heads: [word.head] };
  }
  const as = marksOf(speech, head).includes("as");
  if (rel === "advcl" ? !as : rel !== "parataxis" || !isVerb(word)) return null;
  if (rel === "parataxis" && marksOf(speech, head).length > 0) return null;
  const own = speech.below(head);
  // "The law, she said, is unfair": the tree may hang it on the noun before it.
  let above = word.head;
  if (speech.tree.forms[Math.max(...own)] === "," || speech.tree.forms[Math.max(...own) + 1] === ",")
    while (
      isNominal(words[above]) &&
      ["nsubj", "obj", "obl", "nmod"].includes(relation(words[above])) &&
      speech.kids(above, "cop").length === 0
    )
      above = words[above]?.head ?? above;
  const tokens = [...speech.below(above)].filter((token) => !own.has(token) && !speech.isPunctuation(token));
  const first = Math.min(...[...own].filter((token) => !speech.isPunctuation(token)));
  const last = Math.max(...[...own].filter((token) => !speech.isPunctuation(token)));
  // It stands between commas or quotation marks: after a semicolon or a colon a new thought begins.
  const before = speech.tree.forms[first - 1] ?? "";
  const after = speech.tree.forms[last + 1] ?? "";
  if (first > 0 && !/^[,”"’'—–?!(-]/u.test(before)) return null;
  if (first === 0 && !/^[,:“"]/u.test(after)) return null;
  return { tokens, lead: [], heads: [above] };
}

function infinitiveOf(speech: SpeechTree, head: number): Filling | null {
  const found = speech
    .kids(head, "xcomp", "ccomp", "advcl", "acl", "csubj")
    .filter((child) => child > head && isInfinitive(speech, child));
  return heads(speech, found.slice(0, 1));
}

function gerundsOf(speech: SpeechTree, head: number): number[] {
  return speech
    .kids(head, "xcomp", "ccomp")
    .filter(
      (child) =>
        child > head &&
        speech.tree.words[child]?.xpos === "VBG" &&
        marksOf(speech, child).length === 0 &&
        !isFollowing(speech, child),
    );
}

/** What somebody is called or seen as: "called it [a threat]", "[deemed] too weak". */
function complementsOf(speech: SpeechTree, head: number): number[] {
  return speech.kids(head, "xcomp").filter((child) => child > head && !isInfinitive(speech, child));
}

function objectOf(speech: SpeechTree, head: number): Filling | null {
  const word = speech.tree.words[head];
  const passive =
    speech.tree.children[head]?.some((child) => speech.tree.words[child]?.relation === "aux:pass") ?? false;
  if (passive) return heads(speech, speech.kids(head, "nsubj", "csubj"));
  const own = speech.kids(head, "obj");
  if (own.length > 0) return heads(speech, own);
  // "The plan that Togo opposes": the noun without its clause.
  if (word?.relation === "acl:relcl") {
    const noun = logicalObject(speech.tree, head)[0];
    if (noun === undefined) return null;
    const clause = speech.below(head);
    const marks = speech.kids(noun, "case", "cc", "mark");
    const tokens = [...speech.below(noun)].filter((token) => !clause.has(token) && !marks.includes(token));
    return { tokens, lead: [], heads: [noun] };
  }
  return null;
}

/** "The message is [that ...]": what is said of the noun. */
function predicateOf(speech: SpeechTree, head: number): Filling | null {
  const word = speech.tree.words[head];
  if (!word || relation(word) !== "nsubj") return null;
  const cop = speech.kids(word.head, "cop");
  const inner = speech.kids(word.head, "ccomp", "csubj");
  if (speech.tree.words[word.head]?.lemma === "be" && inner.length > 0) return heads(speech, inner, []);
  if (cop.length === 0) return null;
  const drop = new Set([...speech.below(head), ...cop]);
  const tokens = [...speech.below(word.head)].filter((token) => !drop.has(token) && token > head);
  return { tokens, lead: cop, heads: [word.head] };
}

/** "The [planned] visit": the noun that a participle stands with. */
function modifiedNoun(speech: SpeechTree, head: number): Filling | null {
  const word = speech.tree.words[head];
  if (!word || !["acl", "amod"].includes(relation(word))) return null;
  const own = speech.below(head);
  const tokens = [...speech.below(word.head)].filter((token) => !own.has(token));
  return { tokens, lead: [], heads: [word.head] };
}

/** A phrase or gerund that a preposition begins: "spoke of [war]", "accused Togo of [hiding arms]". */
function phraseOf(speech: SpeechTree, head: number, preposition: string): Filling | null {
  const found = speech.kids(head, "obl", "nmod", "advcl", "acl", "ccomp", "xcomp", "obj").filter((child) => {
    if (child < head) return false;
    const first = speech.kids(child, "case", "mark").filter((mark) => mark < child);
    return (
      speech.tree.forms[first[0] ?? -1] === preposition &&
      (first.length === 1 || !isVerb(speech.tree.words[first[1] ?? -1]))
    );
  });
  const [child] = found;
  if (child === undefined) return null;
  const lead = speech
    .kids(child, "case", "mark")
    .filter((mark) => speech.tree.forms[mark] === preposition)
    .slice(0, 1);
  return heads(speech, [child], lead);
}
