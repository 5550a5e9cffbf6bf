import { loadReader, type CodedDocument, type CoderName, type InputKind } from "@comity/core";
import { openCodebook } from "../job/read-codebook.ts";
import { readModel } from "../job/read-model.ts";
import { codeInputs } from "../job/code-inputs.ts";
import type { CodedOne } from "../job/code-one.ts";
import { readInputs } from "../io/read-inputs.ts";
import { openDatabase } from "../store/open-database.ts";
import { RecordStore } from "../store/record-store.ts";
import { csvHeader, csvRow } from "./event-csv.ts";
import { articleTable, type TableStyle } from "./event-table.ts";
import { OutputClosed, tell, writeOut, type Format } from "./output.ts";
import { Interruption } from "./interruption.ts";
import { Progress } from "./progress.ts";
import { tellWarnings } from "./tell-warnings.ts";

export interface CodeFlags {
  readonly input?: InputKind;
  readonly format: Format;
  readonly published?: string;
  readonly source?: string;
  readonly withText?: boolean;
  readonly withMentions?: boolean;
  readonly coder: CoderName;
  readonly db?: string;
  /** How many articles are coded at a time. */
  readonly workers: number;
  /** The user's files of actors; later ones win. */
  readonly actors?: readonly string[];
  /** The user's tables of predicates and operators. */
  readonly rows?: readonly string[];
}

/** Longer inputs are told and left out: a page of 32 million characters is no article, and a V8 string ends at 512 million. */
const MAX_CHARS = 32_000_000;

/**
 * `comity code`: articles in, events out.
 * @returns the exit code: 0 all coded, 1 something could not be read or written, 130 interrupted
 */
export async function codeCommand(
  paths: readonly string[],
  flags: CodeFlags,
  version: string,
  style: TableStyle,
): Promise<number> {
  const { codebook, warnings } = await openCodebook(flags.actors ?? [], { rows: flags.rows });
  tellWarnings(warnings);
  const database = flags.db === undefined ? null : await openDatabase(flags.db, "write");
  const interruption = new Interruption();
  const progress = new Progress();
  const counts: Counts = { documents: 0, events: 0, failures: new Map() };
  const store = database && new RecordStore(database, flags.db ?? "");
  if (paths.length === 0 && process.stdin.isTTY) tell("comity: reading from standard input; end with Ctrl-D");
  try {
    if (flags.format === "csv") await writeOut(csvHeader());
    const inputs = readInputs(paths, {
      input: flags.input ?? null,
      maxChars: MAX_CHARS,
      stdin: process.stdin,
      signal: interruption.signal,
    });
    const options = {
      coder: { version, codebook: codebook.version, model: flags.coder },
      coderName: flags.coder,
      published: flags.published ?? null,
      source: flags.source ?? null,
      withText: flags.withText ?? false,
      withMentions: flags.withMentions ?? false,
    };
    const results = codeInputs(
      inputs,
      { ...options, codebook, reader: loadReader(await readModel(null), codebook) },
      flags.workers > 1
        ? { threads: flags.workers - 1, actors: flags.actors ?? [], rows: flags.rows ?? [], options }
        : null,
    );
    for await (const result of results) {
      if (interruption.signal.aborted) break;
      if (result.kind === "failure") {
        counts.failures.set(result.issue.code, (counts.failures.get(result.issue.code) ?? 0) + 1);
        progress.clear();
        tell(`comity: ${result.where}: ${result.issue.message}`);
        continue;
      }
      counts.documents += 1;
      counts.events += result.coded.events.length;
      await writeOut(render(result, flags.format, style));
      await store?.add(result);
      progress.show(`${counts.documents} documents, ${counts.events} events`);
    }
    await store?.finish();
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
    await store?.finish(); // the reader has gone; what was coded is still stored
    return 0;
  } finally {
    progress.clear();
    interruption.end();
    database?.close();
  }
  tell(summary(counts, store, flags.db));
  if (interruption.signal.aborted) {
    tell("comity: interrupted; what was written is whole, the rest was not read");
    return 130;
  }
  return counts.failures.size > 0 ? 1 : 0;
}

interface Counts {
  documents: number;
  events: number;
  readonly failures: Map<string, number>;
}

function render({ coded }: CodedOne, format: Format, style: TableStyle): string {
  switch (format) {
    case "jsonl":
      return `${JSON.stringify(coded satisfies CodedDocument)}\n`;
    case "csv":
      return coded.events.map((event) => csvRow({ document: coded.document, event })).join("");
    case "table":
      return articleTable(coded, style);
  }
}

function summary({ documents, events, failures }: Counts, store: RecordStore | null, file: string | undefined): string {
  const failed = [...failures.values()].reduce((sum, n) => sum + n, 0);
  const kinds = [...failures].map(([code, n]) => `${n} ${code}`).join(", ");
  const lines = [
    `comity: ${plural(documents, "document")}, ${plural(events, "event")}${failed > 0 ? `; ${failed} failed: ${kinds}` : ""}`,
  ];
  if (store) {
    const { added, replaced, unchanged } = store.counts;
    const also = [
      replaced > 0 ? `${replaced} coded anew` : "",
      unchanged > 0 ? `${unchanged} there already` : "",
    ].filter(Boolean);
    lines.push(`comity: ${file}: ${plural(added, "document")} added${also.length > 0 ? `, ${also.join(", ")}` : ""}`);
    lines.push(`comity: next, for example: npx comity events --between PAK CHN --db ${file}`);
  }
  return lines.join("\n");
}

const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
