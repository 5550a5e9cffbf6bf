import { ComityError } from "../base/comity-error.ts";

/** One row of a table, with the place it was read from, so that every complaint can name `file:line:column`. */
export interface TableRow {
  readonly file: string;
  /** 1-based line of the file. */
  readonly line: number;
  /** The cell of a column; "" where it is empty. */
  cell(column: string): string;
  /** The parts of a cell that lists several, separated by "; "; empty where the cell is. */
  list(column: string): string[];
  /** The error for a cell that does not hold what was expected. */
  fault(column: string, found: string, expected: string): ComityError;
}

/**
 * Reads a tab-separated table of the codebook: a header line with exactly the given columns, then one record a row; no quoting. CRLF is accepted,
 * blank lines are not.
 * @param file what messages shall call it ("codebook/actors/roles.tsv")
 * @throws ComityError "codebook-table" naming file, line and column
 */
export function parseTable(file: string, content: string, columns: readonly string[]): TableRow[] {
  const lines = content.replace(/^\uFEFF/u, "").split(/\r?\n/u);
  if (lines.at(-1) === "") lines.pop();
  const fail = (line: number, column: number, found: string, expected: string): ComityError =>
    new ComityError(
      "codebook-table",
      `${file}:${line}:${column}: found ${found}; expected ${expected}`,
      "correct the table and run the command again",
    );
  const header = lines[0]?.split("\t") ?? [];
  const wrong = columns.findIndex((name, i) => header[i] !== name);
  if (wrong >= 0 || header.length !== columns.length) {
    const at = wrong >= 0 ? wrong : columns.length;
    throw fail(1, at + 1, header[at] === undefined ? "no column" : `column "${header[at]}"`, columns[at] ? `column "${columns[at]}"` : "no more columns");
  }
  return lines.slice(1).map((text, i) => {
    const line = i + 2;
    const cells = text.split("\t");
    if (cells.length !== columns.length) throw fail(line, 1, `${cells.length} cells`, `${columns.length} (${columns.join(", ")})`);
    const padded = cells.findIndex((cell) => cell !== cell.trim());
    if (padded >= 0) throw fail(line, padded + 1, `"${cells[padded] ?? ""}"`, "no blanks at the ends of a cell");
    const cell = (column: string): string => {
      const value = cells[columns.indexOf(column)];
      if (value === undefined) throw new Error(`table ${file} has no column ${column}`);
      return value;
    };
    return {
      file,
      line,
      cell,
      list: (column) => (cell(column) === "" ? [] : cell(column).split("; ")),
      fault: (column, found, expected) => fail(line, columns.indexOf(column) + 1, found === "" ? "an empty cell" : `"${found}"`, expected),
    };
  });
}
