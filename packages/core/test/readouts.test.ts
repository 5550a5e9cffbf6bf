/** Happenings that both sides tell. Tellings are written as "key type countries speakers start [end] [document]"; a "?" among the countries is one that is not told. */
import { describe, expect, it } from "vitest";
import { pairReadouts, type Telling } from "../src/merge/pair-readouts.ts";
import type { EventType } from "../src/model/plover.ts";

function telling(written: string): Telling {
  const [key = "", type = "", countries = "", speakers = "", start = "-", end = start, document = key] = written.split(" "); // prettier-ignore
  const day = (value: string): string | null => (value === "-" ? null : value);
  return {
    key,
    document,
    type: type as EventType,
    countries: countries.split("+").filter((country) => country !== "?"),
    open: countries.includes("?"),
    speakers: speakers.split("+"),
    start: day(start),
    end: day(end),
  };
}

const paired = (...tellings: string[]): string[] =>
  pairReadouts(tellings.map(telling)).map(
    ({ kind, sides, told }) => `${kind} ${sides.join("-")}: ${told[0].join(" ")} | ${told[1].join(" ")}`,
  );

describe("pairReadouts", () => {
  it("sets the words of one side beside the other's", () => {
    expect(
      paired(
        "a CONSULT IND+CHN CHN 2020-06-17",
        "b CONSULT IND+CHN IND 2020-06-17",
        "c CONSULT CHN+IND IND 2020-06-18",
      ),
    ).toEqual(["talks CHN-IND: a | b c"]);
  });

  it("takes blows of either side for one clash", () => {
    expect(paired("a ASSAULT IND+PAK PAK 2019-02-27", "b ASSAULT PAK+IND IND 2019-02-27")).toEqual([
      "clash IND-PAK: b | a",
    ]);
  });

  it("takes the speaker's own side for the one that is not told, in a clash alone", () => {
    expect(paired("a ASSAULT PAK+? IND 2019-02-27", "b ASSAULT IND+PAK PAK 2019-02-27")).toEqual([
      "clash IND-PAK: a | b",
    ]);
    expect(paired("a CONSULT PAK+? IND 2019-02-27", "b CONSULT IND+PAK PAK 2019-02-27")).toEqual([]);
  });

  it.each([
    ["one side alone tells it", ["a CONSULT IND+CHN CHN 2020-06-17", "b CONSULT IND+CHN CHN 2020-06-17"]],
    ["a third state tells it", ["a CONSULT IND+CHN USA 2020-06-17", "b CONSULT IND+CHN IND 2020-06-17"]],
    ["weeks lie between", ["a CONSULT IND+CHN CHN 2020-06-17", "b CONSULT IND+CHN IND 2020-07-05"]],
    ["it is another thing", ["a CONSULT IND+CHN CHN 2020-06-17", "b ASSAULT IND+CHN IND 2020-06-17"]],
    ["it is with another state", ["a CONSULT IND+CHN CHN 2020-06-17", "b CONSULT IND+PAK IND 2020-06-17"]],
    ["it is only words", ["a ACCUSE IND+CHN CHN 2020-06-17", "b ACCUSE IND+CHN IND 2020-06-17"]],
    ["no day is known, in two documents", ["a CONSULT IND+CHN CHN", "b CONSULT IND+CHN IND"]],
  ])("finds none where %s", (_, tellings) => {
    expect(paired(...tellings)).toEqual([]);
  });

  it("takes a document without a day by itself", () => {
    expect(paired("a CONSULT IND+CHN CHN - - d", "b CONSULT IND+CHN IND - - d")).toEqual(["talks CHN-IND: a | b"]);
  });

  it("keeps rounds of talks apart, and a visit of days together", () => {
    expect(
      paired(
        "a CONSULT IND+CHN CHN 2020-06-01 2020-06-04",
        "b CONSULT IND+CHN IND 2020-06-05",
        "c CONSULT IND+CHN CHN 2020-06-12",
        "d CONSULT IND+CHN IND 2020-06-12",
      ),
    ).toEqual(["talks CHN-IND: a | b", "talks CHN-IND: c | d"]);
  });

  it("pairs each two of three that meet", () => {
    expect(paired("a CONSULT IND+CHN+RUS CHN 2020-06-23", "b CONSULT IND+CHN+RUS RUS 2020-06-23").toSorted()).toEqual([
      "talks CHN-RUS: a | b",
    ]);
  });

  it("gives the days from the first to the last, or none", () => {
    const [dated] = pairReadouts(
      ["a CONSULT IND+CHN CHN 2020-06-17 2020-06-18", "b CONSULT IND+CHN IND 2020-06-19"].map(telling),
    );
    expect([dated?.first, dated?.last]).toEqual(["2020-06-17", "2020-06-19"]);
    const [open] = pairReadouts(["a CONSULT IND+CHN CHN - - d", "b CONSULT IND+CHN IND - - d"].map(telling));
    expect([open?.first, open?.last]).toEqual([null, null]);
  });
});
