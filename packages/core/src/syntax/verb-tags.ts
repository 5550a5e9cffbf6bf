/**
 * The verb of a headline or after a strange name, which the network takes for a name or noun though it gives it a subject and an object
 * ("Zelensky [meets] Scholz", "Al-Shabaab fighters [overran] a base"). In: an analysis. Out: tags that agree with its tree.
 */
import type { Analysis } from "./network/network.ts";

const NOMINAL = new Set(["PROPN", "NOUN", "ADJ", "X"]);

/** @param forms of the words of the analysis */
export function verbTags(analysis: Analysis, forms: readonly string[]): Pick<Analysis, "upos" | "xpos"> {
  const { upos, xpos, heads, relations } = analysis;
  const verbs = new Set<number>();
  for (let i = 0; i < upos.length; i += 1) {
    const head = heads[i] ?? -1;
    if (
      relations[i] === "obj" &&
      i > head &&
      NOMINAL.has(upos[head] ?? "") &&
      /^\p{Ll}+(?:s|[^s]d|an|ew|old|ent|et|ept|ook|ut)$/u.test(forms[head] ?? "")
    )
      verbs.add(head);
  }
  for (const verb of verbs) {
    const has = (relation: string): boolean => relations.some((one, i) => one === relation && heads[i] === verb);
    if (!has("nsubj") || has("cop")) verbs.delete(verb);
  }
  if (verbs.size === 0) return analysis;
  return {
    upos: upos.map((tag, i) => (verbs.has(i) ? "VERB" : tag)),
    xpos: xpos.map((tag, i) => (verbs.has(i) ? (forms[i]?.endsWith("s") ? "VBZ" : "VBD") : tag)),
  };
}
