import { calendarDay } from "../../base/calendar-day.ts";
import type { Dated } from "../dated.ts";
import { besideDay } from "./day-spans.ts";

/** A code in square brackets, with the days on which it holds. */
export interface BracketCode extends Dated {
  readonly code: string;
  /** 1-based. */
  readonly column: number;
}

/** A line of a PETRARCH file without its comment: what stands before the codes, and the codes. */
export interface PetrarchLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  readonly codes: readonly BracketCode[];
  /** What is wrong with it, with its column. */
  readonly faults: readonly (readonly [column: number, message: string])[];
}

/** The lines of a PETRARCH actors or agents file that say something. Comments begin with ";" or "#", or stand between "<!--" and "-->". */
export function* petrarchLines(content: string): Generator<PetrarchLine> {
  let inComment = false;
  for (const [i, raw] of content.replace(/^\uFEFF/u, "").split(/\r?\n/u).entries()) {
    if (inComment || raw.trimStart().startsWith("<!--")) {
      inComment = !raw.includes("-->");
      continue;
    }
    const text = raw.replace(/[;#].*$/u, "");
    if (text.trim() === "") continue;
    const codes: BracketCode[] = [];
    const faults: [number, string][] = [];
    for (const match of text.matchAll(/\[([^\]]*)(\]?)/gu)) {
      const [, inside = "", end] = match;
      const column = match.index + 1;
      const [code = "", ...dates] = inside.trim().split(/\s+/u);
      const dated = readDays(dates.join(""));
      if (end === "") faults.push([column, `"[${inside.trim()}" has no "]"`]);
      else if (dated === null) faults.push([column, `found the dates "${dates.join(" ")}"; expected <YYYYMMDD, >YYYYMMDD or YYYYMMDD-YYYYMMDD`]);
      else codes.push({ code, column, ...dated });
    }
    yield { line: i + 1, text: text.replace(/\[.*$/u, "").trim(), codes, faults };
  }
}

/** "<20090120": before that day; ">20090120": after it; "20010120-20090120": both included; "": always. null: no dates. */
function readDays(dates: string): Dated | null {
  if (dates === "") return { from: "", to: "" };
  const [, sign = "", first = "", last = ""] = /^([<>]?)(\d+)(?:-(\d+))?$/u.exec(dates) ?? [];
  const [from, to] = [readDay(first), last === "" ? null : readDay(last)];
  if (from === null || (sign === "") !== (last !== "") || (last !== "" && (to === null || to < from))) return null;
  if (sign === "<") return { from: "", to: besideDay(from, -1) };
  if (sign === ">") return { from: besideDay(from, 1), to: "" };
  return { from, to: to ?? "" };
}

/** Years of two digits up to this are of our century, as PETRARCH has it. */
const CENTURY = 30;

/** YYYYMMDD, YYMMDD, or the day of the year: YYYYDDD, YYDDD. */
function readDay(digits: string): string | null {
  if (![5, 6, 7, 8].includes(digits.length)) return null;
  const long = digits.length > 6;
  const short = Number(digits.slice(0, 2));
  const year = long ? Number(digits.slice(0, 4)) : short + (short <= CENTURY ? 2000 : 1900);
  const rest = digits.slice(long ? 4 : 2);
  if (rest.length === 4) return calendarDay(year, Number(rest.slice(0, 2)), Number(rest.slice(2)));
  let left = Number(rest);
  for (let month = 1; month <= 12; month += 1) {
    const length = [31, 30, 29, 28].find((day) => calendarDay(year, month, day) !== null) ?? 31;
    if (left <= length) return calendarDay(year, month, left);
    left -= length;
  }
  return null;
}
