import iconv from "iconv-lite";
import type { Encoding } from "./encoding.ts";

/** Bytes in which line ends, quotes and delimiters are the bytes of ASCII, and the encoding of what stands between them. */
export interface RecordBytes {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly encoding: string;
}

/**
 * Prepares a source for splitting into lines or rows as bytes: the mark is taken off, and UTF-16 and UTF-32 are turned into UTF-8
 * chunk by chunk (a lone surrogate becomes U+FFFD). All other encodings pass: none uses the line feed inside a character.
 */
export function recordBytes(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): RecordBytes {
  const unmarked = encoding.mark === 0 ? chunks : withoutMark(chunks, encoding.mark);
  if (!/^utf-(?:16|32)/.test(encoding.name)) return { chunks: unmarked, encoding: encoding.name };
  return { chunks: toUtf8(unmarked, encoding.name), encoding: "utf-8" };
}

async function* withoutMark(chunks: AsyncIterable<Uint8Array>, mark: number): AsyncGenerator<Uint8Array, void> {
  let left = mark;
  for await (const chunk of chunks) {
    const cut = Math.min(left, chunk.length);
    left -= cut;
    if (chunk.length > cut) yield chunk.subarray(cut);
  }
}

async function* toUtf8(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array, void> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: false });
  for await (const chunk of chunks) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    if (text !== "") yield Buffer.from(text, "utf8");
  }
  const rest = decoder.end() ?? "";
  if (rest !== "") yield Buffer.from(rest, "utf8");
}
