import { pairReadouts, type CodedDocument, type Readout, type Telling } from "@comity/core";
import type { Database } from "./open-database.ts";
import { DOCUMENT_COLUMNS, foundDocument, streamRows, whereAll, type FoundDocument } from "./stream-rows.ts";

export interface ReadoutQuery {
  /** Two countries, alpha-3; null: any. */
  readonly dyad: readonly [string, string] | null;
  /** First and last ISO day, both included; null: open. A happening without a day is listed only where both are null. */
  readonly since: string | null;
  readonly until: string | null;
}

type WireEvent = CodedDocument["events"][number];
type WireStatement = CodedDocument["statements"][number];

/** What somebody of one side said of a happening, and the event as it stands there. */
export interface ReadoutVoice {
  readonly document: FoundDocument;
  readonly statement: Pick<WireStatement, "id" | "speaker" | "speakers" | "cue" | "content" | "kind">;
  readonly event: Pick<WireEvent, "id" | "type" | "mode" | "status" | "actor" | "recipient">;
}

export interface FoundReadout extends Omit<Readout, "told"> {
  readonly told: readonly [readonly ReadoutVoice[], readonly ReadoutVoice[]];
}

/**
 * Happenings that both sides tell, by day: events of two states in statements of a speaker of each, in one document or in several. An event counts for a statement if it stands
 * inside what is said, or in the sentence that reports it ("after meeting her, he said that ...").
 */
export async function findReadouts(database: Database, { dyad, since, until }: ReadoutQuery): Promise<FoundReadout[]> {
  const voices = new Map<string, ReadoutVoice>();
  const tellings: Telling[] = [];
  for await (const { document, key, event, statement } of told(database, dyad)) {
    const name = `${key}/${event.id}/${statement.id}`;
    if (voices.has(name) || !belongs(event, statement)) continue;
    const { id, speaker, speakers, cue, content, kind } = statement;
    const { type, mode, status, actor, recipient } = event;
    voices.set(name, {
      document,
      statement: { id, speaker, speakers, cue, content, kind },
      event: { id: event.id, type, mode, status, actor, recipient },
    });
    const stated = event.date?.basis === "text" && event.date.start !== null ? event.date : null;
    tellings.push({
      key: name,
      document: key,
      type,
      countries: [...actor, ...recipient].flatMap(({ country }) => country ?? []),
      open: actor.length === 0 || recipient.length === 0,
      speakers: speakers.flatMap(({ country }) => country ?? []),
      start: stated?.start ?? document.published,
      end: stated ? (stated.end ?? stated.start) : document.published,
    });
  }
  const voicesOf = (keys: readonly string[]): ReadoutVoice[] => keys.flatMap((key) => voices.get(key) ?? []);
  return pairReadouts(tellings)
    .filter(
      ({ sides, first, last }) =>
        (dyad === null || dyad.every((side) => sides.includes(side))) &&
        (since === null || (last !== null && last >= since)) &&
        (until === null || (first !== null && first <= until)),
    )
    .map((readout) => ({ ...readout, told: [voicesOf(readout.told[0]), voicesOf(readout.told[1])] }));
}

interface Told {
  readonly document: FoundDocument;
  readonly key: string;
  readonly event: WireEvent;
  readonly statement: WireStatement;
}

/** Events of two states with the statements that somebody of one of them makes in the same document. */
async function* told(database: Database, dyad: readonly [string, string] | null): AsyncGenerator<Told> {
  const where = ["e.status IN ('actual', 'negated')", "p.side = 'speaker'", "a.country <> p.country"];
  if (dyad) where.push("a.country IN (?, ?)", "p.country IN (?, ?)");
  const sql = `SELECT DISTINCT ${DOCUMENT_COLUMNS}, e.document_key, e.record, s.record, d.published AS published, e.position, s.position AS said
    FROM events e JOIN documents d ON d.document_key = e.document_key
    JOIN event_actors a ON a.document_key = e.document_key AND a.event_id = e.event_id
    JOIN statement_parties p ON p.document_key = e.document_key
    JOIN statements s ON s.document_key = p.document_key AND s.statement_id = p.statement_id${whereAll(where)}
    ORDER BY published NULLS LAST, d.id, e.document_key, e.position, said`;
  for await (const row of streamRows(database, sql, dyad ? [...dyad, ...dyad] : []))
    yield {
      document: foundDocument(row),
      key: String(row[5]),
      event: JSON.parse(String(row[6])) as WireEvent,
      statement: JSON.parse(String(row[7])) as WireStatement,
    };
}

const inside = ({ start, end }: WireEvent["trigger"], from: number, to: number): boolean => from <= start && end <= to;

/** The event, in any of its tellings, stands in what is said or in the sentence that reports it. */
function belongs({ trigger, sentence, also }: WireEvent, { cue, content }: WireStatement): boolean {
  return [{ trigger, sentence }, ...also].some(
    (one) =>
      content.parts.some((part) => inside(one.trigger, part.start, part.end)) ||
      (cue !== null && inside(cue, one.sentence.start, one.sentence.end)),
  );
}
