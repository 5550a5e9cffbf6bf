/**
 * What the network sees of a word. `train/reader/features.py` computes the same numbers: change both together, and raise the format number of
 * the model. Forms are handled as UTF-16 code units.
 */

const PLAIN: Readonly<Record<string, string>> = {
  "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "´": "'", "–": "-", "—": "-", "−": "-", "…": "...",
}; // prettier-ignore

/** Characters of a form that n-grams are taken from: the first and last half of this where it is longer. */
const LONGEST = 24;

/** The key of the word table: lower case, plain quotation marks and dashes, every digit 0. */
export function wordKey(form: string): string {
  return form
    .replace(/[“”„«»‘’`´–—−…]/g, (mark) => PLAIN[mark] ?? mark)
    .toLowerCase()
    .replace(/[0-9]/g, "0");
}

/** Buckets of the character n-grams (3 to 5, over the bounded key) and of the affixes (first 1 to 3, last 1 to 4 units). */
export function letterPieces(
  wholeKey: string,
  buckets: number,
): { readonly grams: number[]; readonly affixes: number[] } {
  const key = wholeKey.length > LONGEST ? wholeKey.slice(0, LONGEST / 2) + wholeKey.slice(-LONGEST / 2) : wholeKey;
  const bounded = `<${key}>`;
  const grams: number[] = [];
  for (let n = 3; n <= 5; n++)
    for (let i = 0; i + n <= bounded.length; i++) grams.push(bucket(bounded, i, i + n, n, buckets));
  const affixes: number[] = [];
  for (let n = 1; n <= 3 && n <= key.length; n++) affixes.push(bucket(key, 0, n, 10 + n, buckets));
  for (let n = 1; n <= 4 && n <= key.length; n++)
    affixes.push(bucket(key, key.length - n, key.length, 20 + n, buckets));
  return { grams, affixes };
}

/** FNV-1a over code units, salted by the kind of piece; `buckets` is a power of two. */
function bucket(text: string, start: number, end: number, salt: number, buckets: number): number {
  let hash = 2166136261 ^ salt;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash >>>= 0;
  return (hash ^ (hash >>> 15)) & (buckets - 1);
}

/** Class of a form by its letters: 0..9 the case pattern, +10 where something else (hyphen, stop, apostrophe) stands among letters or digits. */
export function wordShape(form: string): number {
  let upper = 0;
  let lower = 0;
  let digits = 0;
  let other = 0;
  let count = 0;
  let firstUpper = false;
  for (const c of form) {
    if (c >= "0" && c <= "9") digits++;
    else if (c.toLowerCase() !== c) {
      upper++;
      if (count === 0) firstUpper = true;
    } else if (c.toUpperCase() !== c) lower++;
    else other++;
    count++;
  }
  return caseKind(upper, lower, digits, count, firstUpper) + (other > 0 && upper + lower + digits > 0 ? 10 : 0);
}

function caseKind(upper: number, lower: number, digits: number, count: number, firstUpper: boolean): number {
  const letters = upper + lower;
  if (digits > 0) return letters === 0 ? 0 : 1;
  if (letters === 0) return count === 1 ? 2 : 3;
  if (upper === 0) return 4;
  if (lower === 0) return upper === 1 ? 5 : upper <= 4 ? 6 : 7;
  return firstUpper && upper === 1 ? 8 : 9;
}
