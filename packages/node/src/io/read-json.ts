import { collectText } from "./collect-text.ts";
import type { Encoding } from "./encoding.ts";
import { failure } from "./failure.ts";
import { isJsonObject, jsonTypeName } from "./is-json-object.ts";
import type { RawFailure, RawRecord } from "./raw.ts";

/**
 * The records of one JSON document: an object is one, an array gives one for each of its items. It is read whole, so it must not be
 * longer than `maxChars`; large collections belong into JSONL.
 */
export async function* readJson(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  where: string,
  maxChars: number,
): AsyncGenerator<RawRecord | RawFailure, void> {
  const text = await collectText(chunks, encoding, where, maxChars);
  if (typeof text !== "string") {
    yield text;
    return;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    yield failure(
      where,
      "invalid-json",
      `It begins as JSON and is none (${reason}). Write an object, an array of objects, or one object a line.`,
    );
    return;
  }
  const records: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (records.length === 0) yield failure(where, "empty", "It is an empty array. Leave it out.");
  for (const [index, record] of records.entries()) {
    const place = Array.isArray(value) ? `${where} record ${index + 1}` : where;
    yield isJsonObject(record)
      ? { kind: "record", where: place, record }
      : failure(
          place,
          "not-an-object",
          `The item is ${jsonTypeName(record)}, expected an object with "text" or "html".`,
        );
  }
}
