/** Ctrl-C and the terminating signal, made into an AbortSignal: the work ends after the current article. A second one ends it at once. */
export class Interruption {
  readonly #controller = new AbortController();
  readonly signal: AbortSignal = this.#controller.signal;
  readonly #onSignal = (): void => {
    if (this.signal.aborted) process.exit(130);
    this.#controller.abort();
  };

  constructor() {
    process.on("SIGINT", this.#onSignal);
    process.on("SIGTERM", this.#onSignal);
  }

  /** Gives the signals back. */
  end(): void {
    process.off("SIGINT", this.#onSignal);
    process.off("SIGTERM", this.#onSignal);
  }
}
