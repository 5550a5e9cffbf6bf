import type { Database } from "./open-database.ts";
import { streamRows, words } from "./stream-rows.ts";

/** A name that the codebook does not know. */
export interface UnknownName {
  readonly name: string;
  readonly sort: "person" | "organisation";
  readonly mentions: number;
  readonly documents: number;
  /** What its texts told most often; null: nothing. */
  readonly country: string | null;
  readonly sector: string | null;
  /** Up to three sentences, from the first documents by key. */
  readonly examples: readonly string[];
}

/**
 * Names of stored documents that stand for nobody in the codebook, the most frequent first: no entity, found by name, and neither a place nor a people,
 * nor a name that several in the codebook bear. Streams: memory stays flat.
 * @param sorts which ones; each of them is listed
 * @param limit null: all
 */
export async function* findUnknown(
  database: Database,
  sorts: readonly UnknownName["sort"][],
  limit: number | null,
): AsyncGenerator<UnknownName> {
  const sql = `WITH unknown AS (
      SELECT name, sort, document_key, sentence, country, sector, document_key || lpad(sentence::VARCHAR, 9, '0') AS place
      FROM mentions
      WHERE entity IS NULL AND how = 'name' AND candidates = '' AND sort IN (${sorts.map(() => "?").join(", ")})),
    counted AS (
      SELECT name, sort, count(*)::INTEGER AS n, count(DISTINCT document_key)::INTEGER AS documents, min(place, 9) AS places
      FROM unknown GROUP BY name, sort ORDER BY n DESC, documents DESC, name, sort ${limit === null ? "" : "LIMIT ?"}),
    told AS (
      SELECT name, sort, arg_max(country, (n, country)) FILTER (what = 'country') AS country, arg_max(country, (n, country)) FILTER (what = 'sector') AS sector
      FROM (
        SELECT name, sort, 'country' AS what, country, count(*) AS n FROM unknown SEMI JOIN counted USING (name, sort) WHERE country IS NOT NULL GROUP BY ALL
        UNION ALL
        SELECT name, sort, 'sector', sector, count(*) FROM unknown SEMI JOIN counted USING (name, sort) WHERE sector NOT IN ('UNK') GROUP BY ALL)
      GROUP BY name, sort),
    examples AS (
      SELECT name, sort, to_json(list(s.text ORDER BY place)) AS examples
      FROM (SELECT name, sort, unnest(list_slice(list_sort(list_distinct(places)), 1, 3)) AS place FROM counted) p
      JOIN sentences s ON s.document_key = p.place[:-10] AND s.position = p.place[-9:]::INTEGER
      GROUP BY name, sort)
    SELECT name, sort, n, documents, country, sector, examples
    FROM counted LEFT JOIN told USING (name, sort) LEFT JOIN examples USING (name, sort)
    ORDER BY n DESC, documents DESC, name, sort`;
  for await (const [name, sort, mentions, documents, country, sector, examples] of streamRows(database, sql, [
    ...sorts,
    ...(limit === null ? [] : [limit]),
  ]))
    yield {
      name: String(name),
      sort: sort === "person" ? "person" : "organisation",
      mentions: Number(mentions),
      documents: Number(documents),
      country: words(country),
      sector: words(sector),
      examples: typeof examples === "string" ? (JSON.parse(examples) as string[]) : [],
    };
}
