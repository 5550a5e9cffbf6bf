import { dependents, type SentenceTree } from "../clause/sentence-tree.ts";

/**
 * "Accused Russia [of killings] at Katyn in 1940": a time or place that the tree hangs on a verb, behind what its words are about, is hardly the verb's own.
 * @param child what hangs on the token
 */
export const isBehindMatter = (tree: SentenceTree, token: number, child: number): boolean =>
  tree.words[token]?.upos === "VERB" &&
  child > token &&
  dependents(tree, token, "obl").some(
    (other) =>
      other > token && other < child && dependents(tree, other, "case").some((mark) => tree.forms[mark] === "of"),
  );
