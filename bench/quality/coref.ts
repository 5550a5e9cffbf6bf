/**
 * Coreference against GUM's own annotation, for persons, organisations and places: MUC, B-cubed, CEAF-e and their mean (CoNLL F1), and how often a
 * pronoun of the third person is tied to the right thing. Gold words and sentences, our tags and trees. Mentions are compared by their head word;
 * chains of one mention count on neither side; predicted mentions on heads that GUM gives to other sorts of things are left out.
 * Usage: npm run bench:coref [-- SET]; figures of gum-dev go to bench/results/coref.json.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  beginsDocument, commentValue, ConlluReader, findActors, linkActors, loadCodebook, loadReader, segmentConllu, type ConlluSentence,
} from "@comity/core"; // prettier-ignore
import { codebookFiles, MODEL_FOLDER } from "../speed/program-files.ts";
import { benchData, TOP } from "./bench-data.ts";
import { corefScores, type Chains } from "./coref-scores.ts";
import { readText } from "./treebank.ts";

const SORTS = new Set(["person", "organization", "place"]);
const PRONOUNS: Readonly<Record<string, string>> = {
  he: "he", him: "he", his: "he", himself: "he", she: "she", her: "she", hers: "she", herself: "she",
  it: "it", its: "it", itself: "it", they: "they", them: "they", their: "they", theirs: "they", themselves: "they",
}; // prettier-ignore

interface GoldMention {
  readonly entity: string;
  readonly sort: string;
  /** Sentence and word, "3 7". */
  readonly head: string;
  readonly length: number;
}

/** GUM writes "(1-person-...-coref" where a mention begins, "1)" where it ends, and "(1-...)" for one of one word. */
function goldMentions(sentence: ConlluSentence, index: number): GoldMention[] {
  const words = sentence.rows.filter(({ id }) => id.kind === "word");
  const open: { entity: string; sort: string; from: number }[] = [];
  const found: GoldMention[] = [];
  const close = (one: { entity: string; sort: string; from: number }, to: number): void => {
    let head = one.from;
    for (let i = one.from; i <= to; i += 1) {
      const up = (words[i]?.head ?? 0) - 1;
      if ((up < one.from || up > to) && words[i]?.upos !== "PUNCT") {
        head = i;
        break;
      }
    }
    // "A and B" has A's head: the two are told apart by a mark.
    const joined = words.some((word, i) => i > head && i <= to && word.head === head + 1 && word.deprel === "conj");
    found.push({
      entity: one.entity,
      sort: one.sort,
      head: `${index} ${head}${joined ? " +" : ""}`,
      length: to - one.from,
    });
  };
  for (const [i, { misc }] of words.entries()) {
    const value = misc.split("|").find((part) => part.startsWith("Entity="))?.slice("Entity=".length) ?? ""; // prettier-ignore
    for (const [whole, begin, end] of value.matchAll(/\(([^()]+)\)?|([^()]+)\)/gu)) {
      if (begin !== undefined) {
        const [entity = "", sort = ""] = begin.split("-");
        const one = { entity, sort, from: i };
        if (whole.endsWith(")")) close(one, i);
        else open.push(one);
      } else {
        const at = open.findLastIndex(({ entity }) => entity === end);
        const [one] = at < 0 ? [] : open.splice(at, 1);
        if (one) close(one, i);
      }
    }
  }
  return found;
}

