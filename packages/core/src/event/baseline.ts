/**
 * The baseline coder: an event where a predicate of the table stands between two different countries of one sentence, the nearest before it the actor,
 * the nearest after it the recipient. It knows no grammar, and it is kept so that every later coder is compared with it.
 * In: Linked, and the states by name. Out: Coded. Invariants: events in text order; one event for a pair of mentions; nothing is read from navigation, counts, datelines
 * or from a paragraph that only repeats another.
 */
import { contentId } from "../base/hash.ts";
import { textSpan, type TextSpan } from "../base/span.ts";
import type { BaselinePredicate } from "../codebook/baseline-predicates.ts";
import type { Codebook } from "../codebook/codebook.ts";
import type { Document } from "../model/document.ts";
import type { Coded, CodedEvent } from "../model/event.ts";
import type { ActorMention, Linked } from "../model/mention.ts";
import type { ParagraphKind } from "../model/paragraph.ts";
import { QUAD_OF } from "../model/plover.ts";
import type { Sentence } from "../model/segmented.ts";
import { findAttribution } from "./attribution.ts";
import { publicationDate } from "./publication-date.ts";

/** Paragraphs that tell the news; the title, captions and pull quotes come second, as further tellings of what the body tells. */
const BODY: ReadonlySet<ParagraphKind> = new Set(["body", "list", "other"]);
const ALSO_READ: ReadonlySet<ParagraphKind> = new Set(["title", "caption", "quote"]);

/** Precision of the baseline on real news is low; the one number that all its events carry says so. Measured in bench/results/quality.json. */
const CONFIDENCE = 0.3;

interface Candidate {
  readonly predicate: BaselinePredicate;
  readonly trigger: TextSpan;
  readonly sentence: Sentence;
  readonly actor: ActorMention;
  readonly recipient: ActorMention;
  readonly body: boolean;
}

/** @param countries the mentions of states that it codes between, in text order */
export function codeBaseline(
  linked: Linked,
  countries: readonly ActorMention[],
  { times, places }: Pick<Coded, "times" | "places">,
  codebook: Codebook,
): Coded {
  const { document, sentences } = linked.parsed.segmented;
  const bySentence = groupBySentence(countries);
  const candidates: Candidate[] = [];
  for (const sentence of sentences) {
    const paragraph = document.paragraphs[sentence.paragraph];
    if (!paragraph || paragraph.repeats !== null) continue;
    const body = BODY.has(paragraph.kind);
    if (!body && !ALSO_READ.has(paragraph.kind)) continue;
    const actors = bySentence.get(sentence.index) ?? [];
    if (actors.length > 1) candidates.push(...candidatesIn(document, sentence, actors, codebook, body));
  }
  return { kind: "coded", linked, times, places, events: merge(candidates, document, codebook), statements: [] };
}

function candidatesIn(
  document: Document,
  sentence: Sentence,
  actors: readonly ActorMention[],
  codebook: Codebook,
  body: boolean,
): Candidate[] {
  const words = sentence.tokens.map((token) => document.text.slice(token.start, token.end).toLowerCase());
  const found: Candidate[] = [];
  const paired = new Set<ActorMention>();
  for (const match of codebook.baseline.forms.search(words)) {
    const [first, last, predicate] = [sentence.tokens[match.from], sentence.tokens[match.to - 1], match.values[0]];
    if (!first || !last || !predicate || inCompound(document.text, first.start, last.end)) continue;
    const actor = actors.findLast((mention) => mention.end <= first.start);
    const recipient = actors.find((mention) => mention.start >= last.end);
    if (!actor?.country || !recipient?.country || actor.country === recipient.country || paired.has(actor)) continue;
    paired.add(actor); // the first predicate between two mentions is the one that counts
    found.push({
      predicate,
      trigger: textSpan(document.text, first.start, last.end),
      sentence,
      actor,
      recipient,
      body,
    });
  }
  return found;
}

/** "US-backed", "attack-hit": a part of a compound is no predicate of its own. */
function inCompound(text: string, start: number, end: number): boolean {
  return text[start - 1] === "-" || text[end] === "-";
}

/** A title, caption or pull quote that tells what the body tells is a further telling of that event, and an event only where the body has none like it. */
function merge(candidates: readonly Candidate[], document: Document, codebook: Codebook): CodedEvent[] {
  const key = (c: Candidate): string =>
    [c.predicate.type, c.predicate.mode, c.actor.country, c.recipient.country].join("\t");
  const also = new Map<Candidate, Candidate[]>();
  const mainOf = new Map<string, Candidate>();
  for (const candidate of [...candidates.filter((c) => c.body), ...candidates.filter((c) => !c.body)]) {
    const main = mainOf.get(key(candidate));
    if (main && !candidate.body) also.get(main)?.push(candidate);
    else {
      also.set(candidate, []);
      if (!main) mainOf.set(key(candidate), candidate);
    }
  }
  const ordinals = new Map<string, number>();
  return candidates
    .filter((candidate) => also.has(candidate))
    .map((main) => {
      const identity = [document.sha256, "event", main.predicate.type, main.trigger.start, main.trigger.end];
      const ordinal = ordinals.get(identity.join("\t")) ?? 0;
      ordinals.set(identity.join("\t"), ordinal + 1);
      return toEvent(main, also.get(main) ?? [], contentId(...identity, ordinal), document, codebook);
    });
}

function toEvent(
  main: Candidate,
  also: readonly Candidate[],
  id: string,
  document: Document,
  codebook: Codebook,
): CodedEvent {
  const { predicate, actor, recipient } = main;
  const { score, cameo, goldstein } = codebook.ontology.intensity(predicate.type, predicate.mode);
  return {
    id,
    type: predicate.type,
    mode: predicate.mode,
    contexts: [],
    status: "actual",
    actors: predicate.joint ? [actor, recipient] : [actor],
    recipients: predicate.joint ? [] : [recipient],
    trigger: main.trigger,
    sentence: main.sentence.index,
    also: also.map(({ trigger, sentence }) => ({ trigger, sentence: sentence.index })),
    date: publicationDate(document),
    place: null,
    attribution: findAttribution(document.text, main.sentence, [actor, recipient]),
    voice: "report",
    quantities: [],
    score,
    quad: QUAD_OF[predicate.type],
    cameo,
    goldstein,
    confidence: CONFIDENCE,
    rule: predicate.id,
  };
}

function groupBySentence(actors: readonly ActorMention[]): Map<number, ActorMention[]> {
  const groups = new Map<number, ActorMention[]>();
  for (const actor of actors) {
    const group = groups.get(actor.sentence);
    if (group) group.push(actor);
    else groups.set(actor.sentence, [actor]);
  }
  return groups;
}
