import { styleText } from "node:util";
import type { FoundStatement } from "../store/find-statements.ts";
import { day, wrap, type TableStyle } from "./event-table.ts";

/** One statement of the store for a person to read: who, by which words, what, of whom, and where it stands. */
export function foundStatementTable({ document, statement }: FoundStatement, style: TableStyle): string {
  const fold = (words: string): string => words.replace(/\s+/gu, " ");
  const dim = (words: string): string => (style.colour ? styleText("dim", words) : words);
  const states = [...new Set(statement.speakers.flatMap(({ country }) => country ?? []))];
  const who = fold(statement.speaker?.text ?? "not named") + (states.length > 0 ? ` (${states.join(", ")})` : "");
  const when = (day(document.published) ?? "not stated").padEnd(11);
  const about = statement.about
    .map(({ country, entity, stance }) => `${country ?? entity ?? "?"} ${stance}`)
    .join(", ");
  const from = [document.title ?? "(no title)", document.source, document.id].filter(Boolean).join(" · ");
  return [
    `  ${when}  ${who} · ${fold(statement.cue?.text ?? "no cue")} · ${statement.kind}`,
    wrap(`“${fold(statement.content.text)}”`, style.width - 6, "      "),
    ...(about === "" ? [] : [`      ${dim(`about: ${about}`)}`]),
    `      ${dim(from)}\n`,
  ].join("\n");
}
