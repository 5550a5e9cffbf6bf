import { contentId, type ActorMention, type CodedDocument, type Statement } from "@comity/core";
import type { DuckDBAppender } from "@duckdb/node-api";
import { explain, type Database } from "./open-database.ts";
import { TABLES, type Row } from "./schema.ts";

/** What became of the documents that were handed in. */
export interface StoreCounts {
  added: number;
  /** The same document, coded again by another version: its events were replaced. */
  replaced: number;
  /** The same document, coded by the same version: nothing was changed. */
  unchanged: number;
}

/** A document with its text, all its sentences and all actors found, which the contract's JSON does not carry, or not always. */
export interface StoredDocument {
  readonly coded: CodedDocument;
  readonly text: string;
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
  readonly mentions: readonly ActorMention[];
  readonly claims: readonly Pick<Statement, "id" | "denies" | "propositions">[];
}

/** Documents are written together: DuckDB's appender is fast for many rows, not for many calls. Bounded by text too, so that memory stays flat. */
const BATCH_DOCUMENTS = 200;
const BATCH_CHARS = 8_000_000;

/**
 * Writes coded documents into the store. The same document (id and text) again changes nothing; a batch is written whole or not at all.
 * Call {@link finish} at the end, also after an interruption: what was handed in before is then stored.
 */
export class RecordStore {
  readonly counts: StoreCounts = { added: 0, replaced: 0, unchanged: 0 };
  readonly #database: Database;
  readonly #file: string;
  #batch = new Map<string, StoredDocument>();
  #chars = 0;

  /** @param file the database's name, for messages */
  constructor(database: Database, file: string) {
    this.#database = database;
    this.#file = file;
  }

  /** @throws ComityError "disk-full" and others of {@link explain}; the batch is then rolled back */
  async add(document: StoredDocument): Promise<void> {
    const { id, sha256 } = document.coded.document;
    const key = contentId(id, sha256);
    if (this.#batch.has(key)) this.counts.unchanged += 1;
    else this.#chars += document.text.length;
    this.#batch.set(key, document);
    if (this.#batch.size >= BATCH_DOCUMENTS || this.#chars >= BATCH_CHARS) await this.#flush();
  }

  async finish(): Promise<void> {
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = new Map();
    this.#chars = 0;
    if (batch.size === 0) return;
    const { connection } = this.#database;
    try {
      await connection.run("BEGIN TRANSACTION");
      const stored = await this.#coders([...batch.keys()]);
      const rows = new Map<string, Row[]>(Object.keys(TABLES).map((table) => [table, []]));
      const counts = { added: 0, replaced: 0, unchanged: 0 };
      for (const [key, document] of batch) {
        const coder = coderName(document.coded);
        const before = stored.get(key);
        if (before === coder) {
          counts.unchanged += 1;
          continue;
        }
        if (before !== undefined)
          for (const table of Object.keys(TABLES))
            await connection.run(`DELETE FROM ${table} WHERE document_key = ?`, [key]);
        counts[before === undefined ? "added" : "replaced"] += 1;
        for (const [table, row] of rowsOf(key, document, coder)) rows.get(table)?.push(row);
      }
      for (const [table, tableRows] of rows) await this.#append(table, tableRows);
      await connection.run("COMMIT");
      for (const name of ["added", "replaced", "unchanged"] as const) this.counts[name] += counts[name];
    } catch (error) {
      await connection.run("ROLLBACK").catch(() => undefined); // the first error is the one to tell
      throw explain(this.#file, error);
    }
  }

  async #coders(keys: readonly string[]): Promise<Map<string, string>> {
    const reader = await this.#database.connection.runAndReadAll(
      `SELECT document_key, coder FROM documents WHERE document_key IN (${keys.map(() => "?").join(", ")})`,
      [...keys],
    );
    return new Map(reader.getRows().map(([key, coder]) => [String(key), String(coder)]));
  }

  async #append(table: string, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const appender = await this.#database.connection.createAppender(table);
    const columns = TABLES[table] ?? [];
    for (const row of rows) {
      for (const [i, [, type]] of columns.entries()) appendCell(appender, type, row[i] ?? null);
      appender.endRow();
    }
    appender.flushSync();
    appender.closeSync();
  }
}

function appendCell(appender: DuckDBAppender, type: string, value: string | number | null): void {
  if (value === null) appender.appendNull();
  else if (type === "INTEGER") appender.appendInteger(Number(value));
  else if (type === "DOUBLE") appender.appendDouble(Number(value));
  else appender.appendVarchar(String(value).toWellFormed()); // a lone surrogate is no UTF-8
}

/** The version that coded a document, as one word: another one replaces what it coded. */
function coderName({ coder }: CodedDocument): string {
  return [coder.version, coder.codebook, coder.model].join("/");
}

/** The cells of a place that is not told. */
const NOTHING: readonly null[] = [null, null, null, null, null, null];

function* rowsOf(
  key: string,
  { coded, text, sentences, mentions, claims }: StoredDocument,
  coder: string,
): Generator<[table: string, row: Row]> {
  const { id, sha256, title, published, source, url, language } = coded.document;
  yield ["documents", [key, id, sha256, title, published, source, url, language, coder, text]];
  for (const [i, { start, end }] of sentences.entries())
    yield ["sentences", [key, i, start, end, text.slice(start, end)]];
  for (const [i, mention] of mentions.entries()) {
    const { sentence, start, end, name, entity, country, sector, sort, how, confidence, candidates } = mention;
    const words = [mention.text, name, entity, country, sector, sort, how];
    yield ["mentions", [key, i, sentence, start, end, ...words, confidence, candidates.join("; ")]];
  }
  for (const [i, event] of coded.events.entries()) {
    const { type, mode, status, quad, score, date, place, sentence, confidence, rule } = event;
    const when = date ? [date.start, date.end, date.precision, date.basis] : NOTHING.slice(0, 4);
    const where = place ? [place.name, place.country, place.precision, place.lat, place.lon, place.geonames] : NOTHING;
    const how = [sentence.index, confidence, rule, JSON.stringify(event)];
    yield ["events", [key, event.id, i, type, mode, status, quad, score, ...when, ...where, ...how]];
    for (const side of ["actor", "recipient"] as const) {
      for (const [position, actor] of event[side].entries()) {
        yield ["event_actors", [key, event.id, side, position, actor.name, actor.entity, actor.country, actor.sector]];
      }
    }
  }
  for (const [i, statement] of coded.statements.entries()) {
    const { speaker, speakers, addressee, about, cue, content, kind } = statement;
    const words = [speaker?.text ?? null, cue?.text ?? null, content.text];
    yield ["statements", [key, statement.id, i, kind, ...words, JSON.stringify(statement)]];
    for (const [side, parties] of [
      ["speaker", speakers],
      ["addressee", addressee],
    ] as const)
      for (const [position, { entity, country, sector }] of parties.entries())
        yield ["statement_parties", [key, statement.id, side, position, entity, country, sector, null]];
    for (const [position, { entity, country, stance }] of about.entries())
      yield ["statement_parties", [key, statement.id, "about", position, entity, country, null, stance]];
    for (const event of statement.events) yield ["statement_events", [key, statement.id, event]];
  }
  for (const { id: statement, denies, propositions } of claims)
    for (const [i, { start, end, ...proposition }] of propositions.entries()) {
      const sentence = sentences.findIndex((one) => one.start <= start && start < one.end);
      yield ["propositions", [key, statement, i, sentence, start, end, denies ? 1 : 0, JSON.stringify(proposition)]];
    }
}
