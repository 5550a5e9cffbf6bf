/**
 * "..., officials said." at the end or in the middle of a sentence, told by the words alone: long sentences are where trees go wrong, and this form is plain to see.
 * In: a sentence, the token of a verb of saying. Out: the speaker's tokens and what is said, or null where the words are not in this order.
 */
import type { SpeechTree } from "./speech-tree.ts";

export interface Inserted {
  /** First and last token of the speaker. */
  readonly speaker: readonly [number, number];
  /** The token that heads the speaker. */
  readonly head: number;
  readonly tokens: readonly number[];
}

const PHRASE = new Set(["NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "ADP", "PART", "ADV"]);
const CLOSING = /^(?:”|"|''|’|,|--|—|–|―)$/u;
const LONGEST = 14;

export function insertedCue(speech: SpeechTree, verb: number): Inserted | null {
  const { words, forms } = speech.tree;
  const word = words[verb];
  // Behind a noun the parser may take the past form for a participle.
  if (
    !word ||
    !["VBD", "VBZ", "VBP", "VBN"].includes(word.xpos) ||
    (word.xpos === "VBN" && words[verb - 1]?.upos === "AUX")
  )
    return null;
  let edge = verb;
  while (edge > 0 && ["ADV", "AUX"].includes(words[edge - 1]?.upos ?? "")) edge -= 1;
  const before = phraseBefore(speech, edge);
  const named = before ?? phraseBehind(speech, verb);
  if (!named) return null;
  const first = before ? before[0] : edge;
  const last = before ? verb : named[1];
  if (first === 0 || !CLOSING.test(forms[first - 1] ?? "")) return null;
  // Behind it at most when and where it was said.
  let end = last + 1;
  for (; end < forms.length && !/^[,;.”"]$/u.test(forms[end] ?? ""); end += 1) {
    const upos = words[end]?.upos ?? "";
    if (!PHRASE.has(upos) || words[end]?.xpos === "PRP" || end - last > LONGEST || forms[end] === "that") return null;
  }
  const head = headOf(speech, named);
  const tokens: number[] = [];
  for (let token = 0; token < first; token += 1) if (!speech.isPunctuation(token)) tokens.push(token);
  if (tokens.length < (speech.quotationOf(first - 1) ? 1 : 2)) return null;
  if (!tokens.some((token) => ["VERB", "AUX"].includes(words[token]?.upos ?? "")) && !speech.quotationOf(first - 2))
    return null;
  const goesOn =
    forms[end] === "," &&
    words.slice(end + 1).some(({ upos }) => upos === "VERB" || upos === "AUX") &&
    words[end + 1]?.xpos !== "VBG" &&
    !["who", "which", "but", "and", "where", "when", "as", "while"].includes(forms[end + 1] ?? "");
  if (goesOn && !speech.quotationOf(first - 2))
    for (let token = end + 1; token < forms.length; token += 1) if (!speech.isPunctuation(token)) tokens.push(token);
  return { speaker: named, head, tokens };
}

function phraseBefore(speech: SpeechTree, edge: number): [number, number] | null {
  const { words, forms } = speech.tree;
  let first = edge;
  let depth = 0;
  // "Mr. Mora (D), a member, said": two commas, and a quotation before it all.
  const apposed = forms[edge - 1] === ",";
  for (let at = edge - (apposed ? 2 : 1); at >= 0; at -= 1) {
    const form = forms[at] ?? "";
    if (form === ")") depth += 1;
    else if (form === "(") depth -= 1;
    else if (depth === 0 && /^(?:”|"|'')$/u.test(form)) break;
    else if (depth === 0 && form === "," && !(apposed && commaGoesOn(speech, at))) break;
    else if (depth === 0 && CLOSING.test(form) && form !== ",") break;
    else if (
      depth === 0 &&
      form !== "," &&
      form !== "-" &&
      !(PHRASE.has(words[at]?.upos ?? "") || (words[at]?.upos === "PUNCT" && form === "."))
    )
      return null;
    if (edge - at > LONGEST) return null;
    first = at;
  }
  if (first >= edge || depth !== 0) return null;
  const nominal = words.slice(first, edge).some(({ upos }) => ["NOUN", "PROPN", "PRON"].includes(upos));
  if (!nominal || words[first]?.upos === "ADP" || words[first]?.upos === "ADV") return null;
  return [first, apposed ? edge - 2 : edge - 1];
}

/** Inside an apposition between commas the phrase goes on to the left, up to a quotation. */
function commaGoesOn(speech: SpeechTree, comma: number): boolean {
  for (let at = comma - 1; at >= 0 && comma - at < LONGEST; at -= 1) {
    const form = speech.tree.forms[at] ?? "";
    if (/^(?:”|''|")$/u.test(form)) return true;
    if (["VERB", "AUX", "SCONJ"].includes(speech.tree.words[at]?.upos ?? "")) return false;
  }
  return false;
}

function phraseBehind(speech: SpeechTree, verb: number): [number, number] | null {
  const { words, forms } = speech.tree;
  let last = verb;
  for (let at = verb + 1; at < forms.length && !/^[.,;]$/u.test(forms[at] ?? ""); at += 1) {
    if (!PHRASE.has(words[at]?.upos ?? "") && forms[at] !== "-") return null;
    last = at;
  }
  if (
    last === verb ||
    last - verb > LONGEST ||
    !["NOUN", "PROPN", "PRON", "DET", "NUM"].includes(words[verb + 1]?.upos ?? "")
  )
    return null;
  if (["it", "this", "that"].includes(forms[verb + 1] ?? "")) return null;
  return [verb + 1, last];
}

/** The token of a phrase that governs the others: the last noun before a preposition or a bracket. */
function headOf(speech: SpeechTree, [first, last]: readonly [number, number]): number {
  const { words, forms } = speech.tree;
  let head = first;
  for (let at = first; at <= last; at += 1) {
    const upos = words[at]?.upos ?? "";
    if (at > first && (upos === "ADP" || forms[at] === "(" || forms[at] === ",")) break;
    if (["NOUN", "PROPN", "PRON", "NUM"].includes(upos)) head = at;
  }
  return head;
}
