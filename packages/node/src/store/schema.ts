/**
 * The tables of the store. Flat, one fact a row: lists stand in child tables, because DuckDB loads flat rows about twenty times faster than nested ones.
 * No primary keys: the store has one writer, which asks what is there before it adds.
 * `record` is the event's or statement's JSON as the contract writes it; the columns beside it are what queries ask for.
 */
export const SCHEMA_VERSION = "5";

export const TABLES: Readonly<Record<string, readonly (readonly [column: string, type: string])[]>> = {
  documents: [
    ["document_key", "VARCHAR"],
    ["id", "VARCHAR"],
    ["sha256", "VARCHAR"],
    ["title", "VARCHAR"],
    ["published", "VARCHAR"],
    ["source", "VARCHAR"],
    ["url", "VARCHAR"],
    ["language", "VARCHAR"],
    ["coder", "VARCHAR"],
    ["text", "VARCHAR"],
  ],
  sentences: [
    ["document_key", "VARCHAR"],
    ["position", "INTEGER"],
    ["start_offset", "INTEGER"],
    ["end_offset", "INTEGER"],
    ["text", "VARCHAR"],
  ],
  events: [
    ["document_key", "VARCHAR"],
    ["event_id", "VARCHAR"],
    ["position", "INTEGER"],
    ["type", "VARCHAR"],
    ["mode", "VARCHAR"],
    ["status", "VARCHAR"],
    ["quad", "VARCHAR"],
    ["score", "DOUBLE"],
    ["date_start", "VARCHAR"],
    ["date_end", "VARCHAR"],
    ["date_precision", "VARCHAR"],
    ["date_basis", "VARCHAR"], // text, dateline or published
    ["place", "VARCHAR"], // its name; null, as all of the next five: not told
    ["place_country", "VARCHAR"],
    ["place_precision", "VARCHAR"], // site, city, region or country
    ["latitude", "DOUBLE"],
    ["longitude", "DOUBLE"],
    ["geonames", "INTEGER"],
    ["sentence", "INTEGER"],
    ["confidence", "DOUBLE"],
    ["rule", "VARCHAR"],
    ["record", "VARCHAR"],
  ],
  event_actors: [
    ["document_key", "VARCHAR"],
    ["event_id", "VARCHAR"],
    ["side", "VARCHAR"], // actor or recipient
    ["position", "INTEGER"],
    ["name", "VARCHAR"],
    ["entity", "VARCHAR"],
    ["country", "VARCHAR"],
    ["sector", "VARCHAR"],
  ],
  statements: [
    ["document_key", "VARCHAR"],
    ["statement_id", "VARCHAR"],
    ["position", "INTEGER"],
    ["kind", "VARCHAR"],
    ["speaker", "VARCHAR"], // as it is written; null: nobody is named
    ["cue", "VARCHAR"],
    ["content", "VARCHAR"],
    ["record", "VARCHAR"],
  ],
  statement_parties: [
    ["document_key", "VARCHAR"],
    ["statement_id", "VARCHAR"],
    ["side", "VARCHAR"], // speaker, addressee or about
    ["position", "INTEGER"],
    ["entity", "VARCHAR"],
    ["country", "VARCHAR"],
    ["sector", "VARCHAR"], // null for whom it is about
    ["stance", "VARCHAR"], // only for whom it is about
  ],
  statement_events: [
    ["document_key", "VARCHAR"],
    ["statement_id", "VARCHAR"],
    ["event_id", "VARCHAR"],
  ],
  // What statements claim, a clause each, in the form by which they are grouped across documents.
  propositions: [
    ["document_key", "VARCHAR"],
    ["statement_id", "VARCHAR"],
    ["position", "INTEGER"],
    ["sentence", "INTEGER"],
    ["start_offset", "INTEGER"],
    ["end_offset", "INTEGER"],
    ["denies", "INTEGER"], // 1: the speaker says that it is not so
    ["record", "VARCHAR"],
  ],
  mentions: [
    ["document_key", "VARCHAR"],
    ["position", "INTEGER"],
    ["sentence", "INTEGER"],
    ["start_offset", "INTEGER"],
    ["end_offset", "INTEGER"],
    ["text", "VARCHAR"],
    ["name", "VARCHAR"],
    ["entity", "VARCHAR"],
    ["country", "VARCHAR"],
    ["sector", "VARCHAR"],
    ["sort", "VARCHAR"], // person, people, state, organisation, thing or place
    ["how", "VARCHAR"],
    ["confidence", "DOUBLE"],
    ["candidates", "VARCHAR"], // joined by "; "; empty: the words could mean one actor only, or nobody that is known
  ],
};

export type Row = readonly (string | number | null)[];

export function createTableSql(): string[] {
  return [
    "CREATE TABLE IF NOT EXISTS comity (schema_version VARCHAR)",
    ...Object.entries(TABLES).map(
      ([table, columns]) =>
        `CREATE TABLE IF NOT EXISTS ${table} (${columns.map(([name, type]) => `${name} ${type}`).join(", ")})`,
    ),
  ];
}
