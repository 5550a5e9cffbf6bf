/**
 * Finds the expressions of time in a document and says which days they mean.
 * In: Parsed, the codebook's words of time. Out: time mentions in text order that do not overlap; `text.slice(start, end)` is a mention's `text`.
 * Two passes: expressions are read from the tokens of each sentence by themselves, then they are resolved in text order, since an anchor moves along the text
 * ("the next day") and a date that names its year stands for others that do not. Without a day of publication what counts from it stays open: start and end are null.
 */
import { dayOfIso, isoDay } from "../../base/day-number.ts";
import { textSpan } from "../../base/span.ts";
import type { TimeTables } from "../../codebook/times.ts";
import type { Parsed, ParsedSentence } from "../../model/parsed.ts";
import type { Sentence } from "../../model/segmented.ts";
import type { DatePrecision, TimeBound, TimeMention } from "../../model/time.ts";
import { stretchesOf, type Atom } from "./atoms.ts";
import { boundBefore, isAheadOf } from "./bound-before.ts";
import { directionOf, type Direction } from "./direction-of.ts";
import { isNoTime } from "./is-no-time.ts";
import type { Meaning } from "./meaning.ts";
import { PRECISION_OF, type Period, type TimeUnit } from "./period.ts";
import { readExpressions, type Expression } from "./read-expression.ts";
import { resolveMeaning, type Surroundings } from "./resolve-meaning.ts";

interface Found {
  readonly sentence: Sentence;
  readonly parsed: ParsedSentence;
  readonly atoms: readonly Atom[];
  readonly expression: Expression;
  readonly bound: TimeBound | null;
  readonly head: number;
}

/** Sentences back to which "the next day" may reach. */
const REACH = 8;

export function findTimes(parsed: Parsed, tables: TimeTables): TimeMention[] {
  const { document, sentences } = parsed.segmented;
  const found: Found[] = [];
  for (const sentence of sentences) {
    const analysis = parsed.sentences[sentence.index];
    const kind = document.paragraphs[sentence.paragraph]?.kind;
    if (analysis && kind !== "navigation" && kind !== "count")
      found.push(...readSentence(document.text, sentence, analysis, tables));
  }
  return resolveAll(found, document.text, document.published);
}

/** Atoms from the beginning of an expression to its core, at most: "more than two and a half [years] ago". */
const TO_CORE = 7;

function readSentence(text: string, sentence: Sentence, parsed: ParsedSentence, tables: TimeTables): Found[] {
  const found: Found[] = [];
  for (const atoms of stretchesOf(text, sentence, parsed, tables)) {
    let core = 0;
    for (let i = 0; i < atoms.length;) {
      while (core < i || (core < atoms.length && !atoms[core]?.core)) core += 1;
      if (core >= atoms.length) break;
      const here = atoms[i];
      const [first, ...more] = here?.begins && core - i <= TO_CORE ? readExpressions(atoms, i, tables) : [];
      if (!first) {
        i += 1;
        continue;
      }
      for (const expression of [first, ...more]) {
        if (isNoTime(atoms, expression, parsed)) continue;
        const head = headOf(parsed, atoms, expression);
        found.push({ sentence, parsed, atoms, expression, bound: boundBefore(atoms, expression), head });
      }
      i = more.at(-1)?.to ?? first.to;
    }
  }
  return found;
}

/** The token of an expression whose governor lies outside of it. */
function headOf({ words }: ParsedSentence, atoms: readonly Atom[], { from, to }: Expression): number {
  const [first, last] = [atoms[from]?.token ?? 0, atoms[to - 1]?.token ?? 0];
  for (let i = first; i <= last; i += 1) {
    const word = words[i];
    if (word && (word.head < first || word.head > last) && word.upos !== "PUNCT" && word.upos !== "ADP") return i;
  }
  return last;
}

interface Known {
  readonly at: number;
  readonly sentence: number;
  readonly period: Period;
}

