import { titleKey, type TitleTables } from "../codebook/language-titles.ts";
import { isCapital, type NameSentence, type RawName } from "./name-sentence.ts";
import { isTitle, titleEndingAt } from "./name-title.ts";

/** Unmarked words of a name, at most, between a title and the mark. */
const REACH = 3;

/**
 * A person's name with the unmarked proper nouns next to it that are of it: those that the tree joins to it as one name, and those between a title
 * and it ("Foreign Minister Wang" and the mark on "Yi"). A title that may be a given name ("Sheikh") belongs to a name of one word.
 */
export function wholePerson(sentence: NameSentence, name: RawName, tables: TitleTables): RawName {
  if (name.kind !== "PER") return name;
  let { first, last } = name;
  const free = (at: number): boolean =>
    sentence.words[at]?.upos === "PROPN" &&
    isCapital(sentence.forms[at]) &&
    !tables.words.small.has(sentence.lower[at] ?? "") &&
    sentence.marked[at] === undefined;
  while (free(last) && isFlat(sentence, last, first, last)) last += 1;
  if (titleEndingAt(sentence, first, tables) === null) {
    for (let at = first - 1; at >= first - REACH && free(at) && !isTitle(sentence, at, at + 1, tables); at -= 1) {
      if (titleEndingAt(sentence, at, tables) === null && !isFlat(sentence, first, at, at + 1)) continue;
      first = at;
      break;
    }
  } else if (last - first === 1 && free(first - 1) && mayBeGivenName(sentence.forms[first - 1], tables)) first -= 1;
  return { ...name, first, last };
}

const mayBeGivenName = (form: string | undefined, { titles }: TitleTables): boolean =>
  titles.get(titleKey(form ?? ""))?.inside === "long";

/** Whether the tree makes a word the rest of a name that has its head in the range. */
function isFlat({ words }: NameSentence, at: number, first: number, last: number): boolean {
  const word = words[at];
  return word?.relation.startsWith("flat") === true && word.head >= first && word.head < last;
}
