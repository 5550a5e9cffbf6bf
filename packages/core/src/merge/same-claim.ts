/**
 * Whether two propositions claim the same thing or, by a negation, the opposite of each other. In: two propositions and the weight of a word. Out: the weight of the words that
 * they share, or 0 where they are two claims.
 *
 * Words alone do not tell, so each test can say no: the lighter one's head must be a word of the other; both must be meant alike (fact, future, ...); numbers must not
 * differ; whoever does or suffers the same thing must not be two; and what is negated in one only must be the head: the opposite is the same claim, denied.
 */
import type { Proposition } from "../model/statement.ts";

type Compared = Omit<Proposition, "start" | "end">;

/** Fewer words in common, beside those that name actors, are a topic, no claim; of a clause that speaks of nobody known ("it failed"), more. */
const FEWEST = 2;
const FEWEST_OPEN = 6;
/** Fewer words in common with the actors. */
const FEWEST_IN_ALL = 3;
/** Weight in common, of the weight of the lighter and of the heavier one. A quotation cut short keeps little of the longer one. */
export const OF_LIGHTER = 0.8;
const OF_HEAVIER = 0.45;
/** With as many words in common the lighter one may be a cut of the heavier one. */
const CUT_WORDS = 4;
const CUT_OF_HEAVIER = 0.25;

export function sameClaim(a: Compared, b: Compared, weightOf: (word: string) => number): number {
  if (a.force !== b.force || a.conditional !== b.conditional) return 0;
  const shared = a.words.filter((word) => b.words.includes(word));
  const plain = shared.filter((word) => !word.startsWith("@"));
  const open = a.open || b.open;
  if (shared.length < FEWEST_IN_ALL || plain.length < (open ? FEWEST_OPEN : FEWEST)) return 0;
  const weigh = (words: readonly string[]): number => words.reduce((sum, word) => sum + weightOf(word), 0);
  const [common, one, other] = [weigh(shared), weigh(a.words), weigh(b.words)];
  const [light, heavy] = [Math.min(one, other), Math.max(one, other)];
  const isCut = plain.length >= CUT_WORDS && common >= 0.95 * light && !open;
  if (common < OF_LIGHTER * light || common < (isCut ? CUT_OF_HEAVIER : OF_HEAVIER) * heavy) return 0;
  if (numbersDiffer(a.words, b.words) || rolesDiffer(a.roles, b.roles)) return 0;
  const [lighter, heavier] = one <= other ? [a, b] : [b, a];
  if (lighter.head !== heavier.head && !heavier.words.includes(lighter.head)) return 0;
  const odd = [
    ...a.negated.filter((word) => !b.negated.includes(word)),
    ...b.negated.filter((word) => !a.negated.includes(word)),
  ].filter((word) => shared.includes(word) || word === a.head || word === b.head);
  const isOpposite = odd.length === 1 && odd[0] === lighter.head && lighter.head === heavier.head;
  return odd.length === 0 || isOpposite ? common : 0;
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
    if (others && !who.some((one) => others.some((other) => areOne(one, other)))) return true;
  }
  return false;
}

/** "@GHA" and "@GHA:mahama" may be one, since who acts for a state is told by either; "@GHA:mahama" and "@GHA:bawumia" are two. */
const areOne = (a: string, b: string): boolean => a === b || a.startsWith(`${b}:`) || b.startsWith(`${a}:`);

/** Whoever stands on each side of each word; only actors, since of things one says the same by many words. */
function sides(roles: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const role of roles) {
    const at = role.search(/[<>]@/u);
    if (at < 0) continue;
    const side = role.slice(0, at + 1);
    const who = found.get(side);
    if (who) who.push(role.slice(at + 1));
    else found.set(side, [role.slice(at + 1)]);
  }
  return found;
}
