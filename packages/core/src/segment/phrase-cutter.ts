import { tokenize } from "./tokenize.ts";
import { FUSED } from "./word-tables.ts";

/** Marks by which the tokenizer looks at the neighbours of a word: stops, and quotation marks that may open or close. */
const LOOKS_AROUND = /[.`‘"“”„]|(?:^|\s)['’]/u;
const LETTERS = /^[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F]+$/u;

/**
 * Makes a function that cuts phrases into words as {@link tokenize} does, and remembers the words: a codebook has a hundred thousand words in its
 * names, and not many different ones.
 */
export function phraseCutter(): (phrase: string) => string[] {
  const known = new Map<string, readonly string[]>();
  return (phrase) => {
    if (LOOKS_AROUND.test(phrase)) return cut(phrase);
    const tokens: string[] = [];
    for (const word of phrase.split(" ")) {
      let parts = known.get(word);
      if (!parts) known.set(word, (parts = isWhole(word) ? [word] : cut(word)));
      for (let i = 0; i < parts.length; i += 1) tokens.push(parts[i] ?? "");
    }
    return tokens;
  };
}

const cut = (phrase: string): string[] => tokenize(phrase).map(({ start, end }) => phrase.slice(start, end));

/** Whether letters are one word for certain, as nearly all are ("cannot" is two). */
const isWhole = (word: string): boolean => LETTERS.test(word) && !FUSED.has(word.toLowerCase());
