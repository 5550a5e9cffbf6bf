import { stringify } from "csv-stringify/sync";
import { findClaims, type ClaimVoice, type FoundClaim } from "../store/find-claims.ts";
import { openDatabase } from "../store/open-database.ts";
import { claimTable } from "./claim-table.ts";
import type { Format } from "./code-command.ts";
import { countryFlags } from "./country-argument.ts";
import type { TableStyle } from "./event-table.ts";
import { tell, writeOut } from "./output.ts";

export interface ClaimsFlags {
  readonly speaker?: string;
  readonly about?: string;
  readonly since?: string;
  readonly documents: number;
  readonly db: string;
  readonly format: Format;
}

const fold = (words: string): string => words.replace(/\s+/gu, " ");

/** A row of CSV is one report of a claim; the claim's own columns are repeated. */
const COLUMNS: readonly (readonly [
  name: string,
  value: (claim: FoundClaim, voice: ClaimVoice) => string | number | null,
])[] = [
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
  const database = await openDatabase(flags.db, "read");
  let count = 0;
  try {
    if (flags.format === "csv") await writeOut(stringify([COLUMNS.map(([name]) => name)]));
    for await (const claim of findClaims(database, query)) {
      count += 1;
      if (flags.format === "jsonl") await writeOut(`${JSON.stringify(claim)}\n`);
      else if (flags.format === "csv")
        await writeOut(stringify([...claim.says, ...claim.denies].map((voice) => COLUMNS.map(([, value]) => value(claim, voice))))); // prettier-ignore
      else await writeOut(`${claimTable(claim, style)}\n`);
    }
  } finally {
    database.close();
  }
  if (count > 0) tell(`comity: ${count} claim${count === 1 ? "" : "s"}`);
  else tell(`comity: no such claims in ${flags.db}; --documents 1 also lists what one document alone tells`);
  return 0;
}
