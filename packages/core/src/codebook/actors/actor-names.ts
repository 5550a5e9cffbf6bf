import { TokenTrie, type TrieMatch } from "../token-trie.ts";
import type { TokenizeWords } from "../tokenize-words.ts";
import type { CountryName } from "./countries.ts";
import type { Organisation } from "./organisations.ts";
import type { Person } from "./people.ts";
import type { PeopleName, PlaceName } from "./places.ts";

/** What can stand under a name. */
export type Named =
  | { readonly kind: "country"; readonly name: CountryName }
  | { readonly kind: "place"; readonly name: PlaceName }
  | { readonly kind: "people"; readonly name: PeopleName }
  | { readonly kind: "organisation"; readonly organisation: Organisation }
  /** `short`: the bare surname, which many may share. */
  | { readonly kind: "person"; readonly person: Person; readonly short: boolean }
  /** A phrase that holds a name of the tables and is none of them ("South China Sea"). */
  | { readonly kind: "nothing" };

interface Entry {
  readonly written: string;
  readonly named: Named;
}

/** Names shorter than this ("US", "Chad") would meet acronyms when set in capitals and are taken only as they are written. */
const CAPITALS_FROM = 5;

/** A first word that is cut alike whatever stands after it; of others ("J.", "'Ndrangheta") the whole name must be cut. */
const CERTAIN = /^[^\s.`'"‘’“”„]+$/u;

/**
 * All names of actors. The tokens are folded to capitals and what was found is compared with the text: a name is found as it is written, or all in
 * capitals (leads and headlines), never in small letters ("us").
 *
 * Names wait under their first word until a text has it: of tens of thousands a text needs a few, and cutting all would take most of the time in which a
 * codebook is compiled.
 */
export class ActorNames {
  readonly #trie = new TokenTrie<Entry>();
  readonly #words: TokenizeWords;
  /** By first token, folded: names that are not in the trie yet. */
  readonly #waiting = new Map<string, Entry[]>();
  /** First tokens, folded, of names that begin otherwise than with a capital of English ("al-Shabaab", "İstanbul", "3M"). */
  readonly #others = new Set<string>();
  /** The same lists by the first word as it is written, so that it is cut once. */
  readonly #waitingByWord = new Map<string, Entry[]>();

  constructor(words: TokenizeWords) {
    this.#words = words;
  }

  add(written: string, named: Named): void {
    const blank = written.indexOf(" ");
    const word = blank < 0 ? written : written.slice(0, blank);
    let list = this.#waitingByWord.get(word);
    if (!list) {
      const certain = CERTAIN.test(word);
      const [first = ""] = this.#fold(certain ? word : written);
      list = this.#waiting.get(first);
      if (list) list.push({ written, named });
      else this.#waiting.set(first, (list = [{ written, named }]));
      if (!isCapital(written)) this.#others.add(first);
      if (certain) this.#waitingByWord.set(word, list);
    } else list.push({ written, named });
  }

  /** Everything that stands under exactly this name; upper and lower case count. */
  get(name: string): Named[] {
    const folded = this.#fold(name);
    this.#admit(folded[0] ?? "");
    return this.#trie.get(folded).flatMap(({ written, named }) => (written === name ? [named] : []));
  }

  /**
   * The names in a sentence, from left to right; the longest of those that begin together, none inside another.
   * @param tokens as the text has them
   * @param accept refuses what cannot be meant here (out of date, of no use to the caller)
   */
  search(tokens: readonly string[], accept: (named: Named, from: number, to: number) => boolean): TrieMatch<Named>[] {
    const folded = tokens.map((token) => token.toUpperCase());
    const fits = ({ written, named }: Entry, from: number, to: number): boolean =>
      isWritten(written, tokens, folded, from, to) && accept(named, from, to);
    const found: TrieMatch<Named>[] = [];
    for (let from = 0; from < tokens.length; ) {
      const match = this.#mayBegin(tokens[from] ?? "", folded[from] ?? "") ? this.#trie.longestAt(folded, from, fits) : null;
      if (match) found.push({ from, to: match.to, values: match.values.map(({ named }) => named) });
      from = match ? match.to : from + 1;
    }
    return found;
  }

  /** Most words of a text are in small letters and begin no name, which is told without looking them up among all names. */
  #mayBegin(token: string, folded: string): boolean {
    if (!isCapital(token) && !this.#others.has(folded)) return false;
    this.#admit(folded);
    return true;
  }

  #fold(name: string): string[] {
    return this.#words(name).map((word) => word.toUpperCase());
  }

  /** Puts the names that begin with a token into the trie. */
  #admit(first: string): void {
    const list = this.#waiting.get(first);
    if (!list || list.length === 0) return;
    for (const entry of list) this.#trie.add(this.#fold(entry.written), entry);
    list.length = 0; // and not deleted: names may be added later
  }
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 65 && code <= 90;
}

function isWritten(written: string, tokens: readonly string[], folded: readonly string[], from: number, to: number): boolean {
  // The tokens stand in the name in order; blanks between them are all that may be left over.
  let at = 0;
  let asWritten = true;
  let inCapitals = written.length >= CAPITALS_FROM;
  for (let i = from; i < to; i += 1) {
    const token = tokens[i] ?? "";
    while (written[at] === " ") at += 1;
    asWritten &&= written.startsWith(token, at);
    inCapitals &&= token === folded[i];
    at += token.length;
  }
  return asWritten || inCapitals;
}
