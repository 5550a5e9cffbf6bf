/**
 * Words that show how somebody who speaks stands to those of whom he speaks: `codebook/statements/stances.tsv`.
 */
import { parseTable } from "../parse-table.ts";
import type { Stance } from "./cues.ts";

export interface StanceWord {
  readonly lemma: string;
  readonly pos: "v" | "n" | "a";
  /** The slots that name whom it is for or against; the first that is filled. */
  readonly toward: readonly string[];
  readonly stance: Stance;
  readonly example: string;
  /** What the example shows: "CHN: oppose". */
  readonly gives: string;
}

export const STANCE_FILE = "statements/stances.tsv";
const COLUMNS = ["word", "toward", "stance", "example", "gives"];

export interface StanceWords {
  readonly all: readonly StanceWord[];
  /** By lemma and part of speech ("threat/n"). */
  readonly byWord: ReadonlyMap<string, StanceWord>;
}

/** @throws ComityError "codebook-table" for a row that cannot be right */
export function compileStances(content: string): StanceWords {
  const byWord = new Map<string, StanceWord>();
  for (const row of parseTable(`codebook/${STANCE_FILE}`, content, COLUMNS)) {
    const word = row.cell("word");
    const match = /^(?<lemma>[a-z-]+)\/(?<pos>[vna])$/u.exec(word)?.groups;
    if (!match?.["lemma"] || byWord.has(word)) throw row.fault("word", word, 'a lemma that stands once, with "/v", "/n" or "/a"');
    const toward = row.cell("toward").split("|");
    if (toward.some((slot) => !/^[a-z]+$/u.test(slot))) throw row.fault("toward", row.cell("toward"), 'slots such as "obj" or "on|against"');
    const stance = row.cell("stance");
    if (stance !== "support" && stance !== "oppose") throw row.fault("stance", stance, "support or oppose");
    if (!row.cell("example")) throw row.fault("example", "", "a sentence");
    byWord.set(word, {
      lemma: match["lemma"],
      pos: match["pos"] as StanceWord["pos"],
      toward,
      stance,
      example: row.cell("example"),
      gives: row.cell("gives"),
    });
  }
  return { all: [...byWord.values()], byWord };
}
