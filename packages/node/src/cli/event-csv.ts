import type { CodedDocument } from "@comity/core";
import { stringify } from "csv-stringify/sync";
import type { FoundEvent } from "../store/find-events.ts";
import { fold, type Column } from "./list-found.ts";

type Actor = CodedDocument["events"][number]["actor"][number];
const names = (actors: readonly Actor[]): string => actors.map((actor) => fold(actor.text)).join("; ");
const countries = (actors: readonly Actor[]): string => actors.map((actor) => actor.country ?? "").join("; ");

/** The columns of an event as a row; several actors are joined by "; ", unknown is empty. */
export const EVENT_COLUMNS: readonly Column<FoundEvent>[] = [
  ["document", ({ document }) => document.id],
  ["event", ({ event }) => event.id],
  ["date_start", ({ event }) => event.date?.start],
  ["date_end", ({ event }) => event.date?.end],
  ["date_precision", ({ event }) => event.date?.precision],
  ["date_basis", ({ event }) => event.date?.basis],
  ["place", ({ event }) => event.place?.name],
  ["place_country", ({ event }) => event.place?.country],
  ["place_precision", ({ event }) => event.place?.precision],
  ["latitude", ({ event }) => event.place?.lat],
  ["longitude", ({ event }) => event.place?.lon],
  ["geonames", ({ event }) => event.place?.geonames],
  ["type", ({ event }) => event.type],
  ["mode", ({ event }) => event.mode],
  ["status", ({ event }) => event.status],
  ["actor", ({ event }) => names(event.actor)],
  ["actor_country", ({ event }) => countries(event.actor)],
  ["recipient", ({ event }) => names(event.recipient)],
  ["recipient_country", ({ event }) => countries(event.recipient)],
  ["trigger", ({ event }) => fold(event.trigger.text)],
  ["sentence", ({ event }) => fold(event.sentence.text)],
  ["attribution", ({ event }) => event.attribution && fold(event.attribution.text)],
  ["voice", ({ event }) => event.voice],
  ["quad", ({ event }) => event.quad],
  ["score", ({ event }) => event.score],
  ["cameo", ({ event }) => event.cameo],
  ["goldstein", ({ event }) => event.goldstein],
  ["confidence", ({ event }) => event.confidence],
  ["rule", ({ event }) => event.rule],
  ["title", ({ document }) => document.title],
  ["published", ({ document }) => document.published],
  ["source", ({ document }) => document.source],
  ["url", ({ document }) => document.url],
];

export const csvHeader = (): string => stringify([EVENT_COLUMNS.map(([name]) => name)]);
export const csvRow = (found: FoundEvent): string => stringify([EVENT_COLUMNS.map(([, value]) => value(found, null))]);
