import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom/worker";

// The one place where the DOM library is touched: its types need a browser's, which core does not have, so that the few parts in use are named here.

/** A node of a parsed page: an element (nodeType 1), a text (3), or another that is passed over. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  remove(): void;
}

export interface Page extends Omit<PageElement, "getAttribute" | "localName"> {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
}

type ParseHtml = (html: string) => { readonly document: Page };
type ReadabilityClass = new (
  page: Page,
  options: { readonly serializer: (node: PageElement) => PageElement },
) => { parse(): { readonly content?: PageElement | null; readonly byline?: string | null } | null };

/** Whether the node is an element. */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

/** Parses a page or a fragment of one; a text without `<body>` is put into one, because the parser adds none. */
export function parsePage(html: string): Page {
  const whole = /<body[\s>]/i.test(html) && /<html[\s>]/i.test(html);
  const open = /<html(?:\s[^>]{0,2000})?>/i.exec(html)?.[0] ?? "<html>";
  const inner = html.replace(/<!doctype[^>]{0,500}>|<\/?(?:html|head|body)(?:\s[^>]{0,2000})?>/gi, "");
  const parse: ParseHtml = parseHTML;
  return parse(whole ? html : `<!doctype html>${open}<head></head><body>${inner}</body></html>`).document;
}

/** Readability's time grows with the cube of the nesting; real pages stay far below this. */
const deepestNesting = 150;

/** Whether elements nest deeper than the limit; looks no deeper. */
function isTooDeep(root: PageNode): boolean {
  let level: PageNode[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestNesting) return true;
    level = level.flatMap((node) => Array.from(node.childNodes).filter(isElement));
  }
  return false;
}

/**
 * The element that holds the article text, found by Readability, which changes the page on the way; and the author line that it met.
 * null: it finds no article, or the page is beyond it.
 */
export function articleElement(page: Page): { readonly content: PageElement; readonly byline: string | null } | null {
  if (!page.body || isTooDeep(page.body)) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its declared types need a browser's
  const Reader = Readability as unknown as ReadabilityClass;
  try {
    const found = new Reader(page, { serializer: (node) => node }).parse();
    return found?.content ? { content: found.content, byline: found.byline ?? null } : null;
  } catch {
    return null;
  }
}
