import { DIGIT, isUpper, LETTER, unitClass } from "./characters.ts";
import { ABBREVIATIONS, TITLES } from "./word-tables.ts";

/** What a token is to the end of a sentence. The numbers are part of the format of the weights: add at the end only. */
export const KIND = {
  edge: 0, lower: 1, capital: 2, upper: 3, letter: 4, number: 5, mixed: 6, stop: 7, question: 8, exclamation: 9, ellipsis: 10,
  comma: 11, semicolon: 12, colon: 13, dash: 14, hyphen: 15, open: 16, close: 17, quote: 18, openQuote: 19, closeQuote: 20,
  single: 21, bullet: 22, rule: 23, address: 24, face: 25, title: 26, abbreviation: 27, acronym: 28, initial: 29, clitic: 30,
  currency: 31, slash: 32, other: 33, capitalI: 34, strongStop: 35, openSingle: 36, closeSingle: 37,
} as const; // prettier-ignore

const COARSE = new Uint8Array(64);
for (const kind of Object.values(KIND)) COARSE[kind] = kind;
for (const kind of [KIND.upper, KIND.letter, KIND.capitalI, KIND.title, KIND.initial, KIND.acronym, KIND.abbreviation])
  COARSE[kind] = KIND.capital;
for (const kind of [KIND.question, KIND.exclamation, KIND.strongStop]) COARSE[kind] = KIND.stop;
COARSE[KIND.openSingle] = KIND.openQuote;
COARSE[KIND.closeSingle] = KIND.closeQuote;
for (const kind of [KIND.mixed, KIND.clitic]) COARSE[kind] = KIND.lower;

/** Kinds that begin, or end, sentences alike taken together, for what the treebanks show too seldom. */
export const coarseKind = (kind: number): number => COARSE[kind] ?? 0;

const MARKS: ReadonlyMap<string, number> = new Map([
  [".", KIND.stop], ["?", KIND.question], ["!", KIND.exclamation], ["…", KIND.ellipsis], [",", KIND.comma], [";", KIND.semicolon],
  [":", KIND.colon], ["-", KIND.hyphen], ["\u2010", KIND.hyphen], ["\u2011", KIND.hyphen], ["–", KIND.dash], ["—", KIND.dash], ["--", KIND.dash], ["(", KIND.open], ["[", KIND.open],
  ["{", KIND.open], ["<", KIND.open], ["<<", KIND.open], [")", KIND.close], ["]", KIND.close], ["}", KIND.close], [">", KIND.close],
  [">>", KIND.close], ['"', KIND.quote], ["''", KIND.quote], ["“", KIND.openQuote], ["‘‘", KIND.openQuote], ["«", KIND.openQuote],
  ["``", KIND.openQuote], ["„", KIND.openQuote], ["”", KIND.closeQuote], ["’’", KIND.closeQuote], ["»", KIND.closeQuote],
  ["'", KIND.single], ["’", KIND.single], ["‘", KIND.single], ["`", KIND.single], ["*", KIND.bullet], ["•", KIND.bullet],
  ["·", KIND.bullet], ["#", KIND.bullet], ["●", KIND.bullet], ["$", KIND.currency], ["£", KIND.currency], ["€", KIND.currency],
  ["%", KIND.currency], ["/", KIND.slash], ["。", KIND.stop], ["！", KIND.exclamation], ["？", KIND.question], ["؟", KIND.question], ["।", KIND.stop],
]); // prettier-ignore

/** The kind of the token `start <= i < end`. */
export function tokenKind(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start);
  const kind = unitClass(unit);
  const length = end - start;
  if (kind === LETTER) return wordKind(text, start, end, unit);
  if (kind === DIGIT) return length < 20 && /\.\p{L}|@/u.test(text.slice(start, end)) ? KIND.address : KIND.number;
  if (length > 12) return unit === 64 || unit === 35 ? KIND.address : KIND.rule;
  const mark = text.slice(start, end);
  const known = MARKS.get(mark);
  if (known !== undefined) return known;
  if (/^\.+$|^\[\.\.\.\]$|^…+\.?$/u.test(mark)) return KIND.ellipsis;
  if (/^[.!?…]+$/u.test(mark))
    return mark.includes("?") ? KIND.question : mark.includes("!") ? KIND.exclamation : KIND.strongStop;
  if (/^['’][a-z]+$/iu.test(mark)) return KIND.clitic;
  if (/^['’]?\p{N}+s?$/u.test(mark)) return KIND.number;
  if (/^[@#]./u.test(mark)) return KIND.address;
  if (/^([-=*_~#+.])\1+$/u.test(mark)) return KIND.rule;
  if (/[:;=^][-o^]?[()DPp[\]|3]|<3|\p{Extended_Pictographic}/u.test(mark)) return KIND.face;
  return KIND.other;
}

function wordKind(text: string, start: number, end: number, unit: number): number {
  const length = end - start;
  const capital = isUpper(unit);
  if (length === 1) return unit === 73 ? KIND.capitalI : capital ? KIND.letter : KIND.lower;
  if (text[end - 1] === ".") {
    if (length === 2) return KIND.initial;
    const word = text.slice(start, Math.min(end - 1, start + 12));
    if (TITLES.has(word)) return KIND.title;
    return ABBREVIATIONS.has(word) || !word.includes(".") ? KIND.abbreviation : KIND.acronym;
  }
  let [upper, lower, other] = [capital ? 1 : 0, capital ? 0 : 1, 0];
  const far = Math.min(end, start + 24);
  for (let at = start + 1; at < far; at += 1) {
    const inner = text.charCodeAt(at);
    if (inner >= 97 && inner <= 122) lower += 1;
    else if (unitClass(inner) !== LETTER) other += inner === 46 || inner === 64 || inner === 58 ? 100 : 1;
    else if (isUpper(inner)) upper += 1;
    else lower += 1;
  }
  if (other >= 100) return upper > 0 && lower === 0 ? KIND.acronym : KIND.address;
  if (upper === 0) return KIND.lower;
  if (capital && upper === 1) return KIND.capital;
  return lower === 0 ? KIND.upper : capital ? KIND.capital : KIND.mixed;
}
