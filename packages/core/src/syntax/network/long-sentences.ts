import { LONGEST_SENTENCE, type Analysis, type Network } from "./network.ts";

/** Marks after which a sentence that is too long is cut, best first. */
const CUTS: readonly RegExp[] = [/^[.;:!?…]+$/u, /^[,—–)\]"”]$/u];

/**
 * Analyses of sentences of any length. One longer than {@link LONGEST_SENTENCE} is read in pieces, cut after a mark where there is one in the
 * piece's second half; the roots of later pieces hang on the first one's as `parataxis`, so that it still has one tree.
 * @returns parallel to `sentences`, with the indexes of those that were read in pieces
 */
export function analyseSentences(
  network: Network,
  sentences: readonly (readonly string[])[],
): { readonly analyses: Analysis[]; readonly inPieces: readonly number[] } {
  const pieces = sentences.map((words) => (words.length > LONGEST_SENTENCE ? cutWords(words) : [words]));
  const read = network.analyse(pieces.flat());
  let at = 0;
  const analyses = pieces.map((parts) => {
    const own = read.slice(at, at + parts.length);
    at += parts.length;
    return own.length === 1 && own[0] ? own[0] : join(own);
  });
  return { analyses, inPieces: [...pieces.keys()].filter((i) => (pieces[i]?.length ?? 0) > 1) };
}

function cutWords(words: readonly string[]): string[][] {
  const pieces: string[][] = [];
  let from = 0;
  while (words.length - from > LONGEST_SENTENCE) {
    const to = bestCut(words, from);
    pieces.push(words.slice(from, to));
    from = to;
  }
  pieces.push(words.slice(from));
  return pieces;
}

function bestCut(words: readonly string[], from: number): number {
  const last = from + LONGEST_SENTENCE;
  for (const mark of CUTS)
    for (let to = last; to > from + LONGEST_SENTENCE / 2; to--) if (mark.test(words[to - 1] ?? "")) return to;
  return last;
}

function join(parts: readonly Analysis[]): Analysis {
  const heads: number[] = [];
  const relations: string[] = [];
  let base = 0;
  let root = -1;
  for (const part of parts) {
    for (const [i, head] of part.heads.entries()) {
      heads.push(head >= 0 ? base + head : root);
      relations.push(head < 0 && root >= 0 ? "parataxis" : (part.relations[i] ?? "dep"));
      if (head < 0 && root < 0) root = base + i;
    }
    base += part.heads.length;
  }
  return {
    upos: parts.flatMap((part) => part.upos),
    xpos: parts.flatMap((part) => part.xpos),
    heads,
    relations,
    names: parts.flatMap((part) => part.names),
    arcs: parts.flatMap((part) => part.arcs),
  };
}
