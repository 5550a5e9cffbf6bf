import { describe, expect, it } from "vitest";
import { ComityError } from "../src/base/comity-error.ts";
import { OPERATOR_COLUMNS } from "../src/codebook/events/operators.ts";
import { PREDICATE_COLUMNS } from "../src/codebook/events/predicates.ts";
import { EVENT_TYPES } from "../src/model/plover.ts";
import { checkEventRows, type RowFault } from "../src/pipeline/check-event-rows.ts";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import { codebookFiles, fewActors } from "./codebook-folder.ts";
import { englishReader } from "./english-reader.ts";

const codebook = loadCodebook(codebookFiles());
const reader = englishReader(codebook);
const { all } = codebook.events;
const predicates = all.filter((row) => row.kind === "predicate");

describe("the event rows", () => {
  it("code their examples by themselves, and no trap", { timeout: 900_000 }, () => {
    const faults = checkEventRows(codebook, reader);
    expect(faults.map(({ id, kind, expected, found }) => `${id}: ${kind}: ${expected}, not ${found}`)).toEqual([]);
  });

  it("have at least 1,500 senses, of all types, and operators of all that they can do", () => {
    expect(predicates.length).toBeGreaterThanOrEqual(1500);
    expect(new Set(predicates.map(({ type }) => type))).toEqual(new Set(EVENT_TYPES));
    expect(all.filter((row) => row.kind === "operator").length).toBeGreaterThanOrEqual(100);
    expect(all.filter(({ trap }) => trap !== "").length).toBeGreaterThanOrEqual(300);
  });

  it("stand in the table of their type, sorted by id", () => {
    for (const type of EVENT_TYPES) {
      const file = `events/predicates/${type.toLowerCase()}.tsv`;
      const rows = (codebookFiles().get(file) ?? "").trimEnd().split("\n").slice(1).map((line) => line.split("\t")); // prettier-ignore
      const ids = rows.map(([id]) => id ?? "");
      expect([file, ids]).toEqual([file, ids.toSorted()]);
      expect([file, ...new Set(rows.map((cells) => cells[3]))]).toEqual([file, type]);
    }
  });
});

/** A sense that our tables do not have. */
const LAMPOON = ["lampoon-v", "lampoon/v", "obj:actor", "ACCUSE", "disapprove", "subj", "obj", "Ghana lampooned Togo.", "GHA > TGO", "Ghana lampooned the weather."]; // prettier-ignore
const PLEDGE = ["troth-v", "troth/v", "", "comp", "agree", "no", "subj", "-", "Ghana trothed to meet Togo.", "AGREE: GHA > TGO", ""]; // prettier-ignore
const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, ...rows].map((cells) => `${cells.join("\t")}\n`).join("");
const predicate = (changes: Partial<Record<(typeof PREDICATE_COLUMNS)[number], string>>): string[] =>
  LAMPOON.map((cell, at) => changes[PREDICATE_COLUMNS[at] ?? "id"] ?? cell);
const operator = (changes: Partial<Record<(typeof OPERATOR_COLUMNS)[number], string>>): string[] =>
  PLEDGE.map((cell, at) => changes[OPERATOR_COLUMNS[at] ?? "id"] ?? cell);

const FEW = fewActors("Ghana\tGHA\t", "Togo\tTGO\t", "Chad\tTCD\t", "Niger\tNER\t");

/** The faults of a user's rows. */
function faultsOf(...rows: readonly (readonly string[])[]): RowFault[] {
  const own = loadCodebook(FEW, [], [{ file: "own.tsv", content: table(PREDICATE_COLUMNS, rows) }]);
  return checkEventRows(own, reader, new Set(rows.map(([id]) => id ?? "")));
}

describe("checkEventRows", () => {
  it("finds nothing wrong with a right row", () => {
    expect(faultsOf(LAMPOON)).toEqual([]);
  });

  it.each<[what: string, rows: (readonly string[])[], fault: Partial<RowFault>]>([
    [
      "wrong codes",
      [predicate({ codes: "TGO > GHA" })],
      {
        id: "lampoon-v",
        kind: "example",
        sentence: "Ghana lampooned Togo.",
        expected: "ACCUSE/disapprove TGO > GHA",
        found: "ACCUSE/disapprove GHA > TGO",
      },
    ],
    [
      "a side that the example does not name",
      [predicate({ codes: "GHA > TGO + TCD" })],
      { kind: "example", expected: "ACCUSE/disapprove GHA > TCD+TGO", found: "ACCUSE/disapprove GHA > TGO" },
    ],
    [
      "an example with a second event",
      [predicate({ example: "Ghana lampooned Togo, and Chad attacked Niger." })],
      { kind: "example", found: "ACCUSE/disapprove GHA > TGO; ASSAULT TCD > NER" },
    ],
    [
      "an example without its word",
      [predicate({ example: "Ghana watched Togo." })],
      { kind: "example", found: "nothing" },
    ],
    [
      "an example that is only denied",
      [predicate({ example: "Ghana did not lampoon Togo." })],
      { kind: "example", found: "nothing" },
    ],
    [
      "a trap that is coded",
      [predicate({ trap: "Chad lampooned Niger." })],
      {
        kind: "trap",
        sentence: "Chad lampooned Niger.",
        expected: "nothing by lampoon-v",
        found: "ACCUSE/disapprove TCD > NER",
      },
    ],
    [
      "an example that a stricter row takes",
      [LAMPOON, predicate({ id: "lampoon-state-v", frame: "obj:actor subj:state", trap: "" })],
      { id: "lampoon-v", kind: "other-row", expected: "coded by lampoon-v", found: "coded by lampoon-state-v" },
    ],
  ])("finds %s", (_what, rows, fault) => {
    expect(faultsOf(...rows)).toEqual([expect.objectContaining(fault)]);
  });

  it("runs only the rows that it is asked for", () => {
    const own = loadCodebook(FEW, [], [{ file: "own.tsv", content: table(PREDICATE_COLUMNS, [predicate({ codes: "TCD > NER" })]) }]); // prettier-ignore
    expect(checkEventRows(own, reader, new Set(["nobody"]))).toEqual([]);
  });
});

