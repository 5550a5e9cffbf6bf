/** By which names news call a first-level region, from the one name that GeoNames has of it: "Yazd Province" is "Yazd", "Northern Darfur" also "North Darfur". */

/** Words that only say what a region is, at either end of its name. */
const SORTS =
  "province county region department district oblast governorate parish prefecture voivodeship canton krai kray okrug oblisi republic state division municipality novads atholhu emirate territory rayon aymag aimak";
const BEHIND = new RegExp(
  `^(.+) (?:Autonomous |Administrative |Regional |Special )?(?:${SORTS.replaceAll(" ", "|")})'?$`,
  "iu",
);
const BEFORE = new RegExp(
  `^(?:(?:Urban )?Municipality of|Opština|Muhafazat|Republic of|Provincia de|Departamento de|Wilaya de|Canton of|Municipio de|State of|(?:${SORTS.replaceAll(" ", "|")}) of) (?:the )?(.+)$`,
  "iu",
);
/** What is left is no name: "Central", "Eastern", "Rivers". */
const NO_NAME =
  /^(?:(?:north|south|east|west)(?:ern|east|west|eastern|western)?|central|upper|lower|middle|inner|outer|northern borders|capital|islamic|plateau|rivers|delta|lakes|unity|lake|coast|coastal|forest|valley|river|red sea|white nile|blue nile|federal|special|new|first|far western)$/iu;
/** Arabic articles, which news write or leave out. */
const ARTICLE = /^(?:A[lnrtzdḑsş]|Ash|Ath|Adh)[ -](?=\p{Lu}|[‘’ʿ])/u;
const SIDES: Readonly<Record<string, string>> = {
  Northern: "North", Southern: "South", Eastern: "East", Western: "West",
  North: "Northern", South: "Southern", East: "Eastern", West: "Western",
}; // prettier-ignore

/** @returns its own name first, no name twice */
export function namesOfRegion(name: string): string[] {
  const found = new Set([name]);
  const bare = (BEHIND.exec(name)?.[1] ?? BEFORE.exec(name)?.[1] ?? name).replace(/ \(.*\)$/u, "");
  if (!NO_NAME.test(bare)) found.add(bare);
  for (const one of found) {
    const plain = one.replace(ARTICLE, "");
    if (plain.length > 3 && !NO_NAME.test(plain)) found.add(plain);
    const [first = "", ...rest] = one.split(" ");
    const side = SIDES[first];
    // "Northern Darfur" is a name of a land; "North Province" and "Southern Region" are none.
    if (side !== undefined && rest.length === 1 && !BEHIND.test(one)) found.add([side, ...rest].join(" "));
  }
  return [...found];
}
