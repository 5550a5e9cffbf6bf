import { describe, expect, it } from "vitest";
import { numberExpressions } from "../src/event/number-expressions.ts";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import { tokenize } from "../src/segment/tokenize.ts";
import { codebookFiles } from "./codebook-folder.ts";
import { englishReader } from "./english-reader.ts";
import { quantitiesTold } from "./told-event.ts";

const codebook = loadCodebook(codebookFiles());
const reader = englishReader(codebook);

describe("numbers as they are written", () => {
  it.each<[text: string, expected: string]>([
    ["at least 40 people", "40.. [at least 40]"],
    ["up to 40 people", "..40 [up to 40]"],
    ["more than 2,000 people", "2000.. [more than 2,000]"],
    ["no more than 40", "..40 [no more than 40]"],
    ["as many as 40", "..40 [as many as 40]"],
    ["no fewer than twelve", "12.. [no fewer than twelve]"],
    ["nearly 40", "40..40 [nearly 40]"],
    ["about 1.5 million people", "1500000..1500000 [about 1.5 million]"],
    ["between 20 and 30 people", "20..30 [between 20 and 30]"],
    ["20 to 30 people", "20..30 [20 to 30]"],
    ["20-30 people", "20..30 [20-30]"],
    ["2 to 3 million people", "2000000..3000000 [2 to 3 million]"],
    ["dozens of people", "24.. [dozens]"],
    ["hundreds", "200.. [hundreds]"],
    ["tens of thousands of people", "20000.. [tens of thousands]"],
    ["hundreds of thousands", "200000.. [hundreds of thousands]"],
    ["several hundred people", "200.. [several hundred]"],
    ["a few dozen people", "24.. [a few dozen]"],
    ["a dozen people", "12..12 [a dozen]"],
    ["two dozen people", "24..24 [two dozen]"],
    ["half a million people", "500000..500000 [half a million]"],
    ["half-a-million people", "500000..500000 [half-a-million]"],
    ["twenty-five people", "25..25 [twenty-five]"],
    ["two hundred and fifty people", "250..250 [two hundred and fifty]"],
    ["two and a half million", "2500000..2500000 [two and a half million]"],
    ["46bn", "46000000000..46000000000 [46bn]"],
    ["40 or more people", "40.. [40 or more]"],
    ["1,000+ people", "1000.. [1,000+]"],
    ["a 10,000-strong force", "10000..10000 [10,000-strong]"],
    ["an estimated 300 people", "300..300 [an estimated 300]"],
    ["at least 14 people and 30 more", "14.. [at least 14] 30..30 [30]"],
    ["in 2014", ""],
    ["on June 14", ""],
    ["14 June", ""],
    ["40 percent of people", ""],
    ["40% of people", ""],
    ["the 14th day", ""],
    ["a 14-year-old girl", ""],
    ["COVID-19", ""],
    ["at 10 a.m.", ""],
    ["several people", ""],
    ["won 3-2", ""],
  ])("%s", (text, expected) => {
    const tokens = tokenize(text);
    const found = numberExpressions(tokens.map(({ start, end }) => text.slice(start, end).toLowerCase()));
    const shown = found.map(
      ({ min, max, from, to }) =>
        `${min ?? ""}..${max ?? ""} [${text.slice(tokens[from]?.start, tokens[to - 1]?.end)}]`,
    );
    expect(shown.join(" ")).toBe(expected);
  });
});

describe("the examples of quantity-kinds.tsv", () => {
  it.each([...codebook.quantities.kinds.values()])("$kind: $example", ({ kind, act, example, min, max, trap }) => {
    const [told] = quantitiesTold(example, [act], codebook, reader);
    expect(told?.join("; ")).toContain(`${kind} ${min ?? ""}..${max ?? ""} `);
    const [wrong] = quantitiesTold(trap, [act], codebook, reader);
    expect(wrong?.filter((one) => one.startsWith(`${kind} `))).toEqual([]);
  });
});

