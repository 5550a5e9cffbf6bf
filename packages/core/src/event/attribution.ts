import { textSpan, type Span } from "../base/span.ts";
import type { Attribution } from "../model/event.ts";
import type { ActorMention } from "../model/mention.ts";

/**
 * "according to X" and "..., X said" at the edge of a sentence, X running to the next comma or stop. Only these two: the baseline leaves statements
 * to a later reader.
 */
const PATTERNS: readonly RegExp[] = [
  /\b[Aa]ccording to ((?:the |a |an )?[^,.;:“”"]{3,80}?)(?=[,.;:]|$)/u,
  /,[”"]? ((?:the |a |an )?[^,.;:“”"]{3,80}?) (?:has |have |had |later |also )?(?:said|says|told [^,.]{3,40}|stated|announced|reported|confirmed|added)\b(?! to be)(?: on [A-Z]\w+)?(?:[,.]|$)/u,
];

/**
 * On whose word a sentence reports.
 * @param mentions the actors of the event: they are not their own source, unless nobody else's country stands in the words
 * @returns null where the sentence names no source in one of the two ways
 */
export function findAttribution(text: string, sentence: Span, mentions: readonly ActorMention[]): Attribution | null {
  const words = text.slice(sentence.start, sentence.end).replace(/\s/gu, " ");
  for (const pattern of PATTERNS) {
    const match = pattern.exec(words);
    const source = match?.[1];
    if (!match || !source) continue;
    const start = sentence.start + match.index + match[0].indexOf(source);
    const end = start + source.length;
    const inside = mentions.find((mention) => mention.start >= start && mention.end <= end);
    return { ...textSpan(text, start, end), statement: null, country: inside?.country ?? null, sector: null };
  }
  return null;
}
