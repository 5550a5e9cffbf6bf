import { countUndated, findEvents } from "../store/find-events.ts";
import { openDatabase } from "../store/open-database.ts";
import type { Format } from "./code-command.ts";
import { countryFlags } from "./country-argument.ts";
import { csvHeader, csvRow } from "./event-csv.ts";
import { foundEventTable, type TableStyle } from "./event-table.ts";
import { tell, writeOut } from "./output.ts";

export interface EventsFlags {
  readonly between?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly in?: string;
  readonly db: string;
  readonly format: Format;
}

/**
 * `comity events`: lists stored events with their sentences.
 * @returns the exit code 0, also when there are none
 * @throws InvalidArgumentError for an unknown country, ComityError for a database that cannot be read
 */
export async function eventsCommand(flags: EventsFlags, style: TableStyle): Promise<number> {
  const [first, second] = flags.between ?? [];
  const [a = null, b = null, country = null] = await countryFlags(first, second, flags.in);
  const between = a !== null && b !== null ? ([a, b] as const) : null;
  const database = await openDatabase(flags.db, "read");
  let [count, undated] = [0, 0];
  try {
    if (flags.format === "csv") await writeOut(csvHeader());
    const query = { between, since: flags.since ?? null, until: flags.until ?? null, country };
    undated = await countUndated(database, query);
    for await (const found of findEvents(database, query)) {
      count += 1;
      if (flags.format === "jsonl") await writeOut(`${JSON.stringify({ document: found.document, ...found.event })}\n`);
      else if (flags.format === "csv") await writeOut(csvRow(found));
      else await writeOut(`${foundEventTable(found, style)}\n`);
    }
  } finally {
    database.close();
  }
  if (count > 0) tell(`comity: ${count} event${count === 1 ? "" : "s"}`);
  else tell(`comity: no such events in ${flags.db}; \`comity events --db ${flags.db}\` lists all that are there`);
  if (undated > 0)
    tell(`comity: ${undated} more without a date ${undated === 1 ? "is" : "are"} left out by --since and --until`);
  return 0;
}
