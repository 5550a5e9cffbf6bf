import { parseTable, type TableRow } from "./parse-table.ts";

/** What one row of `language/lemmas.tsv` says of a form: its lemma under a part of speech, and under any tag where `xpos` is "". */
export interface ListedLemma {
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
}

/** The three classes that a spelling rule asks for ("hoped" is of hope, "canned" of can). */
export type BaseClass = "verb" | "noun" | "adjective";

/** What is known of English words, one by one. All forms are in lower case and with a straight apostrophe or as the table writes them. */
export interface LemmaTables {
  readonly listed: ReadonlyMap<string, readonly ListedLemma[]>;
  /** Verbs by their irregular pasts and participles (tags VBD and VBN). */
  readonly pasts: ReadonlyMap<string, string>;
  /** Verbs by their other irregular forms (VBZ, VBG, VBP). */
  readonly presents: ReadonlyMap<string, string>;
  /** Singulars by irregular plurals; nouns that have no singular stand for themselves. */
  readonly plurals: ReadonlyMap<string, string>;
  /** Words whose spelling the rules would get wrong, or that a reader wants to be sure of. */
  readonly bases: Readonly<Record<BaseClass, ReadonlySet<string>>>;
}

export const LEMMA_FILES = [
  "language/base-forms.tsv",
  "language/irregular-nouns.tsv",
  "language/irregular-verbs.tsv",
  "language/lemmas.tsv",
] as const;

/** The forms of a cell that holds several, separated by "; ". */
function forms(row: TableRow, column: string): string[] {
  const cell = row.cell(column);
  const list = cell === "" ? [] : cell.split("; ");
  if (list.some((form) => form === "" || /[\s;]/u.test(form))) throw row.fault(column, cell, 'words separated by "; "');
  return list;
}

function filled(row: TableRow, column: string): string {
  const cell = row.cell(column);
  if (cell === "") throw row.fault(column, cell, "a word");
  return cell;
}

/** @throws ComityError for a table that cannot be right, with file, line and column */
export function compileLemmas(table: (file: (typeof LEMMA_FILES)[number]) => string): LemmaTables {
  const listed = new Map<string, ListedLemma[]>();
  for (const row of parseTable("codebook/language/lemmas.tsv", table("language/lemmas.tsv"), ["form", "upos", "xpos", "lemma"])) {
    const [form, upos, xpos] = [filled(row, "form").toLowerCase(), filled(row, "upos"), row.cell("xpos")];
    const others = listed.get(form) ?? [];
    if (others.some((one) => one.upos === upos && one.xpos === xpos)) throw row.fault("form", form, "a form that stands once under a tag");
    listed.set(form, [...others, { upos, xpos, lemma: filled(row, "lemma") }]);
  }
  const [pasts, presents] = [new Map<string, string>(), new Map<string, string>()];
  const verbs = new Set<string>();
  for (const row of parseTable("codebook/language/irregular-verbs.tsv", table("language/irregular-verbs.tsv"), ["lemma", "past", "participle", "other"])) {
    const lemma = filled(row, "lemma");
    if (verbs.has(lemma)) throw row.fault("lemma", lemma, "a verb that stands once");
    verbs.add(lemma);
    // A form of two verbs ("lay", "found") is rather the irregular one; of two irregular verbs the first row has it.
    for (const form of [...forms(row, "past"), ...forms(row, "participle")]) if (!pasts.has(form)) pasts.set(form, lemma);
    for (const form of forms(row, "other")) presents.set(form, lemma);
  }
  const plurals = new Map<string, string>();
  for (const row of parseTable("codebook/language/irregular-nouns.tsv", table("language/irregular-nouns.tsv"), ["plural", "lemma"])) {
    const plural = filled(row, "plural");
    if (plurals.has(plural)) throw row.fault("plural", plural, "a plural that stands once");
    plurals.set(plural, filled(row, "lemma"));
  }
  const bases = { verb: new Set<string>(), noun: new Set<string>(), adjective: new Set<string>() };
  for (const row of parseTable("codebook/language/base-forms.tsv", table("language/base-forms.tsv"), ["lemma", "class"])) {
    const known = bases[row.cell("class") as BaseClass] as Set<string> | undefined;
    if (!known) throw row.fault("class", row.cell("class"), "verb, noun or adjective");
    known.add(filled(row, "lemma"));
  }
  return { listed, pasts, presents, plurals, bases };
}
