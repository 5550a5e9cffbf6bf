/**
 * The lemmatizer on gold words with gold tags against the treebanks, compared in lower case as the treebank scorer does; the figures go to
 * bench/results/lemma.json, and its speed on one core is printed.
 * Usage: npm run build && node bench/dist/quality/lemma.js
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import type * as Lemmas from "../../packages/core/src/codebook/language-lemmas.ts";
import type * as Lemmatize from "../../packages/core/src/syntax/lemmatize.ts";
import { benchData, TOP } from "./bench-data.ts";
import { readText } from "./treebank.ts";

const BANKS = ["ewt-dev", "gum-dev", "ewt-test", "gum-test", "pud-test"];
const PASSES = 20;

/** A module of core as it was built; the package's face does not show the lemmatizer. */
const core = (file: string): Promise<unknown> => import(pathToFileURL(join(TOP, "packages/core/dist", file)).href);
const { compileLemmas } = (await core("codebook/language-lemmas.js")) as typeof Lemmas;
const { lemmatize } = (await core("syntax/lemmatize.js")) as typeof Lemmatize;

interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
}

function readWords(file: string): GoldWord[] {
  return readText(file)
    .split("\n")
    .filter((line) => /^\d+\t/u.test(line))
    .map((line) => {
      const [, form = "", lemma = "", upos = "", xpos = ""] = line.split("\t");
      return { form, lemma, upos, xpos };
    });
}

const data = benchData();
if (data !== null) {
  const tables = compileLemmas((file) => readFileSync(join(TOP, "codebook", file), "utf8"));
  const figures: Record<string, { words: number; percent: number }> = {};
  const all: GoldWord[] = [];
  for (const bank of BANKS) {
    const file = join(data, `treebanks/${bank}.conllu.gz`);
    if (!existsSync(file)) {
      process.stdout.write(`${bank} is not there; it was not measured\n`);
      continue;
    }
    const words = readWords(file);
    const right = words.filter(
      ({ form, lemma, upos, xpos }) =>
        lemma === "_" || lemmatize(form, upos, xpos, tables).toLowerCase() === lemma.toLowerCase(),
    );
    figures[bank] = { words: words.length, percent: Number(((100 * right.length) / words.length).toFixed(2)) };
    process.stdout.write(`${bank}: ${figures[bank].percent} % of ${words.length} words\n`);
    all.push(...words);
  }
  const start = performance.now();
  let letters = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const { form, upos, xpos } of all) letters += lemmatize(form, upos, xpos, tables).length;
  }
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(
    `${((PASSES * all.length) / seconds / 1e6).toFixed(1)} million words a second (${letters} letters)\n`,
  );
  writeFileSync(join(TOP, "bench/results/lemma.json"), `${JSON.stringify({ tags: "gold", figures }, null, 2)}\n`);
}
