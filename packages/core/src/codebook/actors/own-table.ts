/**
 * A user's file of actors: a table of our own, or a PETRARCH or Phoenix file of actors or agents, told by its content. In: the file's text and our
 * tables. Out: tables in our columns, and a warning with file, line and column for everything that could not be turned into a row.
 */
import { ComityError } from "../../base/comity-error.ts";
import type { ConvertedTables, KnownActors } from "./known-actors.ts";
import { petrarchActors } from "./petrarch-actors.ts";
import { petrarchAgents } from "./petrarch-agents.ts";

/**
 * @param file as messages shall call it
 * @param known what our tables have; asked only for PETRARCH files
 * @throws ComityError "actors-file" for a file that is empty or of another sort
 */
export function readOwnTable(file: string, content: string, known: () => KnownActors): ConvertedTables {
  const fail = (found: string, advice: string): ComityError => new ComityError("actors-file", `${file}:1:1: found ${found}; expected a table of actors`, advice);
  const text = content.replace(/^\uFEFF/u, "");
  if (text.trim() === "") throw fail("nothing in the file", "give a table with one of the headers of codebook/actors/, or a PETRARCH file");
  if (text.includes("\0")) throw fail("bytes that are no text", "save the table as tab-separated text in UTF-8");
  if (/^\s*[{[]\s*"/u.test(text)) throw fail("JSON", "a result of Wikidata becomes a table by: comity actors import FILE");
  const [header = ""] = text.split(/\r?\n/u, 1);
  if (!/\t/u.test(header) || !/^[a-z0-9_]+\t/u.test(header)) {
    const agents = text.match(/^[^#;\n]*\[[A-Z]*~[A-Z]*\]/gmu)?.length ?? 0;
    const actors = text.match(/^[^#;\n]*\[[A-Z]{3}[A-Z/]*[\s\]]/gmu)?.length ?? 0;
    if (agents > actors) return petrarchAgents(file, content, known());
    if (actors > 0) return petrarchActors(file, content, known());
  }
  return { tables: [{ file, content }], warnings: [] };
}
