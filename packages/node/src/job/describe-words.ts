import { findActors, loadReader, plainDocument, type ActorMention, type Codebook } from "@comity/core";
import { readModel } from "./read-model.ts";

/**
 * The actors that the reader of English finds in a few words ("the Pakistani Prime Minister"), as it would in an article of that day; those that lie in
 * another one are left out.
 * @param day ISO day; null: not known
 * @returns empty where the words tell nobody, or only names that the codebook does not know
 * @throws ComityError where the model cannot be loaded
 */
export async function describeWords(words: string, codebook: Codebook, day: string | null): Promise<ActorMention[]> {
  const reader = loadReader(await readModel(null), codebook);
  const document = plainDocument("words", words, [{ start: 0, end: words.length }]);
  const { actors } = findActors(
    reader.parse(reader.segment({ ...document, published: day })),
    codebook.actors,
    reader.placesOf(codebook.places),
  );
  const told = actors.filter(
    ({ entity, country, how, candidates }) =>
      how !== "name" || entity !== null || country !== null || candidates.length > 0,
  );
  return told.filter(
    (one) =>
      !told.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          one.end <= other.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
}
