/**
 * Whether two propositions claim the same thing, or the opposite of each other. In: two propositions and the weight of a word. Out: `same`, `opposite`, or null.
 *
 * Words alone do not tell, so each test can say no: the shorter one's head must be a word of the other; both must be meant alike (fact, future, ...); numbers must not
 * differ; whoever does or suffers the same thing must not be two; and what is negated in one only makes the opposite if it is the head, and another claim if it is not.
 */
import type { Proposition } from "../model/statement.ts";

type Compared = Omit<Proposition, "start" | "end">;

/** Fewer words in common are a topic, no claim. */
const FEWEST = 3;
/** Weight in common, of the weight of the lighter and of the heavier one. A quotation cut short keeps little of the longer one. */
const OF_LIGHTER = 0.8;
const OF_HEAVIER = 0.45;
/** With as many words in common the lighter one may be a cut of the heavier one. */
const CUT_WORDS = 4;
const CUT_OF_HEAVIER = 0.25;

export function sameClaim(a: Compared, b: Compared, weightOf: (word: string) => number): "same" | "opposite" | null {
  if (a.force !== b.force || a.conditional !== b.conditional) return null;
  const theirs = new Set(b.words);
  const shared = a.words.filter((word) => theirs.has(word));
  if (shared.length < FEWEST || numbersDiffer(a.words, b.words)) return null;
  const weigh = (words: readonly string[]): number => words.reduce((sum, word) => sum + weightOf(word), 0);
  const [common, one, other] = [weigh(shared), weigh(a.words), weigh(b.words)];
  const [lighter, heavier] = one <= other ? [a, b] : [b, a];
  if (common < OF_LIGHTER * Math.min(one, other)) return null;
  const least = shared.length >= CUT_WORDS && common >= 0.95 * Math.min(one, other) ? CUT_OF_HEAVIER : OF_HEAVIER;
  if (common < least * Math.max(one, other)) return null;
  if (lighter.head !== heavier.head && !heavier.words.includes(lighter.head)) return null;
  if (rolesDiffer(a.roles, b.roles)) return null;
  const both = new Set(shared);
  const odd = [
    ...a.negated.filter((word) => !b.negated.includes(word)),
    ...b.negated.filter((word) => !a.negated.includes(word)),
  ];
  const counted = odd.filter((word) => both.has(word) || word === a.head || word === b.head);
  if (counted.length === 0) return "same";
  return counted.length === 1 && counted[0] === lighter.head && lighter.head === heavier.head ? "opposite" : null;
}

const isNumber = (word: string): boolean => /^\d/u.test(word);

/** Both count, and neither has all that the other has. */
function numbersDiffer(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a.filter(isNumber), b.filter(isNumber)];
  return x.length > 0 && y.length > 0 && !x.every((one) => y.includes(one)) && !y.every((one) => x.includes(one));
}

/** "Togo struck Ghana" and "Ghana struck Togo": for a word and a side of it both name somebody, and nobody is the same. */
function rolesDiffer(a: readonly string[], b: readonly string[]): boolean {
  const theirs = sides(b);
  for (const [side, who] of sides(a)) {
    const others = theirs.get(side);
    if (others && ![...who].some((one) => others.has(one))) return true;
  }
  return false;
}

/** Whoever stands on each side of each word; only actors, since of things one says the same by many words. */
function sides(roles: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const role of roles) {
    const at = role.search(/[<>]@/u);
    if (at < 0) continue;
    const side = role.slice(0, at + 1);
    const who = found.get(side) ?? new Set<string>();
    who.add(role.slice(at + 1));
    found.set(side, who);
  }
  return found;
}