/** What the words in brackets tell; the quantities of each of them, parted by "|". */
describe("quantities of an event", () => {
  it.each<[marked: string, acts: string, expected: string]>([
    ["Israel [attacked] Gaza, killing 14 people.", "ASSAULT", "killed 14..14 person [14]"],
    [
      "Israel [attacked] Gaza, killing 14 and wounding at least 30.",
      "ASSAULT",
      "killed 14..14 - [14]; wounded 30.. - [at least 30]",
    ],
    [
      "A dozen people were [killed] and 30 wounded in Israeli strikes.",
      "ASSAULT",
      "killed 12..12 person [A dozen]; wounded 30..30 - [30]",
    ],
    ["Israeli forces [killed] at least 40 Palestinians.", "ASSAULT", "killed 40.. palestinian [at least 40]"],
    ["The Israeli [attack] killed 14 people.", "ASSAULT", "killed 14..14 person [14]"],
    ["The Israeli [attack] left 14 people dead.", "ASSAULT", "killed 14..14 person [14]"],
    ["Fourteen people died in the Israeli [attack].", "ASSAULT", "killed 14..14 person [Fourteen]"],
    [
      "Israel [killed] two soldiers and 14 civilians in Lebanon.",
      "ASSAULT",
      "killed 2..2 soldier [two]; killed 14..14 civilian [14]",
    ],
    [
      "Turkish police [arrested] between 20 and 30 Kurdish students.",
      "COERCE/arrest",
      "arrested 20..30 student [between 20 and 30]",
    ],
    ["Dozens of Kurds were [arrested] by Turkish police.", "COERCE/arrest", "arrested 24.. kurd [Dozens]"],
    [
      "Thousands of people [rallied] against Russia in Georgia.",
      "PROTEST/demo",
      "protesters 2000.. person [Thousands]",
    ],
    ["France [sent] 2,000 soldiers to Mali.", "MOBILIZE/troops", "troops 2000..2000 soldier [2,000]"],
    [
      "France [deployed] a 10,000-strong force in Mali.",
      "MOBILIZE/troops",
      "troops 10000..10000 force [10,000-strong]",
    ],
    ["Japan [gave] Ukraine more than $46 billion.", "AID", "money 46000000000.. USD [more than $46 billion]"],
    ["Japan [gave] Ukraine 70 million dollars.", "AID", "money 70000000..70000000 USD [70 million dollars]"],
    ["Japan [gave] Ukraine 1.5 million euros in aid.", "AID", "money 1500000..1500000 EUR [1.5 million euros]"],
    ["Japan and Ukraine [signed] a $46 million deal.", "AGREE", "money 46000000..46000000 USD [$46 million]"],
    [
      "Japan [gave] Ukraine between $2 million and $3 million.",
      "AID",
      "money 2000000..3000000 USD [between $2 million and $3 million]",
    ],
    ["Iran [released] two American prisoners.", "RETREAT/release", "released 2..2 prisoner [two]"],
    [
      "Iran agreed to [release] half a dozen American prisoners.",
      "RETREAT/release",
      "released 6..6 prisoner [half a dozen]",
    ],
    [
      "Russia [attacked] Ukraine with 40 missiles and 14 drones.",
      "ASSAULT",
      "missiles 40..40 missile [40]; drones 14..14 drone [14]",
    ],
    ["Russia [expelled] ten Polish diplomats.", "SANCTION/expel", "expelled 10..10 diplomat [ten]"],
    [
      "Russia [attacked] Ukraine and Ukraine [killed] 14 Russian soldiers.",
      "ASSAULT ASSAULT",
      " | killed 14..14 soldier [14]",
    ],
    // What the parser makes of these is not the grammar of them.
    [
      "Tens of thousands of Sudanese students [protested] in Khartoum; police killed three.",
      "PROTEST/demo",
      "protesters 20000.. student [Tens of thousands]",
    ],
    [
      "Russia [fired] 81 missiles and eight drones at Ukraine, killing at least nine people.",
      "ASSAULT",
      "missiles 81..81 missile [81]; drones 8..8 drone [eight]; killed 9.. person [at least nine]",
    ],
    ["Washington [withdrew] 2,000 US ground forces from Syria.", "RETREAT/withdraw", "troops 2000..2000 force [2,000]"],
    // What must not be read.
    ["Israel [attacked] Gaza in 2014.", "ASSAULT", ""],
    ["Israel [attacked] Gaza for 14 days.", "ASSAULT", ""],
    ["Israel [attacked] 40 percent of Gaza.", "ASSAULT", ""],
    ["Israel [killed] a 14-year-old boy in Gaza.", "ASSAULT", ""],
    ["Israel [killed] its 14th Palestinian.", "ASSAULT", ""],
    ["Israel [attacked] rebels who had killed 14 people in Lebanon.", "ASSAULT", ""],
    ["Israel [attacked] Lebanon after rebels killed 14 people.", "ASSAULT", ""],
    ["Lebanon [condemned] the Israeli attack that killed 14 people.", "ACCUSE", ""],
    ["Lebanon [met] Israel while 2,000 people died in Sudan.", "CONSULT", ""],
    ["Turkish police [arrested] a man, 40, in Ankara.", "COERCE/arrest", ""],
    ["Turkey [jailed] a man for 14 years.", "SANCTION/convict", ""],
    ["Japan [gave] Ukraine aid on August 14.", "AID", ""],
    ["Japan [met] the Group of 20.", "CONSULT", ""],
    ["Russia and Ukraine [met] at 10 a.m. on Sunday.", "CONSULT", ""],
    ["Russia [criticised] Resolution 1701 of the United Nations.", "ACCUSE", ""],
    ["Russia [attacked] Ukraine 300 kilometres from the border.", "ASSAULT", ""],
  ])("%s", (marked, acts, expected) => {
    const told = quantitiesTold(marked, acts.split(" "), codebook, reader);
    expect(told.map((list) => list.join("; ")).join(" | ")).toBe(expected);
  });
});
