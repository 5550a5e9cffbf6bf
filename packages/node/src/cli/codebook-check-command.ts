import { checkCueRows, checkEventRows, loadReader } from "@comity/core";
import { openCodebook } from "../job/read-codebook.ts";
import { readModel } from "../job/read-model.ts";
import { tell, writeOut } from "./output.ts";

export interface CheckFlags {
  /** Another folder than the program's codebook. */
  readonly codebook?: string;
  readonly rows?: readonly string[];
  /** Only these rows. */
  readonly only?: readonly string[];
}

/**
 * `comity codebook check`: compiles the tables and runs the sentences that the rows of events and cues carry.
 * @returns the exit code: 0 all right, 1 faults
 * @throws ComityError for a table that cannot be compiled, with file, line and column
 */
export async function codebookCheckCommand({ codebook: folder, rows, only }: CheckFlags): Promise<number> {
  const { codebook } = await openCodebook([], { folder, rows });
  const reader = loadReader(await readModel(null), codebook);
  const all = [...codebook.events.all, ...codebook.cues.all];
  const unknown = (only ?? []).filter((id) => !all.some((row) => row.id === id));
  for (const id of unknown) tell(`comity: there is no row ${id}`);
  const some = only ? new Set(only) : null;
  const faults = [...checkEventRows(codebook, reader, some), ...checkCueRows(codebook, reader, some)];
  for (const { id, kind, sentence, expected, found } of faults)
    await writeOut(`${id}: ${kind}: ${sentence}\n  expected ${expected}\n  found    ${found}\n`);
  const count = only ? only.length - unknown.length : all.length;
  tell(`comity: ${count} row${count === 1 ? "" : "s"} run, ${faults.length} fault${faults.length === 1 ? "" : "s"}`);
  return faults.length > 0 || unknown.length > 0 ? 1 : 0;
}
