import type { Document } from "../src/model/document.ts";
import { plainDocument } from "../src/model/plain-document.ts";
import type { Parsed } from "../src/model/parsed.ts";
import type { Segmented, Token } from "../src/model/segmented.ts";

/** A document whose paragraphs are divided by blank lines. */
export function textDocument(text: string): Document {
  const paragraphs = [...text.matchAll(/\S(?:(?!\n\s*\n)[^])*(?<=\S)/gu)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  return plainDocument("test", text, paragraphs);
}

/** Sentences end at stops, words at blanks; "n't" is one multiword token with the word before it. */
export function cutAtBlanks(document: Document): Segmented {
  const sentences: Segmented["sentences"][number][] = [];
  for (const [paragraph, range] of document.paragraphs.entries()) {
    const text = document.text.slice(range.start, range.end);
    for (const { index, 0: words } of text.matchAll(/\S[^]*?(?:[.!?](?=\s|$)|$)/gu)) {
      const start = range.start + index;
      const tokens = [...words.matchAll(/n't|[\p{L}\p{N}]+?(?=n't)|[\p{L}\p{N}]+|\S/gu)].map((match): Token => ({
        start: start + match.index,
        end: start + match.index + match[0].length,
        joined: match[0] === "n't" && /[\p{L}\p{N}]/u.test(words.charAt(match.index - 1)),
      }));
      const end = tokens.at(-1)?.end ?? start;
      if (tokens.length > 0) sentences.push({ index: sentences.length, paragraph, start, end, tokens });
    }
  }
  return { kind: "segmented", document, sentences };
}

/** Every word governs the next one; capitalised words are names of people. */
export function rightBranching(segmented: Segmented): Parsed {
  const { document, sentences } = segmented;
  return {
    kind: "parsed",
    segmented,
    sentences: sentences.map(({ start, end, tokens }) => ({
      start,
      end,
      forms: tokens.map((token) => document.text.slice(token.start, token.end)),
      lower: tokens.map((token) => document.text.slice(token.start, token.end).toLowerCase()),
      words: tokens.map((token, i) => ({
        upos: i === 0 ? "VERB" : "NOUN",
        xpos: "NN",
        lemma: document.text.slice(token.start, token.end).toLowerCase(),
        head: i - 1,
        relation: i === 0 ? "root" : "obj",
      })),
      names: tokens.flatMap((token, i) => {
        const text = document.text.slice(token.start, token.end);
        if (!/^\p{Lu}\p{Ll}/u.test(text)) return [];
        const { start, end } = token;
        return [{ text, start, end, kind: "PER" as const, first: i, last: i + 1, title: null, acronym: null }];
      }),
    })),
    issues: [],
  };
}
