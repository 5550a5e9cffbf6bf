import { findWrittenDay } from "./written-day.ts";

/** A line that is nothing but a date, with a label, a time or a place at most. */
export interface DateLine {
  /** ISO day; null: not complete, or not certain. */
  readonly day: string | null;
  /** What the line says the date is. */
  readonly label: "published" | "updated" | null;
}

const longest = 120;
const publishedLabel =
  /\b(?:first |originally )?(?:published|posted|date|created|uploaded|issued|dated|release date)(?: (?:on|at|in))?\b\s*:?/gi;
const updatedLabel = /\b(?:last )?(?:updated|modified|edited|update)(?: (?:on|at))?\b\s*:?/gi;
const ago =
  /\b(?:\d+|an?|one|two|few|several)\s+(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago\b|\bjust now\b/gi;
const clock = /\b\d{1,2}(?:[:.]\d{2}){1,2}\s*(?:hours|hrs)?\b|\b\d{1,2}\s*(?=[ap]\.?\s?m\b)/gi;
const zone =
  /\b[ap]\.?\s?m\b\.?|\b(?:gmt|utc|ist|pkt|pst|est|edt|et|cet|cest|bst|msk|local time|noon|midnight)\b(?:\s*[+-]\s*\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}\b/gi;
const weekday = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?/gi;
const small = /\b(?:on|at)\b/gi;
const place = /^(?:\p{Lu}[\p{L}.'’-]*)(?: (?:\p{Lu}[\p{L}.'’-]*|of|the|and)){0,4}$/u;

/** Reads a line that is only a date line ("June 12, 2022", "Published: 12 June 2022, 10:30 GMT", "Updated 3 hours ago"); null: it is something else. */
export function readDateLine(line: string): DateLine | null {
  if (!/\d|\bago\b|\bjust now\b/i.test(line.slice(0, longest + 60))) return null;
  const words = line.replace(/\s+/g, " ").trim();
  if (words.length > longest) return null;
  const published = words.search(publishedLabel);
  const updated = words.search(updatedLabel);
  let rest = words.replace(ago, " ");
  let found = rest !== words;
  let day: string | null = null;
  let label: DateLine["label"] = published >= 0 ? "published" : updated >= 0 ? "updated" : null;
  // A line may give the day of publication and that of the last change: the day that follows "published" counts, else the first.
  for (let round = 0; round < 4; round += 1) {
    const next = findWrittenDay(rest);
    if (!next) break;
    const before = rest.slice(0, next.start);
    const isUpdate = before.search(updatedLabel) > before.search(publishedLabel);
    if (round === 0 || (label === "updated" && !isUpdate)) {
      day = next.day;
      label = isUpdate ? "updated" : published >= 0 ? "published" : null;
    }
    found = true;
    // The labels before a date are spent with it, so that they do not count for the next one.
    rest = `${before.replace(updatedLabel, "|").replace(publishedLabel, "|")}|${rest.slice(next.end)}`;
  }
  if (!found) return null;
  for (const spent of [publishedLabel, updatedLabel, clock, zone, weekday, small]) rest = rest.replace(spent, "|");
  const names = rest
    .split(/[|,;:•·/–—()[\]]+|\s-+\s/)
    .map((part) => part.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, ""))
    .filter((part) => part !== "");
  if (names.length === 0) return { day, label };
  // A place beside the date: "Islamabad, June 12, 2022"; a paper behind it: "Published in The Daily, June 12, 2022".
  const named = names.length <= 2 && names.every((name) => place.test(name) && !/^by\b/i.test(name)) && day !== null;
  const parted = /[,|•·–—:]/.test(words.replace(/\b\d{1,2}(?:st|nd|rd|th)?,? \d{4}\b/, ""));
  return named && (parted || label === "published") ? { day, label } : null;
}
