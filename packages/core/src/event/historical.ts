/**
 * Whether the words beside an act place it years before the news: "in 1998", "in the 1990s", "decades ago", "during the Cold War", "once praised", "in the past".
 * A past perfect alone does not: "had met" may be yesterday.
 */
import type { Eras } from "../codebook/eras.ts";
import { relation, type SentenceTree } from "../clause/sentence-tree.ts";

/** Years before the publication from which on a dated event is background. */
export const BACKGROUND = 2;

const BESIDE = new Set(["obl", "nmod", "advmod", "nummod"]);
const LONG = /^(?:decades?|years|centur(?:y|ies)|generations?)$/u;
/** "At the [end] of the Cold War". */
const EDGES = new Set(
  "aftermath beginning days dawn end eve height midst onset outbreak peak wake start years".split(" "),
);
/** Clauses above the act in which its time may stand. */
const STEPS = 4;

/** @param now the year of the news; null: unknown, and only what is long ago by its words is */
export function isHistorical(tree: SentenceTree, head: number, now: number | null, eras: Eras): boolean {
  if (isOnce(tree, head)) return true;
  for (let at = head, steps = 0; at >= 0 && steps < STEPS; steps += 1) {
    for (const child of tree.children[at] ?? [])
      if (BESIDE.has(relation(tree.words[child])) && tellsHistory(tree, child, now, eras)) return true;
    const word = tree.words[at];
    if (!word || relation(word) === "ccomp" || relation(word) === "root") return false;
    at = word.head;
  }
  return false;
}

function tellsHistory(tree: SentenceTree, at: number, now: number | null, eras: Eras): boolean {
  const children = tree.children[at] ?? [];
  const words = [at, at + 1, ...children].map((i) => tree.forms[i] ?? "");
  // What has been so since then is so now.
  if (words.includes("since")) return false;
  for (const word of words) {
    const [, year, decade] = /^((?:1[5-9]|20)\d\d)(s?)$/u.exec(word) ?? [];
    if (year === undefined) continue;
    if (decade === "s") return now === null || Number(year) + 10 < now;
    if (now !== null && now - Number(year) >= BACKGROUND) return true;
  }
  if (words.includes("ago") && words.some((word) => LONG.test(word))) return true;
  if (tree.forms[at] === "past" && children.every((child) => /^(?:in|the|distant)$/u.test(tree.forms[child] ?? "")))
    return children.some((child) => tree.forms[child] === "in");
  const marked = children.some((child) => relation(tree.words[child]) === "case");
  const names = EDGES.has(tree.forms[at] ?? "")
    ? [at, ...children.filter((child) => relation(tree.words[child]) === "nmod")]
    : [at];
  return marked && names.some((name) => isOver(eraAt(tree, name, eras), now));
}

const isOver = (ended: number | null, now: number | null): boolean =>
  ended !== null && (now === null || now - ended >= BACKGROUND);

/** The year in which the era ended of whose name a token is a part; null: of none. */
function eraAt({ forms }: SentenceTree, token: number, eras: Eras): number | null {
  for (let first = Math.max(0, token - 4); first <= token; first += 1) {
    for (const { words, ended } of eras.get(forms[first] ?? "") ?? [])
      if (token < first + words.length && words.every((word, i) => forms[first + i] === word)) return ended;
  }
  return null;
}

/** "Once backed", "had once refused": but not "once again", "once it is signed". */
function isOnce(tree: SentenceTree, head: number): boolean {
  const word = tree.words[head];
  return (
    word?.upos === "VERB" &&
    word.xpos !== "VB" &&
    (tree.children[head] ?? []).some(
      (child) =>
        child < head &&
        tree.forms[child] === "once" &&
        tree.words[child]?.relation === "advmod" &&
        !/^(?:again|more)$/u.test(tree.forms[child + 1] ?? "") &&
        (tree.children[child] ?? []).length === 0 &&
        !/^(?:at|all|for)$/u.test(tree.forms[child - 1] ?? ""),
    ) &&
    (word.relation !== "advcl" || word.xpos === "VBG")
  );
}