describe("a broken row", () => {
  it.each<[what: string, row: string[], message: RegExp]>([
    [
      "a word of no class",
      predicate({ head: "lampoon" }),
      /own\.tsv:3:2: found "lampoon"; expected words in small letters/u,
    ],
    ["a class that is none", predicate({ head: "lampoon/q" }), /own\.tsv:3:2: found "lampoon\/q"/u],
    ["capitals", predicate({ head: "Lampoon/v" }), /own\.tsv:3:2: found "Lampoon\/v"/u],
    ["an empty word", predicate({ head: "air  strike/n" }), /own\.tsv:3:2: found "air {2}strike\/n"/u],
    [
      "a condition of no class",
      predicate({ frame: "obj:actr" }),
      /own\.tsv:3:3: found "actr"; expected one of actor, state/u,
    ],
    [
      "a condition without a slot",
      predicate({ frame: "!=deal" }),
      /own\.tsv:3:3: found "!=deal"; expected a slot with a condition/u,
    ],
    ["a slot in capitals", predicate({ frame: "subj:actor OBJ" }), /own\.tsv:3:3: found "OBJ"/u],
    [
      "a value that is refused twice",
      predicate({ frame: "!obj=deal" }),
      /own\.tsv:3:3: found "!obj=deal"; expected "!" before a slot without/u,
    ],
    ["a type that is none", predicate({ type: "FIGHT" }), /own\.tsv:3:4: found "FIGHT"; expected one of AGREE/u],
    [
      "a mode of another type",
      predicate({ mode: "visit" }),
      /own\.tsv:3:5: found "visit"; expected empty or a mode of ACCUSE: /u,
    ],
    [
      "an actor's slot that is none",
      predicate({ actor: "subj, obj" }),
      /own\.tsv:3:6: found "subj, obj"; expected "-", or slots/u,
    ],
    [
      "a recipient's slot that is none",
      predicate({ recipient: "" }),
      /own\.tsv:3:7: found an empty cell; expected "-", or slots/u,
    ],
    [
      "no example",
      predicate({ example: "" }),
      /own\.tsv:3:8: found an empty cell; expected a sentence that the row codes/u,
    ],
    [
      "codes of no country",
      predicate({ codes: "Ghana > TGO" }),
      /own\.tsv:3:9: found "Ghana > TGO"; expected codes such as/u,
    ],
    ["three sides", predicate({ codes: "GHA > TGO > TCD" }), /own\.tsv:3:9: /u],
    [
      "an id that another row has",
      predicate({ id: "first-v" }),
      /own\.tsv:3:1: found "first-v"; expected a kebab-case id that no other row has/u,
    ],
    ["an id with a blank", predicate({ id: "lampoon v" }), /own\.tsv:3:1: found "lampoon v"/u],
    ["a cell too few", LAMPOON.slice(1), /own\.tsv:3:1: found 9 cells; expected 10/u],
  ])("is told with its place: %s", (_what, row, message) => {
    const content = table(PREDICATE_COLUMNS, [predicate({ id: "first-v" }), row]);
    const compile = (): unknown => loadCodebook(FEW, [], [{ file: "own.tsv", content }]);
    expect(compile).toThrow(ComityError);
    expect(compile).toThrow(message);
  });

  it.each<[what: string, row: string[], message: RegExp]>([
    ["a slot that is none", operator({ on: "comp, obj" }), /own\.tsv:2:4: found "comp, obj"; expected slots such as/u],
    [
      "an effect that is none",
      operator({ effect: "sing" }),
      /own\.tsv:2:5: found "sing"; expected one of do, try, agree/u,
    ],
    ["neither yes nor no", operator({ alone: "maybe" }), /own\.tsv:2:6: found "maybe"; expected yes/u],
    ["no example", operator({ example: "" }), /own\.tsv:2:9: found an empty cell/u],
    ["a result of no type", operator({ gives: "FIGHT: GHA > TGO" }), /own\.tsv:2:10: found "FIGHT: GHA > TGO"/u],
    [
      "a result without codes",
      operator({ gives: "AGREE" }),
      /own\.tsv:2:10: found "AGREE"; expected "-", or type, mode and codes/u,
    ],
  ])("of an operator is told with its place: %s", (_what, row, message) => {
    const compile = (): unknown => loadCodebook(FEW, [], [{ file: "own.tsv", content: table(OPERATOR_COLUMNS, [row]) }]); // prettier-ignore
    expect(compile).toThrow(message);
  });

  it("of ours is told with the file's place in the codebook, also where a user's row has its id", () => {
    const broken = new Map(FEW).set(
      "events/predicates/aid.tsv",
      table(PREDICATE_COLUMNS, [predicate({ type: "HELP" })]),
    );
    expect(() => loadCodebook(broken)).toThrow(/^codebook\/events\/predicates\/aid\.tsv:2:4: found "HELP"/u);
    const id = predicates[0]?.id ?? "none";
    const content = table(PREDICATE_COLUMNS, [predicate({ id })]);
    expect(() => loadCodebook(FEW, [], [{ file: "own.tsv", content }])).toThrow(
      /a kebab-case id that no other row has/u,
    );
  });
});
