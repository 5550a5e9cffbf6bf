import { fileBreak } from "./file-break.ts";
import { SourceBreak } from "./source-break.ts";

/**
 * The bytes of a stream that the caller holds, such as standard input. A stream may stay silent for ever, so `signal` ends the
 * wait for the next chunk as well. Throws `SourceBreak` where the stream fails and when `signal` fires.
 */
export async function* streamChunks(
  stream: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void> {
  const iterator = stream[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      const result = await nextOrStop(iterator, signal);
      if (result.done === true) {
        ended = true;
        return;
      }
      yield result.value;
    }
  } catch (error) {
    throw error instanceof SourceBreak ? error : fileBreak(error);
  } finally {
    // Not awaited: a generator that still waits for its own input answers only when that comes.
    if (!ended) void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

/** One listener a chunk, taken away again: a promise raced over and over would keep every chunk alive. */
function nextOrStop(
  iterator: AsyncIterator<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<IteratorResult<Uint8Array>> {
  if (signal === undefined) return iterator.next();
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new SourceBreak("stopped", "Reading was stopped."));
    if (signal.aborted) {
      stop();
      return;
    }
    signal.addEventListener("abort", stop, { once: true });
    iterator
      .next()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", stop));
  });
}
