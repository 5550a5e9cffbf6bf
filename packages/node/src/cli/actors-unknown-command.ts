import { ORGANISATION_COLUMNS, PEOPLE_COLUMNS, rowId } from "@comity/core";
import { findUnknown, type UnknownName } from "../store/find-unknown.ts";
import { openDatabase } from "../store/open-database.ts";
import type { TableStyle } from "./event-table.ts";
import { tell, writeOut } from "./output.ts";
import { printable, wrapText } from "./tree-drawing-width.ts";

export const UNKNOWN_FORMATS = ["table", "jsonl", "tsv"] as const;

export interface UnknownFlags {
  readonly db: string;
  readonly limit: number;
  readonly kind?: "people" | "organisations";
  readonly format: (typeof UNKNOWN_FORMATS)[number];
}

/**
 * `comity actors unknown`: names that the codebook does not know, by frequency.
 * @returns the exit code 0, also when there are none
 * @throws ComityError for a database that cannot be read
 */
export async function actorsUnknownCommand(
  { db, limit, kind, format }: UnknownFlags,
  style: TableStyle,
): Promise<number> {
  const database = await openDatabase(db, "read");
  let count = 0;
  try {
    const kinds = kind ? [kind] : (["people", "organisations"] as const);
    // A table of the codebook holds one kind; elsewhere both stand in one list.
    const lists = format === "tsv" ? kinds.map((one) => [one]) : [kinds];
    for (const [i, list] of lists.entries()) {
      if (format === "tsv") await writeOut(`${i > 0 ? "\n" : ""}${columnsOf(list[0] ?? "people").join("\t")}\n`);
      const sorts = list.map((one) => (one === "people" ? "person" : "organisation"));
      for await (const found of findUnknown(database, sorts, limit === 0 ? null : limit)) {
        count += 1;
        if (format === "jsonl") await writeOut(`${JSON.stringify(found)}\n`);
        else await writeOut(format === "tsv" ? row(found) : entry(found, style));
      }
    }
  } finally {
    database.close();
  }
  tell(count > 0 ? `comity: ${count} unknown name${count === 1 ? "" : "s"}` : `comity: no unknown names in ${db}`);
  return 0;
}

const columnsOf = (kind: "people" | "organisations"): readonly string[] =>
  kind === "people" ? PEOPLE_COLUMNS : ORGANISATION_COLUMNS;

/** A row of people or organisations, with what the texts told; an analyst fills in the rest. */
function row({ name, sort, country, sector }: UnknownName): string {
  const written = printable(name);
  const cells: Readonly<Record<string, string>> = {
    id: rowId(written),
    name: written,
    of: country ?? "",
    country: country ?? "",
    sector: sector ?? "",
  };
  return `${columnsOf(sort === "person" ? "people" : "organisations").map((column) => cells[column] ?? "").join("\t")}\n`; // prettier-ignore
}

function entry(
  { name, sort, mentions, documents, country, sector, examples }: UnknownName,
  { width }: TableStyle,
): string {
  const told = [country, sector].filter((code) => code !== null).join(" ");
  const where = `${mentions}× in ${documents} document${documents === 1 ? "" : "s"}`;
  const lines = examples.flatMap((example) =>
    wrapText(`“${printable(example)}”`, width - 4).map((line) => `    ${line}`),
  );
  return `${[`${printable(name)} · ${sort}${told === "" ? "" : ` · ${told}`} · ${where}`, ...lines].join("\n")}\n\n`;
}
