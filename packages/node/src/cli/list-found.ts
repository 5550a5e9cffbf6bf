import { stringify } from "csv-stringify/sync";
import { openDatabase, type Database } from "../store/open-database.ts";
import { writeOut, type Format } from "./output.ts";

/** A column of CSV: its name, and what stands in it for an item and the row of the item; null and undefined are an empty cell. */
export type Column<Item, Row = unknown> = readonly [
  name: string,
  value: (item: Item, row: Row) => string | number | null | undefined,
];

/** How one thing that a database holds is written. */
interface Listing<Item, Row> {
  /** The object of a line of JSON. */
  readonly json: (item: Item) => unknown;
  /** The rows of CSV that an item gives. */
  readonly rows: (item: Item) => readonly Row[];
  readonly columns: readonly Column<Item, Row>[];
  readonly table: (item: Item) => string;
}

/** Line breaks and runs of blanks of a text as single blanks, so that it stands in one cell. */
export const fold = (words: string): string => words.replace(/\s+/gu, " ");

/**
 * Writes what a query finds in a database to the standard output, one item after the other, and closes the database.
 * @returns how many there were
 * @throws ComityError for a database that cannot be read
 */
export async function listFound<Item, Row>(
  where: { readonly db: string; readonly format: Format },
  find: (database: Database) => AsyncIterable<Item> | Promise<readonly Item[]>,
  { json, rows, columns, table }: Listing<Item, Row>,
): Promise<number> {
  const database = await openDatabase(where.db, "read");
  let count = 0;
  try {
    if (where.format === "csv") await writeOut(stringify([columns.map(([name]) => name)]));
    for await (const item of await find(database)) {
      count += 1;
      if (where.format === "jsonl") await writeOut(`${JSON.stringify(json(item))}\n`);
      else if (where.format === "csv")
        await writeOut(stringify(rows(item).map((row) => columns.map(([, value]) => value(item, row)))));
      else await writeOut(`${table(item)}\n`);
    }
  } finally {
    database.close();
  }
  return count;
}
