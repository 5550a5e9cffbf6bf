import { desks } from "./furniture.ts";
import { findWrittenDay } from "./written-day.ts";

const by =
  /^(?:by|written by|reported by|report by|story by|author|words by|posted by|edited by|published by)\s*:?\s+/i;
const role =
  /,?\s*(?:senior |chief |staff |special |diplomatic |foreign |our )*(?:reporter|correspondent|staff writer|writer|editor|bureau chief|columnist|news agency|contributor)$/i;
const credits = /^[([]?(?:(?:additional )?(?:reporting|writing|editing|compiled|written) by)\b/i;
const nameWord = /^(?:(?:al|el|ul|ad|as|an|ar|az)-)?\p{Lu}[\p{L}\p{M}.'’-]*$/u;
const link = /^(?:and|&|de|da|del|van|von|der|bin|ibn|al|el|ul|in|for|of|the|with|y|\||-|–|—)$/u;
const time = /^(?:\d{1,2}[:.]\d{2}|[ap]\.?m\.?|gmt|utc|ist|pkt|est|edt|et)$/i;
const notName =
  /^(?:then|now|next|last|this|that|these|those|contrast|comparison|law|far|doing|making|using|signing|late|early|mid\p{L}*|\p{L}+day|january|february|march|april|may|june|july|august|september|october|november|december)$/iu;

function isNames(words: string): boolean {
  const tokens = words.split(/[\s,;/]+/).filter((token) => token !== "");
  const named = tokens.filter((token) => nameWord.test(token)).length;
  return (
    named > 0 &&
    tokens.length <= 14 &&
    nameWord.test(tokens[0] ?? "") &&
    !notName.test(tokens[0] ?? "") &&
    tokens.every((token) => nameWord.test(token) || link.test(token) || time.test(token))
  );
}

/** Whether a line only says who wrote the article: "By Jane Doe", "Our Correspondent", "Jane Doe, Staff Reporter", "(Reporting by ...)". A sentence is none. */
export function isByline(line: string): boolean {
  if (line.length > 300) return false;
  if (credits.test(line)) return true;
  if (line.length > 160 || desks.has(line.toLowerCase().replace(/[.:]$/, ""))) return line.length <= 160;
  const date = findWrittenDay(line);
  const words = (date ? `${line.slice(0, date.start)} ${line.slice(date.end)}` : line).replace(/[|•·]/g, " ").trim();
  const prefix = by.exec(words);
  // "By Monday, the troops had left." is a sentence; initials end with a stop as well, but not the last word of a byline.
  if (prefix) return !/[.!?]["”’]?$/.test(words) && isNames(words.slice(prefix[0].length));
  const suffix = role.exec(words);
  return suffix !== null && suffix.index > 0 && words.length <= 80 && isNames(words.slice(0, suffix.index));
}
