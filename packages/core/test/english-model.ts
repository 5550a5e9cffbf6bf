import { readFileSync } from "node:fs";
import { openModel } from "../src/syntax/network/model-file.ts";
import { Network } from "../src/syntax/network/network.ts";

const folder = new URL("../../../models/en/", import.meta.url);

export const META = readFileSync(new URL("meta.json", folder), "utf8");
export const WEIGHTS: Uint8Array = new Uint8Array(readFileSync(new URL("reader.bin", folder)));

/** The shipped network of English. */
export const englishNetwork = (): Network => new Network(openModel(META, WEIGHTS));
