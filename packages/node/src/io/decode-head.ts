import { StringDecoder } from "node:string_decoder";
import iconv from "iconv-lite";
import type { Encoding } from "./encoding.ts";

/** The text at the start of a source, for looking at; a character cut off at the end is left out. */
export function decodeHead(head: Buffer, encoding: Encoding): string {
  const bytes = head.subarray(encoding.mark);
  if (encoding.name === "utf-8") return new StringDecoder("utf8").write(bytes);
  return iconv.getDecoder(encoding.name, { stripBOM: false }).write(bytes);
}
