const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
const ASCII = /^[\x20-\x7e]*$/u;
/** East Asian scripts and forms, and pictures: two columns on every common terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f1e6}-\u{1f1ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
const NOTHING = /^[\p{M}\p{Cf}]+$/u;

/** Columns of the terminal that a text fills; the text holds no control characters. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text)) width += NOTHING.test(segment) ? 0 : WIDE.test(segment) ? 2 : 1;
  return width;
}

/** The text with spaces after it up to a width; a wider one as it is. */
export const padEnd = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - displayWidth(text)));

/** The text on one line, without what a terminal would obey: blanks are spaces, control and direction characters are shown as U+FFFD. */
export const printable = (text: string): string =>
  text.replace(/\s+/gu, " ").replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, "\uFFFD");

/** Breaks at spaces so that no line is wider than `width`; a longer word stands alone. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let [line, used] = ["", 0];
  for (const word of text.split(" ")) {
    const size = displayWidth(word);
    if (line !== "" && used + 1 + size > width) {
      lines.push(line);
      [line, used] = [word, size];
    } else {
      [line, used] = line === "" ? [word, size] : [`${line} ${word}`, used + 1 + size];
    }
  }
  return [...lines, line];
}
