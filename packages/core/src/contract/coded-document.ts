/**
 * The coder's JSON, version 1: what `comity code --format jsonl` writes, one object a document. Stable: fields are added, never changed.
 * All `start`/`end` are UTF-16 offsets into the document's frozen text. `strictObject`: an unknown field is an error, so that tests see every change.
 */
import { z } from "zod";
import { EVENT_TYPES, QUADS, SECTORS } from "../model/plover.ts";

const offset = z.int().min(0);
const words = { text: z.string(), start: offset, end: offset };
const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const country = z.string().regex(/^[A-Z]{3}$/u).nullable(); // prettier-ignore
const sector = z.enum(SECTORS).nullable();
const hexId = z.string().regex(/^[0-9a-f]{16}$/u);
const confidence = z.number().min(0).max(1);

const span = z.strictObject(words);
const actor = z.strictObject({ ...words, name: z.string(), entity: z.string().nullable(), country, sector });
const sentence = z.strictObject({ index: offset, start: offset, end: offset, text: z.string() });

const date = z.strictObject({
  start: isoDay.nullable(),
  end: isoDay.nullable(),
  precision: z.enum(["day", "week", "month", "quarter", "year"]),
  basis: z.enum(["text", "dateline", "published"]),
  relative: z.string().nullable(),
});

const place = z.strictObject({
  ...words,
  name: z.string(),
  country,
  precision: z.enum(["site", "city", "region", "country"]),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  geonames: z.int().nullable(),
});

const event = z.strictObject({
  id: hexId,
  type: z.enum(EVENT_TYPES),
  mode: z.string().nullable(),
  contexts: z.array(z.string()),
  status: z.enum(["actual", "planned", "hypothetical", "negated", "historical"]),
  actor: z.array(actor),
  recipient: z.array(actor),
  trigger: span,
  sentence,
  also: z.array(z.strictObject({ trigger: span, sentence })),
  date: date.nullable(),
  place: place.nullable(),
  attribution: z.strictObject({ statement: hexId.nullable(), text: z.string(), country, sector }).nullable(),
  voice: z.enum(["report", "quote", "indirect", "opinion"]),
  quantities: z.array(
    z.strictObject({
      kind: z.string(),
      min: z.number().nullable(),
      max: z.number().nullable(),
      unit: z.string().nullable(),
      start: offset,
      end: offset,
    }),
  ),
  score: z.number().min(-10).max(10),
  quad: z.enum(QUADS),
  cameo: z.string().regex(/^\d{2,4}$/u).nullable(), // prettier-ignore
  goldstein: z.number().min(-10).max(10).nullable(),
  confidence,
  rule: z.string(),
});

const statement = z.strictObject({
  id: hexId,
  speaker: actor.nullable(),
  speakers: z.array(actor),
  cue: span.nullable(),
  content: z.strictObject({ ...words, parts: z.array(z.strictObject({ start: offset, end: offset })) }),
  kind: z.enum(["direct", "indirect", "mixed"]),
  addressee: z.array(actor),
  about: z.array(
    z.strictObject({
      entity: z.string().nullable(),
      country,
      stance: z.enum(["support", "oppose", "neutral", "unclear"]),
      start: offset,
      end: offset,
    }),
  ),
  events: z.array(hexId),
});

const issue = z.strictObject({
  code: z.string(),
  level: z.enum(["error", "warning", "info"]),
  message: z.string(),
  start: offset.optional(),
  end: offset.optional(),
});

const mentions = z.strictObject({
  actors: z.array(
    z.strictObject({
      ...words,
      name: z.string(),
      entity: z.string().nullable(),
      country,
      sector,
      how: z.enum(["name", "office", "description", "acronym", "coreference", "metonym"]),
      confidence,
      candidates: z.array(z.string()).optional(),
    }),
  ),
  places: z.array(place),
  times: z.array(z.strictObject({ ...words, date })),
});

export const codedDocumentSchema = z.strictObject({
  format: z.literal(1),
  coder: z.strictObject({ version: z.string(), codebook: z.string(), model: z.string() }),
  document: z.strictObject({
    id: z.string(),
    title: z.string().nullable(),
    published: isoDay.nullable(),
    source: z.string().nullable(),
    url: z.string().nullable(),
    language: z.string().nullable(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    sentences: offset,
    tokens: offset,
    paragraphs: z.array(
      z.strictObject({
        start: offset,
        end: offset,
        kind: z.enum([
          "title",
          "byline",
          "dateline",
          "body",
          "quote",
          "caption",
          "list",
          "navigation",
          "count",
          "other",
        ]),
        repeats: offset.nullable(),
      }),
    ),
    text: z.string().optional(),
  }),
  events: z.array(event),
  statements: z.array(statement),
  issues: z.array(issue),
  mentions: mentions.optional(),
});

export type CodedDocument = z.infer<typeof codedDocumentSchema>;
