import { parseTable, type TableRow } from "../src/codebook/parse-table.ts";
import { singleHolderFaults } from "./check-single-holders.ts";

/** Columns of each kind of table, those that must not be empty, and the one that holds further names. */
interface Shape {
  readonly columns: readonly string[];
  readonly filled: readonly string[];
}

const organisations: Shape = {
  columns: ["id", "name", "aliases", "country", "sector", "from", "to", "source", "note"],
  filled: ["id", "name", "sector", "source"],
};

export const SHAPES: Readonly<Record<string, Shape>> = {
  "actors/anaphors.tsv": { columns: ["noun", "kind", "example"], filled: ["noun", "kind", "example"] },
  "actors/armed-groups.tsv": organisations,
  "actors/bodies.tsv": organisations,
  "actors/companies.tsv": organisations,
  "actors/countries.tsv": { columns: ["iso3", "iso2", "name", "kind"], filled: ["iso3", "iso2", "name", "kind"] },
  "actors/country-names.tsv": { columns: ["name", "iso3", "kind", "from", "to", "note"], filled: ["name", "iso3", "kind"] },
  "actors/igos.tsv": organisations,
  "actors/media.tsv": organisations,
  "actors/memberships.tsv": { columns: ["organisation", "iso3", "from", "to", "source"], filled: ["organisation", "iso3", "source"] },
  "actors/modifiers.tsv": { columns: ["word", "effect", "example"], filled: ["word", "effect", "example"] },
  "actors/ngos.tsv": organisations,
  "actors/not-countries.tsv": { columns: ["name", "note"], filled: ["name", "note"] },
  "actors/offices.tsv": { columns: ["office", "sector", "weight"], filled: ["office", "sector", "weight"] },
  "actors/parties.tsv": organisations,
  "actors/people.tsv": {
    columns: ["id", "name", "aliases", "short", "gender", "of", "office", "from", "to", "died", "source"],
    filled: ["id", "name", "gender", "of", "office", "source"],
  },
  "actors/peoples.tsv": { columns: ["name", "iso3", "sector", "kind", "note"], filled: ["name", "kind"] },
  "actors/places.tsv": { columns: ["name", "iso3", "kind", "from", "to", "note"], filled: ["name", "iso3", "kind"] },
  "actors/roles.tsv": {
    columns: ["role", "sector", "priority", "kind", "inherits", "office", "gender", "country", "note"],
    filled: ["role", "priority", "kind", "inherits"],
  },
  "actors/security-services.tsv": organisations,
  "actors/sport-cues.tsv": { columns: ["word", "weight"], filled: ["word", "weight"] },
}; // prettier-ignore

/**
 * What the compilation does not ask: order, doubled names, empty cells, terms after death, offices of one with two holders. One line a fault, with
 * file and line.
 * @param files our tables by their path below the codebook's folder
 */
export function actorTableFaults(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const idOf = new Map<string, string>();
  for (const [file, { columns, filled }] of Object.entries(SHAPES)) {
    const content = files.get(file) ?? "";
    const tell = (line: number, fault: string): void => void faults.push(`${file}:${line}: ${fault}`);
    const lines = content.split("\n").slice(1, -1);
    for (const [i, line] of lines.entries()) {
      if (i > 0 && bytesBefore(line, lines[i - 1] ?? "")) tell(i + 2, "stands before its place (LC_ALL=C sort)");
      if (i > 0 && line === lines[i - 1]) tell(i + 2, "is the row before it again");
    }
    if (!content.endsWith("\n")) tell(lines.length + 2, "the last line has no end");
    for (const row of parseTable(file, content, columns)) {
      for (const column of filled) if (row.cell(column) === "") tell(row.line, `has no ${column}`);
      if (columns.includes("aliases")) for (const fault of nameFaults(row)) tell(row.line, fault);
      if (columns.includes("died")) {
        const [to, died] = [row.cell("to"), row.cell("died")];
        const shared = Math.min(to.length, died.length);
        if (died !== "" && (to === "" || to.slice(0, shared) > died.slice(0, shared)))
          tell(row.line, `is in office after the death in ${died}`);
      }
      if (columns[0] === "id") {
        const other = idOf.get(row.cell("id")) ?? file;
        if (other !== file) tell(row.line, `has an id that ${other} has`);
        idOf.set(row.cell("id"), file);
      }
    }
  }
  faults.push(...singleHolderFaults(files.get("actors/people.tsv") ?? "", SHAPES["actors/people.tsv"]?.columns ?? []));
  return faults;
}

function nameFaults(row: TableRow): string[] {
  const names = [row.cell("name"), ...row.list("aliases")];
  return names.flatMap((name, i) => (name === "" || names.indexOf(name) < i ? [`has the name "${name}" twice, or an empty one`] : []));
} // prettier-ignore

/** UTF-8 bytes and UTF-16 units sort alike but for surrogates, which no name has. */
const bytesBefore = (a: string, b: string): boolean => a < b;
