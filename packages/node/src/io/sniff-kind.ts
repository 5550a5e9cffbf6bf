import { csvHeader, isCertainHeader } from "./csv-header.ts";
import { sniffJson } from "./sniff-json.ts";

/** How a source is read: the kinds of input, with JSON in one document ("json") apart from JSON lines. */
export type SourceKind = "text" | "markdown" | "html" | "jsonl" | "json" | "csv";

const tag =
  /<\/?(?:html|head|body|title|meta|link|base|div|p|article|section|main|header|footer|nav|aside|h[1-6]|ul|ol|li|dl|table|tr|td|span|a|img|br|hr|em|strong|b|i|blockquote|figure|script|style|noscript|center|font)(?:\s[^<>]*)?\/?>/gi;

/**
 * The kind of a source from the start of its text, with the ending of its name as a hint: content wins where it is certain.
 * `ending` is in lower case without the dot and without "gz"; "" where there is none. `complete`: `head` is the whole text.
 */
export function sniffKind(head: string, complete: boolean, ending: string): SourceKind {
  const markup = head.replace(/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*/, "");
  if (/^<!doctype\s+html|^<html[\s>]/i.test(markup)) return "html";
  const json = sniffJson(head, complete);
  if (json !== null) return json;
  if (hasTags(markup, ending)) return "html";
  if (ending === "jsonl" || ending === "ndjson") return "jsonl";
  const header = csvHeader(head);
  if (ending === "csv" || ending === "tsv") return "csv";
  if (header !== null && isCertainHeader(header.columns)) return "csv";
  return isMarkdown(head, ending) ? "markdown" : "text";
}

function hasTags(text: string, ending: string): boolean {
  // Markdown may begin with a few tags of its own.
  if (ending === "md" || ending === "markdown") return false;
  const tags = text.slice(0, 8192).match(tag)?.length ?? 0;
  if (/^x?html?$/.test(ending)) return tags > 0;
  return tags >= 3 && text.search(tag) === 0;
}

function isMarkdown(head: string, ending: string): boolean {
  if (ending === "md" || ending === "markdown") return true;
  const frontMatter = /^\s*---[ \t]*\r?\n(?:[\w-]+:.*\r?\n|[ \t#-].*\r?\n|\r?\n)*?---[ \t]*\r?\n/.exec(head);
  return frontMatter !== null && /^#{1,6} \S/m.test(head.slice(frontMatter[0].length));
}
