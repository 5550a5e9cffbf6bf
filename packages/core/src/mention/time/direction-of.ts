import type { ParsedSentence, Word } from "../../model/parsed.ts";

/** Where the clause of a time looks: back, ahead ("coming": with "will"; "future": with what is planned or may be), or neither. */
export type Direction = "past" | "present" | "future" | "coming";

const WILL = new Set(["will", "shall", "'ll", "’ll", "wo"]);
const MODAL = new Set(["would", "'d", "’d", "may", "might", "could", "can", "should", "must"]);
const NEGATION = new Set(["not", "n't", "n’t", "never", "neither", "nor"]);
/** What is planned with these lies ahead, in whatever tense the planning is told. */
const PLANNED = new Set(
  "schedule expect plan due slate hope intend set likely ready poise prepare deadline aim want promise pledge vow threaten agree".split(
    " ",
  ),
);
/** Of these also in the past tense: "has scheduled a conference Thursday". */
const PLANNING = new Set(["schedule", "plan", "slate"]);
/** Verbs whose infinitive came about when they did. */
const BROUGHT_ABOUT = new Set(
  "force manage fail have begin start continue use try help allow refuse decline come go return lead cause prompt".split(
    " ",
  ),
);
const DEEP = 12;

interface Clause {
  readonly words: readonly Word[];
  /** A token in small letters. */
  readonly formOf: (token: number) => string;
}

/** From the verb that the tree puts a token under. @param formOf a token in small letters */
export function directionOf({ words }: ParsedSentence, formOf: Clause["formOf"], token: number): Direction {
  let ahead = false;
  /** "Wednesday's ruling": of a noun's own day only "will" tells that it lies ahead. */
  const owned = words[token]?.relation === "nmod:poss";
  for (let at = token, steps = 0; at >= 0 && steps < DEEP; steps += 1) {
    const word = words[at];
    if (!word) break;
    if (word.upos === "VERB" || word.upos === "AUX" || word.head < 0 || hasCopula(words, at)) {
      const found = tenseOf({ words, formOf }, at, 0);
      if (found === "past" && ahead) return "future";
      if (found && !(owned && found === "future")) return found;
    } else if (PLANNED.has(word.lemma)) ahead = true;
    at = word.head;
  }
  return ahead ? "future" : "present";
}

function hasCopula(words: readonly Word[], at: number): boolean {
  for (const { head, relation } of words) if (head === at && relation === "cop") return true;
  return false;
}

/** null: the form tells nothing, and the clause above may. */
function tenseOf({ words, formOf }: Clause, verb: number, depth: number): Direction | null {
  const word = words[verb];
  if (!word || depth > DEEP) return null;
  const [helpers, marks]: [Word[], string[]] = [[], []];
  const auxiliaries: string[] = [];
  let negated = false;
  for (let i = 0; i < words.length; i += 1) {
    const other = words[i];
    if (other?.head !== verb) continue;
    const { relation } = other;
    const helps = relation.startsWith("aux") || relation === "cop";
    if (helps) helpers.push(other);
    if (relation.startsWith("aux")) auxiliaries.push(formOf(i));
    else if (relation === "mark") marks.push(formOf(i));
    if (other.upos === "PART" || other.upos === "ADV") negated ||= NEGATION.has(formOf(i));
  }
  const perfect = helpers.some(({ lemma, relation }) => lemma === "have" && relation.startsWith("aux"));
  if (PLANNING.has(word.lemma) && word.upos === "VERB" && (perfect || word.xpos === "VBD")) return "future";
  if (auxiliaries.some((form) => WILL.has(form))) return "coming";
  if (auxiliaries.some((form) => MODAL.has(form)))
    return perfect || (negated && auxiliaries.includes("could")) ? "past" : "future";
  if (word.xpos === "VB" && marks.concat(auxiliaries).includes("to")) {
    const above = words[word.head];
    if (perfect) return "past";
    // "Flew to Paris to meet him": what a past act was for is told as having come about.
    const purpose = word.relation === "advcl" || (word.relation === "acl" && !PLANNED.has(above?.lemma ?? ""));
    if (above && (BROUGHT_ABOUT.has(above.lemma) || purpose)) return tenseOf({ words, formOf }, word.head, depth + 1);
    return "future";
  }
  if (PLANNED.has(word.lemma) && (word.xpos === "VBN" || word.upos === "ADJ") && !perfect) return "future";
  const past = helpers.some(({ xpos }) => xpos === "VBD");
  if (word.xpos === "VBD" || perfect || past) return "past";
  // "The ruling announced Wednesday"
  if (word.xpos === "VBN" && /^(?:acl|parataxis|amod|advcl|appos)/u.test(word.relation)) return "past";
  const present = helpers.some(({ xpos }) => xpos === "VBZ" || xpos === "VBP");
  if (word.xpos === "VBG" && present) return "future";
  if (word.upos === "VERB" && (word.xpos === "VBZ" || word.xpos === "VBP")) return "present";
  if (present) return "present";
  if (word.head >= 0) return null;
  return word.xpos === "VB" ? "future" : "present";
}
