/**
 * A PETRARCH file of agents as a table of roles. In: the file ("POLICE_OFFICER [~COP]", "ARMY {ARMIES} [~MIL]", sets "!PERSON! = MAN, MEN"). Out: rows
 * of roles, and warnings about what could not be turned into one. Of a role that our table has, everything but the sector is kept.
 */
import type { Sector } from "../../model/plover.ts";
import type { ConvertedTables, KnownActors } from "./known-actors.ts";
import { readPetrarchCode } from "./petrarch-codes.ts";
import { petrarchLines } from "./petrarch-lines.ts";
import { ROLE_COLUMNS } from "./roles.ts";

/** Words that end like this are persons; other roles are bodies. "government" and its like are none. */
const PERSON = /(?:er|or|ar|ist|man|men|woman|women|ian|ant|(?<!m)ent|ee|ess|chief|head|king|queen|prince)s?$/u;

/** @param file as messages shall call it */
export function petrarchAgents(file: string, content: string, known: KnownActors): ConvertedTables {
  const warnings: string[] = [];
  const warn = (line: number, column: number, message: string): void => void warnings.push(`${file}:${line}:${column}: ${message}; left out`);
  const sets = new Map<string, string[]>();
  const plover = /\[[A-Z]*~[A-Z]*JRN/u.test(content);
  const rows = new Map<string, string>();
  for (const { line, text, codes, faults } of petrarchLines(content)) {
    for (const [column, message] of faults) warn(line, column, message);
    const [, set, words] = /^!([A-Z_]+)!\s*=\s*(.+)$/u.exec(text) ?? [];
    if (set !== undefined && words !== undefined) {
      sets.set(set, words.split(",").map(clean).filter((word) => word !== "")); // prettier-ignore
      continue;
    }
    const [code, other] = codes;
    if (!code) {
      if (faults.length === 0) warn(line, 1, `"${text}" has no code such as [~MIL]`);
      continue;
    }
    if (other) warn(line, other.column, `found a second code "${other.code}"`);
    const at = code.code.indexOf("~");
    const found = at < 0 ? null : readPetrarchCode(code.code.slice(at + 1), known.countries, { agent: true, plover });
    if (!found?.sector) {
      warn(line, code.column, `found the code "${code.code}"; expected "~" and a role, such as [~MIL]`);
      continue;
    }
    const [, singular = "", plural] = /^([^{]*)(?:\{([^}]*)\})?/u.exec(text) ?? [];
    const phrases = [singular, ...(plural === undefined || /^\s*(?:none)?\s*$/iu.test(plural) ? [] : [plural])];
    const roles = phrases.map(clean).flatMap((phrase) => expand(phrase, sets));
    const unknown = roles.find((role) => role.includes("!"));
    if (unknown !== undefined) {
      warn(line, 1, `"${text}" names a set of words that no line before it gives`);
      continue;
    }
    for (const role of roles) if (role !== "" && !isPlural(role, roles) && !rows.has(role)) rows.set(role, rowOf(role, found.sector, known));
  }
  const table = `${[ROLE_COLUMNS.join("\t"), ...rows.values()].join("\n")}\n`;
  return { tables: [{ file, content: table }], warnings };
}

const clean = (phrase: string): string => phrase.replaceAll(/[_\s]+/gu, " ").trim().toLowerCase(); // prettier-ignore

/** The phrase once for each word of the set that it names ("congress!person!"). */
function expand(phrase: string, sets: ReadonlyMap<string, readonly string[]>): string[] {
  const [all, name = ""] = /!([a-z_ ]+)!/u.exec(phrase) ?? [];
  const words = sets.get(name.toUpperCase().replaceAll(" ", "_"));
  if (all === undefined || !words) return [phrase];
  return words.flatMap((word) => expand(phrase.replace(all, word).trim(), sets));
}

/** Our tables hold singulars, and regular plurals are found through them. */
const isPlural = (role: string, roles: readonly string[]): boolean =>
  roles.some((other) => role === `${other}s` || role === `${other}es` || (other.endsWith("y") && role === `${other.slice(0, -1)}ies`));

function rowOf(role: string, sector: Sector, known: KnownActors): string {
  const ours = known.role(role);
  const cells: Readonly<Record<string, string>> = {
    inherits: "no",
    kind: PERSON.test(role) ? "person" : "body",
    ...ours,
    role,
    sector,
    priority: String(known.priority(sector)),
  };
  return ROLE_COLUMNS.map((column) => cells[column] ?? "").join("\t");
}
