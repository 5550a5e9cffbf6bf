import { isAscii } from "node:buffer";

/**
 * A lower bound on the UTF-16 units that `bytes` decode to, exact for UTF-8 (also where a character is cut): tells that a text is
 * too long before it is held and decoded.
 */
export function leastUnits(bytes: Uint8Array, encoding: string): number {
  if (encoding.startsWith("utf-16")) return bytes.length >> 1;
  if (encoding.startsWith("utf-32")) return bytes.length >> 2;
  if (encoding !== "utf-8") return /^(?:windows|iso-8859|koi8)/.test(encoding) ? bytes.length : bytes.length >> 2;
  if (isAscii(bytes)) return bytes.length;
  let units = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
