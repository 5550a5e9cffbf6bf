import { styleText } from "node:util";
import type { CodedDocument } from "@comity/core";
import type { FoundEvent } from "../store/find-events.ts";

type WireEvent = CodedDocument["events"][number];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** How wide, and whether in colour: properties of the terminal, handed in. */
export interface TableStyle {
  readonly width: number;
  readonly colour: boolean;
}

/** The events of one article under its heading, for a person to read. */
export function articleTable(coded: CodedDocument, style: TableStyle): string {
  const { id, title, published, source } = coded.document;
  const facts = [day(published) ?? "date not stated", source ?? "source not stated", id].join(" · ");
  const heading = `${paint("bold", title ?? "(no title)", style)}\n${paint("dim", facts, style)}\n`;
  if (coded.events.length === 0) return `${heading}  no events found\n\n`;
  return `${heading}${coded.events.map((event) => eventLines(event, source, style)).join("")}\n`;
}

/** One event of the store: as in {@link articleTable}, with the article it comes from. */
export function foundEventTable({ document, event }: FoundEvent, style: TableStyle): string {
  const from = [document.title ?? "(no title)", document.source, document.id].filter(Boolean).join(" · ");
  return `${eventLines(event, document.source, style)}      ${paint("dim", from, style)}\n`;
}

function eventLines(event: WireEvent, source: string | null, style: TableStyle): string {
  const what = event.mode ? `${event.type}/${event.mode}` : event.type;
  const status = event.status === "actual" ? "" : ` (${event.status})`;
  const head = `  ${(when(event.date) ?? "not stated").padEnd(11)}  ${paint(event.score < 0 ? "red" : "green", what.padEnd(22), style)} ${sides(event)}${status}`;
  const sentence = wrap(`“${marked(event, style)}”`, style.width - 6, "      ");
  const word = event.attribution?.text ?? (source ? `${source}'s own report` : "the article's own report");
  const also = event.also.length > 0 ? `; told ${event.also.length + 1} times` : "";
  const place = where(event.place);
  const told = `${place ? `in: ${place} · ` : ""}on the word of: ${word.replace(/\s+/gu, " ")}${also}`;
  return `${head}\n${sentence}\n      ${paint("dim", told, style)}\n`;
}

function sides(event: WireEvent): string {
  const list = (actors: WireEvent["actor"]): string => actors.map(nameOf).join(" + ");
  if (event.recipient.length === 0) return list(event.actor);
  return `${event.actor.length > 0 ? list(event.actor) : "not named"} → ${list(event.recipient)}`;
}

/** Who has no name of its own ("soldiers", "the base") is told with its state. */
function nameOf({ name, entity, country }: WireEvent["actor"][number]): string {
  return (entity === null && country !== null ? `${name} (${country})` : name).replace(/\s+/gu, " ");
}

/** The sentence with its trigger underlined (in square brackets where there is no colour), its line breaks folded. */
function marked(event: WireEvent, style: TableStyle): string {
  const { text, start } = event.sentence;
  const [from, to] = [event.trigger.start - start, event.trigger.end - start];
  const trigger = text.slice(from, to);
  const shown = style.colour ? trigger.split(/\s+/u).map((word) => styleText("underline", word)).join(" ") : `[${trigger}]`; // prettier-ignore
  return `${text.slice(0, from)}${shown}${text.slice(to)}`.replace(/\s+/gu, " ");
}

/** As exact as the text is: "12 Jun 2022", "Jun 2022", "2022"; a week or quarter by its first day. Null: not known. */
function when(date: WireEvent["date"]): string | null {
  const whole = day(date?.start ?? null);
  if (whole === null || !date) return null;
  if (date.precision === "month") return whole.replace(/^\d+ /u, "");
  return date.precision === "year" ? whole.slice(-4) : whole;
}

/** "Muscat (OMN)", "Helmand, region (AFG)": whatever is no city with how exact it is. Null: not told. */
function where(place: WireEvent["place"]): string | null {
  if (!place) return null;
  const { name, country, precision } = place;
  return `${name}${precision === "region" || precision === "site" ? `, ${precision}` : ""}${country !== null && precision !== "country" ? ` (${country})` : ""}`;
}

/** "12 Jun 2022" for an ISO day; null for null. */
export function day(iso: string | null): string | null {
  if (iso === null) return null;
  const [year, month, date] = iso.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

function paint(format: "bold" | "dim" | "red" | "green", text: string, style: TableStyle): string {
  return style.colour ? styleText(format, text) : text;
}

/** Breaks at blanks so that no line is wider than `width` characters, colour codes not counted; a longer word stands alone. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && visible(line) + 1 + visible(word) > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, indent + line].join("\n");
}

// oxlint-disable-next-line no-control-regex -- terminal colour codes begin with this control character
const visible = (word: string): number => word.replace(/\u001b\[\d+m/gu, "").length;
