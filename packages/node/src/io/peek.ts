import { SourceBreak } from "./source-break.ts";

/** A source whose first bytes were looked at. */
export interface Peeked {
  /** The first bytes, at least `size` of them unless the source is shorter, breaks, or `enough` was satisfied. */
  readonly head: Buffer;
  /** The source ended inside the head: the head is all there is. */
  readonly complete: boolean;
  /** The break that ended the head; null: none. `chunks` throws it again after the head. */
  readonly broken: SourceBreak | null;
  /** Everything from the first byte on. To be iterated once. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Closes the source, read or not. May be called again. */
  close(): Promise<void>;
}

/** Reads from `source` until `size` bytes are there or `enough` says so, and puts them back. Breaks are kept for later. */
export async function peek(
  source: AsyncGenerator<Uint8Array, void>,
  size: number,
  enough: (head: Buffer) => boolean = () => false,
): Promise<Peeked> {
  const seen: Uint8Array[] = [];
  let length = 0;
  let complete = false;
  let broken: SourceBreak | null = null;
  try {
    while (length < size && !(length > 0 && enough(Buffer.concat(seen)))) {
      const result = await source.next();
      if (result.done === true) {
        complete = true;
        break;
      }
      seen.push(result.value);
      length += result.value.length;
    }
  } catch (error) {
    if (!(error instanceof SourceBreak)) throw error;
    broken = error;
  }
  const close = async (): Promise<void> => {
    await source.return();
  };
  return { head: Buffer.concat(seen), complete, broken, chunks: replay(seen, broken, source), close };
}

async function* replay(
  seen: Uint8Array[],
  broken: SourceBreak | null,
  source: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array, void> {
  for (let chunk = seen.shift(); chunk !== undefined; chunk = seen.shift()) yield chunk;
  if (broken !== null) throw broken;
  yield* source;
}
