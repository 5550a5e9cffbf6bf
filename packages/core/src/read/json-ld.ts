import type { Issue } from "../base/issue.ts";
import type { Page } from "./html-page.ts";

/** What the structured data of a page says about its article; null: it does not say. */
export interface JsonLd {
  readonly headline: string | null;
  readonly published: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function words(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** The name of a person or organisation, or the names of several joined by ", ". */
function name(value: unknown): string | null {
  if (Array.isArray(value)) {
    const names = value.map((item: unknown) => name(item)).filter((item) => item !== null);
    return names.length === 0 ? null : names.join(", ");
  }
  return isFields(value) ? words(value["name"]) : words(value);
}

function isArticle(fields: Fields): boolean {
  const type = fields["@type"];
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.some((item) => typeof item === "string" && /(?:Article|BlogPosting|NewsReport)$/.test(item));
}

function findArticle(value: unknown, depth: number): Fields | null {
  if (depth > 6) return null;
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) {
      const found = findArticle(item, depth + 1);
      if (found) return found;
    }
    return null;
  }
  if (!isFields(value)) return null;
  if (isArticle(value)) return value;
  return findArticle(value["@graph"] ?? value["mainEntity"] ?? value["mainEntityOfPage"], depth + 1);
}

/** Reads the first article out of a page's JSON-LD scripts; a script that is not JSON is passed over with an issue. null: there is none. */
export function jsonLd(page: Page): { readonly article: JsonLd | null; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse(
        (script.textContent ?? "").replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$/g, ""),
      );
    } catch {
      const message = "A JSON-LD script of the page is not valid JSON; it is ignored.";
      issues.push({ code: "json-ld-broken", level: "info", message });
      continue;
    }
    const found = findArticle(value, 0);
    if (!found) continue;
    const entity = found["mainEntityOfPage"];
    const article = {
      headline: words(found["headline"]) ?? words(found["name"]),
      published: words(found["datePublished"]) ?? words(found["dateCreated"]),
      author: name(found["author"]) ?? name(found["creator"]),
      publisher: name(found["publisher"]) ?? name(found["sourceOrganization"]),
      url: words(found["url"]) ?? words(isFields(entity) ? entity["@id"] : entity),
      language: name(found["inLanguage"]),
    };
    return { article, issues };
  }
  return { article: null, issues };
}
