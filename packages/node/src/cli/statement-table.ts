import { styleText } from "node:util";
import type { FoundStatement } from "../store/find-statements.ts";
import { day, wrap, type TableStyle } from "./event-table.ts";

/** One statement of the store for a person to read: who, by which words, what, of whom, and where it stands. */
export function foundStatementTable({ document, statement }: FoundStatement, style: TableStyle): string {
  const fold = (words: string): string => words.replace(/\s+/gu, " ");
  const dim = (words: string): string => (style.colour ? styleText("dim", words) : words);
  const when = (day(document.published) ?? "not stated").padEnd(11);
  const about = statement.about
    .map(({ country, entity, stance }) => `${country ?? entity ?? "?"} ${stance}`)
    .join(", ");
  const from = [document.title ?? "(no title)", document.source, document.id].filter(Boolean).join(" · ");
  return [
    `  ${when}  ${speakerText(statement)} · ${fold(statement.cue?.text ?? "no cue")} · ${statement.kind}`,
    wrap(`“${fold(statement.content.text)}”`, style.width - 6, "      "),
    ...(about === "" ? [] : [`      ${dim(`about: ${about}`)}`]),
    `      ${dim(from)}\n`,
  ].join("\n");
}

/** The words that name who speaks, with his state. */
export function speakerText({ speaker, speakers }: Pick<FoundStatement["statement"], "speaker" | "speakers">): string {
  const states = [...new Set(speakers.flatMap(({ country }) => country ?? []))];
  return `${(speaker?.text ?? "not named").replace(/\s+/gu, " ")}${states.length > 0 ? ` (${states.join(", ")})` : ""}`;
}
