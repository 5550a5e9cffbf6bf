/**
 * Mends where content begins and ends, for what trees tell less surely: phrases that hang on the cue instead of the noun before them, remarks of the teller behind a
 * comma, and what stands on the other side of an inserted "he said". In and out: tokens.
 */
import { relation } from "../clause/sentence-tree.ts";
import type { SpeechTree } from "./speech-tree.ts";

interface Around {
  /** First and last token of the cue. */
  readonly words: readonly [number, number];
  readonly speaker: readonly [number, number] | null;
  /** The slot that holds the content. */
  readonly slot: string;
  readonly heads: readonly number[];
  /** Whether a token is a verb of saying. */
  readonly isSaying: (token: number) => boolean;
}

const CLAUSAL = new Set(["clause", "that", "quote"]);
const TIMES =
  /^(?:yesterday|today|tonight|tomorrow|morning|afternoon|evening|night|week|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|\d{4})$/u;
/** Where something is said, not what of it: "praised him [in a speech]". */
const SETTINGS = new Set([
  "statement",
  "interview",
  "speech",
  "letter",
  "email",
  "tweet",
  "post",
  "press",
  "conference",
  "rally",
  "debate",
  "meeting",
  "hearing",
  "event",
  "stop",
  "show",
  "podcast",
  "phone",
  "call",
]);

export function settleContent(speech: SpeechTree, head: number, tokens: readonly number[], around: Around): number[] {
  const kept = new Set(tokens);
  const quoted = (token: number): boolean => speech.quotationOf(token) !== null;
  const cueFirst = Math.min(around.words[0], around.speaker?.[0] ?? around.words[0]);
  const cueLast = Math.max(around.words[1], around.speaker?.[1] ?? around.words[1]);
  if (CLAUSAL.has(around.slot)) {
    whole(speech, head, kept, cueFirst, cueLast);
    // “...,” he said, pausing: only what is quoted goes on behind.
    const before = [...kept].filter((token) => token < cueFirst).toSorted((a, b) => b - a);
    if (before[0] !== undefined && quoted(before[0]))
      for (const token of kept) if (token > cueLast && !quoted(token)) kept.delete(token);
    fromThat(speech, kept, around.heads);
    gapOf(speech, head, kept, cueLast);
    oneSide(speech, kept, cueFirst, cueLast);
  } else extendRight(speech, head, kept);
  fillGap(speech, kept, cueLast);
  cutTail(speech, kept, cueLast, around.isSaying);
  return [...kept];
}

