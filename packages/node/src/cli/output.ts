import { ComityError } from "@comity/core";

/** How a command writes what it found. */
export type Format = "table" | "jsonl" | "csv";

/** The reader of our output has gone (`| head`): nothing failed, there is just nobody to write for. */
export class OutputClosed extends Error {}

/**
 * Writes to standard output and waits until the reader has taken it, so that a slow reader slows the work instead of filling memory.
 * @throws OutputClosed when the pipe is closed; ComityError "output-failed" when the disk is full
 */
export function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error) resolve();
      else if ("code" in error && error.code === "EPIPE") reject(new OutputClosed());
      else
        reject(
          new ComityError(
            "output-failed",
            `the output could not be written: ${error.message}`,
            "make room, or write it elsewhere, and run this again",
          ),
        );
    });
  });
}

/** A line to standard error, where progress and messages go. A closed one is no reason to fail. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
