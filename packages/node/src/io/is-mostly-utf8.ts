/**
 * Whether bytes that are not valid UTF-8 were still meant as UTF-8: a text cut inside a character, a page with a stray byte.
 * Bytes of another encoding make valid sequences by chance only, so twice as many good characters as bad ones decide.
 */
export function isMostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString("utf8");
  let good = 0;
  let bad = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) bad += 1;
    else if (unit >= 0x80) good += 1;
  }
  return good > 0 && good >= 2 * bad;
}
