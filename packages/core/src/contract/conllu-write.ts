import type { ConlluId, ConlluRow, ConlluSentence } from "./conllu-sentence.ts";

/** The sentence as it stands in a file, with the blank line after it. Columns are written as they are. */
export function writeConllu({ comments, rows }: ConlluSentence): string {
  return `${[...comments, ...rows.map(rowLine)].join("\n")}\n\n`;
}

function rowLine({ id, form, lemma, upos, xpos, feats, head, deprel, deps, misc }: ConlluRow): string {
  return [conlluIdText(id), form, lemma, upos, xpos, feats, head ?? "_", deprel, deps, misc].join("\t");
}

/** The first column: "3", "3-4" or "3.1". */
export function conlluIdText(id: ConlluId): string {
  switch (id.kind) {
    case "word":
      return String(id.n);
    case "range":
      return `${id.first}-${id.last}`;
    case "empty":
      return `${id.after}.${id.nth}`;
  }
}
