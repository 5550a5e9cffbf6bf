import { createGunzip } from "node:zlib";
import { SourceBreak } from "./source-break.ts";

/** Compressed bytes a step: one step can grow a thousandfold, and its output is held at once. */
const stepBytes = 16 * 1024;

/** Whether the bytes begin a gzip member (magic number and the only method there is). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && (head[2] ?? 8) === 8;
}

/**
 * The uncompressed bytes of gzip data; members in a row are one stream. What could be uncompressed before a break is yielded
 * first, then it throws `SourceBreak` "broken-gzip". Damage in the middle shows only where the format or the checksum no longer
 * fits, so garbage may come before it. Breaks of `chunks` pass through.
 */
export async function* gunzipChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  let output: Uint8Array[] = [];
  const state: { broken: Error | null; wake: () => void } = { broken: null, wake: () => undefined };
  gunzip.on("data", (chunk: Uint8Array) => output.push(chunk));
  gunzip.on("error", (error) => {
    state.broken = error;
    // A write that breaks is never answered.
    state.wake();
  });
  const closed = new Promise<void>((resolve) => gunzip.once("close", () => resolve()));
  const take = (): Uint8Array[] => {
    const taken = output;
    output = [];
    return taken;
  };
  try {
    for await (const chunk of chunks) {
      for (let start = 0; start < chunk.length && state.broken === null; start += stepBytes) {
        const step = chunk.subarray(start, start + stepBytes);
        await new Promise<void>((resolve) => {
          state.wake = resolve;
          gunzip.write(step, () => resolve());
        });
        yield* take();
      }
      if (state.broken !== null) break;
    }
    if (state.broken === null) gunzip.end();
    await closed;
    yield* take();
    if (state.broken !== null) throw brokenGzip(state.broken);
  } finally {
    gunzip.destroy();
  }
}

function brokenGzip(error: Error): SourceBreak {
  const cut = "code" in error && error.code === "Z_BUF_ERROR";
  const what = cut ? "The gzip data stop in the middle" : `The gzip data are damaged (${error.message})`;
  return new SourceBreak("broken-gzip", `${what}. Fetch or pack the file again.`);
}
