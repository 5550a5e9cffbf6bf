import type { ParagraphKind } from "../model/paragraph.ts";
import { endsSentence } from "./furniture-kind.ts";
import type { Piece } from "./piece.ts";
import { wordKeys } from "./word-keys.ts";

interface Line {
  readonly words: string;
  readonly count: number;
  /** Whether it ends as a sentence, a clause or an introduction does. */
  readonly closed: boolean;
}

const longestTitle = 200;
const siteName =
  /^the \p{Lu}|\.(?:com|org|net|info|news)\b|\b(?:news|times|daily|weekly|post|herald|tribune|wire|press|journal|gazette|courier|ledger|observer|review|dispatch|express|mail|chronicle|telegraph|standard|monitor|online|today|tv|radio)\b/iu;
const linksHead =
  /^[*_]*(?:read (?:more|also|next)|also read|see also|related|more (?:on|from|stories|news)|most (?:read|popular|viewed)|recommended|you (?:may|might) also like|top stories|latest news|don['’]t miss)\b.{0,40}$/i;

function isLabel(line: Line): boolean {
  return line.count > 0 && line.count <= 4 && line.words.length <= 40 && !line.closed;
}

/** A headline: short, no final stop, and not the rest of a sentence. Question and exclamation marks may end one. */
function isHeadline(line: Line): boolean {
  const { words } = line;
  if (words.length > longestTitle || line.count === 0 || line.count > 30) return false;
  return (
    !/[.,;:…。](?:["”’)\]']|'')*$/u.test(words) &&
    !/^["“‘'(]?\p{Ll}/u.test(words) &&
    !/[.!?]["”’]? \p{Lu}\p{Ll}+ \p{Ll}/u.test(words)
  );
}

/** Three or more short labels in a row, known menu items among them or not, are a menu. */
function markMenus(lines: readonly Line[], kinds: (ParagraphKind | null)[]): void {
  let from = 0;
  for (let index = 0; index <= lines.length; index += 1) {
    const line = lines[index];
    const kind = kinds[index];
    if (line && (kind === "navigation" || (kind === null && isLabel(line)))) continue;
    const run = lines.slice(from, index);
    const distinct = new Set(run.map((item) => item.words.toLowerCase())).size;
    if (run.length >= 3 && distinct >= 3) kinds.fill("navigation", from, index);
    from = index + 1;
  }
}

function markTitle(lines: readonly Line[], kinds: (ParagraphKind | null)[], title: string | null): void {
  const wanted = title === null ? null : wordKeys(title).join(" ");
  const given =
    wanted === null ? -1 : lines.slice(0, 20).findIndex((line) => wordKeys(line.words).join(" ") === wanted);
  if (given >= 0) {
    kinds[given] = "title";
    return;
  }
  const first = kinds.indexOf(null);
  const line = lines[first];
  if (!line || !isHeadline(line) || first === lines.length - 1) return;
  const second = kinds.indexOf(null, first + 1);
  const below = lines[second];
  // The name of the site above the headline.
  const isName =
    line.count <= 4 &&
    siteName.test(line.words) &&
    below &&
    below.count >= 5 &&
    isHeadline(below) &&
    second < lines.length - 1;
  kinds[first] = isName ? "navigation" : "title";
  if (isName) kinds[second] = "title";
}

/** Links to other articles: list items and headlines below a "Read more" or "Related" line. */
function markLinks(lines: readonly Line[], kinds: (ParagraphKind | null)[]): void {
  let below = false;
  for (const [index, line] of lines.entries()) {
    const kind = kinds[index] ?? null;
    if (kind === "navigation") below ||= linksHead.test(line.words);
    else if (below && (kind === "list" || (kind === null && isHeadline(line)))) kinds[index] = "navigation";
    else below = false;
  }
}

/**
 * Tells what only the page as a whole tells: menus, the title, lines that stand between the paragraphs as headings do.
 * Without `searched` the carrier has marked title and headings, and only links to other articles are told.
 * `title` is the carrier's; null: it does not say. A page of one paragraph is body. What is left unknown is body.
 */
export function markPage(text: string, pieces: readonly Piece[], searched: boolean, title: string | null): Piece[] {
  const lines = pieces.map((piece): Line => {
    const words = text.slice(piece.start, piece.end).replace(/\s+/g, " ");
    const short = words.length <= longestTitle;
    return { words, count: short ? wordKeys(words).length : 99, closed: endsSentence(words) || /[,;:]$/.test(words) };
  });
  const kinds = pieces.map((piece) => piece.kind);
  markLinks(lines, kinds);
  if (!searched) return pieces.map((piece, index) => ({ ...piece, kind: kinds[index] ?? null }));
  markMenus(lines, kinds);
  markTitle(lines, kinds, title);
  const titled = kinds.indexOf("title");
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const isHeading = kinds[index] === null && line.count <= 8 && isHeadline(line) && !/[!?]/.test(line.words);
    const deck = index === titled + 1 && titled >= 0 && next;
    if (isHeading && index > 0 && (deck || (next && kinds[index + 1] === null && next.closed))) kinds[index] = "other";
  }
  return pieces.map((piece, index) => ({ ...piece, kind: kinds[index] ?? null }));
}
