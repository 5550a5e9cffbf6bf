import { SECTORS, type Sector } from "../../model/plover.ts";
import { parseTable } from "../parse-table.ts";
import { TokenTrie } from "../token-trie.ts";
import type { TokenizeWords } from "../tokenize-words.ts";

/** `relation`: somebody known by a tie to somebody else ("ally", "supporter"); it never says what a named person is. `peer`: the holder of the same
 * office elsewhere ("his US counterpart"). `nothing`: a phrase that holds a role and names no actor ("press release"). */
export type RoleKind = "office" | "person" | "body" | "group" | "thing" | "place" | "relation" | "peer" | "nothing";
const ROLE_KINDS = ["office", "person", "body", "group", "thing", "place", "relation", "peer", "nothing"];

/** A noun or noun phrase by which texts name an actor without its name. */
export interface Role {
  /** Singular, lower case. */
  readonly role: string;
  /** null: the state itself ("its Chinese allies", "the Pakistani side"). */
  readonly sector: Sector | null;
  /** Which of several sectors wins, the higher one (after the order of PLOVER's reference coder). */
  readonly priority: number;
  readonly kind: RoleKind;
  /** The sector is only a default: the complement decides ("rebel leader", "spokesman for the army"). */
  readonly inherits: boolean;
  /** The office of `people.tsv` that its holder holds; null: none. */
  readonly office: string | null;
  readonly gender: "m" | "f" | null;
  /** Alpha-3 of the one state that has it ("home secretary", "pope"); null: any may. */
  readonly country: string | null;
}

export interface Roles {
  /** By lower-case words, the last one in the singular. */
  readonly trie: TokenTrie<Role>;
  readonly byName: ReadonlyMap<string, Role>;
}

export const ROLE_COLUMNS = ["role", "sector", "priority", "kind", "inherits", "office", "gender", "country", "note"] as const;

/** @throws ComityError for a table that cannot be right, with file, line and column */
export function compileRoles(
  tables: readonly (readonly [file: string, content: string])[],
  known: { readonly offices: { has(office: string): boolean }; readonly countries: { has(code: string): boolean } },
  words: TokenizeWords,
): Roles {
  const trie = new TokenTrie<Role>();
  const byName = new Map<string, Role>();
  for (const [file, content] of tables) {
    const seen = new Set<string>();
    for (const row of parseTable(file, content, ROLE_COLUMNS)) {
      const [role, sector, kind, office] = [row.cell("role"), row.cell("sector"), row.cell("kind"), row.cell("office")];
      if (role === "" || role !== role.toLowerCase() || seen.has(role))
        throw row.fault("role", role, "a phrase in lower case that stands once in the table");
      seen.add(role);
      if (sector !== "" && !(SECTORS as readonly string[]).includes(sector)) throw row.fault("sector", sector, `${SECTORS.join(", ")} or nothing`);
      if (!ROLE_KINDS.includes(kind)) throw row.fault("kind", kind, ROLE_KINDS.join(", "));
      if (!/^\d+$/u.test(row.cell("priority"))) throw row.fault("priority", row.cell("priority"), "a number");
      if (!["yes", "no"].includes(row.cell("inherits"))) throw row.fault("inherits", row.cell("inherits"), "yes or no");
      if (!["m", "f", ""].includes(row.cell("gender"))) throw row.fault("gender", row.cell("gender"), "m, f or nothing");
      if (office !== "" && !known.offices.has(office)) throw row.fault("office", office, "an office of actors/offices.tsv, or nothing");
      const country = row.cell("country");
      if (country !== "" && !known.countries.has(country)) throw row.fault("country", country, "a code of actors/countries.tsv, or nothing");
      const value: Role = {
        role,
        sector: sector === "" ? null : (sector as Sector),
        priority: Number(row.cell("priority")),
        kind: kind as RoleKind,
        inherits: row.cell("inherits") === "yes",
        office: office === "" ? null : office,
        gender: (row.cell("gender") || null) as Role["gender"],
        country: country === "" ? null : country,
      };
      byName.set(role, value);
      trie.add(words(role), value);
    }
  }
  return { trie, byName };
}
