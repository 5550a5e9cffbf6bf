/** What the tables say of an actor, and how the reader resolved a description, for a person to read. */
import { styleText } from "node:util";
import type { ActorCard, ActorMention, CardSpan } from "@comity/core";
import type { TableStyle } from "./event-table.ts";
import { printable, wrapText } from "./tree-drawing-width.ts";

type NameOf = (code: string) => string;

const LABEL = 14;

/** @param day null: what is known last */
export function cardText(card: ActorCard, day: string | null, nameOf: NameOf, style: TableStyle): string {
  const { kind, sort, id, country, sector, standing, spans, names, memberOf, members } = card;
  const what = [kind, sort !== null && sort !== kind ? `(${sort})` : "", card.surname ? "by surname" : ""].filter(Boolean).join(" "); // prettier-ignore
  const on = day === null ? "no date given: last known" : `on ${day}`;
  const lines = [
    `${bold(printable(card.name), style)} · ${what}`,
    ...field("id", id ?? "none", style),
    ...field("country", codeName(country, nameOf), style),
    ...field("sector", sector ?? (kind === "country" ? "none: the state itself" : "none"), style),
  ];
  if (standing && standing.office !== null) {
    const when = standing.current ? "" : " (not in office then)";
    lines.push(...field("office", `${spanText(standing, nameOf)}${day === null ? "" : when} · ${on}`, style));
  } else if (standing)
    lines.push(
      ...field(
        "was then",
        `${spanText(standing, nameOf)} · ${on}${standing.current ? "" : " (no row covers the day)"}`,
        style,
      ),
    );
  for (const [i, span] of spans.entries())
    lines.push(...field(i === 0 ? "in time" : "", `${span.current ? "→" : "·"} ${spanText(span, nameOf)}`, style));
  if (names.length > 0) lines.push(...field("other names", names.map(printable).join("; "), style)); // prettier-ignore
  if (memberOf.length > 0) lines.push(...field("member of", memberOf.map(nameOf).join("; "), style));
  if (members.length > 0) lines.push(...field(kind === "people" ? "lives in" : "members", members.map((code) => codeName(code, nameOf)).join("; "), style)); // prettier-ignore
  return `${lines.join("\n")}\n`;
}

/** How the reader resolved words of a text. */
export function mentionText(mention: ActorMention, nameOf: NameOf, style: TableStyle): string {
  const { text, name, entity, country, sector, sort, role, how, confidence, candidates } = mention;
  const lines = [
    `${bold(`“${printable(text)}”`, style)} · ${printable(name)} · ${sort}`,
    ...field(
      "id",
      entity === null ? "none" : `${entity}${nameOf(entity) === entity ? "" : ` (${nameOf(entity)})`}`,
      style,
    ),
    ...field("country", codeName(country, nameOf), style),
    ...field("sector", sector ?? "none: the state itself", style),
    ...field(
      "how",
      `${how}${role === null ? "" : `, by the role "${role}"`}; confidence ${confidence.toFixed(2)}`,
      style,
    ),
  ];
  if (candidates.length > 0)
    lines.push(...field("candidates", candidates.map((code) => codeName(code, nameOf)).join("; "), style));
  return `${lines.join("\n")}\n`;
}

const codeName = (code: string | null, nameOf: NameOf): string =>
  code === null ? "none" : nameOf(code) === code ? code : `${code} (${nameOf(code)})`;

function spanText({ office, of, sector, from, to }: CardSpan, nameOf: NameOf): string {
  const what =
    office === null
      ? [of === null ? "of no one state" : codeName(of, nameOf), sector].join(", ")
      : `${office}, ${of ?? ""} (${sector})`;
  const dates =
    from === "" && to === "" ? "" : from === "" ? `until ${to}` : to === "" ? `since ${from}` : `${from} to ${to}`;
  return dates === "" ? what : `${what}, ${dates}`;
}

function field(label: string, value: string, { width, colour }: TableStyle): string[] {
  const shown = `  ${label.padEnd(LABEL)}`;
  return wrapText(value, width - LABEL - 2).map(
    (line, i) => (i === 0 ? (colour ? styleText("dim", shown) : shown) : " ".repeat(LABEL + 2)) + line,
  );
}

const bold = (text: string, { colour }: TableStyle): string => (colour ? styleText("bold", text) : text);
