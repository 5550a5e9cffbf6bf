/**
 * Which of the places of its name each span means. What speaks for a place, by weight: what the text says it lies in ("Birmingham, Alabama"), its size, whether
 * the text speaks of its country, whether it lies near the other places of the text. One name means one place in a document.
 */
import { kilometres } from "../../base/kilometres.ts";
import type { PlaceCandidate } from "../../codebook/place-names.ts";
import { placeKey } from "../../codebook/place-key.ts";

/** A span with what its words say of it. */
export interface OpenPlace {
  readonly text: string;
  readonly candidates: readonly PlaceCandidate[];
  /** The span, by its index, in which the text says it lies; null: it says nothing. */
  readonly within: number | null;
  /** The word behind it calls it a province, state or county. */
  readonly division: boolean;
}

/** Weights are in powers of ten of population: a place in a country of the text wins over one a hundred times as great elsewhere. */
const CONTAINED = 6;
const COUNTRY_OF_TEXT = 2;
const NEAR = 1.5;
const DIVISION = 3;
const NEAR_KM = 300;
/** Places nearer to each other than this are as good as one. */
const SAME_KM = 100;
/** How much the best must be ahead. */
const AHEAD = 0.3;
/** A small town of which nothing else in the text speaks is hardly meant. */
const LEAST = 4.5;

/**
 * @param countries of the actors, by how often the document speaks of them
 * @returns for each span the candidate, or null where two stay likely
 */
export function resolvePlaces(
  open: readonly OpenPlace[],
  countries: ReadonlyMap<string, number>,
): (PlaceCandidate | null)[] {
  const weights = new Map(countries);
  for (const { candidates } of open) {
    const [only] = candidates;
    if (only?.place.country && new Set(candidates.map(({ place }) => place.country)).size === 1)
      weights.set(only.place.country, (weights.get(only.place.country) ?? 0) + 2);
  }
  const most = Math.max(1, ...weights.values());
  const byName = new Map<string, number[]>();
  const keys = open.map(({ text }) => placeKey(text));
  for (const [i, key] of keys.entries()) {
    const list = byName.get(key);
    if (list) list.push(i);
    else byName.set(key, [i]);
  }
  let chosen: (PlaceCandidate | null)[] = open.map(() => null);
  for (const round of [0, 1, 2]) {
    const next = open.map((): PlaceCandidate | null => null);
    for (const [key, spans] of byName) {
      const others =
        round === 0
          ? []
          : chosen.flatMap((one, i) => (one && one.place.precision !== "country" && keys[i] !== key ? one : []));
      const best = bestOf(open, spans, { weights, most, chosen, others });
      for (const i of spans) next[i] = best;
    }
    chosen = next;
  }
  return chosen;
}

interface Around {
  readonly weights: ReadonlyMap<string, number>;
  readonly most: number;
  readonly chosen: readonly (PlaceCandidate | null)[];
  readonly others: readonly PlaceCandidate[];
}

function bestOf(open: readonly OpenPlace[], spans: readonly number[], around: Around): PlaceCandidate | null {
  const all = new Set(spans.flatMap((i) => open[i]?.candidates ?? []));
  const scored = [...all]
    .map((candidate) => ({ candidate, score: scoreOf(candidate, open, spans, around) }))
    .toSorted((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best) return null;
  const rival = scored.find(({ candidate }) => kilometres(candidate.place, best.candidate.place) > SAME_KM);
  return best.score < LEAST || (rival && best.score - rival.score < AHEAD) ? null : best.candidate;
}

function scoreOf(
  candidate: PlaceCandidate,
  open: readonly OpenPlace[],
  spans: readonly number[],
  { weights, most, chosen, others }: Around,
): number {
  const { place, kind, population } = candidate;
  let score = Math.log10(population + 100);
  if (kind === "capital") score += 1;
  if (kind === "section" || kind === "district") score -= 1;
  const division = spans.some((i) => open[i]?.division);
  const rivals = spans.flatMap((i) => open[i]?.candidates ?? []);
  // "Basra" is the city before it is the province around it.
  // "Mexico" is the country before it is the state of that name in it.
  const named = rivals.some((one) => one.place.precision === "country" && one.place.country === place.country);
  if (place.precision !== "country" && named && !division) score -= 3;
  if (
    kind === "region" &&
    !division &&
    rivals.some(
      (one) =>
        one.place.precision === "city" && one.place.country === place.country && kilometres(one.place, place) < NEAR_KM,
    )
  )
    score -= 1.5;
  const outer = open.some(({ within }) => within !== null && spans.includes(within));
  if (place.precision === "region" && ((outer && rivals.every((one) => one.place.precision !== "country")) || division))
    score += DIVISION;
  const weight = place.country === null ? 0 : (weights.get(place.country) ?? 0);
  if (weight > 0) score += COUNTRY_OF_TEXT * (0.5 + (0.5 * weight) / most);
  const contained = spans.some((i) => {
    const within = open[i]?.within ?? null;
    return (
      within !== null && (open[within]?.candidates ?? []).some((outer) => lies(candidate, chosen[within] ?? outer))
    );
  });
  if (contained) score += CONTAINED;
  if (others.some((other) => other !== candidate && kilometres(other.place, place) < NEAR_KM)) score += NEAR;
  return score;
}

/** Whether the one lies in the other, as far as is known. */
function lies(inner: PlaceCandidate, outer: PlaceCandidate): boolean {
  if (inner === outer || inner.place.country !== outer.place.country || inner.place.precision === "country")
    return false;
  if (outer.place.precision === "country") return true;
  if (outer.kind === "region" || (outer.kind === "label" && outer.region > 0)) return inner.region === outer.region;
  return kilometres(inner.place, outer.place) < NEAR_KM;
}
