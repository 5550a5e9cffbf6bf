import { encodeConllu, encodeParsedSentence, openParsedJson, PARSED_JSON_END, withAnalysis, writeConllu } from "@comity/core"; // prettier-ignore
import type { ParsedPart } from "../job/parse-item.ts";
import { drawSentence, type TreeStyle } from "./tree-drawing.ts";

export const PARSE_FORMATS = ["conllu", "json", "tree"] as const;
export type ParseFormat = (typeof PARSE_FORMATS)[number];

export interface WriterOptions {
  readonly names: boolean;
  readonly style: TreeStyle;
}

/** Turns analysed parts into what is printed. Only whole sentences, so that an interrupted output can be read. */
export interface ParseWriter {
  part(part: ParsedPart): string;
  /** What is to be printed after the last part; "" where nothing is. */
  end(): string;
}

export const PARSE_WRITERS: Readonly<Record<ParseFormat, (options: WriterOptions) => ParseWriter>> = {
  conllu: ({ names }) => ({
    part: ({ parsed, place, newDocument, newParagraph, gold }) => {
      const options = { names, firstId: place.sentence + 1, newDocument, newParagraph };
      const sentences = gold ? withAnalysis(gold, parsed, names) : encodeConllu(parsed, options);
      return sentences.map(writeConllu).join("");
    },
    end: () => "",
  }),
  json: ({ names }) => new JsonWriter(names),
  tree: ({ names, style }) => ({
    part: ({ parsed }) =>
      parsed.segmented.sentences.map((_, index) => `${drawSentence(parsed, index, names, style)}\n`).join(""),
    end: () => "",
  }),
};

/** One line of JSON a document, written part by part. */
class JsonWriter implements ParseWriter {
  readonly #names: boolean;
  #open = false;

  constructor(names: boolean) {
    this.#names = names;
  }

  part({ parsed, place, newDocument }: ParsedPart): string {
    const sentences = parsed.sentences.map((_, index) =>
      JSON.stringify(encodeParsedSentence(parsed, index, place, this.#names)),
    );
    const list = sentences.join(",");
    if (newDocument === null && this.#open) return `,${list}`;
    const before = this.end() + openParsedJson(newDocument === "" ? null : newDocument);
    this.#open = true;
    return before + list;
  }

  end(): string {
    const end = this.#open ? PARSED_JSON_END : "";
    this.#open = false;
    return end;
  }
}
