/**
 * Draws the tree of a sentence for a terminal: its text, then a line a word in the order of the text, with branches on the left.
 * In: Parsed. A word hangs on the line that leads up or down to its head; the root is the leftmost.
 */
import { styleText } from "node:util";
import type { Name, Parsed, Word } from "@comity/core";
import { treeBranches } from "./tree-drawing-branches.ts";
import { displayWidth, padEnd, printable, wrapText } from "./tree-drawing-width.ts";

/** How wide, in columns, and whether in colour: properties of the terminal, handed in. */
export interface TreeStyle {
  readonly width: number;
  readonly colour: boolean;
}

/** A word longer than this (an address) pushes the columns of its own line only. */
const MAX_WORD = 24;

/** The drawing of one sentence, lines ended. `names` marks proper names on the right. */
export function drawSentence(parsed: Parsed, index: number, names: boolean, style: TreeStyle): string {
  const { document, sentences } = parsed.segmented;
  const [sentence, found] = [sentences[index], parsed.sentences[index]];
  if (!sentence || !found) return "";
  const { words } = found;
  const forms = sentence.tokens.map(({ start, end }) => printable(document.text.slice(start, end)));
  const marks = names ? nameMarks(found.names, words.length) : [];
  const columns = {
    form: Math.min(MAX_WORD, widest(forms)),
    upos: widest(words.map(({ upos }) => upos)),
    relation: widest(words.map(({ relation }) => relation)),
    lemma: names ? Math.min(MAX_WORD, widest(words.map((word, i) => shownLemma(word, forms[i] ?? "")))) : 0,
  };
  const right = columns.form + columns.upos + columns.relation + columns.lemma + 6 + (names ? 6 : 0);
  const heads = words.map(({ head }) => head);
  const wide = treeBranches(heads, 3);
  const fits = widest(wide) + right <= style.width;
  const branches = fits ? wide : treeBranches(heads, 1);
  const tree = widest(branches);
  const text = wrapText(printable(document.text.slice(sentence.start, sentence.end)), style.width);
  const lines = text.map((line) => paint("bold", line, style));
  for (const [i, word] of words.entries()) {
    const form = forms[i] ?? "";
    const branch = branches[i] ?? "";
    const cells = [
      paint("dim", branch + "─".repeat(tree - displayWidth(branch)), style),
      paint(word.head < 0 ? "bold" : null, padEnd(form, columns.form), style),
      paint("dim", padEnd(word.upos, columns.upos), style),
      paint("cyan", padEnd(printable(word.relation), columns.relation), style),
      paint("dim", padEnd(shownLemma(word, form), columns.lemma), style),
      paint("yellow", marks[i] ?? "", style),
    ];
    const gaps = [" ", "  ", " ", "  ", "  ", ""];
    lines.push(cells.map((cell, at) => cell + (gaps[at] ?? "")).join("").trimEnd()); // prettier-ignore
  }
  return `${lines.join("\n")}\n`;
}

/** The lemma where it is not the word itself, which the line shows already. */
const shownLemma = ({ lemma }: Word, form: string): string => (lemma === form ? "" : printable(lemma));

/** A bracket beside the words of each name, with its kind at the first. */
function nameMarks(names: readonly Name[], length: number): string[] {
  const marks = Array.from({ length }, () => "");
  for (const { first, last, kind } of names) {
    for (let i = first; i < last; i += 1) marks[i] = i === last - 1 ? "╯" : "│";
    marks[first] = `${last - first === 1 ? "╴" : "╮"} ${kind}`;
  }
  return marks;
}

const widest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);

function paint(format: "bold" | "dim" | "cyan" | "yellow" | null, text: string, style: TreeStyle): string {
  if (!style.colour || format === null || text.trim() === "") return text;
  // Blanks at the end stay outside, so that they can be trimmed.
  const body = text.trimEnd();
  return styleText(format, body, { validateStream: false }) + text.slice(body.length);
}
