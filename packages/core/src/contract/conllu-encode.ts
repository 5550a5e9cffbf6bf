/**
 * Parsed -> CoNLL-U. Invariant: every non-blank character of the document's text comes back in order, and {@link conlluText} of the result is
 * that text, blanks included. Blanks are told as UDPipe does: SpaceAfter=No, SpacesAfter, SpacesBefore at the start, SpacesInToken.
 */
import { invariant } from "../base/invariant.ts";
import type { Name, Parsed, Word } from "../model/parsed.ts";
import type { Sentence, Token } from "../model/segmented.ts";
import type { ConlluRow, ConlluSentence } from "./conllu-sentence.ts";
import { escapeMisc, gapAfter, withGapAfter, withMisc } from "./conllu-misc.ts";

export interface ConlluOptions {
  /** Writes names into MISC: Name=B-PER, Name=I-PER. */
  readonly names: boolean;
  /** `sent_id` of the first sentence; the next ones count on. */
  readonly firstId: number;
  /** A document begins with the first sentence: its id, "" for none. Null: the document goes on. */
  readonly newDocument: string | null;
  /** A paragraph begins with the first sentence. */
  readonly newParagraph: boolean;
}

/** The sentences of a document with their analysis. Features and enhanced dependencies are "_": the reader does not give them. */
export function encodeConllu(parsed: Parsed, options: ConlluOptions): ConlluSentence[] {
  const { document, sentences } = parsed.segmented;
  const { text } = document;
  return sentences.map((sentence, index) => {
    const previous = sentences[index - 1];
    const gapStart = previous ? previous.end : 0;
    const leading = index === 0 ? blanks(text, gapStart, sentence.start) : "";
    const gapEnd = sentences[index + 1]?.start ?? text.length;
    const { words = [], names = [] } = parsed.sentences[index] ?? {};
    const rows = sentenceRows(text, sentence, gapEnd, words, options.names ? names : []);
    const comments = [`# sent_id = ${options.firstId + index}`, `# text = ${plainText(rows)}`];
    if (previous ? previous.paragraph !== sentence.paragraph : options.newParagraph) comments.unshift("# newpar");
    if (!previous && options.newDocument !== null)
      comments.unshift(options.newDocument === "" ? "# newdoc" : `# newdoc id = ${column(options.newDocument)}`);
    const [first, ...rest] = rows;
    invariant(first, "a sentence without tokens");
    if (leading === "") return { comments, rows };
    return { comments, rows: [{ ...first, misc: withMisc(first.misc, "SpacesBefore", escapeMisc(leading)) }, ...rest] };
  });
}

function sentenceRows(
  text: string,
  { tokens }: Sentence,
  gapEnd: number,
  words: readonly Word[],
  names: readonly Name[],
): ConlluRow[] {
  invariant(words.length === tokens.length, `${tokens.length} tokens with ${words.length} analyses`);
  const rows: ConlluRow[] = [];
  const tags = nameTags(names, tokens.length);
  for (const [i, token] of tokens.entries()) {
    const last = rangeEnd(tokens, i);
    if (last > i) rows.push(rangeRow(text, tokens, i, last, gapEnd));
    const inRange = token.joined || last > i;
    const raw = text.slice(token.start, token.end);
    const form = raw.replace(/\s+/gu, " ");
    let misc = withMisc("_", "Name", tags[i] ?? null);
    if (form !== raw) misc = withMisc(misc, "SpacesInToken", escapeMisc(raw));
    if (!inRange) misc = withGapAfter(misc, blanks(text, token.end, tokens[i + 1]?.start ?? gapEnd));
    rows.push({ id: { kind: "word", n: i + 1 }, form, ...analysis(words[i]), misc });
  }
  return rows;
}

/** The columns that the reader fills or empties. */
export function analysis(word: Word | undefined): Omit<ConlluRow, "id" | "form" | "misc"> {
  invariant(word, "a token without its analysis");
  const { lemma, upos, xpos, head, relation } = word;
  return {
    lemma: column(lemma),
    upos: column(upos),
    xpos: column(xpos),
    feats: "_",
    head: head + 1,
    deprel: column(relation),
    deps: "_",
  };
}

/** The last token of the multiword token that begins at `i`; `i` itself where none does. */
function rangeEnd(tokens: readonly Token[], i: number): number {
  if (tokens[i]?.joined === true && i > 0) return i;
  let last = i;
  while (tokens[last + 1]?.joined === true) last += 1;
  return last;
}

function rangeRow(text: string, tokens: readonly Token[], first: number, last: number, gapEnd: number): ConlluRow {
  const [from, to] = [tokens[first], tokens[last]];
  invariant(from && to, "a range without tokens");
  const empty = { lemma: "_", upos: "_", xpos: "_", feats: "_", head: null, deprel: "_", deps: "_" };
  const misc = withGapAfter("_", blanks(text, to.end, tokens[last + 1]?.start ?? gapEnd));
  const form = text.slice(from.start, to.end).replace(/\s+/gu, " ");
  return { id: { kind: "range", first: first + 1, last: last + 1 }, form, ...empty, misc };
}

/** "B-PER" for the first token of a name and "I-PER" for the others; of names that overlap the first counts. */
export function nameTags(names: readonly Name[], length: number): (string | undefined)[] {
  const tags: (string | undefined)[] = Array.from({ length });
  for (const { first, last, kind } of names) {
    if (tags.slice(first, last).some((tag) => tag !== undefined)) continue;
    for (let i = first; i < last; i += 1) tags[i] = `${i === first ? "B" : "I"}-${kind}`;
  }
  return tags;
}

/** The value of `# text`: forms with a single space between them, or none, as the format asks. */
function plainText(rows: readonly ConlluRow[]): string {
  let [text, end] = ["", 0];
  for (const { id, form, misc } of rows) {
    if (id.kind === "empty" || (id.kind === "word" && id.n <= end)) continue;
    if (id.kind === "range") end = id.last;
    text += gapAfter(misc) === "" ? form : `${form} `;
  }
  return text.trimEnd();
}

function blanks(text: string, start: number, end: number): string {
  const gap = text.slice(start, end);
  invariant(gap.trim() === "", `the text between two tokens is not blank: ${gap.trim().slice(0, 40)}`);
  return gap;
}

/** A value of a column: on one line, without blanks at its ends; "_" where it is empty. */
const column = (value: string): string => value.replace(/\s+/gu, " ").trim() || "_";
