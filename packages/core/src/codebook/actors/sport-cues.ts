import { parseTable } from "../parse-table.ts";

/** Words that are at home in news of matches, with their weights: 2 for one that nothing else has ("wicket"). */
export interface SportCues {
  /** By lemma, lower case. */
  readonly words: ReadonlyMap<string, number>;
  /** Of two words by the first, then by the second, both as the text has them in lower case ("asia cup"). */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** @throws ComityError for a table that cannot be right, with file, line and column */
export function compileSportCues(file: string, content: string): SportCues {
  const words = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  for (const row of parseTable(file, content, ["word", "weight"])) {
    const [first = "", second, third] = row.cell("word").split(" ");
    if (first === "" || third !== undefined) throw row.fault("word", row.cell("word"), "one word or two");
    if (!/^[12]$/u.test(row.cell("weight"))) throw row.fault("weight", row.cell("weight"), "1 or 2");
    const weight = Number(row.cell("weight"));
    if (second === undefined) words.set(first, weight);
    else pairs.set(first, (pairs.get(first) ?? new Map<string, number>()).set(second, weight));
  }
  return { words, pairs };
}
