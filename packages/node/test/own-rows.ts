/** A user's table of predicates, as `--rows` takes it. */
export const rowsTable = (...rows: readonly (readonly string[])[]): string =>
  [["id", "head", "frame", "type", "mode", "actor", "recipient", "example", "codes", "trap"], ...rows]
    .map((cells) => `${cells.join("\t")}\n`)
    .join("");

/** A sense that the program's codebook does not have. */
export const LAMPOON: readonly string[] = [
  "lampoon-v", "lampoon/v", "obj:actor", "ACCUSE", "disapprove", "subj", "obj", "Ghana lampooned Togo.", "GHA > TGO", "Ghana lampooned the weather.",
]; // prettier-ignore

/** The row with one cell changed. */
export const withCell = (row: readonly string[], at: number, cell: string): readonly string[] => row.with(at, cell);
