/** Where a name really begins and ends: the network's edges may take in an article, a mark, a clitic or half a pair of brackets. */
import type { TitleTables } from "../codebook/language-titles.ts";
import { looksLikeAcronym } from "./name-acronym.ts";
import { isClitic, isMark, type NameSentence, type RawName } from "./name-sentence.ts";

const QUOTES = new Set(['"', "“", "”", "``", "''", "‘", "’", "'"]);

/**
 * @param withArticle names of the document that have their article in mid-sentence ("The Hague"), in lower case without it
 * @returns null where nothing of the name remains
 */
export function trimName(
  sentence: NameSentence,
  name: RawName,
  tables: TitleTables,
  withArticle: ReadonlySet<string>,
): RawName | null {
  let { first, last } = name;
  for (let before = -1; before !== last - first && first < last;) {
    before = last - first;
    ({ first, last } = cutUnpaired(sentence, first, last));
    const opensQuoted =
      first < last &&
      isQuote(sentence, first) &&
      !isQuote(sentence, last - 1) &&
      quotes(sentence, first, last) % 2 === 0;
    if (isMark(sentence.forms[first]) && !opensQuoted) first += 1;
    else if (isClitic(sentence.lower[first])) first += 1;
    else if (last - first > 1 && isLooseArticle(sentence, first, last, tables, withArticle)) first += 1;
    if (last > first && (isLooseClitic(sentence, last - 1, name.kind) || endsInMark(sentence, first, last))) last -= 1;
  }
  return first < last ? { kind: name.kind, first, last } : null;
}

/** A clitic owns what follows; a shop or a firm that the network ends in 's keeps it where no noun follows ("McDonald's said"). */
function isLooseClitic(sentence: NameSentence, at: number, kind: RawName["kind"]): boolean {
  if (!isClitic(sentence.lower[at])) return false;
  return kind === "PER" || !["VERB", "AUX", "ADP"].includes(sentence.words[at + 1]?.upos ?? "");
}

/** The last token is a mark that closes nothing inside: "(Marxist)" and a nickname in quotes keep theirs. */
function endsInMark(sentence: NameSentence, first: number, last: number): boolean {
  if (!isMark(sentence.forms[last - 1])) return false;
  if (sentence.forms[last - 1] === ")") return false;
  return !(isQuote(sentence, last - 1) && quotes(sentence, first, last) % 2 === 0 && !isQuote(sentence, first));
}

function isQuote(sentence: NameSentence, i: number): boolean {
  return QUOTES.has(sentence.forms[i] ?? "") && sentence.words[i]?.xpos !== "POS";
}

function quotes(sentence: NameSentence, first: number, last: number): number {
  let count = 0;
  for (let i = first; i < last; i += 1) if (isQuote(sentence, i)) count += 1;
  return count;
}

/** Cuts at a bracket or quote that has no partner, and before a short form in brackets at the end. */
function cutUnpaired(sentence: NameSentence, first: number, last: number): { first: number; last: number } {
  let open = -1;
  for (let i = first; i < last; i += 1) {
    const form = sentence.forms[i];
    if (form === "(" || form === "[") {
      if (open >= 0) return { first, last: open };
      open = i;
    } else if (form === ")" || form === "]") {
      if (open < 0) return longerSide(first, last, i);
      if (i === last - 1 && looksLikeAcronym(sentence.forms.slice(open + 1, i).join(""))) return { first, last: open };
      open = -1;
    }
  }
  if (open >= 0) return longerSide(first, last, open);
  if (quotes(sentence, first, last) % 2 === 1) {
    for (let i = first; i < last; i += 1) if (isQuote(sentence, i)) return longerSide(first, last, i);
  }
  return { first, last };
}

function longerSide(first: number, last: number, at: number): { first: number; last: number } {
  return at - first >= last - at - 1 ? { first, last: at } : { first: at + 1, last };
}

/** A determiner that is no part of the name: in small letters, or with a capital only because the sentence begins with it. */
function isLooseArticle(
  sentence: NameSentence,
  first: number,
  last: number,
  { words }: TitleTables,
  withArticle: ReadonlySet<string>,
): boolean {
  const lower = sentence.lower[first] ?? "";
  if (!words.determiner.has(lower)) return false;
  if (sentence.forms[first] === lower) return true;
  const begins = first === 0 || (first === 1 && isMark(sentence.forms[0]));
  const rest = sentence.lower.slice(first + 1, last).join(" ");
  const belongs = lower === "the" && (words["article-name"].has(rest) || withArticle.has(rest));
  return begins && !belongs;
}
