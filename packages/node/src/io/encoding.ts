/** How the bytes of a source become text. */
export interface Encoding {
  /** Lower-case name known to iconv-lite: "utf-8", "utf-16le", "windows-1252", ... */
  readonly name: string;
  /** Length of the byte order mark, in bytes; 0: none. The mark is not part of the text. */
  readonly mark: number;
}
