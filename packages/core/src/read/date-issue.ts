import type { Issue } from "../base/issue.ts";

/** The warning for a publication date that names no calendar day; `found` is what the carrier says, `where` the place it stands in. */
export function dateIssue(found: string, where: string): Issue {
  return {
    code: "date-not-understood",
    level: "warning",
    message: `${where} gives "${found.slice(0, 60)}" as the publication date, which is no calendar day; expected a date such as 2022-06-12. The article is read without a publication date.`,
  };
}
