import { parseInput, type ParseReader } from "../job/parse-input.ts";
import { Interruption } from "./interruption.ts";
import { OutputClosed, tell, writeOut } from "./output.ts";
import { PARSE_WRITERS, type ParseFormat } from "./parse-command-writers.ts";
import { Progress } from "./progress.ts";
import type { TreeStyle } from "./tree-drawing.ts";

export interface ParseFlags {
  readonly format: ParseFormat;
  /** The input is CoNLL-U; its words and sentences are kept. */
  readonly conllu?: boolean;
  readonly names: boolean;
  /** Folder of another model. */
  readonly model?: string;
}

/**
 * `comity parse`: text or CoNLL-U in, its analysis out.
 * @param path undefined or "-": standard input
 * @param openReader loads the model; called when there is something to analyse
 * @returns the exit code: 0 all analysed, 1 something could not be read, 130 interrupted
 * @throws ComityError where the model cannot be loaded or the output not be written
 */
export async function parseCommand(
  path: string | undefined,
  flags: ParseFlags,
  style: TreeStyle,
  openReader: () => Promise<ParseReader>,
): Promise<number> {
  const writer = PARSE_WRITERS[flags.format]({ names: flags.names, style });
  const interruption = new Interruption();
  const progress = new Progress();
  const counts = { sentences: 0, words: 0, errors: 0, skipped: 0 };
  const file = path === undefined || path === "-" ? null : path;
  if (file === null && process.stdin.isTTY) tell("comity: reading from standard input; end with Ctrl-D");
  const options = { conllu: flags.conllu ?? false, stdin: process.stdin, signal: interruption.signal, openReader };
  try {
    for await (const item of parseInput(file, options)) {
      if (item.kind === "note") {
        if (item.level === "error") counts.errors += 1;
        if (item.skipped) counts.skipped += 1;
        progress.clear();
        tell(`comity: ${item.message}`);
        continue;
      }
      await writeOut(writer.part(item));
      counts.sentences += item.parsed.sentences.length;
      for (const { words } of item.parsed.sentences) counts.words += words.length;
      progress.show(`${counts.sentences} sentences, ${counts.words} words`);
    }
    const end = writer.end();
    if (end !== "") await writeOut(end);
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
    return 0; // the reader has gone
  } finally {
    progress.clear();
    interruption.end();
  }
  const skipped = counts.skipped > 0 ? `; ${counts.skipped} left out` : "";
  if (counts.sentences > 0 || counts.skipped > 0)
    tell(`comity: ${plural(counts.sentences, "sentence")}, ${plural(counts.words, "word")}${skipped}`);
  if (interruption.signal.aborted) {
    tell("comity: interrupted; what was written is whole, the rest was not read");
    return 130;
  }
  return counts.errors > 0 ? 1 : 0;
}

const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
