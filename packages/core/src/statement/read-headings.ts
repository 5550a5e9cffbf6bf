/**
 * Statements without a verb: "MORA: we shall go" in a transcript, "Minister: we shall go" in a headline, and "“...” — Ana Mora" under a quotation.
 * In: the document's trees and quotations. Out: drafts; a dash is their cue, a colon none.
 */
import type { Span } from "../base/span.ts";
import type { Document } from "../model/document.ts";
import type { ActorMention } from "../model/mention.ts";
import type { Draft } from "./draft.ts";
import type { Quotation } from "./quotations.ts";
import type { SpeechTree } from "./speech-tree.ts";

/** Before a colon in a headline these say where from, not who says it. */
const LABELS = new Set([
  "watch",
  "video",
  "photo",
  "photos",
  "update",
  "exclusive",
  "breaking",
  "opinion",
  "analysis",
  "editorial",
  "note",
  "source",
  "live",
  "listen",
  "read",
  "q",
  "a",
  "factbox",
  "timeline",
  "explainer",
  "correction",
  "the latest",
  "photo credit",
  "image",
  "follow",
]);
const HEADING = /^["“‘'`\s]*(?<who>\p{Lu}[\p{L}’'.-]*(?: [\p{L}’'.-]+){0,5}): (?=\S)/u;

export function readHeadings(
  { text, paragraphs }: Document,
  quotations: readonly Quotation[],
  trees: ReadonlyMap<number, SpeechTree>,
  actors: readonly ActorMention[],
): Draft[] {
  const drafts: Draft[] = [];
  const firstIn = new Map<number, SpeechTree>();
  for (const speech of trees.values())
    if (!firstIn.has(speech.tree.sentence.paragraph)) firstIn.set(speech.tree.sentence.paragraph, speech);
  const transcript =
    paragraphs.filter(({ start, end }) => isShouted(HEADING.exec(text.slice(start, end))?.groups?.["who"])).length > 1;
  for (const [index, paragraph] of paragraphs.entries()) {
    const speech = firstIn.get(index);
    if (!speech) continue;
    const words = text.slice(paragraph.start, paragraph.end);
    const match = HEADING.exec(words);
    const who = match?.groups?.["who"];
    if (!match || who === undefined || LABELS.has(who.toLowerCase())) continue;
    const start = paragraph.start + match[0].indexOf(who);
    const speaker = { start, end: start + who.length };
    const isFirst = paragraph.kind === "title" || index === 0;
    if (!(transcript && isShouted(who)) && !(isFirst && isSomebody(speech, speaker, actors))) continue;
    const content = { start: paragraph.start + match[0].length, end: paragraph.end };
    drafts.push(draftOf(speech, speaker, null, [content], actors));
  }
  for (const quotation of quotations) {
    if (quotation.nested || !quotation.closed || quotation.end - quotation.start < 20) continue;
    const match =
      /^\s*(?<dash>[—–―-]{1,2})\s*(?<who>\p{Lu}[\p{L}’'.-]*(?:,? [\p{L}\d’'.-]+){1,9}?)\.?(?=\s*(?:\n|$))/u.exec(
        text.slice(quotation.end, quotation.end + 120),
      );
    const { dash, who } = match?.groups ?? {};
    if (!match || dash === undefined || who === undefined) continue;
    const speech = [...firstIn.values()].find(
      ({ tree: { sentence } }) =>
        sentence.start <= quotation.start && quotation.end <= (paragraphs[sentence.paragraph]?.end ?? 0),
    );
    if (!speech) continue;
    const from = quotation.end + match[0].indexOf(dash);
    const start = quotation.end + match[0].lastIndexOf(who);
    drafts.push(
      draftOf(
        speech,
        { start, end: start + who.length },
        { start: from, end: from + dash.length },
        [quotation],
        actors,
      ),
    );
  }
  return drafts;
}

/** All in capitals, as the speakers of a transcript. */
const isShouted = (who: string | undefined): boolean => who !== undefined && /^\p{Lu}[\p{Lu}’'. -]+$/u.test(who);

/** A name or an actor, and nothing else, or a poll and the like. */
function isSomebody(speech: SpeechTree, span: Span, actors: readonly ActorMention[]): boolean {
  const { words, sentence } = speech.tree;
  const inside = sentence.tokens.flatMap(({ start, end }, token) =>
    start >= span.start && end <= span.end ? [token] : [],
  );
  if (inside.some((token) => ["VERB", "AUX", "ADP", "SCONJ", "CCONJ"].includes(words[token]?.upos ?? ""))) return false;
  const last = speech.tree.forms[inside.at(-1) ?? -1] ?? "";
  return (
    ["poll", "report", "study", "survey", "source", "sources", "officials", "police"].includes(last) ||
    actors.some(({ start, end, sort }) => end === span.end && start >= span.start && sort !== "place") ||
    speech.names.some(({ start, end, kind }) => kind !== "LOC" && end === span.end && start >= span.start)
  );
}

function draftOf(
  speech: SpeechTree,
  speaker: Span,
  cueSpan: Span | null,
  content: readonly Span[],
  actors: readonly ActorMention[],
): Draft {
  return {
    speech,
    cue: null,
    head: -1,
    cueSpan,
    speaker,
    actors: actors.filter(({ start, end }) => start >= speaker.start && end <= speaker.end).slice(-1),
    addressees: [],
    content,
    clausal: true,
  };
}
