import { InvalidArgumentError, Option, type Command } from "commander";
import { codebookCheckCommand, type CheckFlags } from "./codebook-check-command.ts";
import { codebookDiffCommand, type DiffFlags } from "./codebook-diff-command.ts";
import { EXPLAIN_TYPES, explainCommand, type ExplainFlags } from "./explain-command.ts";
import { actorsOption } from "./actors-command-flags.ts";

/** `--rows FILE`, which may be given several times. */
export const rowsOption = (): Option =>
  new Option(
    "--rows <file>",
    "your own rows: a table of predicates or operators as in codebook/events/; may be repeated",
  ).argParser<string[]>((value, before) => [...(Array.isArray(before) ? before : []), value]);

interface CodebookProgram {
  /** Takes the exit code. */
  readonly done: (exitCode: number) => void;
  /** A day of the calendar as a user writes it. @throws InvalidArgumentError */
  readonly isoDay: (value: string) => string;
}

/** Adds `comity codebook` and `comity explain` to the command line. */
export function addCodebookCommands(program: Command, { done, isoDay }: CodebookProgram): void {
  const codebook = program
    .command("codebook")
    .description("for whoever edits the tables: check them, see what a change does");
  codebook
    .command("check")
    .description("compile the tables and run the example and trap of every row of events and cues")
    .option("--codebook <folder>", "another codebook than the program's")
    .option("--only <id...>", "only these rows")
    .addOption(rowsOption())
    .action(async (flags: CheckFlags) => done(await codebookCheckCommand(flags)));
  codebook
    .command("diff")
    .description("code articles with two codebooks and list the events that came (+) and went (-)")
    .requiredOption("--on <path...>", "files, folders or globs of articles")
    .option("--before <folder>", "the codebook to compare with; without it, the same without --rows")
    .option("--codebook <folder>", "another codebook than the program's")
    .addOption(rowsOption())
    .action(async (flags: DiffFlags) => done(await codebookDiffCommand(flags)));
  program
    .command("explain")
    .description("tell why sentences give the events that they give, and why others give none")
    .argument("[path...]", "articles, as for `comity code`; without a path, or with -, standard input is read")
    .option("--sentence <n>", "only this sentence, by its index in the coder's JSON", wholeNumber)
    .addOption(new Option("--type <type>", "why a word told no event of this type").choices(EXPLAIN_TYPES))
    .option("--published <date>", "publication day of articles that do not tell theirs (YYYY-MM-DD)", isoDay)
    .addOption(actorsOption())
    .addOption(rowsOption())
    .addOption(
      new Option("--format <format>", "table on a terminal, jsonl into a pipe")
        .choices(["table", "jsonl"])
        .default(process.stdout.isTTY ? "table" : "jsonl"),
    )
    .action(async (paths: string[], flags: ExplainFlags) => done(await explainCommand(paths, flags)));
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/u.test(value)) throw new InvalidArgumentError("expected a whole number from 0, such as 3.");
  return Number(value);
}
