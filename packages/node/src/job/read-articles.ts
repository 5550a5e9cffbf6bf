import { ComityError, type Article } from "@comity/core";
import { readInputs } from "../io/read-inputs.ts";
import { articleOf } from "./code-one.ts";

/** Longer inputs are told and left out, as in `comity code`. */
const MAX_CHARS = 32 * 1024 * 1024;

/**
 * The articles of files, folders and globs, one after the other.
 * @param onFailure is told of what could not be read, with its place
 * @throws ComityError "no-input" where there was nothing to read, and no failure that says why
 */
export async function* readArticles(
  paths: readonly string[],
  published: string | null,
  onFailure: (where: string, message: string) => void,
): AsyncGenerator<{ readonly where: string; readonly article: Article }> {
  let told = 0;
  for await (const raw of readInputs(paths, { input: null, maxChars: MAX_CHARS, stdin: process.stdin })) {
    told += 1;
    if (raw.kind === "failure") {
      onFailure(raw.where, raw.issue.message);
      continue;
    }
    const article = articleOf(raw, { published, source: null });
    if (article.kind !== "article") onFailure(raw.where, article.issue.message);
    else yield { where: raw.where, article };
  }
  if (told === 0)
    throw new ComityError(
      "no-input",
      `no article in ${paths.join(", ") || "standard input"}`,
      "name a file with an article, or a folder that holds some",
    );
}
