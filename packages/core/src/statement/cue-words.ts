/**
 * The words of a cue: the verb with its auxiliaries, adverbs and particles ("has also pointed out"), the copula of an adjective, the verb that carries a noun ("made the
 * claim"), and the verbs before it that only lead to it ("went on to say"). Without adverbials of time. Out: tokens from first to last.
 */
import type { Cue } from "../codebook/statements/cues.ts";
import { isVerb, relation } from "../clause/sentence-tree.ts";
import { besideTokens } from "./match-cue.ts";
import type { SpeechTree } from "./speech-tree.ts";

/** Verbs that say nothing without the noun that they carry. */
const LIGHT = new Set([
  "make", "issue", "give", "offer", "express", "raise", "release", "deliver", "have", "take", "voice", "send", "put", "hold", "write", "publish", "post", "pose", "level", "file", "share", "launch", "lodge", "draw", "show", "hurl", "field",
]); // prettier-ignore
const TIMES =
  /^(?:yesterday|today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|earlier)$/u;

/** The verb that carries a noun as its object ("[made] the claim"); -1: none does. */
export function carrierOf(speech: SpeechTree, noun: number): number {
  const { words } = speech.tree;
  const word = words[noun];
  if (word?.upos !== "NOUN" || relation(word) !== "obj") return -1;
  const above = words[word.head];
  return isVerb(above) && LIGHT.has(above?.lemma ?? "") && word.head < noun ? word.head : -1;
}

/** @param leaders verbs before the cue that belong to it, the nearest first */
export function cueTokens(
  speech: SpeechTree,
  head: number,
  cue: Cue,
  lead: readonly number[],
  leaders: readonly number[],
): [number, number] {
  const carrier = cue.pos === "n" ? carrierOf(speech, head) : -1;
  let first = carrier >= 0 ? leftEdge(speech, carrier) : leftEdge(speech, head);
  for (const leader of leaders) first = Math.min(first, leftEdge(speech, leader));
  let last = Math.max(head, ...(besideTokens(speech, head, cue) ?? []));
  for (;;) {
    const next = last + 1;
    const word = speech.tree.words[next];
    const isParticle = word?.head === head && word.relation === "compound:prt";
    // "Spoke at length of": an adverb may stand before the preposition.
    const isLead = lead.includes(next) || (word?.upos === "ADV" && word.head === head && lead.includes(next + 1));
    const isAgent = speech.tree.forms[next] === "by" && cue.voice === "passive" && cue.speaker.includes("by");
    if (!isParticle && !isLead && !isAgent) break;
    last = next;
  }
  if (cue.pos === "v" && cue.kind === "say") last = mediumEnd(speech, last);
  return [first, last];
}

const MEDIA = new Set(["statement", "interview", "email", "e-mail", "release", "tweet", "memo", "letter"]);

/** "Said [in a statement]", "wrote [in an email]": the medium, directly behind the verb, is a part of the phrase that reports. */
function mediumEnd(speech: SpeechTree, last: number): number {
  const { forms, words } = speech.tree;
  if (forms[last + 1] !== "in" || (words[last + 2]?.upos !== "DET" && words[last + 2]?.xpos !== "PRP$")) return last;
  for (let at = last + 3; at <= last + 5; at += 1) {
    if (MEDIA.has(forms[at] ?? "") && !["NOUN", "PROPN"].includes(words[at + 1]?.upos ?? "")) return at;
    if (!["ADJ", "NOUN"].includes(words[at]?.upos ?? "")) return last;
  }
  return last;
}

function leftEdge(speech: SpeechTree, head: number): number {
  const { words, forms } = speech.tree;
  const nominal = words[head]?.upos === "NOUN";
  let first = head;
  for (let at = head - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (!word) break;
    const rel = relation(word);
    const own =
      word.head === head &&
      (nominal
        ? ["amod", "compound"].includes(rel)
        : ["aux", "cop", "advmod"].includes(rel) || (rel === "obl" && word.upos === "ADV"));
    const inner =
      !own &&
      at + 1 <= head &&
      word.head > at &&
      word.head < head &&
      word.head >= first &&
      ["advmod", "fixed"].includes(rel);
    if (
      (!own && !inner) ||
      TIMES.test(forms[at] ?? "") ||
      /^(?:when|where|how|why|then|only|as|so)$/u.test(forms[at] ?? "")
    )
      break;
    first = at;
  }
  return first;
}
