import { readdirSync, readFileSync } from "node:fs";
import type { Codebook } from "../src/codebook/codebook.ts";
import { loadReader, type Reader } from "../src/pipeline/load-reader.ts";

const folder = new URL("../../../models/en/", import.meta.url);

/** The shipped reader of English. */
export const englishReader = (codebook: Pick<Codebook, "language">): Reader =>
  loadReader(
    new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))])),
    codebook,
  );
