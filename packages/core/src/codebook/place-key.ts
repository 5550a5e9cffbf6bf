/** Under which key the gazetteer keeps a name: shared by the program that builds it and the one that reads it. */

const LETTERS: Readonly<Record<string, string>> = { ł: "l", ø: "o", ı: "i", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ə: "e" };

const PLAIN = /^[a-z ]*$/u;

/** Small letters without accents, points and apostrophes; hyphens are blanks, "St." is "saint". */
export function placeKey(name: string): string {
  let key = name.toLowerCase();
  if (!PLAIN.test(key)) {
    key = key
      .normalize("NFD")
      .replaceAll(/\p{M}|[.'’‘`ʻʼʿʾ]/gu, "")
      .replaceAll(/[łøıđðþßæœə]/gu, (letter) => LETTERS[letter] ?? letter)
      .replaceAll(/[-–\s]+/gu, " ")
      .trim();
  }
  return key.replace(/^st (?=[a-z])/u, "saint ");
}

/** FNV-1a of the key's UTF-16 units. */
export function placeHash(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
