/** Where a word's line begins, and the vertical line on which its children hang: in one column, from the first of these rows to the last. */
interface Stem {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

/** By sides: 1 up, 2 down, 4 left, 8 right. */
const GLYPHS = " │││─╯╮┤─╰╭├─┴┬┼";

/**
 * The branches of a tree, a string of the same length for each word. Over the rows that its children span each head has a column of its own, so
 * that vertical lines never run into each other; where a tree is not projective, they interrupt horizontal ones ("──│──"). A word's own place is where
 * lines meet from three or four sides ("┬", "┴", "┼"); the root alone has such a one at the left.
 * @param heads index of each word's head; -1: root
 * @param step columns of the terminal between two levels, at least 1
 */
export function treeBranches(heads: readonly number[], step: number): string[] {
  const { stems, columns } = layOut(heads);
  return heads.map((head, row) => {
    const own = stems[row];
    const from = stems[head] ?? own;
    let line = "";
    for (const [column, standing] of columns.entries()) {
      const stem = standing.find(({ top, bottom }) => top <= row && row <= bottom);
      // From its head's column a word's line runs to the word.
      const right = from !== undefined && column >= from.column;
      const left = right && (column > from.column || head < 0);
      const crossed = stem !== undefined && stem !== own && stem !== from && right;
      if (crossed) line += "│";
      else {
        const [up, down] = [stem !== undefined && stem.top < row, stem !== undefined && stem.bottom > row];
        line += GLYPHS.charAt(Number(up) + 2 * Number(down) + 4 * Number(left) + 8 * Number(right));
      }
      line += (right ? "─" : " ").repeat(step - 1);
    }
    return line;
  });
}

/** Places words from the root down, each in the first column right of its head's that is free over the rows of its children. */
function layOut(heads: readonly number[]): { stems: readonly Stem[]; columns: readonly (readonly Stem[])[] } {
  const children = heads.map((): number[] => []);
  const order: number[] = [];
  for (const [word, head] of heads.entries()) {
    if (head < 0) order.push(word);
    else children[head]?.push(word);
  }
  const stems: Stem[] = Array.from({ length: heads.length });
  const columns: Stem[][] = [];
  for (const word of order) {
    const rows = [word, ...(children[word] ?? [])].sort((a, b) => a - b);
    const [top, bottom] = [rows[0] ?? word, rows.at(-1) ?? word];
    let column = (stems[heads[word] ?? -1]?.column ?? -1) + 1;
    while ((columns[column] ?? []).some((stem) => stem.top <= bottom && top <= stem.bottom)) column += 1;
    stems[word] = { column, top, bottom };
    (columns[column] ??= []).push(stems[word]);
    order.push(...(children[word] ?? []));
  }
  return { stems, columns };
}
