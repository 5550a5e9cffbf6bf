/**
 * Groups what many statements say alike into claims. In: records of any number of documents, in any order. Out: claims, those told by most documents first.
 *
 * The fullest wording of a claim leads it, and every other one is compared with leaders only, so that a claim cannot drift from sentence to sentence. Not all with all: whoever
 * shares OF_LIGHTER of a record's weight has at least one of its rarest words, those that make up the rest of the weight and a little more, so only leaders with one of these are
 * looked at. Of those that `sameClaim` takes, the one that shares most leads. Equal records are one to begin with.
 */
import type { Claim, ClaimRecord } from "./claim.ts";
import { OF_LIGHTER, sameClaim } from "./same-claim.ts";

export function groupClaims(records: readonly ClaimRecord[]): Claim[] {
  const weightOf = weights(records);
  const weigh = (words: readonly string[]): number => words.reduce((sum, word) => sum + weightOf(word), 0);
  const order = records
    .map((record) => ({ record, weight: weigh(record.words) }))
    .toSorted((a, b) => b.weight - a.weight || byDay(a.record, b.record));
  const groups: ClaimRecord[][] = [];
  const leaders: ClaimRecord[] = [];
  const known = new Map<string, number>();
  /** Leaders by word. */
  const index = new Map<string, number[]>();
  for (const { record, weight } of order) {
    const identity = identityOf(record);
    let place = known.get(identity) ?? -1;
    if (place < 0) {
      let most = 0;
      for (const candidate of candidates(record, weight, index, weightOf)) {
        const leader = leaders[candidate];
        const shared = leader ? sameClaim(leader, record, weightOf) : 0;
        if (shared > most) [place, most] = [candidate, shared];
      }
    }
    if (place < 0) {
      place = leaders.length;
      leaders.push(record);
      groups.push([]);
      for (const word of record.words) {
        const posting = index.get(word);
        if (posting) posting.push(place);
        else index.set(word, [place]);
      }
    }
    known.set(identity, place);
    groups[place]?.push(record);
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

/** Leaders that share one of the rarest words of a record, in their order. */
function candidates(
  { words }: ClaimRecord,
  weight: number,
  index: ReadonlyMap<string, readonly number[]>,
  weightOf: (word: string) => number,
): Iterable<number> {
  const rarest = words.toSorted((a, b) => weightOf(b) - weightOf(a) || compare(a, b));
  const found = new Set<number>();
  let read = 0;
  for (const word of rarest) {
    for (const leader of index.get(word) ?? []) found.add(leader);
    read += weightOf(word);
    if (read > (1 - OF_LIGHTER) * weight) break;
  }
  return [...found].toSorted((a, b) => a - b);
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
