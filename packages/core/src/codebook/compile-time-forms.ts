/** Tells for each written word which expressions of time can begin with it, from the words of times and the phrases. */
import { OPENS, TimeForms } from "./time-forms.ts";
import { TIME_WORD_KINDS, type TimeWord, type TimeWordKind } from "./time-word.ts";

/** Which sorts of expressions can begin with a word of a kind. */
const OPENED_BY: Readonly<Partial<Record<TimeWordKind, number>>> = {
  month: OPENS.day | OPENS.named | OPENS.month,
  "month-short": OPENS.day | OPENS.named | OPENS.month,
  weekday: OPENS.day | OPENS.named,
  "weekday-short": OPENS.day | OPENS.named,
  season: OPENS.named,
  weekend: OPENS.named,
  decade: OPENS.years,
  part: OPENS.clock | OPENS.beside,
  unit: OPENS.beside,
  number: OPENS.day | OPENS.relative | OPENS.clock | OPENS.beside,
  vague: OPENS.relative,
  ordinal: OPENS.day | OPENS.named | OPENS.years,
  "which-now": OPENS.relative | OPENS.named,
  "which-text": OPENS.relative | OPENS.named,
  edge: OPENS.edge,
};
/** Kinds of words that are an expression by themselves. */
const ALONE: ReadonlySet<TimeWordKind> = new Set<TimeWordKind>([
  "month", "month-short", "weekday", "weekday-short", "season", "weekend", "decade", "part",
]); // prettier-ignore
const BY_DIGITS = OPENS.day | OPENS.relative | OPENS.named | OPENS.years | OPENS.clock | OPENS.beside;
export const QUARTERS = ["q1", "q2", "q3", "q4"];
/** Small words that stand before a count or a name of time. */
export const STARTERS = "the these in about almost nearly around roughly exactly just over only more another".split(" ");
/** What stands behind a word that opens an expression and is no word of time: "the twelfth [of] June", "two [and] a half years", "nine [o'clock]", "a day [before]". */
const CARRIERS = "than of on and or to through until till thru couple past before after 's o o'clock - ‐ ‑ – — st nd rd th".split(" ");

/** @param phrases @param festivals each by its words */
export function compileTimeForms(
  words: ReadonlyMap<string, TimeWord>,
  phrases: readonly (readonly string[])[],
  festivals: readonly (readonly string[])[],
): TimeForms {
  const phraseFirsts = new Set(phrases.map(([first = ""]) => first));
  const festivalFirsts = new Set(festivals.map(([first = ""]) => first));
  const seconds = phrases.flatMap(([, second]) => second ?? []);
  const carriers = new Set([...CARRIERS, ...STARTERS, ...seconds, ...phraseFirsts, ...festivalFirsts]);
  const singles = phrases.flatMap(([first, second]) => (first !== undefined && second === undefined ? [first] : []));
  const alone = new Set([...QUARTERS, ...festivalFirsts, ...singles]);
  return new TimeForms((form) => {
    const lower = form.toLowerCase();
    const low = lower.includes("’") ? lower.replaceAll("’", "'") : lower;
    const word = words.get(low) ?? null;
    const digit = /^\d/u.test(form);
    const number = digit && form.length <= 4 && /^\d+$/u.test(form) ? Number(form) : -1;
    const marked = low.startsWith("'");
    let opens = digit ? BY_DIGITS : marked ? OPENS.years : 0;
    for (const kind of TIME_WORD_KINDS) if (word?.has(kind)) opens |= OPENED_BY[kind] ?? 0;
    if (STARTERS.includes(low) || phraseFirsts.has(low)) opens |= OPENS.relative;
    if (QUARTERS.includes(low) || festivalFirsts.has(low)) opens |= OPENS.named;
    const needsMore = !digit && !marked && !alone.has(low) && !TIME_WORD_KINDS.some((kind) => ALONE.has(kind) && word?.has(kind));
    return { form, low, word, digit, number, opens, needsMore, carries: !needsMore || word !== null || carriers.has(low) };
  });
}
