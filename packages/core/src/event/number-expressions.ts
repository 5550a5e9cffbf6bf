/**
 * Numbers as a sentence writes them, with what qualifies them: "at least 2,000", "between 20 and 30", "dozens", "half a million", "1.5m". In: the forms of a
 * sentence, in small letters. Out: expressions in text order, none inside another. Years, percentages, ordinals and parts of compounds ("14-year-old") are none.
 */

export interface NumberExpression {
  /** Tokens, half-open; from the first word that qualifies the number. */
  readonly from: number;
  readonly to: number;
  /** First token of the number itself. */
  readonly number: number;
  readonly min: number | null;
  readonly max: number | null;
  /** "Dozens", "hundreds": a noun of its own, what is counted stands behind "of". */
  readonly collective: boolean;
  /** "14-strong". */
  readonly strong: boolean;
}

const UNITS = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value]),
);
const TENS = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, i) => [word, 10 * (i + 2)]),
);
const SCALES = new Map([
  ["dozen", 12], ["score", 20], ["hundred", 100], ["thousand", 1e3], ["k", 1e3], ["million", 1e6], ["m", 1e6], ["mn", 1e6], ["mln", 1e6], ["billion", 1e9], ["bn", 1e9], ["bln", 1e9], ["trillion", 1e12], ["tn", 1e12],
]); // prettier-ignore
/** Plural words of number: at least two of what they name. */
const COLLECTIVES = new Map([
  ["dozens", 24], ["scores", 40], ["hundreds", 200], ["thousands", 2e3], ["millions", 2e6], ["billions", 2e9],
]); // prettier-ignore
const TENS_OF = new Map([["tens", 20], ["dozens", 24], ["scores", 40], ["hundreds", 200]]); // prettier-ignore

type Bound = "min" | "max" | "about";
/** Words before a number, longest first, since "no more than" ends in "more than". */
const QUALIFIERS: readonly (readonly [words: readonly string[], bound: Bound])[] = (
  [
    ["no fewer than", "min"], ["no less than", "min"], ["not less than", "min"], ["not fewer than", "min"], ["a minimum of", "min"], ["in excess of", "min"], ["at the least", "min"],
    ["no more than", "max"], ["not more than", "max"], ["a maximum of", "max"], ["as many as", "max"], ["as much as", "max"],
    ["a total of", "about"], ["an estimated", "about"], ["as few as", "about"],
    ["at least", "min"], ["more than", "min"], ["upwards of", "min"], ["up to", "max"], ["at most", "max"], ["fewer than", "max"], ["less than", "max"], ["close to", "about"],
    ["over", "min"], ["above", "min"], ["exceeding", "min"], ["under", "max"], ["below", "max"],
    ["nearly", "about"], ["almost", "about"], ["about", "about"], ["around", "about"], ["some", "about"], ["roughly", "about"], ["approximately", "about"], ["estimated", "about"], ["another", "about"], ["just", "about"], ["exactly", "about"], ["only", "about"],
  ] as const
).map(([words, bound]) => [words.split(" "), bound] as const); // prettier-ignore
/** Behind a number: it is none of things. */
const NOT_COUNTED = /^(?:%|percent|per|pct|st|nd|rd|th|°|am|pm|a\.m\.|p\.m\.|degrees?)$/u;
/** Before four digits: a year. */
const BEFORE_YEAR = /^(?:in|since|until|till|by|from|during|of|before|after|to|mid|early|late|january|february|march|april|may|june|july|august|september|october|november|december)$/u; // prettier-ignore
const MONTH = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|may|june|july|august|september|october|november|december)\.?$/u; // prettier-ignore
const HYPHEN = /^[-‐‑–—]$/u;

export function numberExpressions(forms: readonly string[]): NumberExpression[] {
  const found: NumberExpression[] = [];
  for (let i = 0; i < forms.length;) {
    const expression = expressionAt(forms, i, found.at(-1)?.to ?? 0);
    if (expression) found.push(expression);
    i = Math.max(i + 1, expression?.to ?? skipNumber(forms, i));
  }
  return found;
}

/** Behind a number that counts nothing, so that a part of it is not taken for a number of its own. */
const skipNumber = (forms: readonly string[], i: number): number => plainNumber(forms, i)?.to ?? i;

interface Plain {
  readonly to: number;
  readonly min: number;
  readonly max: number | null;
  readonly collective: boolean;
}

