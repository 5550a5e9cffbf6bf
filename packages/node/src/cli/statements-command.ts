import { findStatements, type FoundStatement } from "../store/find-statements.ts";
import { countryFlags } from "./country-argument.ts";
import type { TableStyle } from "./event-table.ts";
import { fold, listFound, type Column } from "./list-found.ts";
import { tell, type Format } from "./output.ts";
import { foundStatementTable } from "./statement-table.ts";

export interface StatementsFlags {
  readonly speaker?: string;
  readonly about?: string;
  readonly since?: string;
  readonly until?: string;
  readonly db: string;
  readonly format: Format;
}

/** The columns of a statement as a row; several parties are joined by "; ", unknown is empty. */
const COLUMNS: readonly Column<FoundStatement>[] = [
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
  const count = await listFound(flags, (database) => findStatements(database, query), {
    json: ({ document, statement }) => ({ document, ...statement }),
    rows: (found) => [found],
    columns: COLUMNS,
    table: (found) => foundStatementTable(found, style),
  });
  if (count > 0) tell(`comity: ${count} statement${count === 1 ? "" : "s"}`);
  else
    tell(`comity: no such statements in ${flags.db}; \`comity statements --db ${flags.db}\` lists all that are there`);
  return 0;
}
