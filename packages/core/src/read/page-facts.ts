import type { Issue } from "../base/issue.ts";
import { dateIssue } from "./date-issue.ts";
import type { Page } from "./html-page.ts";
import { parseIsoDay } from "./iso-day.ts";
import { jsonLd } from "./json-ld.ts";
import { languageTag } from "./language-tag.ts";

/** What a page says about its article outside the article text; null: it does not say. */
export interface PageFacts {
  readonly title: string | null;
  readonly byline: string | null;
  /** ISO `YYYY-MM-DD`, as written in the page's own offset. */
  readonly published: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly issues: readonly Issue[];
}

const dateNames = `
  article:published_time og:published_time og:article:published_time datepublished parsely-pub-date article.published
  article_date_original publication_date publish-date publishdate pubdate date dc.date dc.date.issued dcterms.date dcterms.issued
  dcterms.created sailthru.date cxenseparse:recs:publishtime`
  .trim()
  .split(/\s+/);
const titleNames = ["og:title", "twitter:title", "parsely-title", "dc.title", "headline"] as const;
const bylineNames = ["author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author"] as const;
const sourceNames = ["og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher"] as const;

function folded(text: string | null | undefined): string | null {
  const words = (text ?? "").replace(/\s+/g, " ").trim();
  return words === "" ? null : words;
}

function metaValues(page: Page): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const meta of page.querySelectorAll("meta")) {
    const name = meta.getAttribute("property") ?? meta.getAttribute("name") ?? meta.getAttribute("itemprop");
    const content = folded(meta.getAttribute("content"));
    const key = name?.trim().toLowerCase();
    if (key && content !== null && !values.has(key)) values.set(key, content);
  }
  return values;
}

/** Cuts " | Site" (also with a dash or a colon) off the end of a title, where the tail is the name of the site. */
function withoutSite(title: string | null, site: string | null): string | null {
  const cut = title === null || site === null ? null : /^(.*\S)\s+[|\-–—·:»]\s+(.*)$/.exec(title);
  return cut && (cut[2] ?? "").toLowerCase() === site?.toLowerCase() ? (cut[1] ?? title) : title;
}

function absolute(url: string | null | undefined): string | null {
  const trimmed = (url ?? "").trim();
  return /^https?:\/\/\S+$/i.test(trimmed) ? trimmed : null;
}

/** The day in a short line that the page shows ("Tuesday, 21 April 2015 · Agency"); a line about a change of the page gives none. */
function shownDate(words: string): string | null {
  if (/\b(?:updated|modified)\b/i.test(words)) return null;
  const parts = words.replace(/\b(?:published|posted)(?: on)?\b\s*:?/gi, "|").split(/[|·•]/);
  return parts.map((part) => parseIsoDay(part)).find((day) => day !== null) ?? null;
}

/** Gathers the facts from meta elements, JSON-LD, `<time>`, `<link rel=canonical>`, `<html lang>`, `<h1>` and `<title>`. */
export function pageFacts(page: Page): PageFacts {
  const meta = metaValues(page);
  const { article: data, issues: dataIssues } = jsonLd(page);
  const first = (names: readonly string[]) =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined) ?? null;
  const issues: Issue[] = [...dataIssues];

  const time =
    page.querySelector("article time[datetime], main time[datetime]") ?? page.querySelector("time[datetime]");
  const timeDay = time?.closest("nav, footer, aside") ? null : time?.getAttribute("datetime");
  const itemDate = page.querySelector('[itemprop="datePublished"][datetime]')?.getAttribute("datetime");
  const shown = Array.from(
    page.querySelectorAll('[class*="date"], [class*="byline"], [class*="meta"], [class*="publish"]'),
  )
    .filter((element) => element.closest("nav, aside, footer") === null)
    .slice(0, 20)
    .map((element) => folded(element.textContent) ?? "")
    .filter((words) => words.length <= 120);
  const shownDay = shown.map((words) => shownDate(words)).find((day) => day !== null) ?? null;
  const dates = [data?.published, ...dateNames.map((name) => meta.get(name)), itemDate, timeDay].filter(
    (date) => typeof date === "string",
  );
  const published = dates.map((date) => parseIsoDay(date)).find((day) => day !== null) ?? shownDay;
  if (published === null && dates[0] !== undefined) issues.push(dateIssue(dates[0], "The page"));

  const source = first(sourceNames) ?? folded(data?.publisher);
  const headings = [...page.querySelectorAll("h1")];
  const heading = headings.length === 1 ? folded(headings[0]?.textContent) : null;
  const title =
    first(titleNames) ?? folded(data?.headline) ?? heading ?? folded(page.querySelector("title")?.textContent);
  const author =
    folded(data?.author) ?? bylineNames.map((name) => meta.get(name)).find((name) => name && absolute(name) === null);
  const link = page.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const languages = [
    page.documentElement?.getAttribute("lang"),
    meta.get("og:locale"),
    data?.language,
    meta.get("content-language"),
  ];
  return {
    title: withoutSite(title, source),
    byline: author ?? null,
    published,
    source,
    url: absolute(link) ?? absolute(meta.get("og:url")) ?? absolute(data?.url),
    language: languages.map((language) => languageTag(language ?? "")).find((language) => language !== null) ?? null,
    issues,
  };
}
