/**
 * Groups what many statements say alike into claims. In: records of any number of documents, in any order. Out: claims, those told by most documents first.
 *
 * The fullest wording of a claim leads it, and every other one is compared with leaders only, so that a claim cannot drift from sentence to sentence. Leaders are found by
 * their rarest words: those that share the most weight are tried, and the first that `sameClaim` takes is the claim. Equal records are one to begin with.
 */
import type { Claim, ClaimRecord } from "./claim.ts";
import { sameClaim } from "./same-claim.ts";

/** Leaders that are tried, and entries of the index that are read for one record, unless its three rarest words have more. */
const TRIED = 24;
const READ = 4000;
const RAREST = 3;

export function groupClaims(records: readonly ClaimRecord[]): Claim[] {
  const weightOf = weights(records);
  const weight = new Map<ClaimRecord, number>();
  for (const record of records)
    weight.set(
      record,
      record.words.reduce((sum, word) => sum + weightOf(word), 0),
    );
  const order = records.toSorted((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || byDay(a, b));
  const groups: ClaimRecord[][] = [];
  const leaders: ClaimRecord[] = [];
  const known = new Map<string, number>();
  /** Leaders by word. */
  const index = new Map<string, number[]>();
  for (const record of order) {
    const identity = identityOf(record);
    const place =
      known.get(identity) ??
      candidates(record, index, weightOf).find((candidate) => {
        const leader = leaders[candidate];
        return leader !== undefined && sameClaim(leader, record, weightOf) !== null;
      }) ??
      leaders.length;
    known.set(identity, place);
    const group = groups[place];
    if (group) {
      group.push(record);
      continue;
    }
    groups.push([record]);
    leaders.push(record);
    for (const word of record.words) {
      const posting = index.get(word);
      if (posting) posting.push(place);
      else index.set(word, [place]);
    }
  }
  return groups
    .map((members) => claimOf(members, weightOf))
    .toSorted(
      (a, b) =>
        b.documents - a.documents ||
        b.texts - a.texts ||
        compare(a.first ?? "~", b.first ?? "~") ||
        compare(a.wording, b.wording),
    );
}

/** A word weighs the more the fewer records have it. */
function weights(records: readonly ClaimRecord[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const { words } of records) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = records.length;
  const known = new Map<string, number>();
  for (const [word, count] of counts) known.set(word, Math.log(1 + (all + 10) / (count + 1)));
  return (word) => known.get(word) ?? 0;
}

const identityOf = ({ head, words, negated, roles, force, conditional }: ClaimRecord): string =>
  [head, words.join(" "), negated.join(" "), roles.join(" "), force, conditional ? "if" : ""].join("\t");

/** Leaders that share words with a record, the heaviest first. */
function candidates(
  { words }: ClaimRecord,
  index: ReadonlyMap<string, readonly number[]>,
  weightOf: (word: string) => number,
): number[] {
  const rarest = words.toSorted((a, b) => weightOf(b) - weightOf(a) || compare(a, b));
  const shared = new Map<number, number>();
  let read = 0;
  for (const [i, word] of rarest.entries()) {
    const posting = index.get(word) ?? [];
    read += posting.length;
    if (i >= RAREST && read > READ) break;
    for (const leader of posting) shared.set(leader, (shared.get(leader) ?? 0) + weightOf(word));
  }
  return [...shared]
    .toSorted(([a, x], [b, y]) => y - x || a - b)
    .slice(0, TRIED)
    .map(([leader]) => leader);
}

function claimOf(records: readonly ClaimRecord[], weightOf: (word: string) => number): Claim {
  const sorted = records.toSorted(byDay);
  const isNegated = ({ negated, head }: ClaimRecord): boolean => negated.includes(head);
  // Where all say that it is not so and nobody denies that it is, that is the claim.
  const isNegative = sorted.every((one) => isNegated(one) && !one.denies);
  const holds = (one: ClaimRecord): boolean => isNegative || isNegated(one) === one.denies;
  const says = sorted.filter(holds);
  const denies = sorted.filter((one) => !holds(one));
  const plain = sorted.filter((one) => isNegative || !isNegated(one));
  const first = (some: readonly ClaimRecord[]): readonly ClaimRecord[] => (some.length > 0 ? some : sorted);
  const worded = plain.filter(({ denies }) => !denies);
  return {
    wording: clearest(first(worded.length > 0 ? worded : plain), weightOf).key,
    says: says.map(({ key }) => key),
    denies: denies.map(({ key }) => key),
    first: sorted[0]?.day ?? null,
    documents: new Set(records.map(({ document }) => document)).size,
    texts: new Set(records.map(({ reportText }) => reportText)).size,
  };
}

/** Of those that name of whom they speak, if any do, the record that has most of what at least half of them have, and least beside it; of equal ones the first. */
function clearest(all: readonly ClaimRecord[], weightOf: (word: string) => number): ClaimRecord {
  const records = all.some(({ whole }) => whole) ? all.filter(({ whole }) => whole) : all;
  const counts = new Map<string, number>();
  for (const { words } of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weigh = (words: readonly string[]): number => words.reduce((sum, word) => sum + weightOf(word), 0);
  const common = [...counts].filter(([, count]) => 2 * count >= all.length).map(([word]) => word);
  const shared = weigh(common);
  const among = new Set(common);
  const clarity = ({ words }: ClaimRecord): number =>
    weigh(words.filter((word) => among.has(word))) / (shared + weigh(words) || 1);
  return records.reduce((best, one) => (clarity(one) > clarity(best) ? one : best));
}

/** Those without a day last. */
const byDay = (a: ClaimRecord, b: ClaimRecord): number => compare(a.day ?? "~", b.day ?? "~") || compare(a.key, b.key);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
