import { existsSync } from "node:fs";
import { ComityError } from "@comity/core";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { createTableSql, SCHEMA_VERSION } from "./schema.ts";

export interface Database {
  readonly connection: DuckDBConnection;
  close(): void;
}

/**
 * Opens a database file, once: two instances on one file inside a process lose data silently, so a command opens it here and hands it on.
 * @param mode `write` makes the file and its tables where they are missing; `read` wants them there
 * @throws ComityError "database-missing", "database-busy" (held by another process), "database-broken" (no Comity database), "database-unwritable"
 */
export async function openDatabase(file: string, mode: "read" | "write"): Promise<Database> {
  if (mode === "read" && !existsSync(file)) {
    throw new ComityError(
      "database-missing",
      `there is no database ${file}`,
      `code some articles into it first: comity code PATH --db ${file}`,
    );
  }
  // Loaded only here: its native library takes as long to load as all the rest of the program.
  const duckdb = await import("@duckdb/node-api");
  let instance: DuckDBInstance;
  try {
    instance = await duckdb.DuckDBInstance.create(file, { access_mode: mode === "read" ? "READ_ONLY" : "READ_WRITE" });
  } catch (error) {
    throw explain(file, error);
  }
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    await checkSchema(connection, file, mode);
  } catch (error) {
    close();
    throw error instanceof ComityError ? error : explain(file, error);
  }
  return { connection, close };
}

async function checkSchema(connection: DuckDBConnection, file: string, mode: "read" | "write"): Promise<void> {
  const tables = await connection.runAndReadAll("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main'");
  const names = tables.getRows().map(([name]) => String(name));
  if (names.length > 0 && !names.includes("comity")) {
    throw new ComityError(
      "database-broken",
      `${file} is a DuckDB database, but not one of Comity: it holds the tables ${names.slice(0, 5).join(", ")}`,
      "give another file to --db",
    );
  }
  if (names.length === 0) {
    if (mode === "read") {
      throw new ComityError(
        "database-missing",
        `${file} holds no records yet`,
        `code some articles into it: comity code PATH --db ${file}`,
      );
    }
    await connection.run("BEGIN TRANSACTION");
    for (const sql of createTableSql()) await connection.run(sql);
    await connection.run("INSERT INTO comity VALUES (?)", [SCHEMA_VERSION]);
    await connection.run("COMMIT");
    return;
  }
  const version = String((await connection.runAndReadAll("SELECT schema_version FROM comity")).getRows()[0]?.[0]);
  if (version !== SCHEMA_VERSION) {
    throw new ComityError(
      "database-version",
      `${file} has tables of version ${version}; this program reads version ${SCHEMA_VERSION}`,
      "code the articles again into a new file (--db NEW), or use the program that wrote this one; nothing was changed in it",
    );
  }
}

/** DuckDB's errors in our words. Its messages are matched because it gives no codes; an unknown one is passed on as it is. */
export function explain(file: string, error: unknown): ComityError {
  const message = error instanceof Error ? error.message : String(error);
  const make = (code: string, what: string, advice: string): ComityError =>
    new ComityError(code, what, advice, { cause: error });
  const pid = /\(PID (\d+)\)/u.exec(message)?.[1];
  if (/Could not set lock|Conflicting lock|already open/iu.test(message)) {
    return make(
      "database-busy",
      `${file} is held by another process${pid ? ` (pid ${pid})` : ""}`,
      "wait until it has finished, or end it, and run this again",
    );
  }
  if (
    /not a valid DuckDB database|Corrupt|checksum|unable to deserialize|serialized with a newer|older storage/iu.test(
      message,
    )
  ) {
    return make(
      "database-broken",
      `${file} is not a database that this program can read: ${firstLine(message)}`,
      "give another file to --db; nothing was changed in this one",
    );
  }
  if (/No space left|disk is full|Could not write|ENOSPC|File too large|out of disk/iu.test(message)) {
    return make(
      "disk-full",
      `${file} could not be written: ${firstLine(message)}`,
      "make room and run this again; what was stored before is whole",
    );
  }
  if (/Permission denied|Read-only file system|read-only mode/iu.test(message)) {
    return make(
      "database-unwritable",
      `${file} cannot be opened here: ${firstLine(message)}`,
      "give a file in a folder that you may write to",
    );
  }
  if (/Cannot open file|No such file or directory|Is a directory/iu.test(message)) {
    return make(
      "database-unwritable",
      `${file} cannot be opened: ${firstLine(message)}`,
      "make its folder first, or give a file in a folder that is there",
    );
  }
  return make(
    "database-failed",
    `${file}: ${firstLine(message)}`,
    "run this again; if it stays, report it with this message",
  );
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message)
    .replace(/^(?:IO|Catalog|Invalid Input|TransactionContext) Error: /u, "")
    .slice(0, 300);
}
