import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { isMostlyUtf8 } from "./is-mostly-utf8.ts";

/**
 * The text of complete bytes (a file without its mark, a line, a field). `encoding` was told from the first bytes of the source:
 * where it says UTF-8 and these bytes are not, they are windows-1252, unless only a few bytes are wrong: those become U+FFFD.
 */
export function decodeBytes(bytes: Buffer, encoding: string): string {
  if (encoding !== "utf-8") return iconv.decode(bytes, encoding, { stripBOM: false });
  if (isUtf8(bytes) || isMostlyUtf8(bytes)) return bytes.toString("utf8");
  return iconv.decode(bytes, "windows-1252");
}
