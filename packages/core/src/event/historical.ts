import type { Document } from "../model/document.ts";
import { relation, type SentenceTree } from "../clause/sentence-tree.ts";

/** Years before the publication from which on a dated event is background. */
export const BACKGROUND = 2;

/** Whether the clause of a token dates its act years before the story: "in 1998", "in the 1990s", "decades ago". */
export function isHistorical(tree: SentenceTree, head: number, { published }: Document): boolean {
  for (let at = head, steps = 0; at >= 0 && steps < 4; steps += 1) {
    for (const child of tree.children[at] ?? []) {
      if (!["obl", "nmod", "advmod", "nummod"].includes(relation(tree.words[child]))) continue;
      const words = [child, child + 1, ...(tree.children[child] ?? [])].map((i) => tree.forms[i] ?? "");
      for (const word of words) {
        const year = /^(?:1[89]|20)\d\d(?:s)?$/u.exec(word)?.[0];
        if (year?.endsWith("s"))
          return published === null || Number(year.slice(0, 4)) + 10 < Number(published.slice(0, 4));
        if (year && published !== null && Number(published.slice(0, 4)) - Number(year) >= BACKGROUND) return true;
      }
      if (words.includes("ago") && words.some((word) => /^(?:decades|years|centuries|generations)$/u.test(word)))
        return true;
    }
    const word = tree.words[at];
    if (!word || relation(word) === "ccomp" || relation(word) === "root") break;
    at = word.head;
  }
  return false;
}
