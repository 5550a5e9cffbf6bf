/**
 * A BCP 47 tag in our writing: primary language in lower case, a two-letter region in upper case, parts joined by "-" ("en_us" gives "en-US").
 * null: not a language tag.
 */
export function languageTag(text: string): string | null {
  const trimmed = text.trim();
  if (!/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(trimmed)) return null;
  const [primary = "", ...rest] = trimmed.split(/[-_]/);
  return [primary.toLowerCase(), ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join("-");
}
