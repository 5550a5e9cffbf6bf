import type { Span } from "../base/span.ts";
import type { ConlluRow, ConlluSentence } from "./conllu-sentence.ts";
import { gapAfter, miscValue, unescapeMisc } from "./conllu-misc.ts";

/** One word of a sentence in the rebuilt text. */
export interface PlacedWord extends Span {
  /** The word and the one before it stand under one range. */
  readonly joined: boolean;
}

/** The text that sentences were cut from, and where their words stand in it. */
export interface ConlluText {
  readonly text: string;
  /** For each sentence its words, in order. */
  readonly words: readonly (readonly PlacedWord[])[];
}

/**
 * Rebuilds the text from forms and the blanks that MISC tells. Exact for what {@link encodeConllu} wrote; where nothing is told, one space
 * follows. A range gives the text of its words, unless their forms put together are another text ("au" over "à" and "le"): then the words do,
 * since every word must have its own place.
 */
export function conlluText(sentences: readonly ConlluSentence[]): ConlluText {
  let text = "";
  const words = sentences.map((sentence) => {
    const placed: PlacedWord[] = [];
    let range: { readonly row: ConlluRow; readonly first: number; readonly last: number } | null = null;
    for (const row of sentence.rows) {
      if (row.id.kind === "range") {
        range = { row, first: row.id.first, last: row.id.last };
        text += before(row);
      }
      if (row.id.kind !== "word") continue;
      const inside = range !== null && row.id.n <= range.last ? range : null;
      if (!inside) text += before(row);
      const start = text.length;
      text += writtenForm(row);
      placed.push({ start, end: text.length, joined: inside !== null && row.id.n > inside.first });
      if (!inside) text += gapAfter(row.misc);
      else if (row.id.n === inside.last) text += gapAfter(inside.row.misc);
    }
    return placed;
  });
  return { text, words };
}

const before = ({ misc }: ConlluRow): string => unescapeMisc(miscValue(misc, "SpacesBefore") ?? "");

/** The form as it stood in the text: with the blanks inside it that a column cannot hold. */
function writtenForm({ form, misc }: ConlluRow): string {
  const inside = miscValue(misc, "SpacesInToken");
  return inside === null ? form : unescapeMisc(inside);
}
