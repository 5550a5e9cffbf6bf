/**
 * The batch job: inputs in, coded documents out, in input order, so that output starts before input ends and memory stays flat. Articles are coded
 * here; where many come, threads share the work. One bad article never stops it: what cannot be coded comes out as a failure.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Raw } from "../io/raw.ts";
import { codeOne, type CodedOne, type CodeOptions, type FailedOne } from "./code-one.ts";
import { CodePool, type PoolPlan } from "./code-pool.ts";

/** So many articles are coded before threads are started: a thread compiles its own codebook first, which a short run should not pay for. */
const ALONE = 16;

/** @param plan how the threads that help are to be made; null: none */
export async function* codeInputs(
  inputs: AsyncIterable<Raw>,
  options: CodeOptions,
  plan: PoolPlan | null,
): AsyncGenerator<CodedOne | FailedOne> {
  const iterator = inputs[Symbol.asyncIterator]();
  let pool: CodePool | null = null;
  try {
    const alone = plan === null ? Number.POSITIVE_INFINITY : ALONE;
    for (let count = 0; count < alone; count += 1) {
      const next = await iterator.next();
      if (next.done) return;
      yield codeOne(next.value, options);
      await nextTurn(); // lines that are read already come without one, and Ctrl-C would wait for the last of them
    }
    if (plan === null) return;
    pool = new CodePool(plan, options);
    yield* pool.run(iterator);
  } finally {
    await pool?.close();
    await iterator.return?.();
  }
}