function expressionAt(forms: readonly string[], number: number, floor: number): NumberExpression | null {
  const first = plainNumber(forms, number);
  if (!first || isNoCount(forms, number, first.to)) return null;
  let { to } = first;
  let { min, max }: { min: number | null; max: number | null } = first;
  const range = rangeFrom(forms, number, first);
  if (range) ({ to, min, max } = range);
  let strong = false;
  if (HYPHEN.test(forms[to] ?? "")) {
    if (forms[to + 1] === "strong") {
      strong = true;
      to += 2;
    } else if (forms[to + 1] === "plus") {
      max = null;
      to += 2;
    } else return null; // "14-year-old", "3-2"
  } else if (forms[to] === "+") {
    max = null;
    to += 1;
  } else if (forms[to] === "or" && forms[to + 1] === "more") {
    max = null;
    to += 2;
  }
  let from = number;
  let bound: Bound | null = null;
  for (;;) {
    const before = qualifierBefore(forms, skipSign(forms, from), floor);
    if (!before) break;
    from = before.from;
    bound = bound === null || bound === "about" ? before.bound : bound;
  }
  if (range && range.between !== null) from = Math.min(from, range.between);
  if (bound === "min") max = null;
  if (bound === "max" && max !== null) min = null;
  return { from, to, number, min, max, collective: first.collective && !range, strong };
}

/** "At least $ 40": the sign of money stands between. */
const skipSign = (forms: readonly string[], from: number): number =>
  /\p{Sc}/u.test(forms[from - 1] ?? "") ? from - 1 : from;

function qualifierBefore(forms: readonly string[], end: number, floor: number): { from: number; bound: Bound } | null {
  for (const [words, bound] of QUALIFIERS) {
    const from = end - words.length;
    if (from >= floor && words.every((word, i) => forms[from + i] === word)) return { from, bound };
  }
  return null;
}

interface Range {
  readonly to: number;
  readonly min: number;
  readonly max: number;
  /** Token of "between"; null: there is none. */
  readonly between: number | null;
}

/** "20 to 30", "20-30", "between 20 and 30"; of "2 to 3 million" both are millions. */
function rangeFrom(forms: readonly string[], number: number, first: Plain): Range | null {
  if (first.collective || first.max === null) return null;
  const before = skipSign(forms, number) - 1;
  const between = forms[before] === "between" ? before : null;
  const joint = forms[first.to] ?? "";
  if (joint !== "to" && !HYPHEN.test(joint) && !(between !== null && joint === "and")) return null;
  const next = /\p{Sc}/u.test(forms[first.to + 1] ?? "") ? first.to + 2 : first.to + 1;
  const second = plainNumber(forms, next);
  if (!second || second.collective || second.max === null || NOT_COUNTED.test(forms[second.to] ?? "")) return null;
  const scale = SCALES.get(forms[second.to - 1] ?? "") ?? 1;
  const isScaled = scale > 1 && !SCALES.has(forms[first.to - 1] ?? "") && first.max < second.max / scale;
  const min = isScaled ? first.min * scale : first.min;
  return min < second.max ? { to: second.to, min, max: second.max, between } : null;
}

function isNoCount(forms: readonly string[], from: number, to: number): boolean {
  const [form = "", before = ""] = [forms[from], forms[from - 1]];
  if (NOT_COUNTED.test(forms[to] ?? "") || MONTH.test(forms[to] ?? "") || MONTH.test(before)) return true;
  if (
    /^\d/u.test(form) &&
    (before === "(" || before === "#" || before === "no." || before === ":" || forms[to] === ":")
  )
    return true;
  // "COVID-19", the second half of "3-2"
  if (/^[-‐‑]$/u.test(before) || (HYPHEN.test(before) && /^\d/u.test(forms[from - 2] ?? ""))) return true;
  return to === from + 1 && /^(?:1[89]|20)\d\d$/u.test(form) && BEFORE_YEAR.test(before);
}

function plainNumber(forms: readonly string[], i: number): Plain | null {
  return collective(forms, i) ?? vague(forms, i) ?? halves(forms, i) ?? cardinal(forms, i);
}

/** "Dozens", "tens of thousands". */
function collective(forms: readonly string[], i: number): Plain | null {
  const form = forms[i] ?? "";
  const tens = TENS_OF.get(form);
  const scaled = forms[i + 1] === "of" ? COLLECTIVES.get(forms[i + 2] ?? "") : undefined;
  if (tens !== undefined && scaled !== undefined && scaled >= 200)
    return { to: i + 3, min: (tens * scaled) / 2, max: null, collective: true };
  const value = COLLECTIVES.get(form);
  return value === undefined ? null : { to: i + 1, min: value, max: null, collective: true };
}

