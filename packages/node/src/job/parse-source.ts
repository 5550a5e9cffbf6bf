import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { fileBreak } from "../io/file-break.ts";
import { fileChunks } from "../io/file-chunks.ts";
import { foreignFormat } from "../io/foreign-format.ts";
import { gunzipChunks, isGzip } from "../io/gunzip-chunks.ts";
import { peek } from "../io/peek.ts";
import { SourceBreak } from "../io/source-break.ts";
import { streamChunks } from "../io/stream-chunks.ts";

/** An input that was opened. */
export interface ParseSource {
  /** The file's name without ".gz"; "" for standard input and pipes. */
  readonly id: string;
  /** Uncompressed. Throws SourceBreak where reading fails. */
  readonly chunks: AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** Enough to know the binary formats, and not so much that a live stream is kept waiting. */
const HEAD = 512;

/**
 * Opens a file, a pipe, or standard input (null). Gzip is seen through; nothing else is told from the content but that it is no text.
 * @returns a string where it cannot be read: why, and what to do
 */
export async function openSource(
  path: string | null,
  stdin: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<ParseSource | string> {
  let named = false;
  if (path !== null) {
    try {
      const stats = await stat(path);
      if (stats.isDirectory()) return "It is a folder. Name one file, or give text on standard input.";
      named = stats.isFile();
    } catch (error) {
      return fileBreak(error).message;
    }
  }
  const outer = await peek(path === null ? streamChunks(stdin, signal) : fileChunks(path, signal), HEAD);
  const inner = isGzip(outer.head) ? await peek(gunzipChunks(outer.chunks), HEAD) : outer;
  const close = async (): Promise<void> => {
    if (inner !== outer) await inner.close();
    await outer.close();
  };
  const foreign = foreignFormat(inner.head);
  if (foreign?.code === "binary") {
    await close();
    return `It is ${foreign.name}. ${foreign.advice}`;
  }
  const id = path === null || !named ? "" : basename(path).replace(/\.gz$/iu, "");
  return { id, chunks: textOnly(inner.chunks), close };
}

/** Stops at the first NUL: what goes on is no UTF-8 text. */
async function* textOnly(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let first = true;
  for await (const chunk of chunks) {
    if (chunk.includes(0)) {
      const mark = `${chunk[0] ?? 0},${chunk[1] ?? 0}`;
      const utf16 = first && (mark === "255,254" || mark === "254,255");
      const advice = utf16
        ? "It is UTF-16, expected UTF-8. Convert it first, for example with iconv -f UTF-16 -t UTF-8."
        : "It holds NUL bytes, which no text has. Convert it to UTF-8 text first.";
      throw new SourceBreak("unreadable", advice);
    }
    first = false;
    yield chunk;
  }
}
