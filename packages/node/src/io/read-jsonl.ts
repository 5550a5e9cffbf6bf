import { breakFailure } from "./break-failure.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { emptyFailure } from "./empty-failure.ts";
import type { Encoding } from "./encoding.ts";
import { failure } from "./failure.ts";
import { isJsonObject, jsonTypeName } from "./is-json-object.ts";
import type { RawFailure, RawRecord } from "./raw.ts";
import { recordBytes } from "./record-bytes.ts";
import { splitLines, type Line } from "./split-lines.ts";
import { tooLongFailure } from "./too-long-failure.ts";

/**
 * The records of a JSONL source, a line each, in constant memory. A bad line is a failure at its line, and the next lines go on;
 * a break of the source is the last failure and says after which line it came. Blank lines are passed over.
 */
export async function* readJsonl(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  where: string,
  maxChars: number,
): AsyncGenerator<RawRecord | RawFailure, void> {
  const bytes = recordBytes(chunks, encoding);
  let last = 0;
  let some = false;
  try {
    for await (const lines of splitLines(bytes.chunks, maxChars)) {
      for (const line of lines) {
        last = line.number;
        const raw = readLine(line, bytes.encoding, `${where} line ${line.number}`, maxChars);
        if (raw === null) continue;
        some = true;
        yield raw;
      }
    }
  } catch (error) {
    yield breakFailure(where, error, last === 0 ? null : `line ${last}`);
    return;
  }
  if (!some) yield emptyFailure(where);
}

function readLine(line: Line, encoding: string, where: string, maxChars: number): RawRecord | RawFailure | null {
  if (line.bytes === null) return tooLongFailure(where, "line", line.size, maxChars);
  const text = decodeBytes(line.bytes, encoding);
  if (text.length > maxChars) return tooLongFailure(where, "line", line.size, maxChars);
  if (text.trim() === "") return null;
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure(
      where,
      "invalid-json",
      `The line is no JSON (${reason}): ${text.trimStart().slice(0, 60)}. Write one JSON object a line.`,
    );
  }
  if (!isJsonObject(record)) {
    return failure(
      where,
      "not-an-object",
      `The line is ${jsonTypeName(record)}, expected an object with "text" or "html".`,
    );
  }
  return { kind: "record", where, record };
}
