const fold = (name: string): string => name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/**
 * The names that could have been meant by a misspelt one, the nearest first: those that begin with the same words, and those a few letters away (added,
 * left out, changed or swapped; one for every four of its letters). Upper and lower case and accents do not count.
 */
export function nearNames(written: string, names: Iterable<string>, limit: number): string[] {
  const wanted = fold(written);
  const most = Math.max(1, Math.floor(wanted.length / 4));
  const found: { readonly name: string; readonly distance: number }[] = [];
  for (const name of new Set(names)) {
    const other = fold(name);
    if (wanted.length >= 4 && other.startsWith(`${wanted} `)) found.push({ name, distance: 0.5 });
    if (Math.abs(other.length - wanted.length) > most) continue;
    const distance = editDistance(wanted, other, most);
    if (distance <= most) found.push({ name, distance });
  }
  return found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1)).slice(0, limit).map(({ name }) => name); // prettier-ignore
}

/** Damerau and Levenshtein's distance; more than `most` where it is more, not always exactly. */
function editDistance(a: string, b: string, most: number): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (row.every((distance) => distance > most)) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
