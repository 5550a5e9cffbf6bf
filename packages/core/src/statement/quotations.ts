/**
 * Where the text quotes: ranges between quotation marks. In: the frozen text and its paragraphs. Out: quotations in text order, inner ones after those that hold them.
 * Marks are “ ”, ", `` '' and, at the edges of words, ‘ ’ and '. A quotation of several paragraphs has an opening mark on each and is one; one that is never closed ends
 * with its paragraph, one that is never opened begins with it.
 */
import type { Span } from "../base/span.ts";
import type { Paragraph } from "../model/paragraph.ts";

/** A quotation with its marks. */
export interface Quotation extends Span {
  /** Inside another quotation. */
  readonly nested: boolean;
  /** Both marks are there. */
  readonly closed: boolean;
}

type MarkKind = "double" | "single";
type Family = "curly" | "straight" | "ticks" | "single";
interface Mark {
  readonly at: number;
  readonly end: number;
  readonly kind: MarkKind;
  readonly family: Family;
  /** What the sign or the blanks around it tell. */
  readonly side: "open" | "close" | "either";
}

const FAMILIES: Readonly<Record<string, Family>> = {
  '"': "straight",
  "``": "ticks",
  "''": "ticks",
  "‘": "single",
  "’": "single",
  "'": "single",
  "`": "single",
};
const MARKS = /[“”„«»"]|``|''|[‘’'`]/gu;
/** A single mark opens before a word and closes behind one; inside a word it is an apostrophe. */
const WORD = /[\p{L}\p{N}]/u;
const OPENED = /[\p{L}\p{N}“"]/u;
const CLOSED = /[\p{L}\p{N}.,!?…”"]/u;
const isSingle = (sign: string, before: string, after: string): boolean =>
  (sign !== "’" && !WORD.test(before) && OPENED.test(after)) ||
  ((sign === "’" || sign === "'") && CLOSED.test(before) && !WORD.test(after));

export function findQuotations(text: string, paragraphs: readonly Paragraph[]): Quotation[] {
  const found: Quotation[] = [];
  /** A quotation that its paragraph left open. */
  let hanging = null as { start: number; end: number; family: Family } | null;
  for (const paragraph of paragraphs) {
    if (paragraph.kind === "navigation" || paragraph.kind === "count") continue;
    const marks = marksOf(text, paragraph);
    const [first] = marks;
    const goesOn: boolean =
      hanging !== null &&
      first !== undefined &&
      first.at === paragraph.start &&
      first.family === hanging.family &&
      first.side !== "close";
    const { closed, open } = pairMarks(marks, paragraph);
    const begun: { start: number; end: number; family: Family } | null = hanging;
    hanging = null;
    if (begun) {
      const head = goesOn ? closed.findIndex(({ start, nested }) => start === paragraph.start && !nested) : -1;
      if (head >= 0)
        closed.splice(head, 1, {
          start: begun.start,
          end: closed[head]?.end ?? begun.end,
          nested: false,
          closed: true,
        });
      else if (goesOn && open?.at === paragraph.start) hanging = { ...begun, end: paragraph.end };
      else found.push({ start: begun.start, end: begun.end, nested: false, closed: false });
    }
    found.push(...closed);
    if (open && !hanging) hanging = { start: open.at, end: paragraph.end, family: open.family };
  }
  if (hanging) found.push({ start: hanging.start, end: hanging.end, nested: false, closed: false });
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function marksOf(text: string, { start, end }: Span): Mark[] {
  const marks: Mark[] = [];
  const words = text.slice(start, end);
  for (const { 0: sign, index } of words.matchAll(MARKS)) {
    const before = words[index - 1] ?? " ";
    const after = words[index + sign.length] ?? " ";
    const family = FAMILIES[sign] ?? "curly";
    const kind = family === "single" ? "single" : "double";
    if (kind === "single" && !isSingle(sign, before, after)) continue;
    const spaced = /[\s([{]/u.test(before);
    const side: Mark["side"] =
      family === "straight" || sign === "''" || (kind === "single" && sign === "'")
        ? spaced
          ? "open"
          : /[\s)\]}.,;:!?]/u.test(after) && !/[—–-]/u.test(before)
            ? "close"
            : "either"
        : // A curly mark that is turned the wrong way.
          /[”»]/u.test(sign) && spaced && /[\p{L}\p{N}]/u.test(after)
          ? "open"
          : /[“„«]/u.test(sign) && !spaced && /[\s]/u.test(after)
            ? "close"
            : /^(?:[“„«‘`]|``)$/u.test(sign)
              ? "open"
              : "close";
    // Six feet three: 6'3".
    if (family === "straight" && side !== "open" && /\d'\d+$/u.test(words.slice(0, index))) continue;
    marks.push({ at: start + index, end: start + index + sign.length, kind, family, side });
  }
  return marks;
}

/** Pairs the marks of a paragraph; `open`: the double mark that nothing closes. */
function pairMarks(marks: readonly Mark[], paragraph: Span): { closed: Quotation[]; open: Mark | null } {
  const closed: Quotation[] = [];
  const stack: Mark[] = [];
  for (const mark of marks) {
    const same = stack.findLastIndex(({ family }) => family === mark.family);
    const at = same >= 0 ? same : stack.findLastIndex(({ kind }) => kind === mark.kind);
    if (mark.side !== "open" && at >= 0) {
      const start = stack[at]?.at ?? mark.at;
      stack.length = at;
      closed.push({
        start,
        end: mark.end,
        nested: stack.some(({ kind }) => kind === "double") || at > 0,
        closed: true,
      });
    } else if (mark.side === "open" && at >= 0 && mark.kind === "double") {
      // The mark before was never closed: what it opened ends here, unless a quotation stands inside one ("“You said “yes” to it").
      const next = marks.find((other) => other.at > mark.at && other.kind === "double");
      const afterNext = next && marks.find((other) => other.at > next.at && other.kind === "double");
      if (next?.side === "close" && afterNext?.side === "close") stack.push(mark);
      else {
        stack.length = at;
        stack.push(mark);
      }
    } else if (mark.side !== "close") stack.push(mark);
    else if (mark.kind === "double" && closed.length === 0 && stack.length === 0)
      closed.push({ start: paragraph.start, end: mark.end, nested: false, closed: false });
  }
  return { closed, open: stack.find(({ kind }) => kind === "double") ?? null };
}
