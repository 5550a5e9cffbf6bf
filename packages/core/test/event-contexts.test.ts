import { describe, expect, it } from "vitest";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import { codebookFiles } from "./codebook-folder.ts";
import { englishReader } from "./english-reader.ts";
import { contextsTold } from "./told-event.ts";

const codebook = loadCodebook(codebookFiles());
const reader = englishReader(codebook);

describe("the examples of context-examples.tsv", () => {
  it.each(codebook.contexts.examples)("$context: $example", ({ context, act, example, trap }) => {
    expect(contextsTold(example, act, codebook, reader)).toContain(context);
    expect(contextsTold(trap, act.split("/", 1)[0] ?? "", codebook, reader)).not.toContain(context);
  });

  it("has each context of PLOVER", () => {
    expect(codebook.contexts.examples.length).toBe(37);
  });
});

/** A text, what its first sentence tells, and contexts: those with "!" it must not have. */
describe("contexts of an event", () => {
  it.each<[text: string, act: string, contexts: string]>([
    // A strong word in the sentence beside it is not enough, with another it is; beyond the paragraph nothing counts.
    ["Poland criticised Hungary. Its parliament met later.", "ACCUSE", "!legislative"],
    ["Poland criticised a Hungarian bill. Its parliament met later.", "ACCUSE", "legislative"],
    ["Poland criticised a Hungarian bill.\n\nIts parliament met later.", "ACCUSE", "!legislative"],
    [
      "Poland criticised a bill. It rained. It rained. Its parliament and its senate met later.",
      "ACCUSE",
      "!legislative",
    ],
    ["Poland criticised Hungary. Cocaine was found. Heroin was found.", "ACCUSE", "!illegal_drugs"],
    // Weak words alone are none, however many.
    ["Chile met Peru over the island, the strait, the waters and the province.", "CONSULT", "!territory"],
    ["Chile met Peru over the border and the disputed island.", "CONSULT", "territory"],
    // A narrower crime replaces crime, beside cyber it stays.
    ["Spain arrested a Colombian gang for smuggling cocaine.", "COERCE/arrest", "illegal_drugs trafficking !crime"],
    [
      "Spain arrested Colombian criminals for the murder of a priest.",
      "COERCE/arrest",
      "crime !illegal_drugs !corruption",
    ],
    ["Spain arrested a Romanian gang for ransomware and money laundering.", "COERCE/arrest", "crime cyber corruption"],
    ["Kenya accused Uganda of war crimes.", "ACCUSE/allege", "human_rights !crime"],
    // Force against those who fight is war.
    ["Ethiopian police fired tear gas at Eritrean protesters.", "COERCE", "repression"],
    ["Colombian troops led a violent crackdown on FARC rebels.", "COERCE", "!repression"],
    // Names of persons, and capitals.
    ["Bill Bishop of the United States met Ghana.", "CONSULT", "!legislative !religion_ethnicity"],
    ["The WHO praised Ghana.", "SUPPORT", "health"],
    ["Those who met Ghana praised Togo.", "SUPPORT", "!health"],
    ["WHO IS GHANA GOING TO MEET", "CONSULT", "!health !terrorism"],
    ["A CIA officer met Ghana.", "CONSULT", "intelligence"],
    ["The MPs of Ghana met Togo.", "CONSULT", "legislative"],
    // Longer phrases cover what they hold.
    ["Russia and Turkey opened a nuclear power plant.", "COOPERATE", "technology !cbrn"],
    ["Russia criticised Turkey over nuclear weapons.", "ACCUSE", "cbrn !technology"],
    ["Turkey criticised the political climate in Greece.", "ACCUSE", "!environment"],
    ["Turkish prisoners went on hunger strike in Greece.", "PROTEST/hunger", "!human_security"],
    ["Turkey and Greece traded blows.", "ASSAULT", "!economic"],
    ["Turkey and Greece traded with each other on the common market.", "COOPERATE", "economic"],
    ["Turkey spoke to Greece at a press conference.", "CONSULT", "!rights_freedoms"],
    ["The Free Syrian Army attacked Russia.", "ASSAULT", "!military"],
    // With or without a hyphen.
    ["Mali and Niger agreed on counter-terrorism.", "AGREE", "terrorism"],
    ["Mali and Niger agreed on counter terrorism.", "AGREE", "terrorism"],
    ["Mali and Niger agreed on an anti-corruption law.", "AGREE", "corruption"],
    // Plural inside a phrase.
    ["Mali criticised rights groups of Niger.", "ACCUSE", "human_rights"],
    ["Mali criticised the rights violations of Niger.", "ACCUSE", "human_rights"],
    // What the act itself is about.
    ["Georgian hackers took down sites of Belarus.", "COERCE/cyber", "cyber"],
    ["Georgia misled Belarus.", "COERCE/misinformation", "misinformation"],
    ["Georgia attacked Belarus with a gas.", "ASSAULT/unconventional", "cbrn"],
    ["Georgians killed themselves and others in Belarus.", "ASSAULT/suicide-attack", "terrorism"],
    ["Georgia sent a Belarusian to prison for life.", "SANCTION/convict", "legal"],
    ["Georgia sent a Belarusian home.", "COERCE", "!migration !legal"],
    // Who acts.
    ["The Chadian army met Libya.", "CONSULT", "military"],
    ["The Chadian parliament met Libya.", "CONSULT", "legislative"],
    ["Chadian rebels met Libya.", "CONSULT", "!military"],
    ["Chadian students met Libya.", "CONSULT", "!military !legislative !legal"],
    ["Jordan called on Syria to release the refugees.", "REQUEST", "migration !asylum"],
    ["The Syrian government calls the Kurds terrorists.", "ACCUSE", "!terrorism"],
    ["Ghana hosted the president of Togo.", "CONSULT/visit", "!executive"],
  ])("%s", (text, act, contexts) => {
    const told = contextsTold(text, act, codebook, reader);
    for (const context of contexts.split(" "))
      if (context.startsWith("!")) expect(told).not.toContain(context.slice(1));
      else expect(told).toContain(context);
  });
});
