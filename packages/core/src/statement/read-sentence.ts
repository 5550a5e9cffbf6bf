/**
 * The statements that the cues of one sentence tell, as drafts: who, by which words, and what of it stands in the sentence.
 */
import type { Span } from "../base/span.ts";
import { isVerb, relation } from "../clause/sentence-tree.ts";
import type { LanguageTables } from "../codebook/language.ts";
import { canSpeak } from "./can-speak.ts";
import type { Cue, Cues } from "../codebook/statements/cues.ts";
import { cueTokens } from "./cue-words.ts";
import type { Draft } from "./draft.ts";
import { fillSlot, type Filling } from "./cue-slots.ts";
import { insertedCue, type Inserted } from "./inserted-cue.ts";
import { besideTokens, matchCues, POS } from "./match-cue.ts";
import { readPhrases } from "./read-phrases.ts";
import { phraseRange, speakerActors, speakerHead } from "./speaker-of.ts";
import type { SpeechTree } from "./speech-tree.ts";
import { settleContent } from "./settle-content.ts";
import { tokenRuns } from "./token-runs.ts";

export function readSentence(speech: SpeechTree, cues: Cues, language: LanguageTables): Draft[] {
  const drafts = readPhrases(speech, cues);
  for (const [head, word] of speech.tree.words.entries()) {
    const rows = POS[word.upos] && cues.byLemma.get(word.lemma.toLowerCase());
    // What somebody tells inside a quotation belongs to it.
    if (!rows || speech.quotationOf(head)) continue;
    const fitting = matchCues(speech, head, rows).filter(({ content }) => content.length > 0);
    const read = fitting
      .flatMap((cue) => readCue(speech, head, cue, cues) ?? [])
      .filter(({ cue, clausal, who }) => !cue?.somebody || clausal || who === null || canSpeak(speech, who, language));
    // One that holds nothing here may have its quotation in the next sentence.
    const draft = read.find(({ content }) => content.length > 0) ?? read[0];
    const missed = draft && draft.content.length > 0 ? null : insertedCue(speech, head);
    const cue = fitting.find(({ kind, content }) => kind === "say" && content.some(([slot]) => slot === "clause"));
    if (missed && cue) drafts.push(insertedDraft(speech, head, cue, missed, cues));
    else if (draft) drafts.push(draft);
  }
  // A word inside the longer cue of another is no cue of its own: "made it [clear]".
  return drafts.filter(
    (draft) =>
      !drafts.some(
        ({ head, cue, cueSpan, content }) =>
          head !== draft.head &&
          cueSpan &&
          cue &&
          // "Made it [clear]"; "[voiced] hope": the noun tells what.
          (cue.beside.length > 0 || (cue.pos === "n" && content.length > 0 && draft.cue?.pos === "v")) &&
          within(speech.span(draft.head), cueSpan),
      ),
  );
}

function insertedDraft(
  speech: SpeechTree,
  head: number,
  cue: Cue,
  { speaker, head: who, tokens }: Inserted,
  cues: Cues,
): Draft {
  const words = cueTokens(speech, head, cue, [], []);
  const first = Math.max(words[0], speaker[1] < words[0] ? speaker[1] + 1 : words[0]);
  const whole = phraseRange(speech, who, [first, words[1]], new Set(tokens));
  const around = {
    words: [first, words[1]] as const,
    speaker,
    slot: "quote",
    heads: [],
    isSaying: sayingIn(speech, cues),
  };
  return {
    speech,
    cue,
    head,
    cueSpan: spanOf(speech, around.words),
    speaker: spanOf(speech, whole[0] === speaker[0] && whole[1] > speaker[1] ? whole : speaker),
    actors: speakerActors(speech, who),
    addressees: [],
    content: tokenRuns(speech, settleContent(speech, head, tokens, around)),
    clausal: true,
  };
}

const sayingIn =
  (speech: SpeechTree, cues: Cues) =>
  (token: number): boolean => {
    const word = speech.tree.words[token];
    return (
      word?.upos === "VERB" &&
      (cues.byLemma.get(word.lemma) ?? []).some(
        ({ pos, kind, content }) => pos === "v" && kind === "say" && content.some(([slot]) => slot === "clause"),
      )
    );
  };

const spanOf = (speech: SpeechTree, [first, last]: readonly [number, number]): Span => ({
  start: speech.span(first).start,
  end: speech.span(last).end,
});