const data = benchData();
const set = process.argv[2] ?? "gum-dev";
const file = data === null ? "" : join(data, `treebanks/${set}.conllu.gz`);
if (data !== null && !existsSync(file)) process.stdout.write(`${file} is not there; nothing was measured\n`);
else if (data !== null) {
  const codebook = loadCodebook(codebookFiles());
  const reader = loadReader(
    new Map(readdirSync(MODEL_FOLDER).map((name) => [name, readFileSync(join(MODEL_FOLDER, name))])),
    codebook,
  );
  const documents: { id: string; sentences: ConlluSentence[] }[] = [];
  for (const item of parseAll(readText(file))) {
    if (beginsDocument(item)) documents.push({ id: commentValue(item, "newdoc id") ?? "", sentences: [] });
    documents.at(-1)?.sentences.push(item);
  }
  const key: Chains[] = [];
  const response: Chains[] = [];
  const right: Record<string, [number, number]> = { he: [0, 0], she: [0, 0], it: [0, 0], they: [0, 0] };
  for (const { id, sentences } of documents) {
    const gold = new Map<string, GoldMention>();
    for (const one of sentences.flatMap(goldMentions)) {
      const known = gold.get(one.head);
      if (!known || known.length > one.length) gold.set(one.head, one);
    }
    const parsed = reader.parse(segmentConllu(sentences, id));
    const linked = linkActors(findActors(parsed, codebook.actors), codebook);
    const chains = new Map<string, string[]>();
    for (const [head, { entity, sort }] of gold)
      if (SORTS.has(sort)) chains.set(entity, [...(chains.get(entity) ?? []), head]);
    key.push([...chains.values()].filter((chain) => chain.length > 1));
    const found = linked.chains.map((chain) =>
      chain.map(({ sentence, head, joined }) => `${sentence} ${head}${joined ? " +" : ""}`),
    );
    const inScope = (head: string): boolean => SORTS.has(gold.get(head)?.sort ?? "person");
    response.push(found.map((chain) => chain.filter(inScope)).filter((chain) => chain.length > 1));
    for (const chain of chains.values()) {
      const ordered = chain.toSorted((a, b) => compare(a, b));
      for (const head of ordered.slice(1)) {
        const [sentence = 0, word = 0] = head.split(" ").map(Number);
        const words = sentences[sentence]?.rows.filter((row) => row.id.kind === "word") ?? [];
        const kind = PRONOUNS[words[word]?.form.toLowerCase() ?? ""];
        const count = kind === undefined || words[word]?.upos !== "PRON" ? undefined : right[kind];
        if (!count) continue;
        count[1] += 1;
        const mine = found.find((one) => one.includes(head));
        const before = mine
          ?.filter((other) => compare(other, head) < 0)
          .toSorted(compare)
          .at(-1);
        const good = before !== undefined && chain.includes(before);
        if (good) count[0] += 1;
        else if (process.argv[3] === "--misses") {
          const text = parsed.segmented.document.text.slice(
            parsed.sentences[sentence - 1]?.start ?? 0,
            parsed.sentences[sentence]?.end,
          );
          const name = (at: string | undefined): string =>
            at === undefined
              ? "-"
              : (sentences[Number(at.split(" ")[0])]?.rows.filter((row) => row.id.kind === "word")[
                  Number(at.split(" ")[1])
                ]?.form ?? "?");
          const want = ordered[ordered.indexOf(head) - 1];
          process.stdout.write(
            `${id} ${words[word]?.form}(${word}) -> ${name(before)}, gold ${name(want)} (${want}): ${text.replaceAll("\n", " ")}\n`,
          );
        }
      }
    }
  }
  const scores = corefScores(key, response);
  const all = Object.values(right).reduce(([a, b], [c, d]) => [a + c, b + d] as [number, number], [0, 0]);
  const percent = ([good, of]: readonly [number, number]): number =>
    Number(((100 * good) / Math.max(1, of)).toFixed(1));
  const result = {
    documents: documents.length,
    ...scores,
    pronouns: {
      ...Object.fromEntries(
        Object.entries(right).map(([kind, counts]) => [kind, { of: counts[1], right: percent(counts) }]),
      ),
      all: percent(all),
    },
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  if (set === "gum-dev") writeFileSync(join(TOP, "bench/results/coref.json"), `${JSON.stringify(result, null, 2)}\n`);
}

function compare(a: string, b: string): number {
  const [[as = 0, aw = 0], [bs = 0, bw = 0]] = [a.split(" ").map(Number), b.split(" ").map(Number)];
  return as - bs || aw - bw;
}

function parseAll(text: string): ConlluSentence[] {
  const conllu = new ConlluReader();
  return [...text.split("\n").flatMap((line) => conllu.line(line)), ...conllu.end()].flatMap((item) =>
    item.kind === "sentence" ? [item.sentence] : [],
  );
}
