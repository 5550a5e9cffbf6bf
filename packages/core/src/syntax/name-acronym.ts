import type { TitleTables } from "../codebook/language-titles.ts";
import { isClitic, type NameSentence, type RawName } from "./name-sentence.ts";

/** Two capitals at least, no blank: "PLA", "MoFA", "U.N." */
export function looksLikeAcronym(form: string): boolean {
  return /^\p{Lu}[\p{L}\p{N}.&-]{1,11}$/u.test(form) && (form.match(/\p{Lu}/gu) ?? []).length >= 2;
}

/** The tokens of a short form in brackets after a name, where its letters are the initials of the name; null: there is none. */
export function acronymAfter(
  sentence: NameSentence,
  name: RawName,
  tables: TitleTables,
): { first: number; last: number } | null {
  if (name.kind === "PER" || sentence.forms[name.last] !== "(") return null;
  const close = sentence.forms.indexOf(")", name.last);
  if (close < 0 || close - name.last < 2 || close - name.last > 6) return null;
  const form = sentence.forms.slice(name.last + 1, close).join("");
  if (!looksLikeAcronym(form)) return null;
  const words = sentence.lower.slice(name.first, name.last).filter((lower) => !isClitic(lower));
  const agrees = initialsAgree(
    form.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ""),
    words.join(" "),
    tables.words.small,
  );
  return agrees ? { first: name.last + 1, last: close } : null;
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
