import type { Codebook } from "@comity/core";
import { InvalidArgumentError } from "commander";
import { readCodebook } from "../job/read-codebook.ts";

/** {@link countryArgument} of each value, undefined where there is none; the codebook is read only if there is one. */
export async function countryFlags(...values: readonly (string | undefined)[]): Promise<(string | undefined)[]> {
  if (values.every((value) => value === undefined)) return [];
  const codebook = await readCodebook();
  return values.map((value) => (value === undefined ? undefined : countryArgument(value, codebook)));
}

/**
 * A country as a user writes it: an alpha-3 or alpha-2 code in any case, or a name of the codebook ("Pakistan").
 * @returns its alpha-3 code
 * @throws InvalidArgumentError naming what could have been meant
 */
function countryArgument(value: string, codebook: Codebook): string {
  const { countries: byCode, names } = codebook.actors;
  const upper = value.toUpperCase();
  if (byCode.has(upper)) return upper;
  const all = [...byCode.values()];
  const two = all.find((country) => country.iso2 === upper);
  if (two) return two.iso3;
  const title = value.toLowerCase().replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());
  for (const name of [value, title]) {
    const codes = [
      ...new Set(names.get(name).flatMap((named) => (named.kind === "country" ? [named.name.country.iso3] : []))),
    ];
    const [only] = codes;
    if (codes.length === 1 && only) return only;
    if (codes.length > 1)
      throw new InvalidArgumentError(`"${value}" could be ${codes.join(" or ")}; give one of these codes`);
  }
  const near = all.filter(
    ({ iso3, name }) => iso3.startsWith(upper.slice(0, 2)) || name.toUpperCase().startsWith(upper.slice(0, 3)),
  );
  const hint = near.slice(0, 5).map(({ iso3, name }) => `${iso3} (${name})`).join(", "); // prettier-ignore
  throw new InvalidArgumentError(
    `"${value}" is no country; expected an ISO 3166-1 alpha-3 code${hint ? `, such as ${hint}` : " such as PAK"}`,
  );
}
