/**
 * One happening in the words of both sides. In: tellings, each an event in or beside a statement of somebody who took part in it. Out: happenings that both sides tell.
 * Tellings are of one happening if they tell the same kind of thing of the same two states at about the same time. What each side makes of it is not compared, only set beside the other.
 */
import { dayOfIso } from "../base/day-number.ts";
import type { EventType } from "../model/plover.ts";

/** What is told: talks, an understanding, a clash; of other types the type itself. */
export type HappeningKind = "talks" | "accord" | "clash" | EventType;

export interface Telling {
  /** Names the telling: what comes back in a readout. */
  readonly key: string;
  readonly document: string;
  readonly type: EventType;
  /** Alpha-3 codes of all who take part. */
  readonly countries: readonly string[];
  /** Who did it, or to whom, is not told: in a clash that may be the speaker's own side. */
  readonly open: boolean;
  /** Alpha-3 codes of who speaks. */
  readonly speakers: readonly string[];
  /** First and last ISO day on which it may have been; null: the text does not tell, and the publication has no day. */
  readonly start: string | null;
  readonly end: string | null;
}

export interface Readout {
  readonly kind: HappeningKind;
  /** In the order of the alphabet. */
  readonly sides: readonly [string, string];
  /** ISO days that the tellings give; null: none does. */
  readonly first: string | null;
  readonly last: string | null;
  /** Keys of the tellings of each of the sides, by day, then as they came. */
  readonly told: readonly [readonly string[], readonly string[]];
}

const KINDS: Partial<Readonly<Record<EventType, HappeningKind>>> = {
  CONSULT: "talks",
  AGREE: "accord",
  COOPERATE: "accord",
  ASSAULT: "clash",
  COERCE: "clash",
  MOBILIZE: "clash",
};
/** Words are no happening that two sides could tell. */
const WORDS: ReadonlySet<EventType> = new Set(["ACCUSE", "REJECT", "THREATEN", "REQUEST", "SUPPORT", "CONCEDE"]);
/** Sides may date the same thing by their own clock, by the day of a report, or by one of several days of it. */
const NEAR_DAYS = 2;
/** No happening lasts longer: a weekly round of talks is several. */
const LONGEST_DAYS = 5;

export function pairReadouts(tellings: readonly Telling[]): Readout[] {
  const series = new Map<string, { kind: HappeningKind; sides: readonly [string, string]; tellings: Telling[] }>();
  for (const telling of tellings) {
    if (WORDS.has(telling.type)) continue;
    const kind = KINDS[telling.type] ?? telling.type;
    for (const sides of pairsOf(telling)) {
      // Without a day only the same document can mean the same.
      const key = [kind, ...sides, telling.start === null ? telling.document : ""].join("\t");
      const known = series.get(key);
      if (known) known.tellings.push(telling);
      else series.set(key, { kind, sides, tellings: [telling] });
    }
  }
  return [...series.values()]
    .flatMap(({ kind, sides, tellings: all }) =>
      happenings(all).flatMap((some): Readout[] => {
        // What both say with one voice (a joint statement) sets nothing side by side.
        const by = (side: string, other: string): string[] =>
          some.flatMap(({ key, speakers }) => (speakers.includes(side) && !speakers.includes(other) ? [key] : []));
        const told = [by(sides[0], sides[1]), by(sides[1], sides[0])] as const;
        if (told[0].length === 0 || told[1].length === 0) return [];
        const ends = some.flatMap(({ end }) => end ?? []).toSorted(compare);
        return [{ kind, sides, first: some[0]?.start ?? null, last: ends.at(-1) ?? null, told }];
      }),
    )
    .toSorted(
      (a, b) =>
        compare(a.first ?? "~", b.first ?? "~") ||
        compare(a.sides.join(" "), b.sides.join(" ")) ||
        compare(a.kind, b.kind),
    );
}

/** The pairs of states that take part of which one speaks. */
function pairsOf({ type, countries, open, speakers }: Telling): [string, string][] {
  // "India said Pakistani soldiers had fired": at whom, goes without saying.
  const all = [...new Set([...countries, ...(open && KINDS[type] === "clash" ? speakers : [])])].toSorted(compare);
  return all.flatMap((a, i) =>
    all.slice(i + 1).flatMap((b): [string, string][] => (speakers.includes(a) || speakers.includes(b) ? [[a, b]] : [])),
  );
}

/** Cuts a series into happenings: the first begins one, and what lies near it goes with it. */
function happenings(tellings: readonly Telling[]): Telling[][] {
  const found: { tellings: Telling[]; from: number; to: number }[] = [];
  for (const telling of tellings.toSorted((a, b) => compare(a.start ?? "", b.start ?? ""))) {
    const [from, to] = [numberOf(telling.start), numberOf(telling.end ?? telling.start)];
    const last = found.at(-1);
    if (last && from <= last.to + NEAR_DAYS && (from <= last.from + LONGEST_DAYS || from === last.from)) {
      last.tellings.push(telling);
      last.to = Math.max(last.to, Math.min(to, last.from + LONGEST_DAYS));
    } else found.push({ tellings: [telling], from, to: Math.min(to, from + LONGEST_DAYS) });
  }
  return found.map((one) => one.tellings);
}

const numberOf = (day: string | null): number => (day === null ? 0 : dayOfIso(day));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
