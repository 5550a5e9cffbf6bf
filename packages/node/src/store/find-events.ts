import type { CodedDocument } from "@comity/core";
import type { Database } from "./open-database.ts";
import { DOCUMENT_COLUMNS, foundDocument, streamRows, whereAll, type FoundDocument } from "./stream-rows.ts";

export interface EventQuery {
  /** Two countries, alpha-3: events with one of them on each side, in either direction, and joint events of both. Null: all events. */
  readonly between: readonly [string, string] | null;
  /** First and last ISO day, both included; null: open. An event without a date is listed only where both are null. */
  readonly since: string | null;
  readonly until: string | null;
  /** The country, alpha-3, in which the place of the event lies; null: any, and events without a place too. */
  readonly country: string | null;
}

/** An event with the document that tells it. */
export interface FoundEvent {
  readonly document: FoundDocument;
  readonly event: CodedDocument["events"][number];
}

/** Lists stored events by date, those without a date last, then in the order of their documents. Streams: memory stays flat. */
export async function* findEvents(database: Database, query: EventQuery): AsyncGenerator<FoundEvent> {
  const { where, values } = conditions(query);
  const sql = `SELECT ${DOCUMENT_COLUMNS}, e.record FROM events e JOIN documents d ON d.document_key = e.document_key${whereAll(where)}
    ORDER BY e.date_start NULLS LAST, d.id, d.document_key, e.position`;
  for await (const row of streamRows(database, sql, values))
    yield { document: foundDocument(row), event: JSON.parse(String(row[5])) as FoundEvent["event"] };
}

/** How many events the query leaves out only because no day is known of them; 0 where it asks for no days. */
export async function countUndated(database: Database, query: EventQuery): Promise<number> {
  if (query.since === null && query.until === null) return 0;
  const { where, values } = conditions({ ...query, since: null, until: null });
  const sql = `SELECT count(*) FROM events e${whereAll([...where, "e.date_start IS NULL"])}`;
  for await (const [count] of streamRows(database, sql, values)) return Number(count);
  return 0;
}

function conditions(query: EventQuery): { readonly where: readonly string[]; readonly values: readonly string[] } {
  const where: string[] = [];
  const values: string[] = [];
  if (query.between) {
    // Two different rows, one of each country, that are not both recipients: actor and recipient, or two actors of a joint event.
    where.push(
      `EXISTS (SELECT 1 FROM event_actors a JOIN event_actors b ON a.document_key = b.document_key AND a.event_id = b.event_id
        WHERE a.document_key = e.document_key AND a.event_id = e.event_id AND a.country = ? AND b.country = ?
          AND NOT (a.side = 'recipient' AND b.side = 'recipient')
          AND (a.side <> b.side OR NOT EXISTS (SELECT 1 FROM event_actors r
            WHERE r.document_key = e.document_key AND r.event_id = e.event_id AND r.side = 'recipient')))`,
    );
    values.push(...query.between);
  }
  if (query.since) {
    where.push("e.date_end >= ?");
    values.push(query.since);
  }
  if (query.until) {
    where.push("e.date_start <= ?");
    values.push(query.until);
  }
  if (query.country !== null) {
    where.push("e.place_country = ?");
    values.push(query.country);
  }
  return { where, values };
}
