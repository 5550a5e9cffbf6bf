import type { InputKind } from "@comity/core";
import { breakFailure } from "./break-failure.ts";
import { collectText } from "./collect-text.ts";
import { decodeHead } from "./decode-head.ts";
import { emptyFailure } from "./empty-failure.ts";
import { failure } from "./failure.ts";
import { fileChunks } from "./file-chunks.ts";
import { findSources, type Source } from "./find-sources.ts";
import { foreignFormat } from "./foreign-format.ts";
import { gunzipChunks, isGzip } from "./gunzip-chunks.ts";
import { isJsonObject } from "./is-json-object.ts";
import { peek, type Peeked } from "./peek.ts";
import type { Raw } from "./raw.ts";
import { readCsv } from "./read-csv.ts";
import { readJson } from "./read-json.ts";
import { readJsonl } from "./read-jsonl.ts";
import { sniffEncoding } from "./sniff-encoding.ts";
import { sniffJson } from "./sniff-json.ts";
import { sniffKind, type SourceKind } from "./sniff-kind.ts";
import { streamChunks } from "./stream-chunks.ts";

export interface ReadOptions {
  /** The kind of every source; null: told by its content, with the ending of its name as a hint. */
  readonly input: InputKind | null;
  /** Longest page, line or row that is read, in UTF-16 units of its text. */
  readonly maxChars: number;
  /** Standard input, read where a path is "-" or there is no path. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Stops reading: files are closed, and the generator returns. */
  readonly signal?: AbortSignal;
}

/** Bytes at the start of a source from which its encoding and kind are told. */
const headBytes = 64 * 1024;

/**
 * Reads files, folders, globs and standard input, and yields their decoded content in order: a page for each file that is one
 * article, a record for each line or row of a collection, a failure for whatever could not be read. Nothing is cleaned and no field
 * is looked at: articles are made by the caller. Collections are streamed in constant memory; gzip is seen through.
 * Bad data never throw. Ending the iteration early closes what is open.
 */
export async function* readInputs(paths: readonly string[], options: ReadOptions): AsyncGenerator<Raw, void> {
  for await (const found of findSources(paths)) {
    if (isStopped(options.signal)) return;
    if (found.kind === "failure") {
      yield found;
      continue;
    }
    for await (const raw of readSource(found, options)) {
      // Also the failure that a stop has caused.
      if (isStopped(options.signal)) return;
      yield raw;
    }
  }
}

async function* readSource(source: Source, options: ReadOptions): AsyncGenerator<Raw, void> {
  const { signal } = options;
  // A live stream of records is not kept waiting for a full head.
  const outer =
    source.path === null
      ? await peek(streamChunks(options.stdin, signal), headBytes, beginsWithRecord)
      : await peek(fileChunks(source.path, signal), headBytes);
  try {
    if (!isGzip(outer.head)) {
      yield* readPeeked(outer, source, options);
      return;
    }
    const inner = await peek(gunzipChunks(outer.chunks), headBytes);
    try {
      yield* readPeeked(inner, source, options);
    } finally {
      await inner.close();
    }
  } finally {
    await outer.close();
  }
}

async function* readPeeked(peeked: Peeked, source: Source, options: ReadOptions): AsyncGenerator<Raw, void> {
  const { where, id } = source;
  const { maxChars } = options;
  const { broken, complete, chunks } = peeked;
  const head = peeked.head.subarray(0, headBytes);
  const all = complete && head.length === peeked.head.length;
  if (head.length === 0) {
    yield broken === null ? emptyFailure(where) : breakFailure(where, broken, null);
    return;
  }
  const foreign = foreignFormat(head);
  if (foreign !== null && !(foreign.code === "unsupported" && options.input !== null)) {
    yield failure(where, foreign.code, `It is ${foreign.name}. ${foreign.advice}`);
    return;
  }
  const encoding = sniffEncoding(head, all);
  if (encoding === null) {
    yield failure(where, "binary", "It holds NUL bytes, which no text has. Convert it to text first.");
    return;
  }
  const text = decodeHead(head, encoding);
  if (all && text.trim() === "") {
    yield emptyFailure(where);
    return;
  }
  const kind = sourceKind(options.input, text, all, id);
  switch (kind) {
    case "jsonl":
      yield* readJsonl(chunks, encoding, where, maxChars);
      return;
    case "json":
      yield* readJson(chunks, encoding, where, maxChars);
      return;
    case "csv":
      yield* readCsv(chunks, encoding, text, where, maxChars);
      return;
    case "text":
    case "markdown":
    case "html": {
      const page = await collectText(chunks, encoding, where, maxChars);
      yield typeof page === "string" ? { kind: "page", format: kind, id, where, text: page } : page;
    }
  }
}

function sourceKind(input: InputKind | null, head: string, complete: boolean, id: string | null): SourceKind {
  if (input === "jsonl") return sniffJson(head, complete) ?? "jsonl";
  if (input !== null) return input;
  return sniffKind(head, complete, /\.([^./]+)$/.exec(id ?? "")?.[1]?.toLowerCase() ?? "");
}

function isStopped(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** Whether a first line is there and is a record. */
function beginsWithRecord(head: Buffer): boolean {
  const end = head.indexOf(10);
  if (end < 0 || head[0] !== 123) return false;
  try {
    return isJsonObject(JSON.parse(head.toString("utf8", 0, end)));
  } catch {
    return false;
  }
}
