/** The words of a text in lower case, without quotation marks, punctuation and blanks: equal for two texts that differ in those only. */
export function wordKeys(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
