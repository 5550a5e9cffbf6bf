import { Option, type Command } from "commander";
import type { ParseReader } from "../job/parse-input.ts";
import { PARSE_FORMATS } from "./parse-command-writers.ts";
import { parseCommand, type ParseFlags } from "./parse-command.ts";
import type { TreeStyle } from "./tree-drawing.ts";

/** What the command needs of the program around it. */
export interface ParseProgram {
  readonly terminal: () => TreeStyle;
  /** Takes the exit code. */
  readonly done: (exitCode: number) => void;
  /** Loads the model of a folder; null: the one that came with the program. */
  readonly openReader: (model: string | null) => Promise<ParseReader>;
}

/** Adds `comity parse` to the command line. */
export function addParseCommand(program: Command, { terminal, done, openReader }: ParseProgram): void {
  program
    .command("parse")
    .description("print the analysis of an English text: sentences, words, tags, lemmas, trees, names")
    .argument("[file]", "text in UTF-8, also .gz; without a file, or with -, standard input is read")
    .addOption(
      new Option("--format <format>", "tree on a terminal, conllu into a pipe")
        .choices(PARSE_FORMATS)
        .default(process.stdout.isTTY ? "tree" : "conllu"),
    )
    .option("--conllu", "the input is CoNLL-U: keep its words and sentences, and analyse them anew")
    .option("--no-names", "leave out the names of people, organisations and places")
    .option("--model <folder>", "another model than the one that came with Comity")
    .action(async (file: string | undefined, flags: ParseFlags) => {
      done(await parseCommand(file, flags, terminal(), () => openReader(flags.model ?? null)));
    });
}
