import { InvalidArgumentError, Option, type Command } from "commander";
import { actorsImportCommand, type ImportFlags } from "./actors-import-command.ts";
import { actorsShowCommand, type ShowFlags } from "./actors-show-command.ts";
import { actorsUnknownCommand, UNKNOWN_FORMATS, type UnknownFlags } from "./actors-unknown-command.ts";
import type { TableStyle } from "./event-table.ts";

/** What the commands need of the program around them. */
export interface ActorsProgram {
  readonly terminal: () => TableStyle;
  /** Takes the exit code. */
  readonly done: (exitCode: number) => void;
  /** A day of the calendar as a user writes it. @throws InvalidArgumentError */
  readonly isoDay: (value: string) => string;
}

/** `--actors FILE`, which may be given several times. */
export const actorsOption = (): Option =>
  new Option(
    "--actors <file>",
    "your own actors: a table as in codebook/actors/, or a PETRARCH actors or agents file; may be repeated, later files win",
  ).argParser<string[]>((value, before) => [...(Array.isArray(before) ? before : []), value]);

/** Adds `comity actors` to the command line. */
export function addActorsCommand(program: Command, { terminal, done, isoDay }: ActorsProgram): void {
  const format = (choices: readonly string[]): Option =>
    new Option("--format <format>", "table on a terminal, jsonl into a pipe")
      .choices(choices)
      .default(process.stdout.isTTY ? "table" : "jsonl");
  const actors = program.command("actors").description("who is who: look actors up, find unknown ones, import people");
  actors
    .command("show")
    .description("tell who is meant by a name or a description, and why")
    .argument("<name>", 'a name ("Shoigu"), an id ("PAK", "hamas") or a description ("the Pakistani Prime Minister")')
    .option("--on <date>", "the day on which offices are held (YYYY-MM-DD); without it, what is known last", isoDay)
    .addOption(actorsOption())
    .addOption(format(["table", "jsonl"]))
    .action(async (name: string, flags: ShowFlags) => done(await actorsShowCommand(name, flags, terminal())));
  actors
    .command("unknown")
    .description("list the names of a database that the codebook does not know, the most frequent first")
    .option("--db <file>", "the database", "comity.duckdb")
    .option("--limit <n>", "how many of them; 0: all", wholeNumber, 50)
    .addOption(new Option("--kind <kind>", "only these").choices(["people", "organisations"]))
    .addOption(format(UNKNOWN_FORMATS))
    .addHelpText(
      "after",
      "\n--format tsv prints rows of people.tsv, then of organisations, to be filled in and pasted.",
    )
    .action(async (flags: UnknownFlags) => done(await actorsUnknownCommand(flags, terminal())));
  actors
    .command("import")
    .description("turn a result of Wikidata into rows of people.tsv")
    .argument("<file>", "the answer to the query in codebook/actors/wikidata-query.md, saved as JSON")
    .option("--output <file>", "write the table there instead of to standard output")
    .addHelpText(
      "after",
      "\nThe query, to be run on https://query.wikidata.org, stands in codebook/actors/wikidata-query.md.",
    )
    .action(async (file: string, flags: ImportFlags) => done(await actorsImportCommand(file, flags)));
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/u.test(value)) throw new InvalidArgumentError("expected a whole number, such as 50.");
  return Number(value);
}
