import { Piscina } from "piscina";
import type { Raw } from "../io/raw.ts";
import type { CodedOne, CodeOptions, FailedOne } from "./code-one.ts";

/** What a worker needs to make its own codebook and reader: they are built there, since a copy between threads costs more. */
export interface PoolPlan {
  readonly workers: number;
  readonly actors: readonly string[];
  readonly rows: readonly string[];
  readonly options: Omit<CodeOptions, "codebook" | "reader">;
}

/** Raws that wait or are coded at a time, for each worker: enough that none waits for the one that writes, few enough that memory stays flat. */
const AHEAD = 3;

/** Workers that code articles; what comes in first goes out first. */
export class CodePool {
  readonly #pool: Piscina;
  readonly #most: number;

  constructor(plan: PoolPlan) {
    this.#most = plan.workers * AHEAD;
    this.#pool = new Piscina({
      filename: new URL("./code-worker.js", import.meta.url).href,
      minThreads: plan.workers,
      maxThreads: plan.workers,
      workerData: plan,
    });
    // The article that a worker was at when it died is told as a failure; without a listener the whole program would end.
    this.#pool.on("error", () => {});
  }

  async *run(inputs: AsyncIterator<Raw>): AsyncGenerator<CodedOne | FailedOne> {
    const running: Promise<CodedOne | FailedOne>[] = [];
    let reading: Promise<IteratorResult<Raw>> | null = null;
    let ended = false;
    while (!ended || running.length > 0) {
      if (!ended && reading === null && running.length < this.#most) reading = inputs.next();
      const [first] = running;
      // Whichever is there first: the next input, or the oldest result. A slow input must not hold back what is coded.
      const next = await Promise.race([
        ...(reading ? [reading.then((read) => ({ read }))] : []),
        ...(first ? [first.then((coded) => ({ coded }))] : []),
      ]);
      if ("coded" in next) {
        void running.shift();
        yield next.coded;
      } else {
        reading = null;
        if (next.read.done) ended = true;
        else running.push(this.#code(next.read.value));
      }
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #code(raw: Raw): Promise<CodedOne | FailedOne> {
    if (raw.kind === "failure") return raw;
    try {
      return (await this.#pool.run(raw)) as CodedOne | FailedOne;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        kind: "failure",
        where: raw.where,
        issue: {
          code: "bug",
          level: "error",
          message: `could not be coded (${reason}); please report it with the article`,
        },
      };
    }
  }
}