/** "The only problem, he said, is the price": between commas, the cue is put into what is said, however the tree has it. */
function whole(speech: SpeechTree, head: number, kept: Set<number>, first: number, last: number): void {
  const { forms, words } = speech.tree;
  if (first === 0 || forms[first - 1] !== "," || forms[last + 1] !== "," || /^[“"`']/u.test(forms[last + 2] ?? ""))
    return;
  if (last + 2 >= forms.length || words[last + 2]?.xpos === "VBG" || words[last + 2]?.upos === "CCONJ") return;
  const before = Array.from({ length: first - 1 }, (_, token) => token).filter((token) => !speech.isPunctuation(token));
  if (before.some((token) => kept.has(token)) && [...kept].some((token) => token > last)) return;
  const isRoot = words[head]?.relation === "root" || words[words[head]?.head ?? -1]?.relation === "root";
  if (!isRoot || before.some((token) => speech.quotationOf(token))) return;
  const own = new Set(speech.kids(head, "nsubj", "aux").flatMap((child) => [...speech.below(child)]));
  if (before.length > 1) for (const token of before) if (!own.has(token)) kept.add(token);
  for (let token = last + 2; token < forms.length; token += 1) if (!own.has(token)) kept.add(token);
}

/** "Said [the plan of the council] failed": of a clause that is torn apart, the part that the tree takes for the cue's own object. */
function gapOf(speech: SpeechTree, head: number, kept: Set<number>, cueLast: number): void {
  const after = [...kept].filter((token) => token > cueLast && !speech.isPunctuation(token));
  if (after.length === 0 || speech.kids(head, "obj", "iobj", "nsubj").length === 0) return;
  const first = Math.min(...after);
  if (
    first === cueLast + 1 ||
    ["that", "whether", "if", "how", "to", "what", "why"].includes(speech.tree.forms[first] ?? "")
  )
    return;
  if (
    ![
      "say",
      "claim",
      "argue",
      "believe",
      "think",
      "note",
      "suggest",
      "add",
      "insist",
      "report",
      "predict",
      "know",
      "feel",
      "hope",
    ].includes(speech.tree.words[head]?.lemma ?? "")
  )
    return;
  const gap = Array.from({ length: first - cueLast - 1 }, (_, i) => cueLast + 1 + i);
  const own = speech.kids(head, "obj", "iobj", "nsubj").filter((child) => child > cueLast);
  const held = new Set(own.flatMap((child) => [...speech.below(child)]));
  if (gap.every((token) => held.has(token) || speech.isPunctuation(token))) for (const token of gap) kept.add(token);
}

/** "In its favour, experts said it works": without a comma behind the cue what stands before it is not said. */
function oneSide(speech: SpeechTree, kept: Set<number>, cueFirst: number, cueLast: number): void {
  const after = [...kept].filter((token) => token > cueLast && !speech.isPunctuation(token));
  const before = [...kept].filter((token) => token < cueFirst && !speech.isPunctuation(token));
  const [only] = before;
  // "Still, they said": one adverb.
  if (before.length === 1 && only !== undefined && after.length > 0 && speech.tree.words[only]?.upos === "ADV")
    kept.delete(only);
  if (after.length === 0 || before.length === 0 || before.some((token) => speech.quotationOf(token))) return;
  const next = speech.tree.forms[cueLast + 1] ?? "";
  const relative =
    before.length <= 2 && before.some((token) => ["WP", "WDT"].includes(speech.tree.words[token]?.xpos ?? ""));
  if (!/^[,“"`'—–-]/u.test(next) && !relative) for (const token of before) kept.delete(token);
}

/** "Told a hearing that ...": what is said begins with "that". */
function fromThat(speech: SpeechTree, kept: Set<number>, heads: readonly number[]): void {
  const [head] = heads;
  if (head === undefined || heads.length > 1) return;
  const that = speech.kids(head, "mark").find((mark) => speech.tree.forms[mark] === "that" && mark < head);
  if (that === undefined) return;
  for (const token of kept) if (token < that && !speech.quotationOf(token)) kept.delete(token);
}

/** Takes in phrases directly behind an object that the tree hangs on the cue: "criticized him [for his views]". */
function extendRight(speech: SpeechTree, head: number, kept: Set<number>): void {
  const { words, forms } = speech.tree;
  for (let steps = 0; steps < 4; steps += 1) {
    const last = Math.max(...[...kept].filter((token) => token > head));
    if (!Number.isFinite(last)) return;
    const next = (speech.tree.children[head] ?? []).find((child) => {
      if (kept.has(child) || !["obl", "nmod", "advcl", "xcomp", "acl"].includes(relation(words[child]))) return false;
      return Math.min(...speech.below(child)) === last + 1;
    });
    if (next === undefined || words[next]?.relation === "obl:tmod") return;
    const marks = speech.kids(next, "case", "mark").map((mark) => forms[mark] ?? "");
    if (TIMES.test(forms[next] ?? "") || SETTINGS.has(words[next]?.lemma ?? "")) return;
    if (
      marks.some((mark) =>
        [
          "while",
          "when",
          "after",
          "before",
          "because",
          "since",
          "if",
          "although",
          "though",
          "during",
          "until",
          "unless",
          "amid",
          "despite",
          "at",
          "on",
        ].includes(mark),
      )
    )
      return;
    for (const token of speech.below(next)) kept.add(token);
  }
}

/** "That", an article or a preposition between the cue and a quotation, which the tree may hang elsewhere. */
function fillGap(speech: SpeechTree, kept: Set<number>, cueLast: number): void {
  const after = [...kept].filter((token) => token > cueLast && !speech.isPunctuation(token));
  if (after.length === 0) return;
  let at = Math.min(...after) - 1;
  while (at > cueLast && speech.isPunctuation(at)) at -= 1;
  const word = speech.tree.words[at];
  if (at <= cueLast || !word || kept.has(at)) return;
  if (
    speech.tree.forms[at] === "that" ||
    (word.upos === "DET" && !speech.quotationOf(at) && speech.quotationOf(Math.min(...after)))
  )
    kept.add(at);
}

/** Leaves out what the teller adds at the end behind a comma or dash: ", which ...", ", drawing a reply", " — a proposal that ...". */
function cutTail(speech: SpeechTree, kept: Set<number>, cueLast: number, isSaying: (token: number) => boolean): void {
  const { words, forms } = speech.tree;
  for (let steps = 0; steps < 3; steps += 1) {
    const ends = [...kept].filter((token) => token > cueLast && !speech.isPunctuation(token));
    if (ends.length === 0) return;
    const last = Math.max(...ends);
    if (speech.quotationOf(last)) return;
    const first = Math.min(...ends);
    let cut = -1;
    for (const token of ends) {
      const rel = words[token]?.relation ?? "";
      const start = Math.min(...[...speech.below(token)].filter((one) => !speech.isPunctuation(one)));
      if (start <= first || Math.max(...[...speech.below(token)].filter((one) => !speech.isPunctuation(one))) !== last)
        continue;
      if (!/^[,—–―-]+$/u.test(forms[start - 1] ?? "")) continue;
      if ([...speech.below(token)].some((one) => speech.quotationOf(one))) continue;
      const loose =
        rel === "acl:relcl" ||
        rel === "parataxis" ||
        ((rel === "acl" || rel === "advcl") && ["VBG", "VBN"].includes(words[token]?.xpos ?? "") && start === token);
      // "..., though she acknowledged it": the teller goes on, or turns to other words of the same speaker.
      const turns =
        (rel === "advcl" &&
          speech.kids(token, "mark").some((mark) => ["though", "although"].includes(forms[mark] ?? ""))) ||
        ((rel === "conj" || rel === "advcl") && speech.kids(token, "nsubj").length > 0 && isSaying(token));
      if ((loose || turns) && (cut < 0 || start < cut)) cut = start;
    }
    if (cut < 0) return;
    for (const token of kept) if (token >= cut) kept.delete(token);
  }
}
