/**
 * Runs the sentences that the cue rows of the codebook carry: each example must give the statement that its row says and no other, by that row; no trap may
 * give a statement by its row. In: the codebook and a reader. Out: what is wrong, row by row; empty where all is right.
 */
import type { Codebook } from "../codebook/codebook.ts";
import type { Cue } from "../codebook/statements/cues.ts";
import type { Statement } from "../model/statement.ts";
import { readRecord } from "../read/read-record.ts";
import { codeArticle } from "./code-article.ts";
import type { RowFault } from "./check-event-rows.ts";
import type { Reader } from "./load-reader.ts";

/** @param only ids to run; null: all */
export function checkCueRows(codebook: Codebook, reader: Reader, only: ReadonlySet<string> | null = null): RowFault[] {
  return codebook.cues.all
    .filter(({ id }) => only === null || only.has(id))
    .flatMap((row) => checkRow(row, codebook, reader));
}

function checkRow(row: Cue, codebook: Codebook, reader: Reader): RowFault[] {
  const faults: RowFault[] = [];
  const { id, example: sentence, gives } = row;
  const expected = gives ? `${gives.speaker || "-"} | ${gives.cue || "-"} | ${gives.content || "-"}` : "nothing";
  const statements = statementsIn(sentence, codebook, reader);
  const found = statements.map(tellStatement).join("; ") || "nothing";
  if (found !== expected) faults.push({ id, kind: "example", sentence, expected, found });
  // A word that only leads to a cue is no row of a statement.
  else if (row.content.length > 0 && statements.some(({ rule }) => rule !== id))
    faults.push({
      id,
      kind: "other-row",
      sentence,
      expected: `told by ${id}`,
      found: `told by ${statements.map(({ rule }) => rule).join(", ")}`,
    });
  const trapped = row.trap === "" ? [] : statementsIn(row.trap, codebook, reader).filter(({ rule }) => rule === id);
  if (trapped.length > 0)
    faults.push({
      id,
      kind: "trap",
      sentence: row.trap,
      expected: `nothing by ${id}`,
      found: trapped.map(tellStatement).join("; "),
    });
  return faults;
}

function statementsIn(text: string, codebook: Codebook, reader: Reader): readonly Statement[] {
  const hints = { id: "row", title: null, published: null, source: null, url: null, language: "en" };
  const article = readRecord({ text }, hints);
  return article.kind === "article" ? codeArticle(article, codebook, reader).statements : [];
}

/** "speaker | cue | content", "-" for a part that is not there; what is said without its gaps. */
function tellStatement({ speakers, cue, content }: Statement): string {
  return `${speakers[0]?.text ?? "-"} | ${cue?.text ?? "-"} | ${content.text}`;
}
