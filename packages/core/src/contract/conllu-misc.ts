/** The value of an attribute of the MISC column ("No" for SpaceAfter in "Gloss=x|SpaceAfter=No"); null: it is not there. */
export function miscValue(misc: string, key: string): string | null {
  const found = misc.split("|").find((part) => part.startsWith(`${key}=`));
  return found === undefined ? null : found.slice(key.length + 1);
}

/** The MISC column with the attribute set at its end, or taken out where `value` is null; "_" where nothing is left. */
export function withMisc(misc: string, key: string, value: string | null): string {
  const parts = misc === "_" ? [] : misc.split("|").filter((part) => !part.startsWith(`${key}=`));
  if (value !== null) parts.push(`${key}=${value}`);
  return parts.length === 0 ? "_" : parts.join("|");
}

const NAMED: Readonly<Record<string, string>> = {
  " ": "s",
  "\t": "t",
  "\r": "r",
  "\n": "n",
  "|": "p",
  "\\": "\\",
};
const BY_NAME = new Map(Object.entries(NAMED).map(([character, name]) => [name, character]));

/**
 * Text as a value of MISC, as UDPipe writes it: \s \t \r \n \p (for |) and \\. Blanks that it has no name for (U+00A0, U+2028, ...) would end
 * lines or be trimmed in other programs; they are written \uXXXX.
 */
export function escapeMisc(text: string): string {
  return text.replace(/[\s|\\]/gu, (character) => `\\${NAMED[character] ?? `u${hex4(character)}`}`);
}

/** The text that {@link escapeMisc} was given. What is no escape stays as it is. */
export function unescapeMisc(value: string): string {
  return value.replace(
    /\\(?:u([0-9a-f]{4})|([strnp\\]))/giu,
    (all, hex: string | undefined, name: string | undefined) =>
      hex === undefined ? (BY_NAME.get(name ?? "") ?? all) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const hex4 = (character: string): string =>
  [12, 8, 4, 0].map((shift) => "0123456789ABCDEF".charAt((character.charCodeAt(0) >> shift) & 15)).join("");

/**
 * How the blanks after a token are told: nothing for one space, SpaceAfter=No for none, SpacesAfter for all else.
 * @param gap the blanks, "" for none
 */
export function withGapAfter(misc: string, gap: string): string {
  if (gap === " ") return misc;
  return gap === "" ? withMisc(misc, "SpaceAfter", "No") : withMisc(misc, "SpacesAfter", escapeMisc(gap));
}

/** The blanks after a token, as {@link withGapAfter} tells them. */
export function gapAfter(misc: string): string {
  const spaces = miscValue(misc, "SpacesAfter");
  if (spaces !== null) return unescapeMisc(spaces);
  return miscValue(misc, "SpaceAfter") === "No" ? "" : " ";
}
