import { compileEras, ERA_FILE, type Eras } from "./eras.ts";
import { parseTable, type TableRow } from "./parse-table.ts";
import { compileTimeForms, QUARTERS, STARTERS } from "./compile-time-forms.ts";
import type { TimeForms } from "./time-forms.ts";
import { TIME_WORD_KINDS, TimeWord, type TimeWordKind } from "./time-word.ts";
import { WordFilter } from "./word-filter.ts";

/** Every expression has a word of one of these, digits, or a phrase that has none. */
const CORES: ReadonlySet<TimeWordKind> = new Set<TimeWordKind>([
  "month", "month-short", "weekday", "weekday-short", "season", "unit", "weekend", "decade", "part", "meridiem", "zone",
]); // prettier-ignore
export type PhraseUnit = "day" | "week" | "month" | "quarter" | "year";

/** A fixed phrase: so many units after the day of publication ("now") or after the day that the text spoke of before ("text"), or a time that it leaves open. */
export type PhraseMeaning =
  | { readonly kind: "shift"; readonly unit: PhraseUnit; readonly n: number; readonly base: "now" | "text" }
  | { readonly kind: "vague"; readonly unit: PhraseUnit };

/** When a festival is: a day of each year, days after Easter, the n-th such weekday of a month (-1: the last) and days after that, or one day of history. */
export type FestivalRule =
  | { readonly kind: "fixed"; readonly month: number; readonly day: number }
  | { readonly kind: "easter"; readonly days: number }
  | { readonly kind: "nth"; readonly weekday: number; readonly n: number; readonly month: number; readonly days: number }
  | { readonly kind: "once"; readonly day: string };

/** A sentence with its expression in brackets, and what it gives: "2022-06-14 day", or "- day" where it gives no day. */
export interface TimeExample {
  readonly example: string;
  readonly published: string;
  readonly gives: string;
}

/** A phrase in small letters, cut into words at blanks, hyphens and before "'s". */
export interface TimePhrase<T> {
  readonly words: readonly string[];
  readonly value: T;
  readonly example: TimeExample;
}

export interface TimeTables {
  /** By small letters. */
  readonly words: ReadonlyMap<string, TimeWord>;
  /** Knows the words without one of which nothing is an expression of time. */
  readonly cores: WordFilter;
  /** Knows the words with which an expression can begin. */
  readonly begins: WordFilter;
  readonly forms: TimeForms;
  /** By their first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly TimePhrase<PhraseMeaning>[]>;
  readonly festivals: ReadonlyMap<string, readonly TimePhrase<FestivalRule>[]>;
  /** Names of times of history. They are no expressions of time that mean days. */
  readonly eras: Eras;
}

export const TIME_FILES = [ERA_FILE, "times/festivals.tsv", "times/phrases.tsv", "times/words.tsv"] as const;

/** @throws ComityError "codebook-table" for a row that cannot be right */
export function compileTimes(table: (file: (typeof TIME_FILES)[number]) => string): TimeTables {
  const words = new Map<string, TimeWord>();
  const wordOf = (word: string): TimeWord => {
    const known = words.get(word) ?? new TimeWord();
    words.set(word, known);
    return known;
  };
  for (const row of parseTable("codebook/times/words.tsv", table("times/words.tsv"), ["word", "kind", "value"])) {
    const word = row.cell("word");
    const kind = TIME_WORD_KINDS.find((one) => one === row.cell("kind"));
    if (word === "" || word !== word.toLowerCase()) throw row.fault("word", word, "a word in small letters");
    if (!kind) throw row.fault("kind", row.cell("kind"), `one of ${TIME_WORD_KINDS.join(", ")}`);
    wordOf(word).add(kind, row.cell("value"));
  }
  const cores = new Set([...words].filter(([, word]) => [...CORES].some((kind) => word.has(kind))).map(([word]) => word));
  const phrases = phrasesOf("times/phrases.tsv", table("times/phrases.tsv"), "phrase", "meaning", meaningOf);
  const festivals = phrasesOf("times/festivals.tsv", table("times/festivals.tsv"), "name", "falls", ruleOf);
  for (const { words: parts } of [phrases, festivals].flatMap((map) => [...map.values()].flat())) {
    if (!parts.some((part) => cores.has(part))) cores.add(parts.at(-1) ?? "");
  }
  for (const short of QUARTERS) cores.add(short);
  const forms = compileTimeForms(words, partsOf(phrases), partsOf(festivals));
  const begins = [...words.keys(), ...STARTERS, ...QUARTERS, ...phrases.keys(), ...festivals.keys()].filter(
    (word) => forms.at(word, 0, word.length).opens !== 0,
  );
  return { words, cores: new WordFilter(cores), begins: new WordFilter(begins), forms, phrases, festivals, eras: compileEras(table(ERA_FILE)) };
}

