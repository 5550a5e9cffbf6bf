import type { Issue } from "../base/issue.ts";
import type { Article } from "../model/article.ts";
import type { ArticleHints } from "./article-hints.ts";
import { dateIssue } from "./date-issue.ts";
import { parseIsoDay } from "./iso-day.ts";
import { languageTag } from "./language-tag.ts";
import { readHtml } from "./read-html.ts";

/** A record in which there is no article; the issue says what was found and what was expected. */
export interface UnreadRecord {
  readonly kind: "unread";
  readonly issue: Issue;
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The words of a field; a number is written out. null: missing, blank, or of another type. */
function field(fields: Fields, key: string): string | null {
  const value = Object.hasOwn(fields, key) ? fields[key] : null;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

function article(fields: Fields, key: "text" | "html"): string | null {
  return typeof fields[key] === "string" ? field(fields, key) : null;
}

function unread(found: string): UnreadRecord {
  const message = `A record without an article: ${found}. Expected an object with a "text" or an "html" field that is a string and not blank.`;
  return { kind: "unread", issue: { code: "record-without-text", level: "error", message } };
}

function foundKeys(fields: Fields): string {
  const keys = Object.keys(fields);
  if (keys.length === 0) return "it has no fields";
  const shown = keys.slice(0, 12).map((key) => {
    const value = fields[key];
    const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
    const blank = typeof value === "string" && value.trim() === "";
    return key === "text" || key === "html" ? `${key} (${blank ? "blank" : type})` : key.slice(0, 40);
  });
  return `its fields are ${shown.join(", ")}${keys.length > shown.length ? " and others" : ""}`;
}

/**
 * One object of a JSONL file, or one row of a CSV file, as an article: {"id"?, "text" | "html", "title"?, "published"?, "source"?, "url"?, "language"?}.
 * `text` wins over `html`; it is article text only (layout body). What the record says wins over what its HTML says, and both over the hints.
 */
export function readRecord(record: unknown, hints: ArticleHints): Article | UnreadRecord {
  if (!isFields(record)) {
    return unread(`it is ${record === null ? "null" : Array.isArray(record) ? "an array" : `a ${typeof record}`}`);
  }
  const text = article(record, "text");
  const html = text === null ? article(record, "html") : null;
  const base = html === null ? null : readHtml(html, hints);
  if (text === null && base === null) return unread(foundKeys(record));
  const issues: Issue[] = [...(base?.issues ?? [])];
  const written = field(record, "published");
  const published = written === null ? null : parseIsoDay(written);
  if (written !== null && published === null) issues.push(dateIssue(written, "The record"));
  return {
    kind: "article",
    id: field(record, "id") ?? hints.id,
    text: text ?? base?.text ?? "",
    layout: base?.layout ?? "body",
    blocks: base?.blocks ?? null,
    title: field(record, "title") ?? base?.title ?? hints.title ?? null,
    byline: base?.byline ?? null,
    published: published ?? base?.published ?? hints.published,
    source: field(record, "source") ?? base?.source ?? hints.source,
    url: field(record, "url") ?? base?.url ?? hints.url,
    language: languageTag(field(record, "language") ?? "") ?? base?.language ?? hints.language,
    issues,
  };
}