function resolveAll(found: readonly Found[], text: string, published: string | null): TimeMention[] {
  const now = published === null ? null : dayOfIso(published);
  const nothing: Surroundings = {
    now: null,
    reference: null,
    beside: null,
    textDay: () => null,
    direction: () => "present",
  };
  /** What tells its days by itself. */
  const absolute = found.map(({ expression: { meaning } }) =>
    meaning.kind === "either" ? null : resolveMeaning(meaning, nothing),
  );
  const dated = found.flatMap(({ sentence, expression, atoms }, i): Known[] => {
    const period = absolute[i];
    return period && (period.precision === "day" || period.precision === "month")
      ? [{ at: atoms[expression.from]?.start ?? 0, sentence: sentence.index, period }]
      : [];
  });
  const known: Known[] = [];
  const mentions: TimeMention[] = [];
  for (const [i, one] of found.entries()) {
    const { sentence, atoms, expression, parsed, bound, head } = one;
    const [first, last] = [atoms[expression.from], atoms[expression.to - 1]];
    if (!first || !last) continue;
    const formOf = (token: number): string => {
      const range = sentence.tokens[token];
      return range ? text.slice(range.start, range.end).toLowerCase() : "";
    };
    const direction = (): Direction => (isAheadOf(atoms, expression) ? "future" : directionOf(parsed, formOf, head));
    if (looksAhead(expression.meaning, first) && !["future", "coming"].includes(direction())) continue;
    const here = first.start;
    const tied = dated.findLast(({ at }) => at < here) ?? dated.find(({ at }) => at > here);
    const around: Surroundings = {
      now,
      reference: now ?? tied?.period.end ?? null,
      beside: dated.find((other) => other.sentence === sentence.index && other.at !== here)?.period ?? null,
      textDay: (unit) =>
        known.findLast((other) => sentence.index - other.sentence <= REACH && isAsFine(other.period.precision, unit))
          ?.period.end ?? null,
      direction: () => (bound === "until" && first.token > 1 && direction() !== "coming" ? "future" : direction()),
    };
    const sure = absolute[i] ?? null;
    const period =
      sure ??
      sameDayElsewhere(expression.meaning, found, absolute) ??
      resolveMeaning(dayBehind(found, i) ?? expression.meaning, around);
    const span = textSpan(text, first.start, last.end);
    if (period) known.push({ at: here, sentence: sentence.index, period });
    mentions.push({
      ...span,
      sentence: sentence.index,
      head,
      date: {
        start: period && isoDay(period.start),
        end: period && isoDay(period.end),
        precision: period?.precision ?? precisionOf(expression.meaning),
        basis: "text",
        relative: sure ? null : span.text.replaceAll(/\s+/gu, " "),
      },
      bound,
    });
  }
  return mentions;
}

/** "At 10:35 a.m. (0735 GMT) Friday": the day that stands behind a time of day. */
function dayBehind(found: readonly Found[], i: number): Meaning | null {
  const one = found[i];
  if (one?.expression.meaning.kind !== "clock") return null;
  let to = one.expression.to;
  for (const { sentence, atoms, expression } of found.slice(i + 1)) {
    const between = atoms.slice(to, expression.from);
    if (sentence !== one.sentence || !between.every(({ low }) => /^(?:[(),]|on)$/u.test(low))) return null;
    if (expression.meaning.kind !== "clock") return expression.meaning;
    to = expression.to;
  }
  return null;
}

/** "In two weeks" without a future is how long something took. */
const looksAhead = (meaning: Meaning, first: Atom): boolean =>
  first.low === "in" && meaning.kind === "shift" && meaning.base === "now" && meaning.n > 0;

const FINENESS = ["day", "week", "month", "quarter", "year"] as const;

const isAsFine = (precision: DatePrecision, unit: TimeUnit): boolean =>
  FINENESS.indexOf(precision) <= FINENESS.indexOf(PRECISION_OF[unit]);

/** "Aug. 7" where the text elsewhere has "Aug. 7, 1998". */
function sameDayElsewhere(
  meaning: Meaning,
  found: readonly Found[],
  absolute: readonly (Period | null)[],
): Period | null {
  if (meaning.kind !== "day" || meaning.year !== null) return null;
  const at = found.findIndex(
    ({ expression: { meaning: other } }, i) =>
      other.kind === "day" &&
      typeof other.year === "number" &&
      other.month === meaning.month &&
      other.day === meaning.day &&
      absolute[i],
  );
  return absolute[at] ?? null;
}

/** How precise a time that stays open would be. */
function precisionOf(meaning: Meaning): DatePrecision {
  switch (meaning.kind) {
    case "month":
      return "month";
    case "season":
    case "quarter":
    case "half":
      return "quarter";
    case "years":
      return "year";
    case "shift":
    case "stretch":
    case "beside":
    case "vague":
      return PRECISION_OF[meaning.unit];
    case "range":
      return precisionOf(meaning.to);
    default:
      return "day";
  }
}
