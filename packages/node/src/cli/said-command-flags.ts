/** What is said: `comity statements`, `comity claims` and `comity readouts`, with their flags. */
import { InvalidArgumentError, Option, type Command } from "commander";
import type { ActorsProgram } from "./actors-command-flags.ts";
import { claimsCommand, type ClaimsFlags } from "./claims-command.ts";
import { readoutsCommand, type ReadoutsFlags } from "./readouts-command.ts";
import { statementsCommand, type StatementsFlags } from "./statements-command.ts";

/** Adds the three commands to the command line. */
export function addSaidCommands(program: Command, { terminal, done, isoDay }: ActorsProgram): void {
  const command = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .option("--db <file>", "the database", "comity.duckdb")
      .addOption(
        new Option("--format <format>", "table on a terminal, jsonl into a pipe")
          .choices(["table", "jsonl", "csv"])
          .default(process.stdout.isTTY ? "table" : "jsonl"),
      );
  command("statements", "list who said what of whom, from a database")
    .option("--speaker <country>", "statements of this country, by ISO code or name, or of somebody who belongs to it")
    .option("--about <country>", "statements that concern this country or somebody who belongs to it")
    .option("--since <date>", "published on this day or later (YYYY-MM-DD)", isoDay)
    .option("--until <date>", "published on this day or earlier (YYYY-MM-DD)", isoDay)
    .action(async (flags: StatementsFlags) => done(await statementsCommand(flags, terminal())));
  command("claims", "list what statements of several documents say alike: who says it, who denies it, since when")
    .option("--speaker <country>", "somebody of this country, by ISO code or name, says or denies it")
    .option("--about <country>", "it concerns this country or somebody who belongs to it")
    .option("--since <date>", "somebody says or denies it on this day or later (YYYY-MM-DD)", isoDay)
    .option("--documents <n>", "told by at least so many documents", wholeNumber, 2)
    .action(async (flags: ClaimsFlags) => done(await claimsCommand(flags, terminal())));
  command("readouts", "list meetings, accords and clashes that both sides tell, with the words of each side by side")
    .option("--dyad <a-b>", "two countries, by ISO code or name, with a hyphen between: PAK-CHN", dyad)
    .option("--since <date>", "that end on this day or later (YYYY-MM-DD)", isoDay)
    .option("--until <date>", "that begin on this day or earlier (YYYY-MM-DD)", isoDay)
    .action(async (flags: ReadoutsFlags) => done(await readoutsCommand(flags, terminal())));
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(value)) throw new InvalidArgumentError("expected a whole number from 1 on, such as 2.");
  return Number(value);
}

/** @returns the two names, which may have hyphens of their own only where they are no codes */
function dyad(value: string): [string, string] {
  const [a = "", b = "", ...more] = value.split("-").map((part) => part.trim());
  if (a === "" || b === "" || more.length > 0)
    throw new InvalidArgumentError("expected two countries with a hyphen between, such as PAK-CHN.");
  return [a, b];
}
