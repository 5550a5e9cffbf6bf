import { parseTable } from "./parse-table.ts";

export type Gender = "m" | "f";

/** What a word tells of the human being it names. */
export interface PersonTables {
  /** Nouns for human beings, by lemma in lower case; null: of either gender. */
  readonly nouns: ReadonlyMap<string, Gender | null>;
  /** Given names that nearly always belong to one gender, as they are written. */
  readonly firstNames: ReadonlyMap<string, Gender>;
}

export const PERSON_FILES = ["language/first-names.tsv", "language/person-nouns.tsv"] as const;

/** @throws ComityError for a table that cannot be right, with file, line and column */
export function compilePersons(table: (file: (typeof PERSON_FILES)[number]) => string): PersonTables {
  const firstNames = new Map<string, Gender>();
  for (const row of parseTable("codebook/language/first-names.tsv", table("language/first-names.tsv"), ["name", "gender"])) {
    const [name, gender] = [row.cell("name"), row.cell("gender")];
    if (gender !== "m" && gender !== "f") throw row.fault("gender", gender, "m or f");
    if (name === "" || firstNames.has(name)) throw row.fault("name", name, "a name that stands once");
    firstNames.set(name, gender);
  }
  const nouns = new Map<string, Gender | null>();
  for (const row of parseTable("codebook/language/person-nouns.tsv", table("language/person-nouns.tsv"), ["noun", "gender", "note"])) {
    const [noun, gender] = [row.cell("noun"), row.cell("gender")];
    if (!["m", "f", ""].includes(gender)) throw row.fault("gender", gender, "m, f or nothing");
    if (noun === "" || nouns.has(noun)) throw row.fault("noun", noun, "a noun that stands once");
    nouns.set(noun, gender === "" ? null : (gender as Gender));
  }
  return { nouns, firstNames };
}
