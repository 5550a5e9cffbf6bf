import {
  copiesOf,
  groupClaims,
  type Claim,
  type ClaimRecord,
  type CodedDocument,
  type Proposition,
  type TextSentences,
} from "@comity/core";
import type { Database } from "./open-database.ts";
import { DOCUMENT_COLUMNS, foundDocument, streamRows, words, type FoundDocument } from "./stream-rows.ts";

export interface ClaimQuery {
  /** Country of somebody who says or denies it, and of somebody whom it concerns, alpha-3; null: any. */
  readonly speaker: string | null;
  readonly about: string | null;
  /** ISO day: somebody says or denies it on this day or later; null: open. */
  readonly since: string | null;
  /** Told by at least so many documents. */
  readonly documents: number;
}

/** Somebody who says or denies it. */
export interface ClaimVoice {
  readonly document: FoundDocument;
  readonly statement: Pick<
    CodedDocument["statements"][number],
    "id" | "speaker" | "speakers" | "cue" | "content" | "kind"
  >;
  /** The clause that claims it, as the document has it. */
  readonly text: string;
}

export interface FoundClaim extends Pick<Claim, "first" | "documents" | "texts"> {
  /** The clause that words it best. */
  readonly text: string;
  readonly says: readonly ClaimVoice[];
  readonly denies: readonly ClaimVoice[];
}

/** Claims whose voices are read from the store at a time. */
const BATCH = 50;

/**
 * What stored statements say alike, those told by most documents first. All statements are grouped, whatever is asked for, so that counts and grouping never depend on the question.
 * Memory grows with the number of propositions, by about a kilobyte each.
 */
export async function* findClaims(database: Database, query: ClaimQuery): AsyncGenerator<FoundClaim> {
  const { records, days } = await readPropositions(database);
  const [spoken, concerned] = [
    await statementsOf(database, "speaker", query.speaker),
    await statementsOf(database, "about", query.about),
  ];
  const has = (keys: readonly string[], asked: ReadonlySet<string> | null): boolean =>
    asked === null || keys.some((key) => asked.has(statementOf(key)));
  const found = groupClaims(records).filter(({ says, denies, documents }) => {
    const all = [...says, ...denies];
    return (
      documents >= query.documents &&
      has(all, spoken) &&
      has(all, concerned) &&
      (query.since === null || all.some((key) => (days.get(key) ?? "") >= (query.since ?? "")))
    );
  });
  for (let from = 0; from < found.length; from += BATCH) {
    const claims = found.slice(from, from + BATCH);
    const voices = await readVoices(database, claims.flatMap(({ says, denies }) => [...says, ...denies])); // prettier-ignore
    for (const { wording, says, denies, first, documents, texts } of claims) {
      const heard = (keys: readonly string[]): ClaimVoice[] => keys.flatMap((key) => voices.get(key) ?? []);
      yield {
        text: voices.get(wording)?.text ?? "",
        first,
        documents,
        texts,
        says: heard(says),
        denies: heard(denies),
      };
    }
  }
}

/** A proposition is named by its document, its statement and its position there. */
const keyOf = (...parts: readonly unknown[]): string => parts.map(String).join("/");
const statementOf = (key: string): string => key.slice(0, key.lastIndexOf("/"));

async function readPropositions(
  database: Database,
): Promise<{ records: ClaimRecord[]; days: Map<string, string | null> }> {
  const copies = copiesOf(await readTexts(database));
  const records: ClaimRecord[] = [];
  const days = new Map<string, string | null>();
  /** Reports of the same words: a sentence that other papers have taken over is a copy, whatever stands around it. */
  const bySentence = new Map<string, string>();
  const sql = `SELECT p.document_key, p.statement_id, p.position, p.denies, p.record, d.published, ${SENTENCE_KEY}
    FROM propositions p JOIN documents d ON d.document_key = p.document_key
    JOIN sentences s ON s.document_key = p.document_key AND s.position = p.sentence
    ORDER BY d.published NULLS LAST, d.id, p.document_key, p.start_offset, p.statement_id, p.position`;
  for await (const [document, statement, position, denies, record, published, sentence] of streamRows(database, sql)) {
    const [name, report] = [String(document), sentence === null ? null : String(sentence)];
    const own = copies.get(name) ?? name;
    const reportText = report === null ? own : (bySentence.get(report) ?? own);
    if (report !== null) bySentence.set(report, reportText);
    const key = keyOf(document, statement, position);
    days.set(key, words(published));
    records.push({
      ...(JSON.parse(String(record)) as Omit<Proposition, "start" | "end">),
      key,
      document: name,
      denies: denies === 1,
      day: words(published),
      reportText,
    });
  }
  return { records, days };
}

/** Equal for sentences of equal words, whatever their case, marks and blanks; null: too short to tell a copy by. Used inside one query, so that its hash may be any. */
const SENTENCE_KEY = String.raw`CASE WHEN length(s.text) >= 40 THEN hash(lower(regexp_replace(s.text, '[^\pL\pN]+', ' ', 'g'))) END`;

async function readTexts(database: Database): Promise<TextSentences[]> {
  const sql = `SELECT d.document_key, ${SENTENCE_KEY} FROM documents d JOIN sentences s ON s.document_key = d.document_key
    WHERE d.document_key IN (SELECT document_key FROM propositions)
    ORDER BY d.published NULLS LAST, d.id, d.document_key, s.position`;
  const texts: { document: string; sentences: bigint[] }[] = [];
  for await (const [document, sentence] of streamRows(database, sql)) {
    if (texts.at(-1)?.document !== document) texts.push({ document: String(document), sentences: [] });
    if (typeof sentence === "bigint") texts.at(-1)?.sentences.push(sentence);
  }
  return texts;
}

/** Statements with a party of the country; null: all. */
async function statementsOf(
  database: Database,
  side: "speaker" | "about",
  country: string | null,
): Promise<Set<string> | null> {
  if (country === null) return null;
  const sql = "SELECT document_key, statement_id FROM statement_parties WHERE side = ? AND country = ?";
  const keys = new Set<string>();
  for await (const row of streamRows(database, sql, [side, country])) keys.add(keyOf(...row));
  return keys;
}

async function readVoices(database: Database, keys: readonly string[]): Promise<Map<string, ClaimVoice>> {
  const sql = `SELECT ${DOCUMENT_COLUMNS}, s.record, p.document_key, p.statement_id, p.position, p.start_offset, p.end_offset
    FROM propositions p JOIN documents d ON d.document_key = p.document_key
    JOIN statements s ON s.document_key = p.document_key AND s.statement_id = p.statement_id
    WHERE concat_ws('/', p.document_key, p.statement_id, p.position) IN (${keys.map(() => "?").join(", ")})`;
  const voices = new Map<string, ClaimVoice>();
  for await (const row of streamRows(database, sql, keys)) {
    const { id, speaker, speakers, cue, content, kind } = JSON.parse(
      String(row[5]),
    ) as CodedDocument["statements"][number];
    voices.set(keyOf(row[6], row[7], row[8]), {
      document: foundDocument(row),
      statement: { id, speaker, speakers, cue, content, kind },
      text: content.text.slice(Number(row[9]) - content.start, Number(row[10]) - content.start),
    });
  }
  return voices;
}
