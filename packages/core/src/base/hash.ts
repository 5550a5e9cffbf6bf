import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of the text's UTF-8 bytes as 64 lower-case hex digits. Lone surrogates count as U+FFFD, as UTF-8 encoders write them. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of bytes as 64 lower-case hex digits. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/**
 * A stable identifier made from content: the first 16 hex digits of the SHA-256 of the parts.
 * Parts are joined by NUL, which separates "ab","c" from "a","bc".
 */
export function contentId(...parts: readonly (string | number)[]): string {
  return sha256Hex(parts.join("\0")).slice(0, 16);
}
