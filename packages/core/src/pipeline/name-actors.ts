import type { Codebook } from "../codebook/codebook.ts";
import { linkActors } from "../coref/link-actors.ts";
import { findActors } from "../mention/find-actors.ts";
import type { Linked } from "../model/mention.ts";
import type { Parsed } from "../model/parsed.ts";
import type { Reader } from "./load-reader.ts";

/** Who is named and meant in a document that is read: actors, with pronouns and descriptions tied to them. */
export const nameActors = (parsed: Parsed, codebook: Codebook, reader: Reader): Linked =>
  linkActors(findActors(parsed, codebook.actors, reader.placesOf(codebook.places)), codebook);
