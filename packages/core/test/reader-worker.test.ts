import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { CODEBOOK_FILES } from "../src/index.ts";

/** Reads one sentence and gives back its lemmas; runs the built package, as a user's worker would. */
const PROGRAM = `
  const { readdirSync, readFileSync } = require("node:fs");
  const { parentPort, workerData } = require("node:worker_threads");
  const read = (path) => new Uint8Array(readFileSync(new URL(path, workerData.top)));
  const text = (file) => readFileSync(new URL("codebook/" + file, workerData.top), "utf8");
  import(workerData.core).then(({ loadCodebook, loadReader, plainDocument }) => {
    const model = new Map(readdirSync(new URL("models/en/", workerData.top)).map((name) => [name, read("models/en/" + name)]));
    const reader = loadReader(model, loadCodebook(new Map(workerData.files.map((file) => [file, text(file)]))));
    const document = plainDocument("worker", "The envoys met.", [{ start: 0, end: 15 }]);
    parentPort.postMessage(reader.parse(reader.segment(document)).sentences[0].words.map(({ lemma }) => lemma));
  });
`;

test("the reader works in a worker", async () => {
  const top = new URL("../../../", import.meta.url).href;
  const workerData = { top, core: `${top}packages/core/dist/index.js`, files: CODEBOOK_FILES };
  const worker = new Worker(PROGRAM, { eval: true, workerData });
  const answer = await new Promise((done, fail) => worker.once("message", done).once("error", fail));
  await worker.terminate();
  expect(answer).toEqual(["the", "envoy", "meet", "."]);
});
