import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCodebook, loadReader, plainDocument } from "@comity/core";
import { expect, test } from "vitest";
import { findChromium, measureInBrowser } from "../../bench/dist/speed/browser.js";
import { codebookFiles, MODEL_FOLDER } from "../../bench/dist/speed/program-files.js";

const TEXT =
  "The foreign minister of Chad, Mahamat Saleh, met his counterpart in Libreville on Tuesday. “We don't agree yet,” he said.\n\n" +
  "TROOPS SHELLED THE BORDER TOWN 😀 北京";

const document = plainDocument("browser", TEXT, [
  { start: 0, end: TEXT.indexOf("\n") },
  { start: TEXT.indexOf("TROOPS"), end: TEXT.length },
]);

const chromium = findChromium();
if (chromium === null && process.env["CI"]) throw new Error("CI must have Chromium; .ci/run installs it");
if (chromium === null) process.stdout.write("Skipped: the reader in a browser page; there is no Chromium here.\n");

test.skipIf(chromium === null)("the reader gives the same in a page of Chromium as in Node", async () => {
  const files = new Map(readdirSync(MODEL_FOLDER).map((name) => [name, new Uint8Array(readFileSync(join(MODEL_FOLDER, name)))])); // prettier-ignore
  const reader = loadReader(files, loadCodebook(codebookFiles()));
  const here = reader.parse(reader.segment(document)).sentences;
  expect(here.length).toBe(3);
  const there = await measureInBrowser(chromium ?? "", [document], 0);
  expect(JSON.parse(there.analysis)).toEqual(JSON.parse(JSON.stringify(here)));
});
