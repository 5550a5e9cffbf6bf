import { countUndated, findEvents } from "../store/find-events.ts";
import { countryFlags } from "./country-argument.ts";
import { EVENT_COLUMNS } from "./event-csv.ts";
import { foundEventTable, type TableStyle } from "./event-table.ts";
import { listFound } from "./list-found.ts";
import { tell, type Format } from "./output.ts";

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
  const query = { between, since: flags.since ?? null, until: flags.until ?? null, country };
  let undated = 0;
  const count = await listFound(
    flags,
    async function* (database) {
      undated = await countUndated(database, query);
      yield* findEvents(database, query);
    },
    {
      json: ({ document, event }) => ({ document, ...event }),
      rows: (found) => [found],
      columns: EVENT_COLUMNS,
      table: (found) => foundEventTable(found, style),
    },
  );
  if (count > 0) tell(`comity: ${count} event${count === 1 ? "" : "s"}`);
  else tell(`comity: no such events in ${flags.db}; \`comity events --db ${flags.db}\` lists all that are there`);
  if (undated > 0)
    tell(`comity: ${undated} more without a date ${undated === 1 ? "is" : "are"} left out by --since and --until`);
  return 0;
}