function readCue(
  speech: SpeechTree,
  head: number,
  cue: Cue,
  cues: Cues,
): (Draft & { readonly who: number | null }) | null {
  const filled = [head, ...(cue.pos === "v" ? (besideTokens(speech, head, cue) ?? []) : [])].reduce<
    ReturnType<typeof contentOf>
  >((found, token) => found ?? contentOf(speech, token, cue), null);
  const leaders = leadersOf(speech, head, cues);
  if (!isTold(speech, leaders.at(-1) ?? head, cue)) return null;
  const words = cueTokens(speech, head, cue, filled?.lead ?? [], leaders);
  const who = speakerHead(speech, head, cue, leaders.at(-1) ?? null);
  const content = new Set(filled?.tokens);
  if (who !== null && filled?.heads.includes(who)) return null;
  const speakerTokens =
    who === null
      ? null
      : phraseRange(
          speech,
          who,
          words,
          filled && !speech.below(who).has(head) ? withoutOwn(content, speech, who) : content,
        );
  if (cue.speaker.length > 0 && who === null && !cue.speaker.includes("none")) return null;
  const span = (range: readonly [number, number]): Span => ({
    start: speech.span(range[0]).start,
    end: speech.span(range[1]).end,
  });
  const taken = new Set<number>();
  for (const [from, to] of speakerTokens ? [words, speakerTokens] : [words])
    for (let at = from; at <= to; at += 1) taken.add(at);
  const said = quoteSaid(speech, head, cue, filled, taken);
  const tokens = settleContent(
    speech,
    head,
    said.tokens.filter((token) => !taken.has(token)),
    {
      words,
      speaker: speakerTokens,
      slot: filled?.slot ?? "quote",
      heads: filled?.heads ?? [],
      isSaying: sayingIn(speech, cues),
    },
  );
  const ranges = tokenRuns(speech, tokens);
  if (ranges.length === 0 && !cue.content.some(([slot]) => slot === "quote" || slot === "colon")) return null;
  const addressees = cue.addressee.flatMap((slot) =>
    (fillSlot(speech, head, slot)?.heads ?? []).flatMap((token) => speakerActors(speech, token)),
  );
  return {
    speech,
    cue,
    head,
    cueSpan: span(words),
    speaker: speakerTokens && span(speakerTokens),
    actors: who === null ? [] : speakerActors(speech, who),
    addressees,
    content: ranges,
    clausal: said.clausal,
    who: cue.pos === "v" ? who : null,
  };
}

const SUPPOSED = new Set(["would", "could", "might", "may", "can", "should", "must", "ca", "'d", "’d"]);

/** Whether the form of the cue tells that it is said or thought, not that it might be: no "could say", no "refused to say", no "if he says". */
function isTold(speech: SpeechTree, head: number, { pos, kind, voice }: Cue): boolean {
  const { words, forms } = speech.tree;
  const word = words[head];
  if (!word || pos === "n") return true;
  if (speech.kids(head, "aux").some((aux) => SUPPOSED.has(forms[aux] ?? ""))) return false;
  if (pos !== "v") return true;
  const rel = word.relation;
  const marks = new Set(speech.kids(head, "mark").map((mark) => forms[mark] ?? ""));
  if (marks.has("to") && (rel === "xcomp" || rel === "acl" || rel === "csubj" || rel === "ccomp")) return false;
  if (rel === "amod" || rel === "compound") return false;
  // "The ship, called the Aurora": done to the noun, not by it.
  if (rel === "acl" && voice !== "passive" && ["VBN", "VBD"].includes(word.xpos) && word.head !== speech.tree.root)
    return false;
  if (
    kind === "view" &&
    (marks.has("if") ||
      marks.has("unless") ||
      (word.xpos === "VBG" && rel === "conj" && speech.kids(head, "aux").length === 0))
  )
    return false;
  return true;
}

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

function withoutOwn(content: ReadonlySet<number>, speech: SpeechTree, who: number): ReadonlySet<number> {
  const own = speech.below(who);
  return new Set([...content].filter((token) => !own.has(token)));
}

interface Said {
  readonly tokens: readonly number[];
  readonly clausal: boolean;
}

