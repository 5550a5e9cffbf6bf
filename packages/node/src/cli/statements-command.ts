import { stringify } from "csv-stringify/sync";
import { findStatements, type FoundStatement } from "../store/find-statements.ts";
import { openDatabase } from "../store/open-database.ts";
import type { Format } from "./code-command.ts";
import { countryFlags } from "./country-argument.ts";
import type { TableStyle } from "./event-table.ts";
import { tell, writeOut } from "./output.ts";
import { foundStatementTable } from "./statement-table.ts";

export interface StatementsFlags {
  readonly speaker?: string;
  readonly about?: string;
  readonly since?: string;
  readonly until?: string;
  readonly db: string;
  readonly format: Format;
}

const fold = (words: string): string => words.replace(/\s+/gu, " ");

/** The columns of a statement as a row; several parties are joined by "; ", unknown is empty. */
const COLUMNS: readonly (readonly [name: string, value: (found: FoundStatement) => string | null])[] = [
  ["document", ({ document }) => document.id],
  ["statement", ({ statement }) => statement.id],
  ["published", ({ document }) => document.published],
  ["speaker", ({ statement }) => fold(statement.speaker?.text ?? "")],
  ["speaker_country", ({ statement }) => statement.speakers.map(({ country }) => country ?? "").join("; ")],
  ["cue", ({ statement }) => fold(statement.cue?.text ?? "")],
  ["content", ({ statement }) => fold(statement.content.text)],
  ["kind", ({ statement }) => statement.kind],
  ["about_country", ({ statement }) => statement.about.map(({ country }) => country ?? "").join("; ")],
  ["about_stance", ({ statement }) => statement.about.map(({ stance }) => stance).join("; ")],
  ["events", ({ statement }) => statement.events.join("; ")],
  ["title", ({ document }) => document.title],
  ["source", ({ document }) => document.source],
  ["url", ({ document }) => document.url],
];

/**
 * `comity statements`: lists stored statements, who said what of whom.
 * @returns the exit code 0, also when there are none
 * @throws InvalidArgumentError for an unknown country, ComityError for a database that cannot be read
 */
export async function statementsCommand(flags: StatementsFlags, style: TableStyle): Promise<number> {
  const [speaker, about] = await countryFlags(flags.speaker, flags.about);
  const query = {
    speaker: speaker ?? null,
    about: about ?? null,
    since: flags.since ?? null,
    until: flags.until ?? null,
  };
  const database = await openDatabase(flags.db, "read");
  let count = 0;
  try {
    if (flags.format === "csv") await writeOut(stringify([COLUMNS.map(([name]) => name)]));
    for await (const found of findStatements(database, query)) {
      count += 1;
      if (flags.format === "jsonl")
        await writeOut(`${JSON.stringify({ document: found.document, ...found.statement })}\n`);
      else if (flags.format === "csv") await writeOut(stringify([COLUMNS.map(([, value]) => value(found) ?? "")]));
      else await writeOut(`${foundStatementTable(found, style)}\n`);
    }
  } finally {
    database.close();
  }
  if (count > 0) tell(`comity: ${count} statement${count === 1 ? "" : "s"}`);
  else
    tell(`comity: no such statements in ${flags.db}; \`comity statements --db ${flags.db}\` lists all that are there`);
  return 0;
}