const partsOf = (phrases: ReadonlyMap<string, readonly TimePhrase<unknown>[]>): (readonly string[])[] =>
  [...phrases.values()].flatMap((list) => list.map(({ words }) => words));

function phrasesOf<T>(
  file: string,
  content: string,
  name: string,
  value: string,
  read: (cell: string) => T | null,
): ReadonlyMap<string, TimePhrase<T>[]> {
  const found = new Map<string, TimePhrase<T>[]>();
  for (const row of parseTable(`codebook/${file}`, content, [name, value, "example", "published", "gives"])) {
    const words = row.cell(name).split(/ |(?=-)|(?<=-)|(?='s?(?: |$))/u);
    const [first] = words;
    if (!first || row.cell(name) !== row.cell(name).toLowerCase()) throw row.fault(name, row.cell(name), "words in small letters");
    const meaning = read(row.cell(value));
    if (!meaning) throw row.fault(value, row.cell(value), "a meaning as codebook/times/README.md describes it");
    const one = { words, value: meaning, example: exampleOf(row) };
    const list = found.get(first);
    if (list) list.push(one);
    else found.set(first, [one]);
  }
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length);
  return found;
}

function exampleOf(row: TableRow): TimeExample {
  const example = { example: row.cell("example"), published: row.cell("published"), gives: row.cell("gives") };
  if (!/\[.+\]/u.test(example.example)) throw row.fault("example", example.example, "a sentence with the expression in brackets");
  if (!/^\d{4}-\d\d-\d\d$/u.test(example.published)) throw row.fault("published", example.published, "a day");
  return example;
}

function meaningOf(cell: string): PhraseMeaning | null {
  const [, vague, unit, n, base] = /^(?:(vague) )?(day|week|month|quarter|year)(?: (-?\d+) (now|text))?$/u.exec(cell) ?? [];
  if (!unit) return null;
  if (vague) return n === undefined ? { kind: "vague", unit: unit as PhraseUnit } : null;
  if (n === undefined) return null;
  return { kind: "shift", unit: unit as PhraseUnit, n: Number(n), base: base === "now" ? "now" : "text" };
}

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

function ruleOf(cell: string): FestivalRule | null {
  if (/^\d{4}-\d\d-\d\d$/u.test(cell)) return { kind: "once", day: cell };
  const [, month, day] = /^(\d{1,2})-(\d{1,2})$/u.exec(cell) ?? [];
  if (month) return { kind: "fixed", month: Number(month), day: Number(day) };
  const [, easter] = /^easter (-?\d+)$/u.exec(cell) ?? [];
  if (easter) return { kind: "easter", days: Number(easter) };
  const [, after, name = "", n, of] = /^(tue-after )?(\w{3}) (-1|[1-5]) (\d{1,2})$/u.exec(cell) ?? [];
  const weekday = WEEKDAYS.indexOf(name) + 1;
  return weekday > 0 ? { kind: "nth", weekday, n: Number(n), month: Number(of), days: after ? 1 : 0 } : null;
}
