import type { TextSpan } from "../base/span.ts";

export type PlacePrecision = "site" | "city" | "region" | "country";

/** Somewhere on the map, as the codebook or the gazetteer knows it. */
export interface Place {
  readonly name: string;
  /** ISO 3166-1 alpha-3; null: it belongs to no one country ("the Red Sea"). */
  readonly country: string | null;
  readonly precision: PlacePrecision;
  /** Of a region or country a point in its middle. */
  readonly lat: number;
  readonly lon: number;
  /** Id in GeoNames; null: the tables hold none. */
  readonly geonames: number | null;
}

/** Words that name a place. */
export interface PlaceMention extends TextSpan {
  /** Index of its sentence. */
  readonly sentence: number;
  /** Index of the token, in its sentence, by which the tree holds the words. */
  readonly head: number;
  readonly place: Place;
}
