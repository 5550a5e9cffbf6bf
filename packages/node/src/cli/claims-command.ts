import { findClaims, type ClaimVoice, type FoundClaim } from "../store/find-claims.ts";
import { claimTable } from "./claim-table.ts";
import { countryFlags } from "./country-argument.ts";
import type { TableStyle } from "./event-table.ts";
import { fold, listFound, type Column } from "./list-found.ts";
import { tell, type Format } from "./output.ts";

export interface ClaimsFlags {
  readonly speaker?: string;
  readonly about?: string;
  readonly since?: string;
  readonly documents: number;
  readonly db: string;
  readonly format: Format;
}

/** A row of CSV is one report of a claim; the claim's own columns are repeated. */
const COLUMNS: readonly Column<FoundClaim, ClaimVoice>[] = [
  ["claim", ({ text }) => fold(text)],
  ["first", ({ first }) => first],
  ["documents", ({ documents }) => documents],
  ["texts", ({ texts }) => texts],
  ["side", ({ says }, voice) => (says.includes(voice) ? "says" : "denies")],
  ["speaker", (_, { statement }) => fold(statement.speaker?.text ?? "")],
  ["speaker_country", (_, { statement }) => statement.speakers.map(({ country }) => country ?? "").join("; ")],
  ["cue", (_, { statement }) => fold(statement.cue?.text ?? "")],
  ["content", (_, { text }) => fold(text)],
  ["statement", (_, { statement }) => statement.id],
  ["document", (_, { document }) => document.id],
  ["published", (_, { document }) => document.published],
  ["title", (_, { document }) => document.title],
  ["source", (_, { document }) => document.source],
  ["url", (_, { document }) => document.url],
];

/**
 * `comity claims`: what several documents' statements say alike, who says it and who denies it.
 * @returns the exit code 0, also when there are none
 * @throws InvalidArgumentError for an unknown country, ComityError for a database that cannot be read
 */
export async function claimsCommand(flags: ClaimsFlags, style: TableStyle): Promise<number> {
  const [speaker, about] = await countryFlags(flags.speaker, flags.about);
  const query = {
    speaker: speaker ?? null,
    about: about ?? null,
    since: flags.since ?? null,
    documents: flags.documents,
  };
  const count = await listFound(flags, (database) => findClaims(database, query), {
    json: (claim) => claim,
    rows: ({ says, denies }) => [...says, ...denies],
    columns: COLUMNS,
    table: (claim) => claimTable(claim, style),
  });
  if (count > 0) tell(`comity: ${count} claim${count === 1 ? "" : "s"}`);
  else tell(`comity: no such claims in ${flags.db}; --documents 1 also lists what one document alone tells`);
  return 0;
}
