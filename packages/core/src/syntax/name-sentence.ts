import type { NameKind, Word } from "../model/parsed.ts";
import type { Token } from "../model/segmented.ts";

/** A name as the network marks it: a kind and a half-open range of tokens. */
export interface RawName {
  readonly kind: NameKind;
  readonly first: number;
  readonly last: number;
}

/** A name by its tokens, with what stands outside it. */
export interface FoundName extends RawName {
  /** First token of the title, which ends where the name begins; null: none. */
  readonly titleFirst: number | null;
  readonly acronym: { readonly first: number; readonly last: number } | null;
}

/** A sentence as {@link refineNames} is given it; `words[i]` describes `tokens[i]`. */
export interface TaggedSentence {
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  readonly raw: readonly RawName[];
}

/** A sentence with the forms of its tokens as the text has them and in lower case. */
export interface NameSentence extends TaggedSentence {
  readonly forms: readonly string[];
  readonly lower: readonly string[];
  /** The mark that each token stands in. */
  readonly marked: readonly (RawName | undefined)[];
}

export function readForms(text: string, sentence: TaggedSentence): NameSentence {
  const forms = sentence.tokens.map(({ start, end }) => text.slice(start, end));
  return withMarks({ ...sentence, forms, lower: forms.map((form) => form.toLowerCase()) }, sentence.raw);
}

/** The sentence with other marks. */
export function withMarks(sentence: Omit<NameSentence, "marked">, raw: readonly RawName[]): NameSentence {
  const marked: (RawName | undefined)[] = sentence.forms.map(() => undefined);
  for (const name of raw) for (let i = name.first; i < name.last; i += 1) marked[i] ??= name;
  return { ...sentence, raw, marked };
}

export const isCapital = (form: string | undefined): boolean => form !== undefined && /^\p{Lu}/u.test(form);

/** Whether a token has no letter and no digit. */
export const isMark = (form: string | undefined): boolean => form !== undefined && !/[\p{L}\p{N}]/u.test(form);

export const isClitic = (lower: string | undefined): boolean => lower === "'s" || lower === "’s";
