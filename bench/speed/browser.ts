import { createServer } from "node:http";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import type { Document } from "@comity/core";
import { TOP } from "../quality/bench-data.ts";
import { codebookFiles, MODEL_FOLDER } from "./program-files.ts";

/** What the page gives back. */
export interface BrowserFigures {
  readonly browser: string;
  readonly loadMilliseconds: number;
  readonly wordsPerSecond: number;
  /** The page's analysis of the first document, as JSON, to be compared with Node's. */
  readonly analysis: string;
}

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The installed Chromium; null: none. `COMITY_CHROMIUM` names another. */
export const findChromium = (): string | null =>
  process.env["COMITY_CHROMIUM"] ?? CHROMIUM.find((path) => existsSync(path)) ?? null;

/** The page's program: loads the model, reads the documents for some seconds, and gives the figures. */
const PAGE = `
import { loadCodebook, loadReader } from "@comity/core";
async function measure(seconds) {
  const { documents, codebook, model } = await (await fetch("/input.json")).json();
  const files = new Map();
  for (const name of model) files.set(name, new Uint8Array(await (await fetch("/model/" + name)).arrayBuffer()));
  const before = performance.now();
  const reader = loadReader(files, loadCodebook(new Map(codebook)));
  const loadMilliseconds = Math.round(performance.now() - before);
  const pass = () => documents.reduce((sum, one) => sum + reader.parse(reader.segment(one)).sentences.reduce((n, s) => n + s.words.length, 0), 0);
  pass();
  let best = 0;
  const begun = performance.now();
  while (performance.now() - begun < seconds * 1000) {
    const at = performance.now();
    best = Math.max(best, pass() / ((performance.now() - at) / 1000));
  }
  return { loadMilliseconds, wordsPerSecond: Math.round(best), analysis: JSON.stringify(reader.parse(reader.segment(documents[0])).sentences) };
}
globalThis.measure = measure;
`;

/**
 * Runs the reader in a page of a headless Chromium, served from 127.0.0.1.
 * @param seconds how long it reads the documents again and again; 0: once more after the first time
 */
export async function measureInBrowser(
  executablePath: string,
  documents: readonly Document[],
  seconds: number,
): Promise<BrowserFigures> {
  const bundle = await build({
    stdin: { contents: PAGE, resolveDir: TOP, loader: "js" },
    bundle: true,
    format: "iife",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  const script = bundle.outputFiles[0]?.text ?? "";
  const input = JSON.stringify({ documents, codebook: [...codebookFiles()], model: readdirSync(MODEL_FOLDER) });
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (path === "/") response.setHeader("content-type", "text/html").end("<script src=/page.js></script>");
    else if (path === "/page.js") response.setHeader("content-type", "text/javascript").end(script);
    else if (path === "/input.json") response.setHeader("content-type", "application/json").end(input);
    else if (/^\/model\/[\w.-]+$/u.test(path)) response.end(readFileSync(join(MODEL_FOLDER, path.slice(7))));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--headless"] });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    if (errors.length > 0) throw new Error(`the page failed: ${errors.join("; ")}`);
    const figures = await page.evaluate(`measure(${seconds})`);
    return { browser: `Chromium ${browser.version()}`, ...(figures as Omit<BrowserFigures, "browser">) };
  } finally {
    await browser.close();
    server.close();
  }
}
