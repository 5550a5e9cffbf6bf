import { styleText } from "node:util";
import type { ClaimVoice, FoundClaim } from "../store/find-claims.ts";
import { day, wrap, type TableStyle } from "./event-table.ts";
import { speakerText } from "./statement-table.ts";

/** A claim for a person to read: its wording, how often it is told, who says it and who denies it. */
export function claimTable({ text, first, documents, texts, says, denies }: FoundClaim, style: TableStyle): string {
  const dim = (words: string): string => (style.colour ? styleText("dim", words) : words);
  const reports = `${documents} document${documents === 1 ? "" : "s"}, ${texts} text${texts === 1 ? "" : "s"}`;
  const lines = (label: string, voices: readonly ClaimVoice[]): string[] =>
    voices.map(({ document, statement }, i) => {
      const when = (day(document.published) ?? "not stated").padEnd(11);
      const from = [document.source, document.id].filter(Boolean).join(" · ");
      return `  ${(i === 0 ? label : "").padEnd(7)} ${when}  ${speakerText(statement)} ${dim(`· ${from}`)}`;
    });
  return [
    wrap(`“${text.replace(/\s+/gu, " ")}”`, style.width - 2, ""),
    `  ${dim(`since ${day(first) ?? "an unknown day"} · ${reports}`)}`,
    ...lines("says", says),
    ...lines("denies", denies),
    "",
  ].join("\n");
}
