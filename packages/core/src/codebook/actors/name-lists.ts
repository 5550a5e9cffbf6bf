import type { Actors, OwnTable } from "./actors.ts";

/** Names that the compiled tables cannot list: they only find them. */
export interface NameLists {
  /** Every name that can be looked up. */
  readonly all: readonly string[];
  /** The names of a country (alpha-3), as they stand in the tables. */
  readonly ofCountry: (iso3: string) => readonly string[];
}

/** @param files our tables by their path below the codebook's folder */
export function nameLists(actors: Actors, files: ReadonlyMap<string, string>, own: readonly OwnTable[]): NameLists {
  const rows = (content: string): string[][] => content.split(/\r?\n/u).slice(1).map((row) => row.split("\t")); // prettier-ignore
  const ownNames = own.filter(({ content }) => content.startsWith("name\tiso3\t")).flatMap(({ content }) => rows(content));
  const countries = [...rows(files.get("actors/country-names.tsv") ?? ""), ...ownNames];
  const others = ["actors/places.tsv", "actors/peoples.tsv"].flatMap((file) => rows(files.get(file) ?? ""));
  const all = [
    ...[...actors.countries.values()].map(({ name }) => name),
    ...[...countries, ...others].map(([name = ""]) => name),
    ...[...actors.organisations.values()].flatMap(({ names }) => names),
    ...[...actors.people.byId.values()].flatMap(({ names, short }) => [...names, ...short]),
  ];
  return {
    all: all.filter((name) => name !== ""),
    ofCountry: (code) => countries.filter(([, iso3]) => iso3 === code).map(([name = ""]) => name),
  };
}
