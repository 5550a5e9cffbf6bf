/**
 * The states that a document speaks of, counted from names that mean one state alone. It decides between the states of an ambiguous name ("Georgia",
 * "Kurdish"), and is the last resort for a role without an owner ("police", "the government").
 * In: the named spans of all sentences. Out: Focus.
 */
import type { NamedSpan } from "./find-names.ts";
import { countriesOf } from "./name-countries.ts";

export interface Focus {
  /** Of several states the one that the document names most; null: none of them, or two as often. */
  among(candidates: readonly string[]): string | null;
  /** Whether the document names one of them at all. */
  namesAny(candidates: readonly string[]): boolean;
  /** The state that the document names most up to a sentence, and its share of all namings; null: it names none. */
  readonly main: { readonly country: string; readonly share: number } | null;
}

export function findFocus(sentences: readonly (readonly NamedSpan[])[]): Focus {
  const counts = new Map<string, number>();
  let total = 0;
  for (const names of sentences) {
    for (const span of names) {
      // "Brussels" may be the European Union.
      if (span.values.length > 1 && span.values.some(({ kind }) => kind === "organisation")) continue;
      const [only, other] = countriesOf(span.values);
      if (only === undefined || other !== undefined) continue;
      counts.set(only, (counts.get(only) ?? 0) + 1);
      total += 1;
    }
  }
  const best = (codes: Iterable<string>): string | null => {
    const ranked = [...codes].map((code) => [code, counts.get(code) ?? 0] as const).toSorted((a, b) => b[1] - a[1]);
    const [first, second] = ranked;
    return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
  };
  const main = best(counts.keys());
  return {
    among: best,
    namesAny: (candidates) => candidates.some((code) => counts.has(code)),
    main: main === null ? null : { country: main, share: (counts.get(main) ?? 0) / total },
  };
}
