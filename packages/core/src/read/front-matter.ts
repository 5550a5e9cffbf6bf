/** The front matter of a Markdown file: its plain `key: value` lines, keys in lower case, and where the text after it begins. */
export interface FrontMatter {
  readonly values: ReadonlyMap<string, string>;
  /** Offset of the first code unit behind the closing `---` line. */
  readonly end: number;
}

const fence = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/;

function unquoted(value: string): string {
  const quoted = /^"(.*)"$|^'(.*)'$/.exec(value);
  if (quoted) return (quoted[1]?.replaceAll('\\"', '"') ?? quoted[2]?.replaceAll("''", "'") ?? "").trim();
  const comment = value.indexOf(" #");
  return (comment < 0 ? value : value.slice(0, comment)).trim();
}

/** Reads the YAML block between `---` lines at the head of a Markdown text. Nested values, lists and blocks are passed over. null: there is none. */
export function frontMatter(text: string): FrontMatter | null {
  const found = fence.exec(text);
  if (!found) return null;
  const values = new Map<string, string>();
  for (const line of (found[1] ?? "").split(/\r\n|\n|\r/)) {
    const pair = /^([A-Za-z][\w.-]*)[ \t]*:[ \t]+(\S.*)$/.exec(line);
    if (!pair) continue;
    const value = unquoted((pair[2] ?? "").trim());
    const key = (pair[1] ?? "").toLowerCase();
    if (value !== "" && !/^[[{|>&*!]/.test(value) && !values.has(key)) values.set(key, value);
  }
  return { values, end: found[0].length };
}
