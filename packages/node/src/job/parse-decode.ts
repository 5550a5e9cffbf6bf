import { isUtf8 } from "node:buffer";
import { StringDecoder } from "node:string_decoder";

/** A piece of decoded text. */
export interface DecodedPiece {
  readonly text: string;
  /** It holds bytes that are no UTF-8; they became U+FFFD. */
  readonly broken: boolean;
}

/** Decodes UTF-8 chunk by chunk; a character cut by the end of a chunk is held back. A byte order mark at the start is taken off. */
export async function* decodeUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<DecodedPiece, void> {
  const decoder = new StringDecoder("utf8");
  let tail: Buffer = Buffer.alloc(0);
  let first = true;
  const unmarked = (text: string): string => {
    const cut = first && text.startsWith("\uFEFF") ? text.slice(1) : text;
    first = first && text === "";
    return cut;
  };
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([tail, chunk]);
    const whole = completeLength(bytes);
    const broken = !isUtf8(bytes.subarray(0, whole));
    tail = bytes.subarray(whole);
    yield { text: unmarked(decoder.write(bytes.subarray(0, whole))), broken };
  }
  if (tail.length > 0) yield { text: unmarked(decoder.end(tail)), broken: true };
}

/** Length of the bytes without a character that is cut off at their end. */
function completeLength(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
