import { breakFailure } from "./break-failure.ts";
import { count } from "./count.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { emptyFailure } from "./empty-failure.ts";
import type { Encoding } from "./encoding.ts";
import { failure } from "./failure.ts";
import { leastUnits } from "./least-units.ts";
import type { RawFailure } from "./raw.ts";

/**
 * The whole text of a source, code unit for code unit, without its mark; or the failure that stands in its way. Stops reading as
 * soon as the text is longer than `maxChars` UTF-16 units.
 */
export async function collectText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  where: string,
  maxChars: number,
): Promise<string | RawFailure> {
  const tooLarge = failure(
    where,
    "too-large",
    `It is longer than the limit of ${count(maxChars)} characters. Split it, or give many articles as JSONL, a line each.`,
  );
  const pieces: Uint8Array[] = [];
  let units = 0;
  try {
    for await (const chunk of chunks) {
      units += leastUnits(chunk, encoding.name);
      // The mark and a character cut at a chunk's end may count one too many.
      if (units > maxChars + 2) return tooLarge;
      pieces.push(chunk);
    }
  } catch (error) {
    return breakFailure(where, error, null);
  }
  const bytes = Buffer.concat(pieces).subarray(encoding.mark);
  if (!/^utf-(?:16|32)/.test(encoding.name) && bytes.includes(0)) {
    return failure(where, "binary", "It holds NUL bytes, which no text has. Convert it to text first.");
  }
  const text = decodeBytes(bytes, encoding.name);
  if (text.length > maxChars) return tooLarge;
  return text.trim() === "" ? emptyFailure(where) : text;
}
