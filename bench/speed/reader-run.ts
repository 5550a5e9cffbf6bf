/**
 * One measured run of the reader of English in a process of its own: node reader-run.js DATA. Prints a JSON line: load time, memory, words a second
 * by stage, and beside it wink-nlp's tagger on the same text.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCodebook, loadReader, type Document } from "@comity/core";
import { newsDocuments } from "./news-documents.ts";
import { codebookFiles, MODEL_FOLDER } from "./program-files.ts";

const SECONDS = 4;

/** Passes over the documents until some seconds are gone; words a second of the best pass, since what disturbs a pass only slows it. */
function rate(pass: () => number): number {
  pass();
  let best = 0;
  const begun = performance.now();
  while (performance.now() - begun < SECONDS * 1000) {
    const at = performance.now();
    const words = pass();
    best = Math.max(best, words / ((performance.now() - at) / 1000));
  }
  return Math.round(best);
}

const documents: readonly Document[] = newsDocuments(process.argv[2] ?? "", 40);
const files = new Map(readdirSync(MODEL_FOLDER).map((name) => [name, new Uint8Array(readFileSync(join(MODEL_FOLDER, name)))])); // prettier-ignore
const codebook = loadCodebook(codebookFiles());
const before = performance.now();
const reader = loadReader(files, codebook);
const loadMilliseconds = Math.round(performance.now() - before);

const words = (segmented: ReturnType<typeof reader.segment>): number =>
  segmented.sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
const segment = rate(() => documents.reduce((sum, document) => sum + words(reader.segment(document)), 0));
const segmented = documents.map((document) => reader.segment(document));
const parse = rate(() => segmented.reduce((sum, one) => (reader.parse(one), sum + words(one)), 0));
const whole = rate(() => documents.reduce((sum, one) => sum + words(reader.parse(reader.segment(one)).segmented), 0));
const residentMegabytes = Math.round(process.memoryUsage().rss / 1e6);

const { default: winkNLP } = await import("wink-nlp");
const { default: model } = await import("wink-eng-lite-web-model");
const wink = winkNLP(model, ["sbd", "pos"]);
// oxlint-disable-next-line typescript/unbound-method -- wink hands its functions out to be handed back
const { pos } = wink.its;
const winkTags = rate(() => documents.reduce((sum, { text }) => sum + wink.readDoc(text).tokens().out(pos).length, 0));

process.stdout.write(
  `${JSON.stringify({ words: segmented.reduce((sum, one) => sum + words(one), 0), loadMilliseconds, residentMegabytes, wordsPerSecond: { segment, parse, whole, winkTags } })}\n`,
);
