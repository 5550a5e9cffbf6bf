import type { DatedTelling } from "./dated-telling.ts";
import { sideKey } from "./same-happening.ts";

/**
 * "The meeting held on June 12 was led by ... . Both parties discussed ...": what the next sentence of a paragraph tells of the talk of the same two sides was on
 * its day. @returns the telling, with the date where it has none of its own
 */
export function continuedTalk(telling: DatedTelling, before: readonly DatedTelling[]): DatedTelling {
  if (telling.date || telling.type !== "CONSULT" || telling.status !== "actual") return telling;
  const side = sideKey([...telling.actors, ...telling.recipients]);
  const talk = before.findLast(
    (other) =>
      other.type === "CONSULT" &&
      other.status === "actual" &&
      other.mode !== "visit" &&
      typeof other.date?.start === "string" &&
      other.date.precision === "day" &&
      other.sentence.paragraph === telling.sentence.paragraph &&
      telling.sentence.index - other.sentence.index <= 1 &&
      sideKey([...other.actors, ...other.recipients]) === side,
  );
  return talk ? { ...telling, date: talk.date } : telling;
}
