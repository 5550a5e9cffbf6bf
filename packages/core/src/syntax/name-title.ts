/**
 * The title or office before a person's name: "Vice Chairman of the Central Military Commission Gen. Zhang Youxia". In: a name of kind PER, which may
 * hold its title. Out: the name without it and the tokens of the title. Titles come from `codebook/language/titles.tsv`; what stands before them
 * ("former", "Chinese", "rebel") belongs to the title as far as the tree hangs it on the title or the name. Articles and owners ("China's") stay out.
 */
import { titleKey, type Title, type TitleTables } from "../codebook/language-titles.ts";
import { isCapital, isMark, type NameSentence, type RawName } from "./name-sentence.ts";

export interface TitledName {
  readonly name: RawName;
  /** First token of the title, which ends where the name begins; null: no title. */
  readonly titleFirst: number | null;
}

/** How far left of a title its head may stand: "Chairman of ... Gen." */
const COMPLEMENT_REACH = 12;
const MODIFIER_RELATIONS = new Set(["amod", "compound", "nmod", "flat", "nummod"]);

/** @returns null where the whole name is a title ("President") */
export function splitTitle(sentence: NameSentence, name: RawName, tables: TitleTables): TitledName | null {
  const first = endOfInnerTitle(sentence, name, tables);
  if (first >= name.last) return null;
  const cut = { ...name, first };
  let from = name.first;
  let found = first > name.first;
  for (;;) {
    const title = titleEndingAt(sentence, from, tables) ?? headOfComplement(sentence, from, tables);
    if (title !== null) {
      from = title;
      found = true;
      continue;
    }
    const modifier = found ? modifierBefore(sentence, from, name.last, tables) : null;
    if (modifier === null) break;
    from = modifier;
  }
  return { name: cut, titleFirst: found ? from : null };
}

/** Whether tokens are a rank or an office and nothing else. Words that are given names too are no title where they stand alone. */
export function isTitle(sentence: NameSentence, first: number, last: number, tables: TitleTables): boolean {
  const title = titleAt(sentence, first, last, tables);
  return title !== null && title.kind !== "honorific" && title.inside !== "no";
}

function titleAt(sentence: NameSentence, first: number, last: number, tables: TitleTables): Title | null {
  const title = tables.titles.get(titleKey(sentence.forms.slice(first, last).join("")));
  if (title === undefined || isMark(sentence.forms[first]) || (last - first > 1 && sentence.forms[last - 1] === "-"))
    return null;
  if (isCapital(sentence.forms[first])) return title;
  // In small letters only full words are titles, and only as nouns: "dig", "pm" and "father" are not.
  if (title.kind === "honorific" || (last - first === 1 && (sentence.forms[first] ?? "").length < 4)) return null;
  return last - first > 1 || ["NOUN", "PROPN", "ADJ"].includes(sentence.words[first]?.upos ?? "") ? title : null;
}

/** First token of the longest title that ends where `end` begins; null: none. */
export function titleEndingAt(sentence: NameSentence, end: number, tables: TitleTables): number | null {
  let best: number | null = null;
  let length = 0;
  for (let first = end - 1; first >= 0; first -= 1) {
    length += titleKey(sentence.forms[first] ?? "").length;
    if (length > tables.longest || inPerson(sentence, first)) break;
    if (titleAt(sentence, first, end, tables) !== null) best = first;
  }
  return best;
}

/** Where the titles inside the network's name end: the token with which the person's name begins. */
function endOfInnerTitle(sentence: NameSentence, { first, last }: RawName, tables: TitleTables): number {
  let from = first;
  for (;;) {
    let end = -1;
    for (let at = from + 1; at <= last; at += 1) {
      const title = titleAt(sentence, from, at, tables);
      if (title === null || title.inside === "no") continue;
      // A rank or an office alone is no name; an honorific may be one ("Prince").
      if (at === last ? title.kind !== "honorific" : title.inside === "yes" || last - at >= 2) end = at;
    }
    if (end < 0) end = endOfLaterTitle(sentence, from, last, tables);
    if (end < 0) return from;
    from = end;
  }
}

/** "Chinese Foreign Minister Wang Yi" as one name: an office further right, with what may stand before an office left of it. */
function endOfLaterTitle(sentence: NameSentence, from: number, last: number, tables: TitleTables): number {
  for (let first = last - 2; first > from; first -= 1) {
    for (let end = last - 1; end > first; end -= 1) {
      const title = titleAt(sentence, first, end, tables);
      if (title === null || title.kind === "honorific" || title.inside !== "yes") continue;
      const before = sentence.words.slice(from, first);
      if (
        before.every(
          ({ upos }) => upos !== "PUNCT" && upos !== "CCONJ" && (title.kind === "office" || upos !== "PROPN"),
        )
      )
        return end;
    }
  }
  return -1;
}

/** "Chairman of the Joint Commission" before `end`: the first token of the title that governs the capitalised words there; null: none. */
function headOfComplement(sentence: NameSentence, end: number, tables: TitleTables): number | null {
  if (!isCapital(sentence.forms[end - 1])) return null;
  for (let at = end - 1; at > 0 && at > end - COMPLEMENT_REACH; at -= 1) {
    const lower = sentence.lower[at] ?? "";
    if (tables.words.complement.has(lower)) {
      const title = titleEndingAt(sentence, at, tables);
      if (title !== null) return title;
    }
    if (inPerson(sentence, at) || !(isCapital(sentence.forms[at]) || tables.words.bridge.has(lower))) return null;
  }
  return null;
}

/** First token of a word or name before the title that belongs to it; null: none. */
function modifierBefore(sentence: NameSentence, from: number, last: number, tables: TitleTables): number | null {
  const at = from - 1;
  const word = sentence.words[at];
  if (word === undefined || inPerson(sentence, at)) return null;
  const lower = sentence.lower[at] ?? "";
  if (lower === "-" && tables.words.modifier.has(sentence.lower[at - 1] ?? "")) return at - 1;
  if (tables.words.determiner.has(lower)) return null;
  // "then President Bush" against "Then President Bush left".
  if (tables.words.modifier.has(lower) && (word.upos !== "ADV" || (word.head >= from && word.head < last))) return at;
  const whole = sentence.marked[at];
  const first = whole?.first ?? at;
  const hangs = sentence.words
    .slice(first, from)
    .some(
      ({ head, relation }) =>
        head >= from &&
        head < last &&
        MODIFIER_RELATIONS.has(relation.replace(/:.*$/u, "")) &&
        !relation.endsWith(":poss"),
    );
  if (!hangs || (word.upos !== "PROPN" && word.upos !== "NOUN" && word.upos !== "ADJ")) return null;
  // "powerful", "angry": only adjectives of names have capitals, the others stand in the table.
  return word.upos === "ADJ" && !isCapital(sentence.forms[at]) ? null : first;
}

const inPerson = ({ marked }: NameSentence, at: number): boolean => marked[at]?.kind === "PER";
