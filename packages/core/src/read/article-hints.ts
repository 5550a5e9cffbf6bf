/**
 * What the caller knows about an article before it is read (command line flags, the file name as id).
 * What the carrier itself says wins over a hint; `null` means that the caller does not know.
 */
export interface ArticleHints {
  readonly id: string | null;
  readonly title?: string | null;
  /** ISO `YYYY-MM-DD`. */
  readonly published: string | null;
  readonly source: string | null;
  readonly url: string | null;
  /** BCP 47 tag. */
  readonly language: string | null;
}
