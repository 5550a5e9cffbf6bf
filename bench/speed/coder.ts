/**
 * Speed of what comes after the trees, on one core: actors, coreference, statements and events of parsed sentences. Usage: npm run bench:coder; the figures go to
 * bench/results/coder.json. Processor time of the best pass, since what disturbs a pass only slows it.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import {
  codeEvents,
  findActors,
  findPlaces,
  findStatements,
  findTimes,
  linkActors,
  loadCodebook,
  loadReader,
  openGazetteer,
  type Gazetteer,
  type Parsed,
} from "@comity/core";
import { benchData, today, TOP } from "../quality/bench-data.ts";
import { newsDocuments } from "./news-documents.ts";
import { codebookFiles, MODEL_FOLDER } from "./program-files.ts";

const PASSES = 7;
const data = benchData();

/** Sentences a second of processor time, of the best pass. */
function rate(sentences: number, pass: () => void): number {
  let best = 0;
  for (let i = 0; i < PASSES; i += 1) {
    const before = process.cpuUsage();
    pass();
    const { user } = process.cpuUsage(before);
    best = Math.max(best, sentences / (user / 1e6));
  }
  return Math.round(best);
}

/** What it costs to read the gazetteer and find a first name: milliseconds of the processor, the best of some, and memory. */
function gazetteerCost(): Record<string, number> {
  globalThis.gc?.();
  const before = process.memoryUsage();
  let [best, fileBytes] = [Infinity, 0];
  let kept: Gazetteer | null = null;
  for (let i = 0; i < PASSES; i += 1) {
    const start = process.cpuUsage();
    const bytes = new Uint8Array(readFileSync(join(MODEL_FOLDER, "places.bin")));
    kept = openGazetteer(bytes);
    if (kept.find("Islamabad").length === 0) throw new Error("The gazetteer has no Islamabad.");
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
    fileBytes = bytes.length;
  }
  globalThis.gc?.();
  const now = process.memoryUsage();
  const held = now.arrayBuffers + now.heapUsed - before.arrayBuffers - before.heapUsed;
  return kept
    ? { fileBytes, loadMilliseconds: Number(best.toFixed(1)), heldMegabytes: Number((held / 1e6).toFixed(1)) }
    : {};
}

if (data !== null) {
  const gazetteer = gazetteerCost();
  const files = new Map(readdirSync(MODEL_FOLDER).map((name) => [name, new Uint8Array(readFileSync(join(MODEL_FOLDER, name)))])); // prettier-ignore
  const codebook = loadCodebook(codebookFiles());
  const reader = loadReader(files, codebook);
  const parsed = newsDocuments(data, 60).map((document) => reader.parse(reader.segment(document)));
  const names = reader.placesOf(codebook.places);
  const sentences = parsed.reduce((sum, one) => sum + one.sentences.length, 0);
  const mentioned = parsed.map((one) => findActors(one, codebook.actors, names));
  const times = parsed.map((one) => findTimes(one, codebook.times));
  const linked = mentioned.map((one) => linkActors(one, codebook));
  const places = linked.map(({ parsed, actors }) => findPlaces(parsed, names, actors));
  const whole = (one: Parsed): void => {
    const known = linkActors(findActors(one, codebook.actors, names), codebook);
    const found = { times: findTimes(one, codebook.times), places: findPlaces(one, names, known.actors) };
    findStatements(codeEvents(known, found, codebook), codebook);
  };
  const coded = linked.map((one, i) => codeEvents(one, { times: times[i] ?? [], places: places[i] ?? [] }, codebook));
  const figures = {
    mention: rate(sentences, () => parsed.forEach((one) => findActors(one, codebook.actors, names))),
    coref: rate(sentences, () => mentioned.forEach((one) => linkActors(one, codebook))),
    event: rate(sentences, () =>
      linked.forEach((one, i) => codeEvents(one, { times: times[i] ?? [], places: places[i] ?? [] }, codebook)),
    ),
    statement: rate(sentences, () => coded.forEach((one) => findStatements(one, codebook))),
    time: rate(sentences, () => parsed.forEach((one) => findTimes(one, codebook.times))),
    place: rate(sentences, () => linked.forEach(({ parsed, actors }) => findPlaces(parsed, names, actors))),
    // What the event coder is measured by: actors, coreference and events in one go.
    actorsToEvents: rate(sentences, () =>
      parsed.forEach((one, i) =>
        codeEvents(
          linkActors(findActors(one, codebook.actors, names), codebook),
          { times: times[i] ?? [], places: places[i] ?? [] },
          codebook,
        ),
      ),
    ),
    together: rate(sentences, () => parsed.forEach(whole)),
  };
  // Of what actors, coreference and events take; wanted: at most a fifth.
  const statementShare = Math.round((100 * figures.actorsToEvents) / figures.statement) / 100;
  process.stdout.write(
    `${sentences} sentences; a second, one core: ${JSON.stringify(figures)}\ngazetteer: ${JSON.stringify(gazetteer)}\n` +
      `statements take ${statementShare} of what actors, coreference and events take\n`,
  );
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`;
  writeFileSync(
    join(TOP, "bench/results/coder.json"),
    `${JSON.stringify({ measured: today(), machine, sentences, sentencesPerSecond: figures, statementShare, gazetteer }, null, 2)}\n`,
  );
}
