import type { CodedDocument } from "@comity/core";
import type { DuckDBValue } from "@duckdb/node-api";
import type { Database } from "./open-database.ts";

/** The rows of a query, as they come: memory stays flat, however many there are. */
export async function* streamRows(
  { connection }: Database,
  sql: string,
  values: readonly (string | number)[] = [],
): AsyncGenerator<readonly DuckDBValue[]> {
  const result = await connection.stream(sql, [...values]);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    yield* chunk.getRows();
}

/** What is told of the document beside a record of it. */
export type FoundDocument = Pick<CodedDocument["document"], "id" | "title" | "published" | "source" | "url">;

/** The columns of {@link foundDocument}, of a table `d`. */
export const DOCUMENT_COLUMNS = "d.id, d.title, d.published, d.source, d.url";

export function foundDocument([id, title, published, source, url]: readonly DuckDBValue[]): FoundDocument {
  return { id: String(id), title: words(title), published: words(published), source: words(source), url: words(url) };
}

export const words = (value: DuckDBValue | undefined): string | null => (typeof value === "string" ? value : null);

/** " WHERE a AND b", or nothing. */
export const whereAll = (conditions: readonly string[]): string =>
  conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