/** "Several hundred", "a few dozen": at least two of them. */
function vague(forms: readonly string[], i: number): Plain | null {
  const at =
    forms[i] === "several" || forms[i] === "many" ? i + 1 : forms[i] === "a" && forms[i + 1] === "few" ? i + 2 : i;
  const scale = SCALES.get(forms[at] ?? "");
  return at > i && scale !== undefined && (forms[at] ?? "").length > 2
    ? { to: at + 1, min: 2 * scale, max: null, collective: false }
    : null;
}

/** "Half a million", "half a dozen", "a quarter of a million", "a dozen", "a hundred", "a couple of". */
function halves(forms: readonly string[], i: number): Plain | null {
  const exact = (to: number, value: number): Plain => ({ to, min: value, max: value, collective: false });
  const form = forms[i] ?? "";
  if (form !== "half" && form !== "a" && form !== "an" && !UNITS.has(form)) return null;
  const words = forms.slice(i, i + 8).filter((form) => !HYPHEN.test(form));
  const hyphens = (count: number): number => {
    let [to, left] = [i, count];
    while (left > 0) if (!HYPHEN.test(forms[to++] ?? "")) left -= 1;
    return to;
  };
  if (words[0] === "half" && words[1] === "a") {
    const scale = SCALES.get(words[2] ?? "");
    if (scale !== undefined) return exact(hyphens(3), scale / 2);
  }
  const fraction = /^(?:quarter|third)$/u.exec(words[1] ?? "")?.[0];
  if (words[0] === "a" && fraction && words[2] === "of" && words[3] === "a" && words[4] === "million")
    return exact(hyphens(5), fraction === "quarter" ? 250_000 : 333_333);
  const and = words.slice(1, 4).join(" ");
  const whole = UNITS.get(words[0] ?? "");
  if (whole !== undefined && and === "and a half") {
    const scale = SCALES.get(words[4] ?? "");
    if (scale !== undefined) return exact(hyphens(5), (whole + 0.5) * scale);
  }
  if (forms[i] === "a" || forms[i] === "an") {
    if (forms[i + 1] === "couple" && forms[i + 2] === "of") return exact(i + 3, 2);
    const scale = SCALES.get(forms[i + 1] ?? "");
    if (scale !== undefined && (forms[i + 1] ?? "").length > 2 && forms[i + 1] !== "score") return exact(i + 2, scale);
  }
  return null;
}

/** Digits or words, with a scale: "2,000", "1.5 million", "46bn", "twenty-five", "two hundred and fifty", "two dozen". */
function cardinal(forms: readonly string[], i: number): Plain | null {
  const form = forms[i] ?? "";
  const digits = /^(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<fraction>\.\d+)?(?<scale>k|m|mn|mln|bn|bln|tn)?$/u.exec(
    form,
  )?.groups;
  let to = i + 1;
  let value: number;
  if (digits) {
    value =
      Number(`${digits["digits"]?.replaceAll(",", "") ?? ""}${digits["fraction"] ?? ""}`) *
      (SCALES.get(digits["scale"] ?? "") ?? 1);
  } else {
    const ten = TENS.get(form);
    const unit = UNITS.get(form);
    if (ten === undefined && unit === undefined) return null;
    value = ten ?? unit ?? 0;
    if (ten !== undefined) {
      const at = HYPHEN.test(forms[to] ?? "") ? to + 1 : to;
      const rest = UNITS.get(forms[at] ?? "");
      if (rest !== undefined && rest < 10) [value, to] = [ten + rest, at + 1];
    }
  }
  for (
    let scale = SCALES.get(forms[to] ?? "");
    scale !== undefined && forms[to] !== "score";
    scale = SCALES.get(forms[to] ?? "")
  ) {
    value *= scale;
    to += 1;
    // "Two hundred and fifty"
    const at = forms[to] === "and" ? to + 1 : to;
    const rest = scale === 100 && !digits ? cardinal(forms, at) : null;
    if (rest && rest.min < 100) [value, to] = [value + rest.min, rest.to];
  }
  value = Math.round(value * 1e6) / 1e6;
  return { to, min: value, max: value, collective: false };
}
