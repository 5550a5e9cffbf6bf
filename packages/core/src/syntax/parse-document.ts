/**
 * Reads a segmented document: tags, lemmas, one tree a sentence, and names. In: Segmented. Out: Parsed, parallel to it.
 * The network knows words by their form alone, so tags and trees of a sentence depend on nothing else; only names look at the whole document (a name
 * of several words, or a short form, that is marked once is known elsewhere too).
 */
import type { LanguageTables } from "../codebook/language.ts";
import type { Issue } from "../base/issue.ts";
import type { Parsed, ParsedSentence } from "../model/parsed.ts";
import type { Segmented } from "../model/segmented.ts";
import { lemmatize } from "./lemmatize.ts";
import { analyseSentences } from "./network/long-sentences.ts";
import { LONGEST_SENTENCE, type Analysis, type Network } from "./network/network.ts";
import { verbTags } from "./verb-tags.ts";
import { refineNames, type RawName } from "./names.ts";

export function parseDocument(segmented: Segmented, network: Network, tables: LanguageTables): Parsed {
  const { document } = segmented;
  const written = segmented.sentences.map(({ tokens }) =>
    tokens.map(({ start, end }) => document.text.slice(start, end)),
  );
  const forms = written.map((sentence) => sentence.map(plainForm));
  const { analyses, inPieces } = analyseSentences(network, forms);
  const words = analyses.map((analysis, i) => {
    const { heads, relations } = analysis;
    const { upos, xpos } = verbTags(analysis, forms[i] ?? []);
    return upos.map((tag, j) => ({
      upos: tag,
      xpos: xpos[j] ?? "",
      lemma: isHas(forms[i]?.[j], relations[j], xpos[heads[j] ?? -1])
        ? "have"
        : lemmatize(forms[i]?.[j] ?? "", tag, xpos[j] ?? "", tables.lemmas),
      head: heads[j] ?? -1,
      relation: relations[j] ?? "dep",
    }));
  });
  const names = refineNames(
    document.text,
    segmented.sentences.map(({ tokens }, i) => ({ tokens, words: words[i] ?? [], raw: rawNames(analyses[i]) })),
    tables.titles,
  );
  const sentences = segmented.sentences.map(({ start, end }, i): ParsedSentence => ({
    start,
    end,
    forms: written[i] ?? [],
    lower: (written[i] ?? []).map((form) => form.toLowerCase()),
    words: words[i] ?? [],
    names: names[i] ?? [],
  }));
  const issues = inPieces.map((i): Issue => {
    const { start = 0, end = 0, tokens = [] } = segmented.sentences[i] ?? {};
    return {
      code: "long-sentence",
      level: "warning",
      message: `A sentence of ${tokens.length} words, expected at most ${LONGEST_SENTENCE}: it is read in pieces, cut after marks where there are any, and relations across the cuts are lost.`,
      start,
      end,
    };
  });
  return { kind: "parsed", segmented, sentences, issues };
}

/** A form without characters that are not seen (soft hyphens, marks of direction) and with the hyphen of the keyboard. A form of nothing else stays as it is. */
function plainForm(form: string): string {
  if (/^[!-~]*$/.test(form)) return form;
  const plain = form
    .replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g, "")
    .replace(/[\u2010\u2011]/g, "-");
  return plain === "" ? form : plain;
}

/** Whether "'s" is "has", which only the tree tells: it helps a participle, and not to the passive. */
const isHas = (form: string | undefined, relation: string | undefined, headTag: string | undefined): boolean =>
  /^['’]s$/i.test(form ?? "") && relation === "aux" && headTag === "VBN";

/** Ranges of words that the network tags as names. */
function rawNames(analysis: Analysis | undefined): RawName[] {
  const found: RawName[] = [];
  for (const [i, tag] of (analysis?.names ?? []).entries()) {
    const last = found.at(-1);
    if (tag.startsWith("B-")) found.push({ kind: tag.slice(2) as RawName["kind"], first: i, last: i + 1 });
    else if (tag.startsWith("I-") && last) found[found.length - 1] = { ...last, last: i + 1 };
  }
  return found;
}
