import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { ComityError } from "@comity/core";
import { decodeBytes } from "../io/decode-bytes.ts";
import { fileBreak } from "../io/file-break.ts";
import { foreignFormat } from "../io/foreign-format.ts";
import { isGzip } from "../io/gunzip-chunks.ts";
import { sniffEncoding } from "../io/sniff-encoding.ts";

/**
 * The text of a small file that the user names, in any encoding that articles may have; gzip is seen through.
 * @throws ComityError `code` where it is missing, a folder, unreadable or no text
 */
export async function readTextFile(path: string, code: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
    if (isGzip(bytes)) bytes = gunzipSync(bytes);
  } catch (error) {
    const { message } = fileBreak(error);
    const folder = error instanceof Error && "code" in error && error.code === "EISDIR";
    throw new ComityError(code, `${path}: ${folder ? "it is a folder, expected a file" : message}`, "name a file that is there and may be read", { cause: error }); // prettier-ignore
  }
  const foreign = foreignFormat(bytes.subarray(0, 512));
  if (foreign?.code === "binary")
    throw new ComityError(code, `${path}: it is ${foreign.name}, expected text`, foreign.advice);
  const encoding = sniffEncoding(bytes, true);
  if (!encoding) throw new ComityError(code, `${path}: it holds bytes that are no text`, "save it as text in UTF-8");
  return decodeBytes(bytes.subarray(encoding.mark), encoding.name);
}