/** What fills the first of the row's slots that is filled. */
function contentOf(speech: SpeechTree, head: number, { content }: Cue): (Filling & { readonly slot: string }) | null {
  for (const sum of content) {
    const parts = sum.flatMap((slot) => fillSlot(speech, head, slot) ?? []);
    if (parts.length === sum.length && parts.length > 0)
      return {
        tokens: parts.flatMap(({ tokens }) => tokens),
        lead: parts.flatMap(({ lead }) => lead),
        heads: parts.flatMap(({ heads }) => heads),
        slot: sum[0] ?? "",
      };
  }
  return null;
}

/** Adds the quotations that stand by the cue or that the content runs into. */
function quoteSaid(
  speech: SpeechTree,
  head: number,
  cue: Cue,
  filled: (Filling & { readonly slot: string }) | null,
  taken: ReadonlySet<number>,
): Said {
  const clausal = filled !== null && ["clause", "that", "inf", "be", "ing"].includes(filled.slot);
  const takes = cue.content.some(([slot]) => slot === "quote" || slot === "colon");
  // "Read “War and Peace”" is no speech, "read: “Keep out”" is.
  const marked = cue.content.some(([slot]) => slot === "colon");
  const tokens = new Set(filled?.tokens);
  const whole = (quotation: Span): number[] =>
    speech.tree.words.flatMap((_, token) => (within(speech.span(token), quotation) ? [token] : []));
  let quotes = false;
  for (const quotation of speech.quotations) {
    const inside = whole(quotation);
    const covered = inside.some((token) => tokens.has(token) && !speech.isPunctuation(token));
    if (
      covered ||
      (takes && (filled === null || clausal) && isBeside(speech, head, inside, taken, marked || tokens.size > 0))
    ) {
      for (const token of inside) tokens.add(token);
      quotes = true;
    }
  }
  return { tokens: [...tokens], clausal: clausal || (quotes && takes) };
}

/**
 * Whether a quotation stands by the cue with its speaker: before it only marks between, behind it also phrases of the cue's own ("told the paper on Monday, “...”").
 * @param more something said is known already, so that a further quotation must be set off by a mark
 */
function isBeside(
  speech: SpeechTree,
  head: number,
  quoted: readonly number[],
  taken: ReadonlySet<number>,
  more: boolean,
): boolean {
  const [first, last] = [quoted[0], quoted.at(-1)];
  if (first === undefined || last === undefined) return false;
  // "..., he said, adding": a speaker who stands apart is none of its words.
  const near = new Set([head]);
  for (const step of [-1, 1])
    for (let at = head + step; taken.has(at) || (speech.isPunctuation(at) && taken.has(at + step)); at += step)
      near.add(at);
  const mine = [...near].filter((token) => taken.has(token));
  const [from, to] = [Math.min(...mine), Math.max(...mine)];
  if (last < from) return range(last + 1, from).every((token) => speech.isPunctuation(token));
  if (first <= to) return false;
  const between = range(to + 1, first);
  const own = speech.below(head);
  if (between.some((token) => !speech.isPunctuation(token) && (!own.has(token) || isClauseInside(speech, token, head))))
    return false;
  return !more || /^[,:—–-]/u.test(speech.tree.forms[first - 1] ?? "");
}

/** A verb of another clause under the cue. */
const isClauseInside = (speech: SpeechTree, token: number, head: number): boolean =>
  token !== head &&
  isVerb(speech.tree.words[token]) &&
  ["ccomp", "conj", "parataxis"].includes(relation(speech.tree.words[token]));

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** Verbs and adjectives before the cue that only lead to it: "[went on] to say", "[began] by noting", "[was quick] to point out". */
function leadersOf(speech: SpeechTree, head: number, cues: Cues): number[] {
  const found: number[] = [];
  for (let at = head; found.length < 3;) {
    const word = speech.tree.words[at];
    if (!word || word.head < 0 || word.head > at || !["xcomp", "advcl", "ccomp", "obl"].includes(relation(word))) break;
    if (
      at - word.head > 5 ||
      !speech.kids(at, "mark").some((mark) => ["to", "by", "as"].includes(speech.tree.forms[mark] ?? ""))
    ) {
      if (word.xpos !== "VBG" || at - word.head > 2 || relation(word) !== "xcomp") break;
    }
    const above = speech.tree.words[word.head];
    const rows = above && cues.byLemma.get(above.lemma.toLowerCase());
    if (
      !rows ||
      !matchCues(
        speech,
        word.head,
        rows.filter(({ content }) => content.length === 0),
      ).length
    )
      break;
    found.push(word.head);
    at = word.head;
  }
  return found;
}
