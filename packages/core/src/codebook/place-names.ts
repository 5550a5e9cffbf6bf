/** What a name can mean on the map: tables and gazetteer together. */
import type { Place } from "../model/place.ts";
import type { Gazetteer, GazetteerPlace } from "./gazetteer.ts";
import { placeKey } from "./place-key.ts";
import type { Label, PlaceTables } from "./places.ts";

/** One of the places that a name can mean. */
export interface PlaceCandidate {
  readonly place: Place;
  /** Number of its first-level region; 0: unknown or none. */
  readonly region: number;
  /** "label": a row of `regions.tsv`. */
  readonly kind: GazetteerPlace["kind"] | "label";
  /** People; of a label a number that stands for how well known it is. */
  readonly population: number;
}

const FAME: Readonly<Record<Place["precision"], number>> = { country: 1e8, region: 3e6, city: 5e5, site: 5e5 };

const MOST_KNOWN = 50_000;
const NONE: readonly PlaceCandidate[] = [];

/** In which state a town lies, for whoever needs no more. */
export interface Towns {
  /** Alpha-3; null: no town of that name is known, or several in different states are. */
  stateOf(name: string): string | null;
}

/** Towns of these states have names that stand everywhere ("Clifton", "Windsor"); only great ones are meant without more words. */
const COMMON: ReadonlySet<string> = new Set(["USA", "GBR", "CAN", "AUS", "NZL", "IRL"]);
const GREAT = 200_000;

/** Of two towns of one name the greater is meant where it is so many times greater. */
const GREATER = 10;

export class PlaceNames implements Towns {
  readonly #tables: PlaceTables;
  readonly #gazetteer: Gazetteer;
  /** By name as it is written: most names come again and again, and so do words that are none. Emptied when it is full. */
  readonly #known = new Map<string, readonly PlaceCandidate[]>();

  constructor(tables: PlaceTables, gazetteer: Gazetteer) {
    this.#tables = tables;
    this.#gazetteer = gazetteer;
  }

  /** All places of this name, each once; empty: none is known. */
  candidates(name: string): readonly PlaceCandidate[] {
    const known = this.#known.get(name);
    if (known) return known;
    const found = this.#find(placeKey(name));
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(name, found.length === 0 ? NONE : found);
    return found;
  }

  stateOf(name: string): string | null {
    if (this.isWord(name)) return null;
    const found = this.candidates(name).toSorted((a, b) => b.population - a.population);
    const [first] = found;
    const rival = found.find(({ place }) => place.country !== first?.place.country);
    if (!first || (rival && rival.population * GREATER > first.population)) return null;
    const { country } = first.place;
    return country !== null && COMMON.has(country) && first.population < GREAT ? null : country;
  }

  /** Whether it is a common word as well ("Reading", "March"). */
  isWord(name: string): boolean {
    return this.#tables.words.has(placeKey(name));
  }

  #find(key: string): readonly PlaceCandidate[] {
    const towns = this.#gazetteer.find(key);
    const others = (this.#tables.exonyms.get(key) ?? []).flatMap(({ place, iso3 }) => {
      const there = this.#gazetteer.find(place).filter(({ country }) => country === iso3);
      const [greatest] = there
        .filter(({ kind }) => kind !== "region" && kind !== "district")
        .toSorted((a, b) => b.population - a.population);
      return [...(greatest ? [greatest] : []), ...there.filter(({ kind }) => kind === "region")];
    });
    const labels = this.#tables.labels.get(key) ?? [];
    const candidates: PlaceCandidate[] = labels.map((label) => ofLabel(label, towns));
    for (const town of [...towns, ...others]) {
      // Where our table has a region's point, the one reckoned from its towns is not needed.
      const told = town.kind === "region" && labels.some((label) => label.precision === "region" && label.iso3 === town.country);
      const twice = candidates.some(({ place }) => town.geonames !== null && place.geonames === town.geonames);
      if (!told && !twice) candidates.push(ofTown(town));
    }
    return candidates;
  }
}

function ofLabel({ name, iso3, precision, lat, lon }: Label, towns: readonly GazetteerPlace[]): PlaceCandidate {
  const region = towns.find(({ kind, country }) => kind === "region" && country === iso3)?.region ?? 0;
  return { place: { name, country: iso3, precision, lat, lon, geonames: null }, region, kind: "label", population: FAME[precision] };
}

function ofTown({ name, country, lat, lon, geonames, region, kind, population }: GazetteerPlace): PlaceCandidate {
  const precision = kind === "region" || kind === "district" ? "region" : "city";
  return { place: { name, country, precision, lat, lon, geonames }, region, kind, population };
}
