import type { ParsedSentence, Word } from "../../model/parsed.ts";

/** Where the clause of a time looks: back, ahead, or neither. */
export type Direction = "past" | "future" | "present";

const WILL = new Set([
  "will",
  "shall",
  "'ll",
  "’ll",
  "wo",
  "would",
  "'d",
  "’d",
  "may",
  "might",
  "could",
  "can",
  "should",
  "must",
]);
/** What is planned with these lies ahead, in whatever tense the planning is told. */
const PLANNED = new Set([
  "schedule",
  "expect",
  "plan",
  "due",
  "slate",
  "hope",
  "intend",
  "set",
  "likely",
  "ready",
  "poise",
  "prepare",
  "deadline",
  "aim",
  "want",
  "promise",
  "pledge",
  "vow",
  "threaten",
  "agree",
]);
/** Verbs whose infinitive came about when they did. */
const BROUGHT_ABOUT = new Set([
  "force",
  "manage",
  "fail",
  "have",
  "begin",
  "start",
  "continue",
  "use",
  "try",
  "help",
  "allow",
  "refuse",
  "decline",
  "come",
  "go",
  "return",
  "lead",
  "cause",
  "prompt",
]);

/**
 * From the verb that the tree puts a token under. Prepositions decide first: "ahead of Friday's vote" looks ahead.
 * @param forms the tokens in small letters
 */
export function directionOf({ words }: ParsedSentence, forms: readonly string[], token: number): Direction {
  let ahead = false;
  for (let at = token, steps = 0; at >= 0 && steps < 12; steps += 1) {
    const word = words[at];
    if (!word) break;
    if (isVerbal(word) || word.head < 0) {
      const found = tenseOf(words, forms, at);
      if (found) return found === "past" && ahead ? "future" : found;
    } else if (PLANNED.has(word.lemma)) ahead = true;
    at = word.head;
  }
  return ahead ? "future" : "present";
}

const isVerbal = ({ upos }: Word): boolean => upos === "VERB" || upos === "AUX";

function tenseOf(words: readonly Word[], forms: readonly string[], verb: number): Direction | null {
  const word = words[verb];
  if (!word) return null;
  const helpers: number[] = [];
  for (const [i, { head, relation }] of words.entries())
    if (head === verb && /^(?:aux|cop|mark)/u.test(relation)) helpers.push(i);
  const helper = (test: (word: Word, form: string) => boolean): boolean =>
    helpers.some((i) => {
      const one = words[i];
      return one !== undefined && test(one, forms[i] ?? "");
    });
  const perfect = helper(({ lemma, relation }) => lemma === "have" && relation.startsWith("aux"));
  if (helper(({ relation }, form) => relation.startsWith("aux") && WILL.has(form))) return perfect ? "past" : "future";
  if (helper((_, form) => form === "to") && word.xpos === "VB") {
    const above = words[word.head];
    if (perfect) return "past";
    if (above && BROUGHT_ABOUT.has(above.lemma)) return tenseOf(words, forms, word.head);
    return "future";
  }
  if (PLANNED.has(word.lemma) && (word.xpos === "VBN" || word.upos === "ADJ" || word.lemma === "set") && !perfect)
    return "future";
  if (word.xpos === "VBD" || perfect || helper(({ xpos }) => xpos === "VBD")) return "past";
  if (word.xpos === "VBG" && helper(({ lemma, xpos }) => lemma === "be" && xpos !== "VBD")) return "future";
  if (word.xpos === "VBZ" || word.xpos === "VBP") return word.upos === "VERB" ? "present" : null;
  if (helper(({ xpos }) => xpos === "VBZ" || xpos === "VBP")) return "present";
  if (word.xpos === "VB" && word.head < 0) return "future";
  return word.head < 0 ? "present" : null;
}
