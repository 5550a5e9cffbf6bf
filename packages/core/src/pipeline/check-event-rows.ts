/**
 * Runs the sentences that the event rows of the codebook carry: each example must give what its row says and nothing else, by that row; no trap may be
 * coded by its row. In: the codebook and a reader. Out: what is wrong, row by row; empty where all is right.
 */
import type { Codebook } from "../codebook/codebook.ts";
import type { Operator } from "../codebook/events/operators.ts";
import type { Predicate } from "../codebook/events/predicates.ts";
import type { CodedEvent } from "../model/event.ts";
import type { ActorMention } from "../model/mention.ts";
import { readRecord } from "../read/read-record.ts";
import { codeArticle } from "./code-article.ts";
import type { Reader } from "./load-reader.ts";

export interface RowFault {
  readonly id: string;
  readonly kind: "example" | "other-row" | "trap";
  readonly sentence: string;
  readonly expected: string;
  readonly found: string;
}

/** @param only ids to run; null: all */
export function checkEventRows(
  codebook: Codebook,
  reader: Reader,
  only: ReadonlySet<string> | null = null,
): RowFault[] {
  return codebook.events.all
    .filter(({ id }) => only === null || only.has(id))
    .flatMap((row) => checkRow(row, codebook, reader));
}

function checkRow(row: Predicate | Operator, codebook: Codebook, reader: Reader): RowFault[] {
  const faults: RowFault[] = [];
  const want = row.kind === "operator" ? row.gives : row;
  const expected = want
    ? `${want.type}${want.mode === null ? "" : `/${want.mode}`} ${side(want.codes.actors)} > ${side(want.codes.recipients)}`
    : "nothing";
  const events = liveEvents(row.example, codebook, reader);
  const found = events.map(tell).join("; ") || "nothing";
  if (found !== expected) faults.push({ id: row.id, kind: "example", sentence: row.example, expected, found });
  else if (row.kind === "predicate" && events.some(({ rule }) => rule !== row.id))
    faults.push({
      id: row.id,
      kind: "other-row",
      sentence: row.example,
      expected: `coded by ${row.id}`,
      found: `coded by ${events.map(({ rule }) => rule).join(", ")}`,
    });
  const trapped = row.trap === "" ? [] : liveEvents(row.trap, codebook, reader).filter(({ rule }) => rule === row.id);
  if (trapped.length > 0)
    faults.push({
      id: row.id,
      kind: "trap",
      sentence: row.trap,
      expected: `nothing by ${row.id}`,
      found: trapped.map(tell).join("; "),
    });
  return faults;
}

/** What a sentence reports as happened or planned. */
function liveEvents(sentence: string, codebook: Codebook, reader: Reader): readonly CodedEvent[] {
  const hints = { id: "row", title: null, published: null, source: null, url: null, language: "en" };
  const article = readRecord({ text: sentence }, hints);
  if (article.kind !== "article") return [];
  return codeArticle(article, codebook, reader).events.filter(
    ({ status }) => status !== "negated" && status !== "hypothetical",
  );
}

const side = (codes: readonly string[]): string => [...new Set(codes)].toSorted().join("+");
const codeOf = ({ country, sector }: ActorMention): string => country ?? sector ?? "-";

function tell({ type, mode, actors, recipients }: CodedEvent): string {
  return `${type}${mode === null ? "" : `/${mode}`} ${side(actors.map(codeOf))} > ${side(recipients.map(codeOf))}`;
}
