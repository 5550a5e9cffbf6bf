import type { OwnTable } from "./actors.ts";

/** Tables of which later files win, with the lines that their rows had. */
export interface MergedTables {
  readonly tables: readonly OwnTable[];
  /** The line in the user's file of a line in a merged table. */
  readonly lineOf: (file: string, line: number) => number;
}

/** Columns that hold names of an actor, by the header's first cells. */
const NAMED = /^(?:id\tname\taliases|name\tiso3)\t/u;

/**
 * Leaves out of earlier files what a later one gives anew: rows of the same id, name or role, and aliases. A surname may be shared and stays.
 * Rows that are no rows stay as well, so that whoever reads the table complains.
 * @param files the tables of each file, in the order in which the user gave them
 */
export function mergeOwnTables(files: readonly (readonly OwnTable[])[]): MergedTables {
  const [ids, names, roles] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const merged: OwnTable[] = [];
  const lines = new Map<string, number[]>();
  for (const tables of files.toReversed()) {
    const kept = tables.map(({ file, content }) => {
      const [header = "", ...rows] = content.replace(/^\uFEFF/u, "").split("\n");
      const left: string[] = [];
      const numbers = [1];
      for (const [i, row] of rows.entries()) {
        const cells = row.split("\t");
        const [first = "", name = "", aliases = ""] = cells;
        const isActor = header.startsWith("id\t");
        const again = isActor ? ids.has(first) || names.has(name) : NAMED.test(header) ? names.has(first) : roles.has(first);
        if (again && row !== "") continue;
        if (isActor && aliases !== "") cells[2] = aliases.split("; ").filter((alias) => !names.has(alias)).join("; "); // prettier-ignore
        left.push(cells.join("\t"));
        numbers.push(i + 2);
      }
      lines.set(`${file}\t${header}`, numbers);
      return { file, content: [header, ...left].join("\n") };
    });
    for (const { content } of tables) addNames(content, { ids, names, roles });
    merged.unshift(...kept);
  }
  return {
    tables: merged,
    lineOf: (file, line) => {
      const found = [...lines].filter(([key]) => key.startsWith(`${file}\t`));
      return (found.length === 1 ? found[0]?.[1][line - 1] : undefined) ?? line;
    },
  };
}

function addNames(content: string, to: { readonly ids: Set<string>; readonly names: Set<string>; readonly roles: Set<string> }): void {
  const [header = "", ...rows] = content.replaceAll(/[\uFEFF\r]/gu, "").split("\n");
  for (const row of rows) {
    const [first = "", name = "", aliases = ""] = row.split("\t");
    if (first === "") continue;
    if (header.startsWith("id\t")) {
      to.ids.add(first);
      for (const written of [name, ...aliases.split("; ")]) if (written !== "") to.names.add(written);
    } else (NAMED.test(header) ? to.names : to.roles).add(first);
  }
}
