import type { Named } from "../codebook/actors/actor-names.ts";

/** The states that a name may point to, each once, the likeliest first; empty: none. A person points to the state of the last office. */
export function countriesOf(values: readonly Named[]): string[] {
  const codes = values.flatMap((named): readonly (string | null)[] => {
    switch (named.kind) {
      case "country":
        return [named.name.country.iso3];
      case "place":
        return [named.name.iso3];
      case "people":
        return named.name.countries;
      case "organisation":
        return named.organisation.spans.map(({ country }) => country);
      case "person":
        return named.person.terms.map(({ country }) => country);
      case "nothing":
        return [];
    }
  });
  return [...new Set(codes.filter((code) => code !== null))];
}
