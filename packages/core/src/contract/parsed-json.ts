/**
 * The reader's JSON, version 1: what `comity parse --format json` writes, one object a document. Stable: fields are added, never changed.
 * `start`/`end` are UTF-16 offsets into the decoded input; where the input is CoNLL-U, into the text rebuilt from its words and SpaceAfter.
 * The object is written sentence by sentence ({@link openParsedJson}, {@link encodeParsedSentence}, {@link PARSED_JSON_END}), because a document may
 * be larger than memory.
 */
import { z } from "zod";
import { invariant } from "../base/invariant.ts";
import { textSpan, type TextSpan } from "../base/span.ts";
import type { Parsed } from "../model/parsed.ts";

const offset = z.int().min(0);
const words = { text: z.string(), start: offset, end: offset };
const span = z.strictObject(words);

const token = z.strictObject({
  ...words,
  /** One multiword token with the token before it ("n't" of "don't"). */
  joined: z.boolean(),
  upos: z.string(),
  xpos: z.string(),
  lemma: z.string(),
  /** Index of the governing token in `tokens`; -1: this is the root. */
  head: z.int().min(-1),
  relation: z.string(),
});

const name = z.strictObject({
  ...words,
  kind: z.enum(["PER", "ORG", "LOC"]),
  /** Range in `tokens`, half-open. */
  first: offset,
  last: offset,
  title: span.nullable(),
  acronym: span.nullable(),
});

export const parsedSentenceSchema = z.strictObject({
  /** From 0 over the document. */
  index: offset,
  /** The paragraph that it stands in, from 0 over the document. */
  paragraph: offset,
  ...words,
  tokens: z.array(token),
  /** Where names were asked for. */
  names: z.array(name).optional(),
});

export const parsedDocumentSchema = z.strictObject({
  format: z.literal(1),
  /** `id`: the file's name, or what `# newdoc id` says; null: not stated. */
  document: z.strictObject({ id: z.string().nullable() }),
  sentences: z.array(parsedSentenceSchema),
});

export type ParsedSentenceJson = z.infer<typeof parsedSentenceSchema>;
export type ParsedDocumentJson = z.infer<typeof parsedDocumentSchema>;

/** Where a part of a document stands in the whole. */
export interface ParsedPlace {
  /** Offset of the part's text. */
  readonly offset: number;
  /** Index of its first sentence. */
  readonly sentence: number;
  /** Index of its first paragraph. */
  readonly paragraph: number;
}

/** The beginning of a document's object, up to its first sentence; sentences follow, divided by commas. */
export const openParsedJson = (id: string | null): string =>
  `{"format":1,"document":${JSON.stringify({ id })},"sentences":[`;
export const PARSED_JSON_END = "]}\n";

/** One sentence of the contract. */
export function encodeParsedSentence(
  parsed: Parsed,
  index: number,
  place: ParsedPlace,
  names: boolean,
): ParsedSentenceJson {
  const { document, sentences } = parsed.segmented;
  const [sentence, found] = [sentences[index], parsed.sentences[index]];
  invariant(sentence && found, `no sentence ${index}`);
  const at = ({ start, end }: { start: number; end: number }): TextSpan => ({
    text: textSpan(document.text, start, end).text,
    start: start + place.offset,
    end: end + place.offset,
  });
  return {
    index: place.sentence + index,
    paragraph: place.paragraph + sentence.paragraph,
    ...at(sentence),
    tokens: sentence.tokens.map((one, i) => {
      const word = found.words[i];
      invariant(word, "a token without its analysis");
      const { upos, xpos, lemma, head, relation } = word;
      return { ...at(one), joined: one.joined, upos, xpos, lemma, head, relation };
    }),
    ...(names
      ? {
          names: found.names.map((one) => ({
            ...at(one),
            kind: one.kind,
            first: one.first,
            last: one.last,
            title: one.title && at(one.title),
            acronym: one.acronym && at(one.acronym),
          })),
        }
      : {}),
  };
}
