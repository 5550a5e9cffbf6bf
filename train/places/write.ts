/** Writes the gazetteer as `packages/core/src/codebook/gazetteer.ts` reads it. */
import { createHash } from "node:crypto";
import {
  COLUMNS,
  DEGREE_PARTS,
  GAZETTEER_FORMAT,
  PLACE_KINDS,
  type GazetteerPlace,
} from "../../packages/core/src/codebook/gazetteer.ts";
import { placeHash, placeKey } from "../../packages/core/src/codebook/place-key.ts";

export function encodeGazetteer(places: readonly GazetteerPlace[], sources: readonly string[]): Uint8Array {
  const rows = places
    .map((place) => ({ place, hash: placeHash(placeKey(place.name)) }))
    .toSorted(
      (a, b) =>
        a.hash - b.hash || b.place.population - a.place.population || (a.place.geonames ?? 0) - (b.place.geonames ?? 0),
    );
  const countries = [...new Set(places.map(({ country }) => country))].toSorted();
  const numbers = new Map(countries.map((country, i) => [country, i]));
  const columns = COLUMNS.map((size) => Buffer.alloc(size * rows.length));
  const [hashes, offsets, ids, lats, lons, lands, regions, sizes, kinds] = columns as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const names: Buffer[] = [];
  const known = new Map<string, number>();
  let used = 0;
  for (const [row, { place, hash }] of rows.entries()) {
    let offset = known.get(place.name);
    if (offset === undefined) {
      const bytes = Buffer.from(place.name);
      known.set(place.name, (offset = used));
      names.push(Buffer.from([bytes.length]), bytes);
      used += 1 + bytes.length;
    }
    hashes.writeUInt32LE(hash, 4 * row);
    offsets.writeUIntLE(offset, 3 * row, 3);
    ids.writeUIntLE(place.geonames ?? 0, 3 * row, 3);
    lats.writeIntLE(Math.round(place.lat * DEGREE_PARTS), 3 * row, 3);
    lons.writeIntLE(Math.round(place.lon * DEGREE_PARTS), 3 * row, 3);
    lands.writeUInt8(numbers.get(place.country) ?? 0, row);
    regions.writeUInt16LE(place.region, 2 * row);
    sizes.writeUInt8(Math.round(8 * Math.log2(Math.max(1, place.population))), row);
    kinds.writeUInt8(PLACE_KINDS.indexOf(place.kind), row);
  }
  const body = Buffer.concat([...columns, ...names]);
  const sha256 = createHash("sha256").update(body).digest("hex");
  const header = Buffer.from(
    JSON.stringify({ format: GAZETTEER_FORMAT, rows: rows.length, sources, sha256, countries }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  return Buffer.concat([length, header, body]);
}
