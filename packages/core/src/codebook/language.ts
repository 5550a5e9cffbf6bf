/**
 * What the reader of English takes from tables: lemmas, irregular forms, titles, words for human beings. In: the contents of `codebook/language/`.
 * Out: LanguageTables. Errors: ComityError "codebook-table" with file, line and column.
 */
import { compileLemmas, LEMMA_FILES, type LemmaTables } from "./language-lemmas.ts";
import { compilePersons, PERSON_FILES, type PersonTables } from "./language-persons.ts";
import { compileTitles, TITLE_FILES, type TitleTables } from "./language-titles.ts";

export interface LanguageTables {
  readonly lemmas: LemmaTables;
  readonly persons: PersonTables;
  readonly titles: TitleTables;
}

/** As paths below the codebook's folder. */
export const LANGUAGE_FILES = [...LEMMA_FILES, ...PERSON_FILES, ...TITLE_FILES] as const;

export function compileLanguage(table: (file: (typeof LANGUAGE_FILES)[number]) => string): LanguageTables {
  return { lemmas: compileLemmas(table), persons: compilePersons(table), titles: compileTitles(table) };
}
