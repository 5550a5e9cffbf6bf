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
 * @returns the rows, each read when it is asked for
 * @throws ComityError "codebook-table" naming file, line and column
 */
export function* parseTable(file: string, content: string, columns: readonly string[]): Generator<TableRow, void> {
  const table: Table = { file, columns };
  let at = content.startsWith("\uFEFF") ? 1 : 0;
  for (let line = 1; at < content.length || line === 1; line += 1) {
    const next = content.indexOf("\n", at);
    const end = next < 0 ? content.length : next;
    const cells = at >= content.length ? [] : content.slice(at, content.charCodeAt(end - 1) === RETURN ? end - 1 : end).split("\t");
    if (line === 1) checkHeader(table, cells);
    else yield checkedRow(table, line, cells);
    at = end + 1;
  }
}

const RETURN = 13;

function checkHeader(table: Table, header: readonly string[]): void {
  const { columns } = table;
  const wrong = columns.findIndex((name, i) => header[i] !== name);
  if (wrong < 0 && header.length === columns.length) return;
  const at = wrong >= 0 ? wrong : columns.length;
  throw failure(table, 1, at + 1, header[at] === undefined ? "no column" : `column "${header[at]}"`, columns[at] ? `column "${columns[at]}"` : "no more columns");
}

function checkedRow(table: Table, line: number, cells: readonly string[]): TableRow {
  const { columns } = table;
  if (cells.length !== columns.length) throw failure(table, line, 1, `${cells.length} cells`, `${columns.length} (${columns.join(", ")})`);
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? "";
    if (mayBePadded(cell) && cell !== cell.trim()) throw failure(table, line, at + 1, `"${cell}"`, "no blanks at the ends of a cell");
  }
  return new Row(table, line, cells);
}

interface Table {
  readonly file: string;
  readonly columns: readonly string[];
}

/** One object a row and no closures, made when it is asked for: the tables have tens of thousands of rows, and every command reads them. */
class Row implements TableRow {
  readonly #table: Table;
  readonly line: number;
  readonly #cells: readonly string[];

  constructor(table: Table, line: number, cells: readonly string[]) {
    this.#table = table;
    this.line = line;
    this.#cells = cells;
  }

  get file(): string {
    return this.#table.file;
  }

  cell(column: string): string {
    const value = this.#cells[this.#table.columns.indexOf(column)];
    if (value === undefined) throw new Error(`table ${this.file} has no column ${column}`);
    return value;
  }

  list(column: string): string[] {
    const cell = this.cell(column);
    return cell === "" ? [] : cell.split("; ");
  }

  fault(column: string, found: string, expected: string): ComityError {
    const at = this.#table.columns.indexOf(column) + 1;
    return failure(this.#table, this.line, at, found === "" ? "an empty cell" : `"${found}"`, expected);
  }
}

/** Whether a cell begins or ends with what may be a blank: nearly none does, and trimming them all takes long. */
function mayBePadded(cell: string): boolean {
  if (cell === "") return false;
  const [first, last] = [cell.charCodeAt(0), cell.charCodeAt(cell.length - 1)];
  return first <= 32 || last <= 32 || first > 127 || last > 127;
}

function failure({ file }: Table, line: number, column: number, found: string, expected: string): ComityError {
  return new ComityError(
    "codebook-table",
    `${file}:${line}:${column}: found ${found}; expected ${expected}`,
    "correct the table and run the command again",
  );
}
