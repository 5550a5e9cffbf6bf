import type { ParagraphKind } from "../model/paragraph.ts";
import { isByline } from "./byline.ts";
import { readDateLine } from "./date-line.ts";
import { labels, navigationHeads } from "./furniture.ts";
import { readBarePlaceLine, readPlaceLine } from "./place-line.ts";

const counted =
  "comments?|shares?|views?|likes?|reads?|replies|reply|retweets?|tweets?|followers?|reactions?|votes?|min(?:ute)?s? read|min(?:ute)?s? to read";
const countFirst = new RegExp(`^[([]?\\d[\\d.,]*\\s?[km]?\\+?\\s*(?:${counted})?[)\\]]?$`, "i");
const countLast =
  /^(?:total )?(?:shares?|comments?|views?|likes?|tweets?|retweets?|print|e-?mail|facebook|twitter|whatsapp|reads?|hits|reading time)\s*[:([|-]?\s*\d[\d.,]*\s?[km]?\+?\s*(?:min(?:ute)?s?)?[)\]]?$/i;
const countHead =
  /^\d[\d.,]*\s+comments?\b[^a-z]{0,3}(?:be the first|leave|add|post|view|show|sort|on this|so far)?.{0,30}$/i;
const bullet = /^(?:[-*•●▪◦‣·]\s+|\d{1,2}[.)]\s+)\S/u;
const captionHead =
  /^[([]?(?:(?:file|representational|courtesy|press|cover) )?(?:photo(?:graph)?|image|picture|pic|caption|illustration|photo credit|image credit|credit)s?\s*[:/|]/i;
const captionTail =
  /[([](?:(?:ap|afp|reuters|xinhua|file|getty|epa|pool|handout) )?(?:photo|image|picture|pic)s?(?: (?:by|via|from|credit|courtesy)\b[^()]*|\s*[:/][^()]*)?[)\]]\.?$|\b(?:getty images|(?:ap|afp|file) photo)[)\]]?\.?$/iu;
const photographer = /\b(?:REUTERS|Reuters|AFP|AP|EPA)\/\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}[)\]]?\.?$/u;
const fileOnly = /^[([]?(?:file|archive|ap|afp|reuters) (?:photo|image|picture)[)\]]?\.?$/i;
const crumbs = /^[\p{L}\d&' ]{2,30}(?:\s*[>»›]\s*[\p{L}\d&'’.… -]{2,60})+$/u;
const barred = /^[\p{L}\d&' ]{2,24}(?:\s*[|•·]\s*[\p{L}\d&' ]{2,24}){2,}$/u;
const labelSet: ReadonlySet<string> = new Set(labels);
const parted = /[ \t\u00a0]{2,}|\s*[|•·]\s*/u;
const emphasis = /^([*_]{1,3})(\S.*\S)\1$/su;

/** Longer lines are prose, whatever they begin with. */
const longestLine = 400;

/** Whether the line ends as a sentence does. */
export function endsSentence(line: string): boolean {
  return /[.!?…。！？؟](?:["”’»›)\]']|'')*$/u.test(line);
}

function isLabel(words: string): boolean {
  return labelSet.has(words.toLowerCase().replace(/\s*[>»›:]$/, ""));
}

/** A menu on one line: known labels and counts, or capitalised short words, parted by wide blanks or bars. */
function isMenu(words: string): boolean {
  const parts = words.split(parted).filter((part) => part !== "");
  if (parts.length < 2) return false;
  if (parts.every((part) => isLabel(part) || countFirst.test(part) || countLast.test(part))) return true;
  const wide = words.match(/\S[ \t\u00a0]{2,}(?=\S)/gu)?.length ?? 0;
  // Justified prose has wide blanks as well, but not a capital behind each.
  return (
    wide >= 2 &&
    parts.length >= 3 &&
    parts.every((part) => /^\p{Lu}[^.,;:!?]{0,24}$/u.test(part) && part.split(/\s/).length <= 3)
  );
}

/**
 * The kind of a line of page furniture, told by its own words alone; null: it may be text.
 * Without `onPage` a bare section label ("World"), a menu and a breadcrumb trail count as text. Emphasis marks around the line are passed over.
 */
export function furnitureKind(words: string, onPage: boolean): ParagraphKind | null {
  if (words.length > longestLine) return null;
  const bare = words.trim().replace(emphasis, "$2");
  const line = bare.replace(/\*\*/g, "").replace(/\s+/g, " ");
  if (countFirst.test(line) || countLast.test(line) || countHead.test(line)) return "count";
  if (/^\(?undated\)?$/i.test(line) || readDateLine(line) !== null || readBarePlaceLine(line) !== null)
    return "dateline";
  const placed = line.length <= 140 ? readPlaceLine(line) : null;
  if (placed !== null && placed.end >= line.length) return "dateline";
  if (isByline(line)) return "byline";
  if (navigationHeads.some((head) => head.test(line))) return "navigation";
  if (onPage) {
    if (isLabel(line) || isMenu(bare) || crumbs.test(line) || barred.test(line)) return "navigation";
  } else if (
    /^(?:advertisement|share this(?: article| story)?|read more|continue reading|subscribe now)$/i.test(line)
  ) {
    return "navigation";
  }
  if (fileOnly.test(line) || captionHead.test(line) || captionTail.test(line) || photographer.test(line))
    return "caption";
  if (bullet.test(line)) return "list";
  return null;
}
