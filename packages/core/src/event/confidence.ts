import type { ActorMention } from "../model/mention.ts";
import type { Act } from "./act.ts";
import type { Telling } from "./code-sentence.ts";

/**
 * How often an event like this is right (it happened, its type and its actors), 0..1. First a weight from how it was read, then the share of right ones that was
 * measured for weights like it: 110 events of unseen articles, judged by a reader who knew nothing of the rules (2026-11-27, bench/results/precision.json).
 */
export function confidenceOf(telling: Telling): number {
  return calibrated(weightOf(telling));
}

/** The parts that may be wrong: whether the word means this, who is meant, and whether it stands in the news or on somebody's word. */
function weightOf({ act, actors, recipients, status }: Telling): number {
  const people = [...actors, ...recipients];
  const surest = people.map(certainty);
  const weakest = surest.length === 0 ? 0 : Math.min(...surest);
  return kindWeight(act) * weakest * (actors.length === 0 ? 0.8 : 1) * (status === "actual" ? 1 : 0.9);
}

const certainty = ({ confidence, country, sector }: ActorMention): number =>
  country === null && sector !== "IGO" && sector !== "NGO" && sector !== "REB" ? confidence * 0.6 : confidence;

/** A verb with its own frame is surer than a noun, a composed act less sure than a plain one; a row that asks for much is surer than one that asks for little. */
function kindWeight({ row, path }: Act): number {
  const asked = Math.min(row.pattern.tests.length + row.pattern.beside.length, 3) * 0.03;
  if (row.kind === "operator") return 0.85 + asked;
  return (row.pattern.pos === "v" ? 0.88 : 0.8) + asked - (path.length > 1 ? 0.05 : 0);
}

/** Weight and measured share, rising; between two points a straight line. */
const POINTS: readonly (readonly [weight: number, share: number])[] = [
  [0, 0.2],
  [0.165, 0.29],
  [0.37, 0.57],
  [0.44, 0.62],
  [0.58, 0.67],
  [0.77, 0.86],
  [1, 0.95],
];

function calibrated(weight: number): number {
  const above = POINTS.findIndex(([point]) => point >= weight);
  const [upper, lower] = [POINTS[above], POINTS[above - 1]];
  const value =
    upper === undefined
      ? (POINTS.at(-1)?.[1] ?? 0)
      : lower === undefined
        ? upper[1]
        : lower[1] + ((weight - lower[0]) / (upper[0] - lower[0])) * (upper[1] - lower[1]);
  return Math.round(value * 1000) / 1000;
}
