/**
 * The cities and regions of the world, read from the bytes that `train/places` builds. Nothing is unpacked: a name is found by binary search over the hashes
 * of all keys, so that opening takes no time and 3 MB.
 * Layout, little endian: u32 length of the header, the header in JSON, then one column after the other, rows in the order of their keys' hashes:
 * hash u32, offset of the name i24, GeoNames id i24 (0: none), latitude and longitude i24 (in 1/40,000 degree), country u8, region u16, population u8
 * (8 times its binary logarithm), kind u8; then the names, each its length in bytes (u8) and UTF-8.
 */
import { ComityError } from "../base/comity-error.ts";
import { decodeUtf8 } from "../base/utf8.ts";
import { placeHash, placeKey } from "./place-key.ts";

/** In the order of their numbers in the file. A section is a part of a city; a district is below a region. */
export const PLACE_KINDS = ["city", "capital", "seat", "section", "region", "district"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A place of the gazetteer. */
export interface GazetteerPlace {
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  /** Number of the first-level region that it is in or is; 0: none. Regions of different countries have different numbers. */
  readonly region: number;
  readonly kind: PlaceKind;
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
  readonly geonames: number | null;
}

export interface Gazetteer {
  /** All places of this name, whatever its accents and hyphens. */
  find(name: string): readonly GazetteerPlace[];
}

export const GAZETTEER_FORMAT = 1;
/** Degrees are kept in such parts. */
export const DEGREE_PARTS = 40_000;
/** Bytes of the columns, in their order. */
export const COLUMNS = [4, 3, 3, 3, 3, 1, 2, 1, 1] as const;

interface Header {
  readonly format: number;
  readonly rows: number;
  readonly countries: readonly string[];
}

/** @throws ComityError "model-mismatch" for bytes that are no gazetteer of this format */
export function openGazetteer(bytes: Uint8Array): Gazetteer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.byteLength > 4 ? view.getUint32(0, true) : 0;
  const header = readHeader(bytes, length);
  const { rows, countries } = header;
  const starts: number[] = [];
  let at = 4 + length;
  for (const size of COLUMNS) {
    starts.push(at);
    at += size * rows;
  }
  const names = at;
  const [hashes = 0, offsets = 0, ids = 0, lats = 0, lons = 0, lands = 0, regions = 0, sizes = 0, kinds = 0] = starts;
  const int24 = (start: number, row: number): number => {
    const from = start + 3 * row;
    return ((bytes[from] ?? 0) | ((bytes[from + 1] ?? 0) << 8) | ((bytes[from + 2] ?? 0) << 16)) << 8 >> 8; // prettier-ignore
  };
  const nameOf = (row: number): string => {
    const from = names + (int24(offsets, row) & 0xffffff);
    return decodeUtf8(bytes.subarray(from + 1, from + 1 + (bytes[from] ?? 0)));
  };
  const placeOf = (row: number, name: string): GazetteerPlace => ({
    name,
    country: countries[bytes[lands + row] ?? 0] ?? "",
    region: view.getUint16(regions + 2 * row, true),
    kind: PLACE_KINDS[bytes[kinds + row] ?? 0] ?? "city",
    population: Math.round(2 ** ((bytes[sizes + row] ?? 0) / 8)),
    lat: degrees(int24(lats, row)),
    lon: degrees(int24(lons, row)),
    geonames: (int24(ids, row) & 0xffffff) || null,
  });
  const first = (hash: number): number => {
    let [low, high] = [0, rows];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (view.getUint32(hashes + 4 * middle, true) < hash) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    find: (name) => {
      const key = placeKey(name);
      const hash = placeHash(key);
      const found: GazetteerPlace[] = [];
      for (let row = first(hash); row < rows && view.getUint32(hashes + 4 * row, true) === hash; row += 1) {
        const written = nameOf(row);
        if (placeKey(written) === key) found.push(placeOf(row, written));
      }
      return found;
    },
  };
}

/** To a thousandth, about a hundred metres. */
const degrees = (parts: number): number => Math.round((parts * 1000) / DEGREE_PARTS) / 1000;

function readHeader(bytes: Uint8Array, length: number): Header {
  try {
    const header = JSON.parse(decodeUtf8(bytes.subarray(4, 4 + length))) as Header;
    if (header.format === GAZETTEER_FORMAT) return header;
  } catch {
    // The message below says it.
  }
  throw new ComityError("model-mismatch", "places.bin is no gazetteer that this program can read.", "Install the package again.");
}
