import { civilDay, dayNumber, isoDay } from "../../base/day-number.ts";
import type { ParsedSentence } from "../../model/parsed.ts";
import type { Sentence } from "../../model/segmented.ts";
import type { DatePrecision, TimeBound, TimeMention } from "../../model/time.ts";
import type { Atoms } from "./atoms.ts";
import { isAheadOf } from "./bound-before.ts";
import { directionOf, type Direction } from "./direction-of.ts";
import type { Meaning } from "./meaning.ts";
import { PRECISION_OF, type Period, type TimeUnit } from "./period.ts";
import type { Expression } from "./read-expression.ts";
import { resolveMeaning, type Surroundings } from "./resolve-meaning.ts";

/** An expression where it stands. */
export interface Found {
  readonly sentence: Sentence;
  readonly parsed: ParsedSentence;
  readonly atoms: Atoms;
  readonly expression: Expression;
  readonly start: number;
  readonly end: number;
  readonly bound: TimeBound | null;
  readonly head: number;
}

/** Sentences back to which "the next day" may reach. */
const REACH = 8;
/** Sentences in which a month without a year is that of the date before it, however old. */
const TIED = 2;

interface Known {
  readonly at: number;
  readonly sentence: number;
  readonly period: Period;
}

const NOTHING_KNOWN: Surroundings = {
  now: null,
  reference: null,
  beside: null,
  textDay: () => null,
  direction: () => "present",
};

/** Resolves the times of a document one after the other; what it knows grows with them. */
export class TimeResolver {
  readonly #found: readonly Found[];
  readonly #text: string;
  readonly #now: number | null;
  /** What tells its days by itself. */
  readonly #absolute: readonly (Period | null)[];
  /** Of these the days and months, to which others may be tied. */
  readonly #dated: readonly Known[];
  readonly #known: Known[] = [];
  /** The first day of the year before the latest that the text names: of what is older, a text without a day of publication does not tell "in August" further on. */
  readonly #recent: number;

  constructor(found: readonly Found[], text: string, now: number | null) {
    this.#found = found;
    this.#text = text;
    this.#now = now;
    const absolute: (Period | null)[] = [];
    const dated: Known[] = [];
    for (const { sentence, start, expression } of found) {
      const { meaning } = expression;
      const period = meaning.kind === "either" ? null : resolveMeaning(meaning, NOTHING_KNOWN);
      absolute.push(period);
      if (period && (period.precision === "day" || period.precision === "month"))
        dated.push({ at: start, sentence: sentence.index, period });
    }
    this.#absolute = absolute;
    this.#dated = dated;
    let latest = -Infinity;
    for (const period of absolute) if (period && period.end > latest) latest = period.end;
    this.#recent = Number.isFinite(latest) ? dayNumber(civilDay(latest).year - 1, 1, 1) : latest;
  }

  /** @returns null: the words are no time after all */
  resolve(i: number): TimeMention | null {
    const one = this.#found[i];
    if (!one) return null;
    const { sentence, start, end, expression, bound, head } = one;
    const ahead = looksAhead(one);
    const sure = ahead ? null : (this.#absolute[i] ?? null);
    const around = sure ? null : this.#around(one);
    if (ahead && around?.direction() !== "future" && around?.direction() !== "coming") return null;
    const period =
      sure ??
      (around &&
        (sameDayElsewhere(expression.meaning, this.#found, this.#absolute) ??
          resolveMeaning(dayBehind(this.#found, i) ?? expression.meaning, around)));
    if (period) this.#known.push({ at: start, sentence: sentence.index, period });
    const words = this.#text.slice(start, end);
    const first = period && isoDay(period.start);
    return {
      text: words,
      start,
      end,
      sentence: sentence.index,
      head,
      date: {
        start: first,
        end: period && period.end !== period.start ? isoDay(period.end) : first,
        precision: period?.precision ?? precisionOf(expression.meaning),
        basis: "text",
        relative: sure ? null : folded(words),
      },
      bound,
    };
  }

  #around({ sentence, start, atoms, expression, parsed, bound, head }: Found): Surroundings {
    const text = this.#text;
    const formOf = (token: number): string => {
      const range = sentence.tokens[token];
      return range ? text.slice(range.start, range.end).toLowerCase() : "";
    };
    let known: Direction | null = null;
    const direction = (): Direction => {
      known ??= isAheadOf(atoms, expression) ? "future" : directionOf(parsed, formOf, head);
      return bound === "until" && atoms.tokenOf(expression.from) > 1 && known !== "coming" ? "future" : known;
    };
    const textDay = (unit: TimeUnit): number | null =>
      this.#known.findLast(
        (other) => sentence.index - other.sentence <= REACH && isAsFine(other.period.precision, unit),
      )?.period.end ?? null;
    if (this.#now !== null) return { now: this.#now, reference: this.#now, beside: null, textDay, direction };
    const ties = (one: Known): boolean => one.period.end >= this.#recent || sentence.index - one.sentence <= TIED;
    const tied =
      this.#dated.findLast((one) => one.at < start && ties(one)) ??
      this.#dated.find((one) => one.at > start && one.period.end >= this.#recent);
    const beside = this.#dated.find((other) => other.sentence === sentence.index && other.at !== start)?.period ?? null;
    return { now: null, reference: tied?.period.end ?? null, beside, textDay, direction };
  }
}

/** A line break inside an expression counts as a blank. */
const folded = (words: string): string => (words.includes("\n") ? words.replaceAll(/\s+/gu, " ") : words);

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
const looksAhead = ({ atoms, expression: { from, meaning } }: Found): boolean =>
  meaning.kind === "shift" && meaning.base === "now" && meaning.n > 0 && atoms.at(from)?.low === "in";

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
    case "day":
    case "weekday":
    case "weekend":
    case "festival":
    case "clock":
    case "either":
      return "day";
  }
}
