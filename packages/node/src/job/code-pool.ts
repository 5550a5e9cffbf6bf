import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { Piscina } from "piscina";
import type { Raw } from "../io/raw.ts";
import { codeOne, type CodedOne, type CodeOptions, type FailedOne } from "./code-one.ts";

/** What a thread needs to make its own codebook and reader: they are built there, since a copy between threads costs more. */
export interface PoolPlan {
  /** Threads beside the program's own. */
  readonly threads: number;
  readonly actors: readonly string[];
  readonly rows: readonly string[];
  readonly options: Omit<CodeOptions, "codebook" | "reader">;
}

/** Raws that a thread has at a time: the next one must lie with it already, since who hands them out is coding himself. */
const AT_A_THREAD = 2;
/** Results that are kept, for each thread, until those before them are there: enough that one long article stops nobody, few enough that memory stays flat. */
const KEPT = 8;

/**
 * Threads that code articles, together with the program's own thread: it codes what the others have no room for, so that of two at work one is here and
 * the codebook lies in memory twice, not three times. What comes in first goes out first.
 */
export class CodePool {
  readonly #pool: Piscina;
  readonly #threads: number;
  readonly #options: CodeOptions;
  #atThreads = 0;

  /** @param options for what is coded here */
  constructor(plan: PoolPlan, options: CodeOptions) {
    // Each thread has a heap of its own; V8 lets one double before it looks for what is dead, which costs hundreds of megabytes with several.
    setFlagsFromString("--heap-growing-percent=25");
    this.#threads = plan.threads;
    this.#options = options;
    this.#pool = new Piscina({
      filename: new URL("./code-worker.js", import.meta.url).href,
      minThreads: plan.threads,
      maxThreads: plan.threads,
      concurrentTasksPerWorker: AT_A_THREAD,
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
      if (!ended && reading === null && running.length < this.#threads * KEPT) reading = inputs.next();
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
        else if (this.#atThreads < this.#threads * AT_A_THREAD) running.push(this.#code(next.read.value));
        else {
          running.push(Promise.resolve(codeOne(next.read.value, this.#options)));
          await nextTurn(); // results and signals come in
        }
      }
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #code(raw: Raw): Promise<CodedOne | FailedOne> {
    if (raw.kind === "failure") return raw;
    this.#atThreads += 1;
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
    } finally {
      this.#atThreads -= 1;
    }
  }
}
