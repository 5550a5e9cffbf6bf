import { styleText } from "node:util";
import type { FoundReadout, ReadoutVoice } from "../store/find-readouts.ts";
import { day, wrap, type TableStyle } from "./event-table.ts";
import { speakerText } from "./statement-table.ts";

const GAP = 3;

/** A happening for a person to read: what and when, and below it the words of the two sides beside each other. */
export function readoutTable({ kind, sides, first, last, told }: FoundReadout, style: TableStyle): string {
  const bold = (words: string): string => (style.colour ? styleText("bold", words) : words);
  const days = first === null ? "day not stated" : first === last ? day(first) : `${day(first)} to ${day(last)}`;
  const width = Math.floor((style.width - 2 - GAP) / 2);
  const [left, right] = [column(sides[0], told[0], width), column(sides[1], told[1], width)];
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    `  ${(left[i] ?? "").padEnd(width + GAP)}${right[i] ?? ""}`.trimEnd(),
  );
  return [bold(`${kind} of ${sides.join(" and ")} · ${days}`), ...rows, ""].join("\n");
}

function column(side: string, voices: readonly ReadoutVoice[], width: number): string[] {
  return voices.flatMap(({ document, statement }, i) => {
    const from = [day(document.published), document.source, document.id].filter(Boolean).join(" · ");
    const said = `“${statement.content.text.replace(/\s+/gu, " ")}”`;
    return [
      ...(i === 0 ? [side] : [""]),
      ...[speakerText(statement), said, from].flatMap((words) => wrap(words, width, "").split("\n")),
    ];
  });
}
