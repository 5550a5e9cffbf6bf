/**
 * Nouns that only count: of "dozens of rockets" the rockets are meant, but "dozens" stands in the tree. In: a token. Out: the tokens that it counts, or the
 * one that counts it.
 */
import { caseOf } from "./arguments.ts";
import { dependents, relation, withConjuncts, type SentenceTree } from "./sentence-tree.ts";

/** Nouns that count what follows "of": "[dozens] of rockets". */
const COUNTING: ReadonlySet<string> = new Set(
  "dozen hundred thousand million minute day week month hour score number series group wave string round barrage couple handful majority pair lot plenty spate flurry volley bulk rest half quarter third member crowd column convoy batch shipment set ton tonne kg kilogram kilo litre liter gallon barrel bag sack box crate container truckload load planeload piece bottle pound acre hectare mile kilometre".split(
    " ",
  ),
);

/** What a token counts, with its conjuncts: of "dozens of rockets" the rockets, of "a series of attacks" the attacks; the token itself where it counts nothing. */
export function throughCount(tree: SentenceTree, token: number): number[] {
  const word = tree.words[token];
  if (!word || !(COUNTING.has(word.lemma) || word.upos === "NUM") || (tree.at[token]?.length ?? 0) > 0) return [token];
  const counted = dependents(tree, token, "nmod").filter((child) => caseOf(tree, child) === "of");
  return counted.length > 0 ? withConjuncts(tree, counted) : [token];
}

/** The noun that counts a token and holds it in the tree ("two [days] of talks", "a [series] of attacks"); without one the token itself. */
export function countOver(tree: SentenceTree, token: number): number {
  const word = tree.words[token];
  if (!word || relation(word) !== "nmod" || word.head < 0) return token;
  return throughCount(tree, word.head).includes(token) ? countOver(tree, word.head) : token;
}
