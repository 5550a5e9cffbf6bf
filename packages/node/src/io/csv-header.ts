import { parse } from "csv-parse/sync";

/** The columns that an article is made of; other columns are passed on as they are. */
const known = new Set(["id", "text", "html", "title", "published", "source", "url", "language"]);

/** The header of a table, as far as its first line shows it. */
export interface CsvHeader {
  readonly delimiter: "," | ";" | "\t";
  /** Column names as `columnName` gives them. */
  readonly columns: readonly string[];
}

/** The name of a column: trimmed, and in lower case where it is one that an article is made of ("Text" is "text"). */
export function columnName(cell: string): string {
  const name = cell.trim();
  return known.has(name.toLowerCase()) ? name.toLowerCase() : name;
}

/** Whether a table with these columns holds articles. */
export function hasTextColumn(columns: readonly string[]): boolean {
  return columns.includes("text") || columns.includes("html");
}

/**
 * Reads the first line that is not blank as a header: the delimiter is the one that shows a text or html column, else the one that
 * shows the most columns, else the comma. Null: there is no such line.
 */
export function csvHeader(head: string): CsvHeader | null {
  const line = /[^\r\n]*\S[^\r\n]*/.exec(head)?.[0];
  if (line === undefined) return null;
  const delimiters = [",", ";", "\t"] as const;
  const headers = delimiters.map((delimiter): CsvHeader => ({
    delimiter,
    columns: cells(line, delimiter).map(columnName),
  }));
  const ranked = headers.toSorted(
    (a, b) =>
      Number(hasTextColumn(b.columns)) - Number(hasTextColumn(a.columns)) || b.columns.length - a.columns.length,
  );
  return ranked[0] ?? null;
}

/** Whether a first line can be nothing but a header of articles, whatever the file is called: a prose line must never match. */
export function isCertainHeader(columns: readonly string[]): boolean {
  return (
    hasTextColumn(columns) &&
    columns.filter((column) => known.has(column)).length >= 2 &&
    columns.every((column) => /^[\p{L}_][\p{L}\d_.-]*(?: [\p{L}\d_.-]+)?$/u.test(column))
  );
}

function cells(line: string, delimiter: string): readonly string[] {
  try {
    return parse(line, { delimiter, relax_quotes: true })[0] ?? [];
  } catch {
    // A quoted name that goes on in the next line.
    return line.split(delimiter);
  }
}
