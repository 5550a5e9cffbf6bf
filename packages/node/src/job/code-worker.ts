/** A worker of {@link CodePool}: makes its own codebook and reader once, then codes what it is given. */
import { loadReader } from "@comity/core";
import { Piscina } from "piscina";
import type { Raw } from "../io/raw.ts";
import { codeOne, type CodedOne, type CodeOptions, type FailedOne } from "./code-one.ts";
import type { PoolPlan } from "./code-pool.ts";
import { openCodebook } from "./read-codebook.ts";
import { readModel } from "./read-model.ts";

const { actors, rows, options } = Piscina.workerData as PoolPlan;

const ready: Promise<CodeOptions> = (async () => {
  const { codebook } = await openCodebook(actors, { rows });
  return { ...options, codebook, reader: loadReader(await readModel(null), codebook) };
})();

export default async function code(raw: Raw): Promise<CodedOne | FailedOne> {
  return codeOne(raw, await ready);
}
