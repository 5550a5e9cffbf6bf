import { findReadouts, type FoundReadout, type ReadoutVoice } from "../store/find-readouts.ts";
import { countryFlags } from "./country-argument.ts";
import type { TableStyle } from "./event-table.ts";
import { fold, listFound, type Column } from "./list-found.ts";
import { tell, type Format } from "./output.ts";
import { readoutTable } from "./readout-table.ts";

export interface ReadoutsFlags {
  /** "PAK-CHN" */
  readonly dyad?: readonly [string, string];
  readonly since?: string;
  readonly until?: string;
  readonly db: string;
  readonly format: Format;
}

/** A row of CSV is what one side said once; the happening's own columns are repeated. */
const COLUMNS: readonly Column<FoundReadout, ReadoutVoice>[] = [
  ["kind", ({ kind }) => kind],
  ["sides", ({ sides }) => sides.join("; ")],
  ["first", ({ first }) => first],
  ["last", ({ last }) => last],
  ["side", ({ sides, told }, voice) => (told[0].includes(voice) ? sides[0] : sides[1])],
  ["speaker", (_, { statement }) => fold(statement.speaker?.text ?? "")],
  ["cue", (_, { statement }) => fold(statement.cue?.text ?? "")],
  ["content", (_, { statement }) => fold(statement.content.text)],
  ["type", (_, { event }) => event.type],
  ["mode", (_, { event }) => event.mode],
  ["status", (_, { event }) => event.status],
  ["event", (_, { event }) => event.id],
  ["statement", (_, { statement }) => statement.id],
  ["document", (_, { document }) => document.id],
  ["published", (_, { document }) => document.published],
  ["title", (_, { document }) => document.title],
  ["source", (_, { document }) => document.source],
  ["url", (_, { document }) => document.url],
];

/**
 * `comity readouts`: happenings that both sides tell, with the words of each beside the other's.
 * @returns the exit code 0, also when there are none
 * @throws InvalidArgumentError for an unknown country, ComityError for a database that cannot be read
 */
export async function readoutsCommand(flags: ReadoutsFlags, style: TableStyle): Promise<number> {
  const [a, b] = await countryFlags(...(flags.dyad ?? []));
  const query = { dyad: a && b ? ([a, b] as const) : null, since: flags.since ?? null, until: flags.until ?? null };
  const count = await listFound(flags, (database) => findReadouts(database, query), {
    json: (readout) => readout,
    rows: ({ told }) => told.flat(),
    columns: COLUMNS,
    table: (readout) => readoutTable(readout, style),
  });
  if (count > 0) tell(`comity: ${count} happening${count === 1 ? "" : "s"} told by both sides`);
  else
    tell(
      `comity: ${flags.db} holds no such happening that both sides tell; \`comity statements --db ${flags.db}\` lists what each says`,
    );
  return 0;
}
