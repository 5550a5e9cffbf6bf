import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";
import iconv from "iconv-lite";
import type { Encoding } from "./encoding.ts";
import { isMostlyUtf8 } from "./is-mostly-utf8.ts";

// Order: the mark of UTF-32LE begins with that of UTF-16LE.
const marks: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Names under which pages declare what is windows-1252 in truth, as the WHATWG encoding standard has it. */
const western = /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii|windows-1252|cp-?1252|iso-ir-100|l1)$/i;

/** Chardet's confidence (0-100) below which a guess is not followed; tuned on single sentences in the encodings of the tests. */
const minConfidence = { multibyte: 60, singleByte: 25 };

/** Points by which another single-byte encoding must beat the Western one. */
const margin = 8;

/**
 * The encoding of a source, from its first bytes; `complete` says that they are all of it. In this order: byte order mark, NUL
 * pattern of UTF-16, valid UTF-8, the charset declared in the markup, mostly valid UTF-8 (a cut or a stray byte), chardet.
 * What cannot be decided is windows-1252. Null: the bytes hold NULs that no UTF-16 explains, so it is no text.
 */
export function sniffEncoding(head: Buffer, complete: boolean): Encoding | null {
  for (const [name, mark] of marks) {
    if (mark.every((byte, i) => head[i] === byte)) return { name, mark: mark.length };
  }
  if (head.includes(0)) return utf16ByNuls(head);
  const whole = complete ? head : head.subarray(0, completeLength(head));
  if (isUtf8(whole)) return { name: "utf-8", mark: 0 };
  const declared = declaredCharset(head);
  if (declared !== null && declared !== "utf-8") return { name: declared, mark: 0 };
  if (declared === "utf-8" || isMostlyUtf8(whole)) return { name: "utf-8", mark: 0 };
  return { name: guess(head), mark: 0 };
}

/** ASCII letters, blanks and line ends have a NUL as their second byte in UTF-16LE and as their first in UTF-16BE. */
function utf16ByNuls(head: Buffer): Encoding | null {
  let even = 0;
  let odd = 0;
  for (let i = head.indexOf(0); i >= 0; i = head.indexOf(0, i + 1)) {
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  // A tenth of the characters at least: Chinese text still has its ASCII digits, blanks and line ends.
  const enough = head.length / 2 / 10;
  if (odd >= enough && even * 20 <= odd) return { name: "utf-16le", mark: 0 };
  if (even >= enough && odd * 20 <= even) return { name: "utf-16be", mark: 0 };
  return null;
}

/** Length of `bytes` without a UTF-8 sequence that is cut off at the end. */
function completeLength(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function declaredCharset(head: Buffer): string | null {
  const start = head.toString("latin1", 0, 4096);
  const found =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start) ??
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(start);
  const name = found?.[1]?.toLowerCase();
  if (name === undefined) return null;
  if (western.test(name)) return "windows-1252";
  if (name === "utf8" || name === "utf-8") return "utf-8";
  // The markup could be read as ASCII, so a declared UTF-16 is wrong.
  return !/^(?:utf|ucs)/.test(name) && iconv.encodingExists(name) ? name : null;
}

function guess(head: Buffer): string {
  const matches = analyse(head.subarray(0, 65536));
  const best = matches[0];
  const westernConfidence = matches.find((match) => western.test(match.name))?.confidence ?? 0;
  if (best === undefined || western.test(best.name) || !iconv.encodingExists(best.name)) return "windows-1252";
  if (/^(?:utf|ucs)/i.test(best.name)) return "windows-1252";
  const multibyte = /^(?:shift|big5|euc|gb|iso-2022)/i.test(best.name);
  const enough = multibyte
    ? best.confidence >= minConfidence.multibyte
    : best.confidence >= minConfidence.singleByte && best.confidence >= westernConfidence + margin;
  return enough ? best.name.toLowerCase() : "windows-1252";
}
