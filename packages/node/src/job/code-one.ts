/** Codes what was read: one article, or a failure that says why not. One bad article never stops a batch. */
import {
  codeArticle, encodeCoded, readHtml, readMarkdown, readRecord, readText,
  type ActorMention, type Article, type CoderName, type ArticleHints, type Codebook, type CodedDocument, type Issue, type Reader, type Statement,
} from "@comity/core"; // prettier-ignore
import type { Raw } from "../io/raw.ts";

export interface CodedOne {
  readonly kind: "coded";
  readonly where: string;
  readonly coded: CodedDocument;
  readonly text: string;
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
  /** Every actor found, whether an event uses it or not. */
  readonly mentions: readonly ActorMention[];
  /** What each statement claims. */
  readonly claims: readonly Pick<Statement, "id" | "denies" | "propositions">[];
}
export interface FailedOne {
  readonly kind: "failure";
  readonly where: string;
  readonly issue: Issue;
}

export interface CodeOptions {
  readonly codebook: Codebook;
  readonly reader: Reader;
  readonly coder: CodedDocument["coder"];
  readonly coderName: CoderName;
  /** What the caller knows of every article that does not say it itself. */
  readonly published: string | null;
  readonly source: string | null;
  readonly withText: boolean;
  readonly withMentions: boolean;
}

export function codeOne(raw: Raw, options: CodeOptions): CodedOne | FailedOne {
  if (raw.kind === "failure") return raw;
  const { where } = raw;
  try {
    const article = articleOf(raw, options);
    if (article.kind !== "article") return { kind: "failure", where, issue: article.issue };
    const noText = article.issues.find((issue) => issue.level === "error");
    if (noText) return { kind: "failure", where, issue: noText };
    const coded = codeArticle(article, options.codebook, options.reader, options.coderName);
    const { document, sentences } = coded.linked.parsed.segmented;
    const mentions = coded.linked.actors;
    const claims = coded.statements.map(({ id, denies, propositions }) => ({ id, denies, propositions }));
    return {
      kind: "coded",
      where,
      coded: encodeCoded(coded, options),
      text: document.text,
      sentences,
      mentions,
      claims,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      kind: "failure",
      where,
      issue: {
        code: "bug",
        level: "error",
        message: `could not be coded (${reason}); please report it with the article`,
      },
    };
  }
}

/** The article in what was read, with what the caller knows of every one that does not say it itself. */
export function articleOf(
  raw: Exclude<Raw, { kind: "failure" }>,
  { published, source }: Pick<CodeOptions, "published" | "source">,
): Article | { kind: "unread"; issue: Issue } {
  const hints: ArticleHints = {
    id: raw.kind === "page" ? raw.id : null,
    title: null,
    published,
    source,
    url: null,
    language: null,
  };
  if (raw.kind === "record") return readRecord(raw.record, hints);
  switch (raw.format) {
    case "html":
      return readHtml(raw.text, hints);
    case "markdown":
      return readMarkdown(raw.text, hints);
    case "text":
      return readText(raw.text, hints);
  }
}
