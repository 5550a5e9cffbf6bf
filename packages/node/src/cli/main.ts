/** The command line: flags, help and exit codes (0 done, 1 failed, 2 wrong usage, 130 interrupted). The work is done by the commands' own files. */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { CODERS, ComityError, loadReader, parseIsoDay, type Reader } from "@comity/core";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { readLanguage } from "../job/read-codebook.ts";
import { readModel } from "../job/read-model.ts";
import { actorsOption, addActorsCommand } from "./actors-command-flags.ts";
import { addCodebookCommands, rowsOption } from "./codebook-command-flags.ts";
import { codeCommand, type CodeFlags } from "./code-command.ts";
import { eventsCommand, type EventsFlags } from "./events-command.ts";
import { addSaidCommands } from "./said-command-flags.ts";
import type { TableStyle } from "./event-table.ts";
import { OutputClosed, tell } from "./output.ts";
import { addParseCommand } from "./parse-command-flags.ts";

const INPUT_KINDS = ["text", "markdown", "html", "jsonl", "csv"];
const FORMATS = ["table", "jsonl", "csv"];

/** @param argv as Node gives it: the program's two paths first */
export async function main(argv: readonly string[]): Promise<void> {
  // A failed write comes back through its own callback; without a listener Node would end with a stack trace as well.
  process.stdout.on("error", () => undefined);
  process.stderr.on("error", () => undefined);
  process.exitCode = await run(argv);
  // What still waits for input (an interrupted standard input) must not keep the program alive.
  process.stdin.destroy();
}

async function run(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = build((code) => (exitCode = code));
  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return usageExit(error);
    if (error instanceof OutputClosed) return 0;
    if (error instanceof ComityError) {
      tell(`comity: ${error.message}\ncomity: ${error.advice}`);
      return 1;
    }
    tell(
      `comity: ${error instanceof Error ? error.message : String(error)}\ncomity: this is a bug; please report it with the command that you ran`,
    );
    return 1;
  }
}

/** Commander has written its own message, but for errors that a command threw. Help and version are no errors. */
function usageExit(error: CommanderError): number {
  if (error instanceof InvalidArgumentError) tell(`comity: ${error.message}`);
  return error.exitCode === 0 ? 0 : 2;
}

function build(done: (exitCode: number) => void): Command {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  const program = new Command("comity")
    .description(
      "Reads news and keeps the record of who did what to whom between states, with the sentence that says so.",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .showHelpAfterError("(comity --help lists the commands, comity COMMAND --help their flags)")
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /u, "comity: ")) })
    .exitOverride();
  program
    .command("code")
    .description("code articles: files, folders, globs or standard input (-)")
    .argument(
      "[path...]",
      ".txt .md .html .jsonl .csv, each also .gz; without a path, or with -, standard input is read",
    )
    .addOption(
      new Option("--input <kind>", "what the input is, instead of telling by its content").choices(INPUT_KINDS),
    )
    .addOption(
      new Option("--format <format>", "table on a terminal, jsonl into a pipe")
        .choices(FORMATS)
        .default(defaultFormat()),
    )
    .option("--published <date>", "publication day of articles that do not tell theirs (YYYY-MM-DD)", isoDay)
    .option("--source <name>", "outlet of articles that do not tell theirs")
    .option("--with-text", "add document.text to the JSON")
    .option("--with-mentions", "add every actor found to the JSON")
    .addOption(new Option("--coder <name>", "which coder").choices(CODERS).default("plover"))
    .option("--db <file>", "also keep documents, sentences, actors, events and statements in this database")
    .addOption(actorsOption())
    .addOption(rowsOption())
    .option("--workers <n>", "how many articles are coded at a time", workerCount, Math.min(availableParallelism(), 8))
    .action(async (paths: string[], flags: CodeFlags) => done(await codeCommand(paths, flags, version, terminal())));
  program
    .command("events")
    .description("list the events of a database with their sentences")
    .option(
      "--between <country...>",
      "two countries, by ISO code or name: events of either on the other, and joint ones",
    )
    .option("--since <date>", "events that end on this day or later (YYYY-MM-DD)", isoDay)
    .option("--until <date>", "events that begin on this day or earlier (YYYY-MM-DD)", isoDay)
    .option("--in <country>", "events with a place in this country, by ISO code or name")
    .option("--db <file>", "the database", "comity.duckdb")
    .addOption(
      new Option("--format <format>", "table on a terminal, jsonl into a pipe")
        .choices(FORMATS)
        .default(defaultFormat()),
    )
    .action(async (flags: EventsFlags) => {
      if (flags.between && flags.between.length !== 2) {
        throw new InvalidArgumentError(
          `--between takes two countries, ${flags.between.length} found: --between PAK CHN`,
        );
      }
      done(await eventsCommand(flags, terminal()));
    });
  addSaidCommands(program, { terminal, done, isoDay });
  addActorsCommand(program, { terminal, done, isoDay });
  addCodebookCommands(program, { done, isoDay });
  addParseCommand(program, { terminal, done, openReader });
  return program;
}

function workerCount(value: string): number {
  if (!/^[1-9]\d?$/u.test(value)) throw new InvalidArgumentError("expected a number from 1 to 99, such as 2.");
  return Number(value);
}

async function openReader(model: string | null): Promise<Reader> {
  return loadReader(await readModel(model), await readLanguage());
}

function isoDay(value: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(value) ? parseIsoDay(value) : null;
  if (day === null) throw new InvalidArgumentError("expected a day of the calendar as YYYY-MM-DD, such as 2022-06-12.");
  return day;
}

const defaultFormat = (): string => (process.stdout.isTTY ? "table" : "jsonl");

function terminal(): TableStyle {
  const colour = process.stdout.isTTY && !process.env["NO_COLOR"];
  return { width: Math.max(60, Math.min(process.stdout.columns ?? 100, 120)), colour };
}
