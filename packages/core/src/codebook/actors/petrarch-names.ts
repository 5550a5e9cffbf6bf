const SMALL: ReadonlySet<string> = new Set([
  "a", "against", "al", "and", "at", "bin", "by", "da", "de", "del", "der", "des", "di", "dos", "du", "for", "from", "ibn", "in", "la", "le",
  "of", "on", "or", "the", "to", "und", "van", "von", "with",
]); // prettier-ignore
/** Abbreviated titles: without a vowel, but no acronyms. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(["DR", "JR", "LT", "MR", "MRS", "MS", "MT", "SGT", "SR", "ST"]);
/** Acronyms that are words of their own when written small. */
const WORDS: ReadonlySet<string> = new Set(["AID", "ALL", "ARM", "CAN", "CAP", "HAS", "MAY", "NOW", "SEA", "WHO", "WILL"]);
const ROMAN = /^(?:I{2,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XV|XVI{0,3})$/u;
/** Arabic articles before a hyphen. */
const ARTICLE = /^(?:al|el|as|ad|ar|az|ul|ud|ur)$/u;

/**
 * The spellings in which texts write a name of a PETRARCH file ("AL-QAIDA_" gives "al-Qaida" and "Al-Qaida"), the first one to be shown.
 * Words get a capital, small words ("of", "the", "al-") do not, up to four letters without a vowel stay an acronym ("PKK"), and a name of one word of up
 * to four letters is both ("Nato", "NATO"). A name that holds small letters stays as it is. Empty for a name without letters.
 */
export function petrarchNames(written: string): string[] {
  const text = written.replaceAll(/[_\s]+/gu, " ").trim();
  if (!/\p{L}/u.test(text)) return [];
  if (/\p{Ll}/u.test(text)) return [text];
  const words = text.split(" ");
  if (words.length > 1 && words[0] === "THE") words.shift();
  const [only = ""] = words;
  if (words.length === 1 && /^\p{L}{2,4}$/u.test(only)) {
    if (only.length === 2 || WORDS.has(only)) return [only];
    return [...new Set([title(only), only])];
  }
  const name = words.map((word, i) => (SMALL.has(word.toLowerCase()) && (i > 0 || word === "AL") ? word.toLowerCase() : title(word))).join(" ");
  const large = name.replaceAll(/(?<=^|\s)(?:al|el)(?=[-\s])/gu, (article) => title(article.toUpperCase()));
  return [...new Set([name, large])];
}

function title(word: string): string {
  if (ROMAN.test(word) || /\d/u.test(word) || /^(?:\p{L}\.)+$/u.test(word)) return word;
  if (!ABBREVIATIONS.has(word) && /^[B-DF-HJ-NP-TV-XZ]{2,4}$/u.test(word)) return word;
  const parts = word.toLowerCase().split("-");
  return parts.map((part, i) => (i < parts.length - 1 && ARTICLE.test(part) ? part : capital(part))).join("-");
}

/** "obama" to "Obama", "o'brien" to "O'Brien", "mccain" to "McCain". */
const capital = (part: string): string =>
  part.replace(/^(\P{L}*)(\p{L}?['’](?=\p{L}{3})|mc(?=\p{L}{3}))?(\p{L})/u, (_all, before: string, prefix: string | undefined, letter: string) => {
    const start = prefix ?? "";
    return before + start.charAt(0).toUpperCase() + start.slice(1) + letter.toUpperCase();
  });
