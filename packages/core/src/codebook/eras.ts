/** `times/eras.tsv`: times of history by their names, and the year in which each ended. */
import { parseTable } from "./parse-table.ts";

export interface Era {
  /** In small letters, cut as the tokenizer cuts them. */
  readonly words: readonly string[];
  readonly ended: number;
}

/** By their first word, the longest first. */
export type Eras = ReadonlyMap<string, readonly Era[]>;

export const ERA_FILE = "times/eras.tsv";

/** @throws ComityError "codebook-table" for a row that cannot be right */
export function compileEras(content: string): Eras {
  const eras = new Map<string, Era[]>();
  for (const row of parseTable(`codebook/${ERA_FILE}`, content, ["name", "ended"])) {
    const [name, ended] = [row.cell("name"), row.cell("ended")];
    if (name === "" || name !== name.toLowerCase()) throw row.fault("name", name, "a name in small letters");
    if (!/^\d{4}$/u.test(ended)) throw row.fault("ended", ended, "a year");
    const words = name.split(/ |(?=-)|(?<=-)/u);
    const [first = ""] = words;
    eras.set(first, [...(eras.get(first) ?? []), { words, ended: Number(ended) }].toSorted((a, b) => b.words.length - a.words.length));
  }
  return eras;
}
