import { open, type FileHandle } from "node:fs/promises";
import { fileBreak } from "./file-break.ts";
import { SourceBreak } from "./source-break.ts";

/** Bytes a read: large enough that the cost of a call does not show, small enough for many small files. */
const chunkBytes = 128 * 1024;

/**
 * The bytes of a file, in order, each chunk a buffer of its own. The file is opened by the first `next()` and closed when the
 * generator ends or is returned. Throws `SourceBreak` where the file cannot be opened or read, and when `signal` fires.
 */
export async function* fileChunks(path: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array, void> {
  let file: FileHandle;
  try {
    file = await open(path, "r");
  } catch (error) {
    throw fileBreak(error);
  }
  try {
    for (;;) {
      if (signal?.aborted === true) throw new SourceBreak("stopped", "Reading was stopped.");
      const chunk = await readChunk(file);
      if (chunk.length === 0) return;
      yield chunk;
    }
  } finally {
    await file.close();
  }
}

async function readChunk(file: FileHandle): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(chunkBytes);
  try {
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw fileBreak(error);
  }
}
