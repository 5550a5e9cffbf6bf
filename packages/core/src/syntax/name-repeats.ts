/**
 * One document, one name: unmarked words that are, token by token, a name of several words found elsewhere in the document, or a short form that an
 * earlier sentence gave in brackets, are that name too.
 */
import { titleKey, type TitleTables } from "../codebook/language-titles.ts";
import type { NameKind } from "../model/parsed.ts";
import { isCapital, type FoundName, type NameSentence, type RawName } from "./name-sentence.ts";

interface Known {
  readonly forms: readonly string[];
  readonly kind: NameKind;
  /** Sentence and token after which it is known; -1, -1: everywhere. */
  readonly sentence: number;
  readonly token: number;
}

/** @returns parallel to `sentences`: what {@link refineNames} adds */
export function findRepeats(
  sentences: readonly NameSentence[],
  found: readonly (readonly FoundName[])[],
  tables: TitleTables,
): RawName[][] {
  const known = collect(sentences, found);
  return sentences.map((sentence, s) => {
    const taken = new Set<number>();
    const take = ({ first, last }: { first: number; last: number }): void => {
      for (let i = first; i < last; i += 1) taken.add(i);
    };
    sentence.raw.forEach(take);
    for (const name of found[s] ?? []) {
      take(name);
      if (name.acronym) take(name.acronym);
    }
    const added: RawName[] = [];
    const inCapitals = !sentence.forms.some((form) => /\p{Ll}/u.test(form));
    for (let i = 0; i < sentence.forms.length; i += 1) {
      for (const { forms, kind, ...from } of known.get(sentence.forms[i] ?? "") ?? []) {
        const last = i + forms.length;
        if (s < from.sentence || (s === from.sentence && i <= from.token)) continue;
        if (!forms.every((form, k) => sentence.forms[i + k] === form && !taken.has(i + k))) continue;
        if (forms.length === 1 && (inCapitals || sentence.words[i]?.upos === "PRON")) continue; // "LET US GO", "WHO"
        if (forms.length > 1 && isPartOfLonger(sentence, i, last, kind, tables)) continue;
        added.push({ kind, first: i, last });
        take({ first: i, last });
        break;
      }
    }
    return added;
  });
}

/** By their first word, longest first; a name of two kinds has the kind that it has more often, then the earlier one. */
function collect(sentences: readonly NameSentence[], found: readonly (readonly FoundName[])[]): Map<string, Known[]> {
  const kinds = new Map<string, { known: Known; counts: Map<NameKind, number> }>();
  const note = (key: string, known: Known): void => {
    const entry = kinds.get(key) ?? { known, counts: new Map<NameKind, number>() };
    entry.counts.set(known.kind, (entry.counts.get(known.kind) ?? 0) + 1);
    kinds.set(key, entry);
  };
  for (const [s, names] of found.entries()) {
    for (const { kind, first, last, acronym } of names) {
      const forms = sentences[s]?.forms ?? [];
      if (last - first > 1 && isCapital(forms[first])) {
        note(forms.slice(first, last).join("\0"), { forms: forms.slice(first, last), kind, sentence: -1, token: -1 });
      }
      if (acronym && acronym.last - acronym.first === 1) {
        note(`(${forms[acronym.first] ?? ""}`, {
          forms: forms.slice(acronym.first, acronym.last),
          kind,
          sentence: s,
          token: acronym.first,
        });
      }
    }
  }
  const byFirst = new Map<string, Known[]>();
  for (const { known, counts } of kinds.values()) {
    const kind = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
    const first = known.forms[0] ?? "";
    const same = byFirst.get(first);
    if (same) same.push({ ...known, kind });
    else byFirst.set(first, [{ ...known, kind }]);
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.forms.length - a.forms.length);
  return byFirst;
}

/** "New York" inside "New York Times": proper nouns go on, left or right. A title left of a person is no part of a name. */
function isPartOfLonger(
  sentence: NameSentence,
  first: number,
  last: number,
  kind: NameKind,
  tables: TitleTables,
): boolean {
  const proper = (i: number): boolean => sentence.words[i]?.upos === "PROPN" && isCapital(sentence.forms[i]);
  return (
    proper(last) ||
    (proper(first - 1) && !(kind === "PER" && tables.titles.has(titleKey(sentence.forms[first - 1] ?? ""))))
  );
}
