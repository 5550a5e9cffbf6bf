import { Parser } from "csv-parse";
import { leastUnits } from "./least-units.ts";

/** One row of a table: its fields undecoded, or why there are none. `number` counts every row from 1, header and blank rows too. */
export type CsvRow =
  | { readonly kind: "fields"; readonly number: number; readonly fields: readonly Buffer[] }
  | { readonly kind: "open-quote"; readonly number: number }
  | { readonly kind: "too-long"; readonly number: number };

/** Bytes fed at once: after each step the length of the unfinished row is looked at. */
const stepBytes = 64 * 1024;

const feed = 10;
const quote = 34;

/** What is read of the parser's state; its types do not name it, so the version is pinned and the tests watch it. */
interface ParserState {
  readonly state: { readonly quoting: boolean; readonly previousBuf?: Buffer };
}

/**
 * Splits the bytes of a delimited table into rows by csv-parse, in constant memory: a batch of rows for each step. A row longer than
 * `maxChars` is given up and passed over to its end without being held. A row of one step is not measured here.
 * `lineEnds`: the bytes that end a row.
 */
export async function* csvRows(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: string,
  lineEnds: readonly string[],
  maxChars: number,
): AsyncGenerator<readonly CsvRow[], void> {
  let rows: CsvRow[] = [];
  let number = 0;
  let open = 0;
  const start = (): Parser =>
    new Parser({
      delimiter,
      record_delimiter: [...lineEnds],
      encoding: null,
      relax_quotes: true,
      relax_column_count: true,
      skip_records_with_error: true,
      // Taking the rows here and handing on none keeps them in order with the errors, whatever the stream buffers.
      on_record: (record) => {
        // The types do not know that fields are buffers where no encoding is set.
        const fields = record as unknown as readonly Buffer[];
        number += 1;
        rows.push({ kind: "fields", number, fields });
        return null;
      },
      on_skip: () => {
        number += 1;
        rows.push({ kind: "open-quote", number });
        return undefined;
      },
    });
  let parser = start();
  let skip: RowSkipper | null = null;
  for await (const raw of chunks) {
    const chunk = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
    for (let at = 0; at < chunk.length; at += stepBytes) {
      let step = chunk.subarray(at, at + stepBytes);
      if (skip !== null) {
        const end = skip.end(step);
        if (end < 0) continue;
        skip = null;
        step = step.subarray(end);
      }
      if (step.length === 0) continue;
      await new Promise<void>((resolve) => parser.write(step, () => resolve()));
      open = (rows.length > 0 ? 0 : open) + leastUnits(step, "utf-8");
      if (rows.length > 0) {
        const batch = rows;
        rows = [];
        yield batch;
      } else if (open > maxChars + stepBytes) {
        number += 1;
        yield [{ kind: "too-long", number }];
        const { quoting, previousBuf } = (parser as unknown as ParserState).state;
        skip = new RowSkipper(quoting);
        if (previousBuf !== undefined && skip.end(previousBuf) >= 0) skip = null;
        parser.destroy();
        parser = start();
        open = 0;
      }
    }
  }
  await new Promise<void>((resolve) =>
    parser
      .once("close", () => resolve())
      .resume()
      .end(),
  );
  if (rows.length > 0) yield rows;
}

/** Finds the end of a row without keeping it: the first line feed outside quotes. */
class RowSkipper {
  #quoting: boolean;

  constructor(quoting: boolean) {
    this.#quoting = quoting;
  }

  /** The position after the end of the row, or -1 where the row goes on in the next bytes. */
  end(bytes: Buffer): number {
    for (let i = 0; i < bytes.length; i++) {
      if (bytes[i] === quote) this.#quoting = !this.#quoting;
      else if (bytes[i] === feed && !this.#quoting) return i + 1;
    }
    return -1;
  }
}
