import { ComityError } from "../base/comity-error.ts";
import { decodeUtf8 } from "../base/utf8.ts";
import { languageIssue } from "../clean/language-issue.ts";
import type { Codebook } from "../codebook/codebook.ts";
import { openGazetteer, type Gazetteer } from "../codebook/gazetteer.ts";
import { PlaceNames } from "../codebook/place-names.ts";
import type { PlaceTables } from "../codebook/places.ts";
import type { Document } from "../model/document.ts";
import type { Parsed } from "../model/parsed.ts";
import type { Segmented } from "../model/segmented.ts";
import { segmentDocument } from "../segment/segment-document.ts";
import { loadSegmenter } from "../segment/segmenter.ts";
import { openModel } from "../syntax/network/model-file.ts";
import { Network } from "../syntax/network/network.ts";
import { parseDocument } from "../syntax/parse-document.ts";

/** Reads English: sentences and tokens, then tags, lemmas, trees and names. Results depend on the document alone, never on what was read before. */
export interface Reader {
  segment(document: Document): Segmented;
  /** @param segmented made by {@link segment}, or from tokens that somebody else cut */
  parse(segmented: Segmented): Parsed;
  /** The cities and regions of the world. */
  readonly gazetteer: Gazetteer;
  /** What names can mean on the map; made once for the tables, since it remembers what it was asked. */
  placesOf(tables: PlaceTables): PlaceNames;
}

/**
 * Makes the reader; takes about a tenth of a second and 100 MB.
 * @param model contents of the files of `models/en/` by name: meta.json, reader.bin, segment.json, segment.bin; places.bin, which only coding needs
 * @param codebook compiled tables: those under `language/` are enough
 * @throws ComityError "model-missing" where a file is not there, "model-mismatch" or "segmenter-weights" where one does not fit this program
 */
export function loadReader(model: ReadonlyMap<string, Uint8Array>, codebook: Pick<Codebook, "language">): Reader {
  const bytes = (name: string): Uint8Array => {
    const found = model.get(name);
    if (found) return found;
    throw new ComityError("model-missing", `The language model has no ${name}.`, "Install the package again.");
  };
  const segmenter = loadSegmenter(bytes("segment.bin"), parseJson(bytes("segment.json")));
  const network = new Network(openModel(decodeUtf8(bytes("meta.json")), bytes("reader.bin")));
  let gazetteer: Gazetteer | null = null;
  const names = new WeakMap<PlaceTables, PlaceNames>();
  return {
    get gazetteer() {
      return (gazetteer ??= openGazetteer(bytes("places.bin")));
    },
    placesOf(tables) {
      const known = names.get(tables) ?? new PlaceNames(tables, this.gazetteer);
      names.set(tables, known);
      return known;
    },
    segment: (document) => segmentDocument(document, segmenter),
    parse: (segmented) => {
      const parsed = parseDocument(segmented, network, codebook.language);
      // A document that was cleaned has the issue already.
      const { text, issues } = segmented.document;
      const told = issues.some(({ code }) => code === "not-english");
      const language = told ? null : languageIssue(text);
      return language ? { ...parsed, issues: [...parsed.issues, language] } : parsed;
    },
  };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes));
  } catch (cause) {
    throw new ComityError("segmenter-weights", "segment.json of the language model is not JSON.", "Install the package again.", { cause }); // prettier-ignore
  }
}
