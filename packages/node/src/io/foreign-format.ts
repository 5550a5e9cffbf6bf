/** A format that is told by its first bytes and is not read here. */
export interface ForeignFormat {
  /** "binary", or "unsupported" for text formats that hold no plain article. */
  readonly code: "binary" | "unsupported";
  /** With its article, for "This is ...". */
  readonly name: string;
  readonly advice: string;
}

const toText = "Convert it to text or HTML first.";
const unpack = "Unpack it first.";

/** First bytes as Latin-1, first match wins. */
// oxlint-disable no-control-regex -- the marks of binary formats are made of control characters
const formats: readonly (readonly [RegExp, ForeignFormat["code"], string, string])[] = [
  [/^\s*%PDF-/, "binary", "a PDF file, which is not read yet", "Convert it to text first, for example with pdftotext."],
  [
    /^PK(?:\x03\x04|\x05\x06)/,
    "binary",
    "a ZIP archive or an office document (docx, xlsx, odt)",
    "Unpack it, or save it as text.",
  ],
  [/^\xd0\xcf\x11\xe0/, "binary", "an old office document (doc, xls)", "Save it as text."],
  [/^\{\\rtf/, "unsupported", "a rich text (RTF) file", "Save it as plain text."],
  [/^\x89PNG/, "binary", "a PNG image", "Run text recognition on it first, and give its text."],
  [/^\xff\xd8\xff/, "binary", "a JPEG image", "Run text recognition on it first, and give its text."],
  [/^GIF8[79]a/, "binary", "a GIF image", "Run text recognition on it first, and give its text."],
  [/^(?:II\*\0|MM\0\*)/, "binary", "a TIFF image", "Run text recognition on it first, and give its text."],
  [/^RIFF[^]{4}(?:WEBP|WAVE|AVI )/, "binary", "an image, sound or film file", toText],
  [/^(?:ID3[\x02-\x04]|OggS\0|fLaC\0|[^]{4}ftyp)/, "binary", "a sound or film file", toText],
  [/^\x1f\x8b/, "binary", "a gzip file inside a gzip file", unpack],
  [/^BZh[1-9]1AY&SY/, "binary", "a bzip2 archive", unpack],
  [/^\xfd7zXZ\0/, "binary", "an xz archive", unpack],
  [/^\x28\xb5\x2f\xfd/, "binary", "a Zstandard archive", unpack],
  [/^7z\xbc\xaf\x27\x1c/, "binary", "a 7-Zip archive", unpack],
  [/^[^]{257}ustar/, "binary", "a tar archive", unpack],
  [/^PAR1[\0-\x1f]/, "binary", "a Parquet file", "Export it as JSONL or CSV."],
  [/^Obj\x01/, "binary", "an Avro file", "Export it as JSONL or CSV."],
  [/^SQLite format 3\0/, "binary", "an SQLite database", "Export it as JSONL or CSV."],
  [/^\x7fELF/, "binary", "a program", "Name a file of articles."],
  [
    /^WARC\/\d/,
    "unsupported",
    "a web archive (WARC), which is not read yet",
    "Extract its pages as HTML files or JSONL.",
  ],
  [
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:rss|feed|rdf:RDF|nitf|newsItem|newsMessage|NewsML|TEI)[\s>]/,
    "unsupported",
    "an XML feed or news file, which is not read yet",
    "Save its articles as text, HTML or JSONL.",
  ],
];

/** The format that the first bytes show, or null where they show none of those known here. */
export function foreignFormat(head: Uint8Array): ForeignFormat | null {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1024)).toString("latin1");
  for (const [pattern, code, name, advice] of formats) {
    if (pattern.test(start)) return { code, name, advice };
  }
  return null;
}
