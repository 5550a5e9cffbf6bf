import type { ParagraphKind } from "../model/paragraph.ts";
import { isElement, type PageElement, type PageNode } from "./html-page.ts";

/** The words of one block of a page, blanks collapsed; a single `<br>` is a line feed. */
export interface HtmlBlock {
  readonly text: string;
  readonly kind: ParagraphKind;
}

const skipped: ReadonlySet<string> = new Set(
  `script style nav template noscript svg math button select textarea iframe object
  head title meta link input option audio video canvas dialog`
    .trim()
    .split(/\s+/),
);

const plainBlocks = `
  address article body center dd details div dl dt fieldset figure footer form header hr html main ol p pre section summary
  table tbody tfoot thead tr ul`;

/** Elements that stand on lines of their own, and the kind of their text; null: that of the element around them. */
const blockKinds: ReadonlyMap<string, ParagraphKind | null> = new Map<string, ParagraphKind | null>([
  ...plainBlocks
    .trim()
    .split(/\s+/)
    .map((name) => [name, null] as const),
  ["h1", "other"],
  ["h2", "other"],
  ["h3", "other"],
  ["h4", "other"],
  ["h5", "other"],
  ["h6", "other"],
  ["td", "other"],
  ["th", "other"],
  ["caption", "other"],
  ["li", "list"],
  ["blockquote", "quote"],
  ["aside", "quote"],
  ["figcaption", "caption"],
]);

/** Deeper than any real page nests; what lies deeper is taken as plain text. */
const deepest = 400;

function collapsed(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .join("\n")
    .trim();
}

/** The blocks of text under an element, in order, none of them blank. `inner` kinds win over outer ones: a list in a quotation is a list. */
export function htmlBlocks(root: PageElement): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let buffer = "";
  const flush = (kind: ParagraphKind) => {
    // Two breaks in a row part paragraphs; blanks between them do not count.
    for (const part of buffer.split(/\n\s*\n/)) {
      const text = collapsed(part);
      if (text !== "") blocks.push({ text, kind });
    }
    buffer = "";
  };
  const walk = (node: PageNode, kind: ParagraphKind, depth: number) => {
    if (node.nodeType === 3) {
      buffer += (node.textContent ?? "").replace(/\s+/g, " ");
      return;
    }
    if (!isElement(node) || skipped.has(node.localName)) return;
    if (node.localName === "br") {
      buffer += "\n";
      return;
    }
    const own = blockKinds.get(node.localName);
    if (own !== undefined) flush(kind);
    const pulled = own === null && /pull-?quote/i.test(node.getAttribute("class") ?? "");
    const inner = pulled ? "quote" : (own ?? kind);
    if (depth > deepest) buffer += (node.textContent ?? "").replace(/\s+/g, " ");
    else for (const child of node.childNodes) walk(child, inner, depth + 1);
    if (own !== undefined) flush(inner);
  };
  walk(root, "body", 0);
  flush("body");
  return blocks;
}
