import { titleKey, type TitleTables } from "../codebook/language-titles.ts";
import type { NameKind } from "../model/parsed.ts";
import { isCapital, isClitic, type NameSentence, type RawName } from "./name-sentence.ts";

/** Two capitals at least, no blank: "PLA", "MoFA", "U.N." */
export function looksLikeAcronym(form: string): boolean {
  return /^\p{Lu}[\p{L}\p{N}.&-]{1,11}$/u.test(form) && (form.match(/\p{Lu}/gu) ?? []).length >= 2;
}

interface Tokens {
  readonly first: number;
  readonly last: number;
}

/** The tokens of a short form in brackets after a name, where its letters are the initials of the name; null: there is none. */
export function acronymAfter(sentence: NameSentence, name: RawName, tables: TitleTables): Tokens | null {
  if (name.kind === "PER") return null;
  const form = formInBrackets(sentence, name.last);
  return form && spells(sentence, form, name.first, tables) ? form : null;
}

/**
 * Names made whole by their short form: of "Inter-Services Public Relations (ISPR)" the network may mark a part or only "ISPR". Words that spell the
 * short form (three letters at least) become one name if a part of it or the short form is marked; a short form itself is no second name.
 * The mark may also stand on the short form in another sentence. An office ("Chief of Army Staff (COAS)") is no name unless all of it is marked.
 * @param elsewhere kinds of the short forms that are marked in the document
 */
export function wholeByAcronym(
  sentence: NameSentence,
  elsewhere: ReadonlyMap<string, NameKind>,
  tables: TitleTables,
): RawName[] {
  let names = [...sentence.raw];
  for (let open = 1; open < sentence.forms.length; open += 1) {
    const form = formInBrackets(sentence, open);
    const first = form && spelledFrom(sentence, form, tables);
    if (form === null || first === null) continue;
    const marked = names.filter((name) => name.first >= first && name.last <= open);
    const short = names.filter((name) => name.first >= form.first && name.last <= form.last);
    const kind =
      [...marked, ...short].map((name) => name.kind).find((one) => one !== "PER") ??
      elsewhere.get(sentence.forms.slice(form.first, form.last).join(""));
    const whole = marked.some((name) => name.first === first && name.last === open);
    const crossed = names.some((name) => name.first < first && name.last > first);
    const office = tables.titles.has(titleKey(sentence.forms.slice(first, open).join("")));
    if (kind === undefined || crossed || (!whole && (office || letters(sentence, form).length < 3))) continue;
    names = names.filter((name) => !marked.includes(name) && !short.includes(name));
    names.push({ kind, first, last: open });
  }
  return names.toSorted((a, b) => a.first - b.first);
}

function letters(sentence: NameSentence, { first, last }: Tokens): string {
  return sentence.lower
    .slice(first, last)
    .join("")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** The tokens between a bracket at `open` and its partner, where they look like a short form. */
function formInBrackets({ forms }: NameSentence, open: number): Tokens | null {
  if (forms[open] !== "(") return null;
  const close = open + forms.slice(open, open + 7).indexOf(")");
  if (close - open < 2 || !looksLikeAcronym(forms.slice(open + 1, close).join(""))) return null;
  return { first: open + 1, last: close };
}

/** Whether the words from `first` to the bracket give the letters of the short form. */
function spells(sentence: NameSentence, form: Tokens, first: number, tables: TitleTables): boolean {
  const words = sentence.lower.slice(first, form.first - 1).filter((lower) => !isClitic(lower));
  return initialsAgree(letters(sentence, form), words.join(" "), tables.words.small);
}

/** The capitalised word from which the words before the bracket spell the short form; null: none. */
function spelledFrom(sentence: NameSentence, form: Tokens, tables: TitleTables): number | null {
  for (let at = form.first - 2; at >= 0 && at > form.first - 16; at -= 1) {
    const lower = sentence.lower[at] ?? "";
    const capital = isCapital(sentence.forms[at]);
    if (!capital && !tables.words.small.has(lower) && !isClitic(lower) && lower !== "-") return null;
    if (capital && !tables.words.determiner.has(lower) && spells(sentence, form, at, tables)) return at;
  }
  return null;
}

/** Every word gives its first letter, in order; small words ("of", "and") may give none. Parts of hyphenated words are words. */
function initialsAgree(letters: string, name: string, small: ReadonlySet<string>): boolean {
  let reached = new Set([0]);
  for (const word of name.split(/[^\p{L}\p{N}&'’]+/u)) {
    if (word === "") continue;
    const next = new Set<number>();
    for (const at of reached) {
      if (small.has(word)) next.add(at);
      if (letters[at] === word[0]) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(letters.length);
}
