import type { Block } from "../model/paragraph.ts";
import { BlockBuilder } from "./block-builder.ts";

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const heading = /^ {0,3}#{1,6}(?=[ \t]|$)/;
const underline = /^ {0,3}(?:=+|-{2,})[ \t]*$/;
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const codeFence = /^ {0,3}(?:```|~~~)/;
const quoteMark = /^ {0,3}>+(?:[ \t]*>)*[ \t]?/;
const listMark = /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)/;
const image = /^([ \t]*!\[)([^\]]*)\]\([^)]*\)[ \t]*$/;
const link = /!?\[[^\]]*\]\([^)]*\)|<https?:[^>]*>|https?:\S+/g;
const tableRow = /^[ \t]*\|.*\|[ \t]*$/;

function linesOf(text: string, from: number): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|\n|\r|\u2028|\u2029/g;
  breaks.lastIndex = from;
  let start = from;
  for (let found = breaks.exec(text); found; found = breaks.exec(text)) {
    lines.push({ start, end: found.index, text: text.slice(start, found.index) });
    start = breaks.lastIndex;
  }
  lines.push({ start, end: text.length, text: text.slice(start) });
  return lines;
}

/** Whether nothing but links, and what parts them, stands on the line. Very long lines are prose. */
function onlyLinks(line: string): boolean {
  if (line.length > 2000) return false;
  const rest = line.replace(link, "");
  return rest.length < line.length && /^[\s|•·,*+-]*$/.test(rest);
}

function addHeading(builder: BlockBuilder, line: Line, mark: string, titled: boolean): boolean {
  const words = line.text.trimEnd();
  let last = words.length;
  while (last > mark.length && words[last - 1] === "#") last -= 1;
  const closing = last < words.length && /\s/.test(words[last - 1] ?? "");
  const end = closing ? line.start + last : line.end;
  const isTitle = !titled && mark.trim() === "#" && words.slice(mark.length, last).trim() !== "";
  builder.add(line.start, line.start + mark.length, "navigation");
  builder.add(line.start + mark.length, end, isTitle ? "title" : "other");
  builder.add(end, line.end, "navigation");
  return isTitle;
}

/**
 * The blocks of a Markdown text behind `from` (its front matter, which becomes one block of kind navigation).
 * Markup marks ("# ", "> ", "- ", link targets of images) are blocks of kind navigation of their own, so that the words of a block
 * carry no marks; the ">" at the head of a second line of one quotation stays inside it. Every character that is not blank is in a block.
 */
export function markdownBlocks(text: string, from: number): Block[] {
  const builder = new BlockBuilder(text);
  let titled = false;
  let fenced = false;
  builder.add(0, from, "navigation");
  for (const line of linesOf(text, from)) {
    const words = line.text;
    const mark = heading.exec(words);
    const picture = image.exec(words);
    const quoted = quoteMark.exec(words);
    const item = listMark.exec(words);
    if (codeFence.test(words)) {
      fenced = !fenced;
      builder.add(line.start, line.end, "navigation");
    } else if (fenced) {
      builder.extend(line.start, line.end, "other");
    } else if (words.trim() === "") {
      builder.close();
    } else if (underline.test(words) && builder.openKind === "body") {
      builder.close(titled ? "other" : "title");
      builder.add(line.start, line.end, "navigation");
      titled = true;
    } else if (rule.test(words)) {
      builder.add(line.start, line.end, "navigation");
    } else if (mark) {
      titled = addHeading(builder, line, mark[0], titled) || titled;
    } else if (picture) {
      const alt = line.start + (picture[1] ?? "").length;
      const tail = alt + (picture[2] ?? "").length;
      builder.add(line.start, alt, "navigation");
      builder.add(alt, tail, "caption");
      builder.add(tail, line.end, "navigation");
    } else if (onlyLinks(words)) {
      builder.add(line.start, line.end, "navigation");
    } else if (tableRow.test(words)) {
      builder.add(line.start, line.end, "other");
    } else if (quoted) {
      const end = line.start + quoted[0].length;
      const empty = words.slice(quoted[0].length).trim() === "";
      if (empty || builder.openKind !== "quote") builder.add(line.start, end, "navigation");
      if (!empty) builder.extend(end, line.end, "quote");
    } else if (item) {
      builder.add(line.start, line.start + item[0].length, "navigation");
      builder.extend(line.start + item[0].length, line.end, "list");
    } else {
      builder.extend(line.start, line.end, builder.openKind ?? "body");
    }
  }
  builder.close();
  return builder.blocks;
}
