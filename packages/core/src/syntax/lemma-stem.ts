/**
 * English spelling undone: the word whose ending -ed, -ing, -er or -est was cut off. A known word among the candidates decides; else the spelling does.
 * In: the stem as it stands in the form ("planned": "plann"). Out: the word ("plan").
 */

const VOWELS = new Set("aeiou");
const ALWAYS_E = new Set("cguvz");

/** Endings of one vowel and one consonant that are written without -e in longer words: "visit-ed", "offer-ed", "open-ed". */
const WITHOUT_E = new Set([
  "al", "am-", "an", "ap-", "el", "em", "en", "ep", "er", "et", "ip", "it", "ok-", "om", "on", "op", "or", "ot",
]); // prettier-ignore
/** Two consonants that want a silent -e after them: "handl-ed", "chang-ed", "forc-ed", "sens-ed". */
const CLUSTERS = new Set([
  "bl", "cl", "dl", "fl", "gl", "kl", "pl", "sl", "tl", "zl", "dg", "ng", "lg", "rg", "nc", "rc", "sc", "lc",
  "ls", "ns", "ps", "rs", "ws", "nz", "lv", "rv",
]); // prettier-ignore
const BEFORE_LL = new Set(["a", "i", "u"]);

const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWELS.has(letter);

/** A stem in a doubled letter: "plann", "controll", but "pass", "install". */
function undoubled(stem: string, last: string): boolean {
  if (last === "s" || last === "z" || last === "f") return false;
  if (last !== "l") return true;
  // One syllable keeps it (call, fill); of longer words those in -all, -ill and -ull (install, fulfill) do, those in -ell and -oll do not.
  if (vowelGroups(stem) < 2) return false;
  return !BEFORE_LL.has(stem[stem.length - 3] ?? "");
}

function vowelGroups(stem: string): number {
  let groups = 0;
  let inside = false;
  for (let i = 0; i < stem.length; i += 1) {
    const letter = stem[i];
    const vowel = isVowel(letter) ? !(letter === "u" && stem[i - 1] === "q") : letter === "y" && i > 0;
    if (vowel && !inside) groups += 1;
    inside = vowel;
  }
  return groups;
}

/** Whether the spelling of a stem says that a silent -e was dropped. */
function wantsE(stem: string): boolean {
  const last = stem[stem.length - 1] ?? "";
  const before = stem[stem.length - 2] ?? "";
  if (before + last === "ng") return before !== "" && stem[stem.length - 3] !== "o";
  if (ALWAYS_E.has(last)) return last !== "z" || before !== "t";
  if (last === "s") return before !== "s";
  if (VOWELS.has(last)) return last === "e";
  if (last === "x" || last === "w" || last === "y" || last === "h" || last === "j") return false;
  if (!isVowel(before) && before !== "y") return CLUSTERS.has(before + last);
  const third = stem[stem.length - 3] ?? "";
  const silentU = third === "u" && (stem[stem.length - 4] === "q" || stem[stem.length - 4] === "g");
  if (isVowel(third) && !silentU) {
    // "associat-ed", "evaluat-ed", "persuad-ed" against "treat-ed", "remain-ed".
    return (third === "i" && before + last === "at") || (third === "u" && before === "a");
  }
  // One syllable would have doubled its consonant ("planned"), so a single one speaks for -e ("named").
  return vowelGroups(stem) < 2 || !WITHOUT_E.has(before + last);
}

/** @param known the words of the class that the table lists */
export function restoreStem(stem: string, known: ReadonlySet<string>): string {
  const last = stem[stem.length - 1] ?? "";
  const doubled = last !== "" && !VOWELS.has(last) && stem[stem.length - 2] === last && stem.length > 2;
  const likely = doubled ? (undoubled(stem, last) ? stem.slice(0, -1) : stem) : wantsE(stem) ? `${stem}e` : stem;
  if (known.has(likely)) return likely;
  const other = doubled ? (likely === stem ? stem.slice(0, -1) : stem) : likely === stem ? `${stem}e` : stem;
  if (known.has(other)) return other;
  if (doubled && known.has(`${stem}e`)) return `${stem}e`;
  return likely;
}
