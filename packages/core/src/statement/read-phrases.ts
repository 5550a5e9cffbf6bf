/**
 * Cues that are phrases: "according to X, ...", "in the words of X". The speaker follows the phrase; what is said is the clause that the phrase belongs to.
 */
import type { Cue, Cues } from "../codebook/statements/cues.ts";
import { isVerb, relation } from "../clause/sentence-tree.ts";
import type { Draft } from "./draft.ts";
import { phraseRange, speakerActors } from "./speaker-of.ts";
import type { SpeechTree } from "./speech-tree.ts";
import { tokenRuns } from "./token-runs.ts";

export function readPhrases(speech: SpeechTree, cues: Cues): Draft[] {
  const drafts: Draft[] = [];
  const { forms } = speech.tree;
  for (let at = 0; at < forms.length; at += 1) {
    const rows = cues.phrases.get(forms[at] ?? "");
    const cue = rows?.find(({ beside }) => beside.every((word, i) => forms[at + 1 + i] === word));
    const draft = cue && readPhrase(speech, at, cue);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

function readPhrase(speech: SpeechTree, first: number, cue: Cue): Draft | null {
  const { words } = speech.tree;
  const last = first + cue.beside.length;
  const inside = (token: number): boolean => token >= first && token <= last;
  let who = last;
  for (let steps = 0; inside(who) && steps < 8; steps += 1) who = words[who]?.head ?? -1;
  if (who <= last) return null;
  let top = who;
  for (let steps = 0; inside(words[top]?.head ?? -1) && steps < 8; steps += 1) top = words[top]?.head ?? top;
  const atEdge = isAtEdge(speech, top, first);
  const clause = atEdge ? speech.tree.root : clauseOver(speech, words[top]?.head ?? -1);
  if (clause < 0) return null;
  // "For Togo, the port is vital": whose view it is must be an actor, and the clause a judgement.
  const isView = speech.kids(clause, "cop").length > 0 && (speech.tree.at[who]?.length ?? 0) > 0 && atEdge;
  if (cue.tests.some(({ slot }) => slot === "cop") && !isView) return null;
  const own = speech.below(top === who ? who : top);
  const mine = new Set([...own, ...speech.below(who)]);
  if (speech.quotationOf(first)) return null;
  const tokens = [...speech.below(clause)].filter((token) => !mine.has(token) && !inside(token));
  const content = tokenRuns(speech, tokens);
  if (content.length === 0) return null;
  const [from, to] = phraseRange(speech, who, [first, last], new Set(tokens));
  return {
    speech,
    cue,
    head: first,
    cueSpan: { start: speech.span(first).start, end: speech.span(last).end },
    speaker: { start: speech.span(from).start, end: speech.span(to).end },
    actors: speakerActors(speech, who),
    addressees: [],
    content,
    clausal: true,
  };
}

/** At the beginning or, behind a comma, at the end of the sentence: it holds for all of it. */
function isAtEdge(speech: SpeechTree, top: number, first: number): boolean {
  const { forms } = speech.tree;
  const own = [...speech.below(top), first].filter((token) => !speech.isPunctuation(token));
  const from = Math.min(...own);
  const rest = forms.slice(Math.max(...own) + 1);
  return from === 0 || (forms[from - 1] === "," && rest.every((form) => /^[^\p{L}\p{N}]+$/u.test(form)));
}

/** The clause that a token belongs to, by its head; -1: none. */
function clauseOver(speech: SpeechTree, token: number): number {
  const { words } = speech.tree;
  let at = token;
  for (let steps = 0; at >= 0 && steps < 12; steps += 1) {
    const word = words[at];
    if (!word) return -1;
    if (word.head < 0 || isVerb(word) || ["ccomp", "advcl", "parataxis"].includes(relation(word))) break;
    at = word.head;
  }
  // "Plans to act, according to X": the whole of it is on X's word.
  while (at >= 0 && ["xcomp", "conj", "advcl"].includes(relation(words[at])) && speech.kids(at, "nsubj").length === 0)
    at = words[at]?.head ?? -1;
  return at;
}
