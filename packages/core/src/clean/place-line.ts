import { agencies, notPlaces } from "./furniture.ts";
import { findWrittenDay } from "./written-day.ts";

/** The date line at the head of a report: "ISLAMABAD, June 12 (Reuters) -". */
export interface PlaceLine {
  /** Length of the date line, its dash or colon included, in UTF-16 units from the head of the paragraph. */
  readonly end: number;
  /** ISO day; null: none, or no year. */
  readonly day: string | null;
  /** The agency as written; null: none is named. */
  readonly agency: string | null;
}

const longest = 120;
const separator = /\)\s*(?:--+|[-–—_]|:(?=[\s*]|$))|\s*(?:--+|[–—_-])(?=[\s*_]|$)|:(?=[\s*]|$)/g;
const opener =
  /^(?:the|a|an|in|on|at|by|from|since|after|before|as|but|and|for|with|this|that|these|those|it|he|she|they|we|when|while)\b/i;
const token = /^(?:\p{Lu}[\p{L}\p{M}.'’/-]*|de|del|el|la|le|of|and|al|es|da|do|the|upon|&|\/)$/u;
const weekdays = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gi;

function agencyOf(inside: string): string | null {
  const parts = inside.split(/[/,;&]/).map((part) => part.trim().toLowerCase());
  const known = agencies.has(inside.trim().toLowerCase()) || parts.some((part) => agencies.has(part));
  return known ? inside.trim() : null;
}

/** Whether the words name a place as date lines do: capitalised words, parted by commas. */
function isPlace(words: string): boolean {
  const tokens = words.split(/[\s,]+/).filter((word) => word !== "");
  return tokens.length > 0 && tokens.length <= 7 && !opener.test(words) && tokens.every((word) => token.test(word));
}

/** Whether the first part of the place is in capitals: "KYIV", "NEW DELHI, India"; initials of bodies and labels are not. */
function inCapitals(place: string): boolean {
  const first = place.split(",")[0]?.trim() ?? "";
  const plain = first.split(/\s+/).every((word) => !notPlaces.has(word.toLowerCase()));
  // Three words in capitals are a heading more often than a city, save for such as "DAR ES SALAAM".
  const short =
    first.split(/\s+/).length <= 2 ||
    /\b(?:ES|DE|DEL|DI|DO|DOS|LA|LAS|LOS|EL|AL|OF|CITY|TOWN|SAN|SANTA|PORT|NEW|ST)\b/.test(first);
  return plain && short && first.length >= 4 && first === first.toUpperCase() && /\p{Lu}{2}/u.test(first);
}

function labelOf(label: string, mark: string, rest: string): { day: string | null; agency: string | null } | null {
  const bracket = /\s*\(([^()]{1,40})\)\s*$/.exec(label);
  const outside = bracket ? label.slice(0, bracket.index) : label;
  const date = findWrittenDay(outside);
  const place = (date ? `${outside.slice(0, date.start)},${outside.slice(date.end)}` : outside)
    .replace(weekdays, "")
    .replace(/^[\s,]+|[\s,]+$/g, "");
  const inside = bracket?.[1] ?? "";
  const insideDate = bracket ? findWrittenDay(inside) : null;
  const agency = bracket ? agencyOf(inside) : null;
  const day = date?.day ?? insideDate?.day ?? null;
  if (place !== "" && !isPlace(place)) return null;
  if (agency !== null) return { day, agency };
  // Without an agency the sentence has to begin anew behind the mark, as "NATO - the alliance" does not.
  const anew =
    rest === "" ? mark !== ":" : /^["“”'‘`«([]*[\p{Lu}\d]/u.test(rest) && /\p{Ll}|^.{0,3}$/u.test(rest.slice(0, 40));
  if (!anew) return null;
  if (bracket && insideDate === null) {
    return inCapitals(place) && /^\p{Lu}/u.test(inside) && mark !== ":" ? { day, agency: inside.trim() } : null;
  }
  if (place === "") return day === null ? null : { day, agency };
  if (date || insideDate) return { day, agency };
  return inCapitals(place) ? { day, agency } : null;
}

/** Finds the date line at the head of a paragraph. null: there is none; a dash or a colon alone makes none. */
export function readPlaceLine(paragraph: string): PlaceLine | null {
  if (!/[-–—_:]/.test(paragraph.slice(0, longest + 60))) return null;
  // Emphasis marks of Markdown around the date line belong to it.
  const marks = /^(?:\*{1,3}|_{1,3})(?=\S)/.exec(paragraph)?.[0] ?? "";
  const head = paragraph.slice(marks.length, longest + 60).replace(/\s/g, " ");
  let tries = 0;
  for (const found of head.matchAll(separator)) {
    const bracketed = found[0].startsWith(")");
    const labelEnd = found.index + (bracketed ? 1 : 0);
    if (labelEnd > longest || tries === 4) return null;
    tries += 1;
    const end = found.index + found[0].length;
    const mark = found[0]
      .trim()
      .slice(bracketed ? 1 : 0)
      .trim();
    const tail = marks !== "" && head.startsWith(marks, end) ? marks.length : 0;
    const rest = head.slice(end + tail).trimStart();
    const known = labelEnd === 0 ? null : labelOf(head.slice(0, labelEnd), mark, rest);
    if (known) return { end: marks.length + end + tail, ...known };
  }
  return null;
}

/** A line that is a date line without its dash: "NAIROBI, Kenya (AP)". null: it is something else. */
export function readBarePlaceLine(line: string): PlaceLine | null {
  if (line.length > 80 || !line.endsWith(")")) return null;
  const known = labelOf(line.replace(/\s/g, " "), "-", "");
  return known?.agency && agencyOf(known.agency) !== null ? { end: line.length, ...known } : null;
}
