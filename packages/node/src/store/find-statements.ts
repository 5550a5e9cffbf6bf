import type { CodedDocument } from "@comity/core";
import type { Database } from "./open-database.ts";
import { DOCUMENT_COLUMNS, foundDocument, streamRows, whereAll, type FoundDocument } from "./stream-rows.ts";

export interface StatementQuery {
  /** Country of a speaker, and of somebody whom it concerns, alpha-3; null: any. */
  readonly speaker: string | null;
  readonly about: string | null;
  /** First and last ISO day of publication, both included; null: open. A document without a day is listed only where both are null. */
  readonly since: string | null;
  readonly until: string | null;
}

/** A statement with the document that reports it. */
export interface FoundStatement {
  readonly document: FoundDocument;
  readonly statement: CodedDocument["statements"][number];
}

/** Lists stored statements by day of publication, those without one last, then in the order of their documents. Streams: memory stays flat. */
export async function* findStatements(database: Database, query: StatementQuery): AsyncGenerator<FoundStatement> {
  const where: string[] = [];
  const values: string[] = [];
  for (const side of ["speaker", "about"] as const) {
    const country = query[side];
    if (country === null) continue;
    where.push(
      `EXISTS (SELECT 1 FROM statement_parties p WHERE p.document_key = s.document_key AND p.statement_id = s.statement_id AND p.side = ? AND p.country = ?)`,
    );
    values.push(side, country);
  }
  if (query.since !== null) {
    where.push("d.published >= ?");
    values.push(query.since);
  }
  if (query.until !== null) {
    where.push("d.published <= ?");
    values.push(query.until);
  }
  const sql = `SELECT ${DOCUMENT_COLUMNS}, s.record FROM statements s JOIN documents d ON d.document_key = s.document_key${whereAll(where)}
    ORDER BY d.published NULLS LAST, d.id, d.document_key, s.position`;
  for await (const row of streamRows(database, sql, values))
    yield { document: foundDocument(row), statement: JSON.parse(String(row[5])) as FoundStatement["statement"] };
}
