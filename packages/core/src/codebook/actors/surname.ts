/** Where names begin with that of the family. */
const FAMILY_FIRST: ReadonlySet<string> = new Set(["CHN", "HKG", "KOR", "MAC", "PRK", "TWN", "VNM"]);
const PARTICLE = /^(?:al|bin|da|de|del|della|den|der|di|dos|du|el|ibn|la|le|ten|ter|van|von|zu)$/iu;
const SUFFIX = /^(?:Jr|Sr|I{1,3}|IV|VI{0,3})\.?$/u;

/**
 * How texts call a person on second mention, as far as the name's form tells: the last word with the particles before it ("von der Leyen"), in East Asia
 * the first. "": the name is one word.
 * @param country alpha-3 of the state whose office the person held
 */
export function surnameOf(name: string, country: string): string {
  const words = name.split(" ").filter((word) => !SUFFIX.test(word));
  if (words.length < 2) return "";
  if (FAMILY_FIRST.has(country)) return words[0] ?? "";
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1] ?? "")) from -= 1;
  return words.slice(from).join(" ");
}
