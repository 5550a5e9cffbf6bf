/**
 * Finds the expressions of time in a document and says which days they mean.
 * In: Parsed, the codebook's words of time. Out: time mentions in text order that do not overlap; `text.slice(start, end)` is a mention's `text`.
 * Two passes: expressions are read from the tokens of each sentence by themselves, then they are resolved in text order, since an anchor moves along the text
 * ("the next day") and a date that names its year stands for others that do not. Without a day of publication what counts from it stays open: start and end are null.
 */
import { dayOfIso } from "../../base/day-number.ts";
import type { TimeTables } from "../../codebook/times.ts";
import type { Parsed, ParsedSentence } from "../../model/parsed.ts";
import type { Sentence } from "../../model/segmented.ts";
import type { TimeMention } from "../../model/time.ts";
import { stretchOf, type Atoms } from "./atoms.ts";
import { boundBefore } from "./bound-before.ts";
import { isNoTime } from "./is-no-time.ts";
import { readExpressions, type Expression } from "./read-expression.ts";
import { TimeResolver, type Found } from "./time-resolver.ts";

export function findTimes(parsed: Parsed, tables: TimeTables): TimeMention[] {
  const { document, sentences } = parsed.segmented;
  const found: Found[] = [];
  for (const sentence of sentences) {
    const analysis = parsed.sentences[sentence.index];
    const kind = document.paragraphs[sentence.paragraph]?.kind;
    if (analysis && kind !== "navigation" && kind !== "count")
      readSentence(found, document.text, sentence, analysis, tables);
  }
  return resolveAll(found, document.text, document.published);
}

/** Atoms from the beginning of an expression to its core, at most: "more than two and a half [years] ago"; behind small words, which are many, fewer. */
const TO_CORE = 7;
const TO_CORE_FROM_SMALL = 5;
const NOTHING: readonly Expression[] = [];

function readSentence(
  found: Found[],
  text: string,
  sentence: Sentence,
  parsed: ParsedSentence,
  tables: TimeTables,
): void {
  const stretch = stretchOf({ text, sentence, parsed, tables });
  if (!stretch) return;
  const { atoms, cores } = stretch;
  let i = 0;
  for (const core of cores) {
    for (i = Math.max(i, core - TO_CORE); i <= core;) {
      const expressions = opensAt(atoms, i, core) ? readExpressions(atoms, i, tables) : NOTHING;
      for (const expression of expressions) {
        if (isNoTime(atoms, expression, parsed)) continue;
        const head = headOf(parsed, atoms, expression);
        const [from, to] = [atoms.rangeOf(expression.from), atoms.rangeOf(expression.to - 1)];
        if (!from || !to) continue;
        const bound = boundBefore(atoms, expression);
        found.push({ sentence, parsed, atoms, expression, start: from.start, end: to.end, bound, head });
      }
      i = expressions.at(-1)?.to ?? i + 1;
    }
  }
}

function opensAt(atoms: Atoms, i: number, core: number): boolean {
  const atom = atoms.opening(i);
  return atom !== null && (core - i <= TO_CORE_FROM_SMALL || atom.form.length > 3 || atom.digit);
}

/** The token of an expression whose governor lies outside of it. */
function headOf({ words }: ParsedSentence, atoms: Atoms, { from, to }: Expression): number {
  const [first, last] = [atoms.tokenOf(from), atoms.tokenOf(to - 1)];
  for (let i = first; i <= last; i += 1) {
    const word = words[i];
    if (word && (word.head < first || word.head > last) && word.upos !== "PUNCT" && word.upos !== "ADP") return i;
  }
  return last;
}

function resolveAll(found: readonly Found[], text: string, published: string | null): TimeMention[] {
  const mentions: TimeMention[] = [];
  const resolver = new TimeResolver(found, text, published === null ? null : dayOfIso(published));
  for (let i = 0; i < found.length; i += 1) {
    const mention = resolver.resolve(i);
    if (mention) mentions.push(mention);
  }
  return mentions;
}
