import { invariant } from "../base/invariant.ts";
import type { TextSpan } from "../base/span.ts";
import type { Coded, CodedEvent } from "../model/event.ts";
import type { ActorMention } from "../model/mention.ts";
import type { PlaceMention } from "../model/place.ts";
import type { Speaker, Statement } from "../model/statement.ts";
import type { TimeMention } from "../model/time.ts";
import type { CodedDocument } from "./coded-document.ts";

export interface EncodeOptions {
  /** What coded it: the program's version, the codebook's, and the model's name. */
  readonly coder: CodedDocument["coder"];
  /** Adds `document.text`. */
  readonly withText: boolean;
  /** Adds every mention found, whether an event uses it or not. */
  readonly withMentions: boolean;
}

/** Turns a coded document into the JSON of the contract. Fields that the coder does not fill yet are there, null or empty. */
export function encodeCoded(coded: Coded, options: EncodeOptions): CodedDocument {
  const { document, sentences } = coded.linked.parsed.segmented;
  const sentenceAt = (index: number): CodedDocument["events"][number]["sentence"] => {
    const sentence = sentences[index];
    invariant(sentence, `an event names sentence ${index}, the document has ${sentences.length}`);
    return { index, start: sentence.start, end: sentence.end, text: document.text.slice(sentence.start, sentence.end) };
  };
  return {
    format: 1,
    coder: options.coder,
    document: {
      id: document.id,
      title: document.title,
      published: document.published,
      source: document.source,
      url: document.url,
      language: document.language,
      sha256: document.sha256,
      sentences: sentences.length,
      tokens: sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0),
      paragraphs: document.paragraphs.map(({ start, end, kind, repeats }) => ({ start, end, kind, repeats })),
      ...(options.withText ? { text: document.text } : {}),
    },
    events: coded.events.map((event) => encodeEvent(event, sentenceAt)),
    statements: coded.statements.map(encodeStatement),
    issues: document.issues.map((issue) => ({ ...issue })),
    ...(options.withMentions
      ? {
          mentions: {
            actors: coded.linked.actors.map(encodeMention),
            places: coded.places.map(encodePlace),
            times: coded.times.map(encodeTime),
          },
        }
      : {}),
  };
}

function encodeStatement(statement: Statement): CodedDocument["statements"][number] {
  const { id, speakers, cue, content, parts, kind, addressees, about, events } = statement;
  const spoken = speakers.map(encodeActor);
  return {
    id,
    speaker: spoken[0] ?? null,
    speakers: spoken,
    cue: cue && encodeSpan(cue),
    content: { ...encodeSpan(content), parts: parts.map(({ start, end }) => ({ start, end })) },
    kind,
    addressee: addressees.map(encodeActor),
    about: about.map(({ entity, country, stance, start, end }) => ({ entity, country, stance, start, end })),
    events: [...events],
  };
}

type WireEvent = CodedDocument["events"][number];

function encodeEvent(event: CodedEvent, sentenceAt: (index: number) => WireEvent["sentence"]): WireEvent {
  return {
    id: event.id,
    type: event.type,
    mode: event.mode,
    contexts: [...event.contexts],
    status: event.status,
    actor: event.actors.map(encodeActor),
    recipient: event.recipients.map(encodeActor),
    trigger: encodeSpan(event.trigger),
    sentence: sentenceAt(event.sentence),
    also: event.also.map(({ trigger, sentence }) => ({ trigger: encodeSpan(trigger), sentence: sentenceAt(sentence) })),
    date: event.date && { ...event.date },
    place: event.place && encodePlace(event.place),
    attribution: event.attribution && {
      statement: event.attribution.statement,
      text: event.attribution.text,
      country: event.attribution.country,
      sector: event.attribution.sector,
    },
    voice: event.voice,
    quantities: event.quantities.map(({ kind, min, max, unit, start, end }) => ({ kind, min, max, unit, start, end })),
    score: event.score,
    quad: event.quad,
    cameo: event.cameo,
    goldstein: event.goldstein,
    confidence: event.confidence,
    rule: event.rule,
  };
}

const encodeSpan = ({ text, start, end }: TextSpan): TextSpan => ({ text, start, end });

function encodeActor(actor: ActorMention | Speaker): WireEvent["actor"][number] {
  const { text, start, end, name, entity, country, sector } = actor;
  return { text, start, end, name, entity, country, sector };
}

function encodePlace({ text, start, end, place }: PlaceMention): NonNullable<WireEvent["place"]> {
  const { name, country, precision, lat, lon, geonames } = place;
  return { text, start, end, name, country, precision, lat, lon, geonames };
}

function encodeTime({ text, start, end, date }: TimeMention): NonNullable<CodedDocument["mentions"]>["times"][number] {
  return { text, start, end, date: { ...date } };
}

function encodeMention(actor: ActorMention): NonNullable<CodedDocument["mentions"]>["actors"][number] {
  const { how, confidence, candidates } = actor;
  return { ...encodeActor(actor), how, confidence, ...(candidates.length > 0 ? { candidates: [...candidates] } : {}) };
}
