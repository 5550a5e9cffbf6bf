import { parseTable } from "./parse-table.ts";

export type TitleKind = "rank" | "office" | "honorific";
/** Whether a title at the head of what the network took for a name is cut off: "long" only where two words of name remain ("Sheikh Hasina" stays). */
export type TitleInside = "yes" | "no" | "long";
export type NameWordRole = "determiner" | "article-name" | "small" | "modifier" | "complement" | "bridge";

export interface Title {
  readonly kind: TitleKind;
  readonly inside: TitleInside;
}

/** Titles by {@link titleKey}, and the small words around names. */
export interface TitleTables {
  readonly titles: ReadonlyMap<string, Title>;
  /** Length of the longest key, so that a search may stop. */
  readonly longest: number;
  readonly words: Readonly<Record<NameWordRole, ReadonlySet<string>>>;
}

export const TITLE_FILES = ["language/name-words.tsv", "language/titles.tsv"] as const;

/** Letters and digits alone, in lower case: "Lt. Gen.", "Lt-Gen" and "LT GEN" are one, however the tokens are cut. */
export function titleKey(text: string): string {
  return text.toLowerCase().replaceAll(/[\s.'’‐‑-]/gu, "");
}

/** @throws ComityError for a table that cannot be right, with file, line and column */
export function compileTitles(table: (file: (typeof TITLE_FILES)[number]) => string): TitleTables {
  const titles = new Map<string, Title>();
  for (const row of parseTable("codebook/language/titles.tsv", table("language/titles.tsv"), ["title", "kind", "inside"])) {
    const [key, kind, inside] = [titleKey(row.cell("title")), row.cell("kind"), row.cell("inside")];
    if (!["rank", "office", "honorific"].includes(kind)) throw row.fault("kind", kind, "rank, office or honorific");
    if (!["yes", "no", "long"].includes(inside)) throw row.fault("inside", inside, "yes, no or long");
    if (key === "" || titles.has(key)) throw row.fault("title", row.cell("title"), "a title that no other row has, stops and hyphens aside");
    titles.set(key, { kind: kind as TitleKind, inside: inside as TitleInside });
  }
  const words = {
    determiner: new Set<string>(),
    "article-name": new Set<string>(),
    small: new Set<string>(),
    modifier: new Set<string>(),
    complement: new Set<string>(),
    bridge: new Set<string>(),
  };
  for (const row of parseTable("codebook/language/name-words.tsv", table("language/name-words.tsv"), ["word", "role"])) {
    const role = words[row.cell("role") as NameWordRole] as Set<string> | undefined;
    if (!role) throw row.fault("role", row.cell("role"), Object.keys(words).join(", "));
    const word = row.cell("word").toLowerCase();
    if (word === "" || role.has(word)) throw row.fault("word", word, "a word that stands once under a role");
    role.add(word);
  }
  return { titles, longest: Math.max(0, ...[...titles.keys()].map((key) => key.length)), words };
}
