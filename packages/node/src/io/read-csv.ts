import { breakFailure } from "./break-failure.ts";
import { columnName, csvHeader, hasTextColumn } from "./csv-header.ts";
import { csvRows, type CsvRow } from "./csv-rows.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { emptyFailure } from "./empty-failure.ts";
import type { Encoding } from "./encoding.ts";
import { failure } from "./failure.ts";
import type { RawFailure, RawRecord } from "./raw.ts";
import { recordBytes } from "./record-bytes.ts";
import { tooLongFailure } from "./too-long-failure.ts";

/**
 * The records of a delimited table with a header row, in constant memory: objects of strings, empty fields left out, the names that
 * articles are made of in lower case. `head` is the start of the decoded text, which shows the delimiter. A bad row is a failure at
 * its row, and the next rows go on; a table without a text or html column is one failure.
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  head: string,
  where: string,
  maxChars: number,
): AsyncGenerator<RawRecord | RawFailure, void> {
  const bytes = recordBytes(chunks, encoding);
  const delimiter = csvHeader(head)?.delimiter ?? ",";
  // Line ends of old Macintosh files only where there is no other.
  const lineEnds = /\r(?!\n)/.test(head) && !head.includes("\n") ? ["\r"] : ["\r\n", "\n"];
  let columns: readonly string[] | null = null;
  let last = 0;
  try {
    for await (const rows of csvRows(bytes.chunks, delimiter, lineEnds, maxChars)) {
      for (const row of rows) {
        last = row.number;
        const values = row.kind === "fields" ? row.fields.map((field) => decodeBytes(field, bytes.encoding)) : [];
        if (row.kind === "fields" && values.length === 1 && values[0]?.trim() === "") continue;
        if (columns === null) {
          columns = values.map(columnName);
          if (hasTextColumn(columns)) continue;
          yield noTextColumn(where, columns);
          return;
        }
        yield readRow(row, values, columns, `${where} row ${row.number}`, maxChars);
      }
    }
  } catch (error) {
    yield breakFailure(where, error, last === 0 ? null : `row ${last}`);
    return;
  }
  if (columns === null) yield emptyFailure(where);
  else if (last === 1)
    yield failure(where, "empty", "There is a header and no row below it. Leave it out, or fetch it again.");
}

function readRow(
  row: CsvRow,
  values: readonly string[],
  columns: readonly string[],
  where: string,
  maxChars: number,
): RawRecord | RawFailure {
  if (row.kind === "too-long") return tooLongFailure(where, "row", null, maxChars);
  if (row.kind === "open-quote") {
    return failure(
      where,
      "bad-row",
      "A quote opens in this row and is not closed before the end of the file, so that nothing after it could be read. Close it, or double quotes inside a quoted field.",
    );
  }
  if (values.reduce((sum, value) => sum + value.length, 0) > maxChars) {
    return tooLongFailure(where, "row", null, maxChars);
  }
  if (values.length !== columns.length) {
    return failure(
      where,
      "bad-row",
      `The row has ${values.length} fields, the header has ${columns.length}. Put fields that hold the delimiter, quotes or line ends in double quotes.`,
    );
  }
  const record = new Map<string, string>();
  for (const [i, value] of values.entries()) {
    const column = columns[i] ?? "";
    if (value !== "" && !record.has(column)) record.set(column, value);
  }
  return { kind: "record", where, record: Object.fromEntries(record) };
}

function noTextColumn(where: string, columns: readonly string[]): RawFailure {
  const shown = columns.slice(0, 20).map((column) => `"${column.slice(0, 40)}"`);
  if (columns.length > shown.length) shown.push("...");
  return failure(
    where,
    "no-text-column",
    `The header has no column "text" or "html", only ${shown.join(", ")}. Name the column with the article's text "text".`,
  );
}
