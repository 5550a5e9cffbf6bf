/**
 * What sentences of our own tell, by their grammar: the coder end to end over the shipped reader and the shipped rows of `codebook/events/`.
 * A row of event-sentences.tsv: id, day of publication or empty, text, expectations, kind ("plain", or "trap" for what looks like an event, or like one that
 * has happened). Expectations are all events of the text, in any order, joined by " ; ", or `nothing`, or `no TYPE` for types that must not be among them. An event is
 * `TYPE/mode status ACTORS > RECIPIENTS`, an actor its country or without one its sector, several joined by " + ". After it may stand `[trigger]`, `voice=`,
 * `from=` (on whose word, "-" nobody's) and `also=` (how many further tellings).
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeEvents } from "../src/event/code-events.ts";
import { nameActors } from "../src/pipeline/name-actors.ts";
import { findTimes } from "../src/mention/time/find-times.ts";
import type { CodedEvent } from "../src/model/event.ts";
import type { ActorMention } from "../src/model/mention.ts";
import { plainDocument } from "../src/model/plain-document.ts";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import { codebookFiles } from "./codebook-folder.ts";
import { englishReader } from "./english-reader.ts";

const codebook = loadCodebook(codebookFiles());
const reader = englishReader(codebook);

function eventsOf(text: string, published: string): readonly CodedEvent[] {
  const plain = plainDocument("row", text, [{ start: 0, end: text.length }]);
  const document = { ...plain, published: published === "" ? null : published };
  const parsed = reader.parse(reader.segment(document));
  const times = findTimes(parsed, codebook.times);
  return codeEvents(nameActors(parsed, codebook, reader), { times, places: [] }, codebook).events;
}

const sides = (actors: readonly ActorMention[]): string =>
  [...new Set(actors.map(({ country, sector }) => country ?? sector ?? "-"))].toSorted().join(" + ");

/** An event as the expectation writes it, with the details that this one asks for. */
function told(event: CodedEvent, wanted: string): string {
  const { type, mode, status, actors, recipients, trigger, voice, attribution, also } = event;
  const act = `${type}${mode === null ? "" : `/${mode}`} ${status}`;
  const details = [
    wanted.includes(" [") ? `[${trigger.text}]` : "",
    wanted.includes(" voice=") ? `voice=${voice}` : "",
    wanted.includes(" from=") ? `from=${attribution?.country ?? attribution?.sector ?? "-"}` : "",
    wanted.includes(" also=") ? `also=${also.length}` : "",
  ];
  return [act, sides(actors), ">", sides(recipients), ...details].filter((part) => part !== "").join(" ");
}

const sorted = (texts: readonly string[]): string[] => texts.toSorted((a, b) => (a < b ? -1 : 1));

interface Row {
  readonly id: string;
  readonly published: string;
  readonly text: string;
  readonly wanted: string;
  readonly kind: string;
}

const rows = readFileSync(new URL("event-sentences.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line): Row => {
    const [id = "", published = "", text = "", wanted = "", kind = ""] = line.split("\t");
    return { id, published, text, wanted, kind };
  });

describe("events", () => {
  it.each(rows)("$id: $text", ({ published, text, wanted }) => {
    const events = eventsOf(text, published);
    for (const { trigger } of events) expect(text.slice(trigger.start, trigger.end)).toBe(trigger.text);
    if (wanted.startsWith("no ")) {
      const types = new Set(wanted.split(" ; ").map((one) => one.slice("no ".length)));
      expect(events.map(({ type }) => type).filter((type) => types.has(type))).toEqual([]);
      return;
    }
    const expected = wanted === "nothing" ? [] : wanted.split(" ; ");
    // Each event is written with the details of the expectation that it meets, or else of none.
    const found = events.map((event) => expected.find((one) => told(event, one) === one) ?? told(event, ""));
    expect(sorted(found)).toEqual(sorted(expected));
  });

  it("has enough rows of each kind, each once", () => {
    expect(rows.length).toBeGreaterThanOrEqual(180);
    expect(rows.filter(({ kind }) => kind === "trap").length).toBeGreaterThanOrEqual(70);
    expect(rows.filter(({ kind }) => kind !== "trap" && kind !== "plain")).toEqual([]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(new Set(rows.map(({ text, published, wanted }) => `${published} ${text} ${wanted}`)).size).toBe(rows.length);
  });
});
