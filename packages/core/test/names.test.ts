import { describe, expect, it } from "vitest";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import type { NameKind, Word } from "../src/model/parsed.ts";
import { refineNames, type RawName, type TaggedSentence } from "../src/syntax/names.ts";
import { codebookFiles } from "./codebook-folder.ts";

const { titles } = loadCodebook(codebookFiles()).language;

/**
 * A parse by hand. Tokens stand apart by blanks; {PER ...} is a mark of the network; "word/ADJ" gives a part of speech, "word/NOUN/obl" a relation too.
 * Without them a capitalised word is a PROPN and another a NOUN; each hangs on the first word of the sentence's first person as part of its noun phrase,
 * but with a relation it hangs on the root. "¶" ends a sentence.
 */
function parse(row: string): { text: string; sentences: TaggedSentence[] } {
  let text = "";
  const sentences = row.split(" ¶ ").map((line): TaggedSentence => {
    const [tokens, raw] = [[] as TaggedSentence["tokens"][number][], [] as RawName[]];
    const tagged: { upos: string; relation: string | undefined }[] = [];
    let open: { kind: NameKind; first: number } | null = null;
    for (const piece of line.split(" ")) {
      if (piece.startsWith("{")) {
        open = { kind: piece.slice(1) as NameKind, first: tokens.length };
        continue;
      }
      if (piece === "}") {
        if (open) raw.push({ ...open, last: tokens.length });
        continue;
      }
      const [form = "", upos, relation] = piece.length > 1 ? piece.split("/") : [piece];
      text += text === "" ? "" : " ";
      tokens.push({ start: text.length, end: text.length + form.length, joined: false });
      text += form;
      tagged.push({ upos: upos ?? (/^\p{Lu}/u.test(form) ? "PROPN" : /[\p{L}\p{N}]/u.test(form) ? "NOUN" : "PUNCT"), relation }); // prettier-ignore
    }
    const person = raw.find(({ kind }) => kind === "PER")?.first ?? -1;
    const words = tagged.map(({ upos, relation }, i): Word => ({
      upos,
      xpos: upos === "PART" ? "POS" : upos === "PROPN" ? "NNP" : "",
      lemma: "",
      head: relation === undefined && i !== person ? person : -1,
      relation: relation ?? (upos === "ADJ" ? "amod" : upos === "PROPN" || upos === "NOUN" ? "compound" : "dep"),
    }));
    return { tokens, words, raw };
  });
  return { text, sentences };
}

/** "PER title | name" and "ORG name (SHORT)", sentences apart by " ¶ ", names by "; ". */
function read(row: string): string {
  const { text, sentences } = parse(row);
  const names = refineNames(text, sentences, titles);
  for (const name of names.flat()) {
    for (const span of [name, name.title, name.acronym])
      if (span) expect(text.slice(span.start, span.end)).toBe(span.text);
  }
  return names
    .map((list) =>
      list
        .map(
          ({ kind, text: form, title, acronym }) =>
            `${kind} ${title ? `${title.text} | ` : ""}${form}${acronym ? ` (${acronym.text})` : ""}`,
        )
        .join("; "),
    )
    .join(" ¶ ");
}

type Rows = readonly (readonly [row: string, names: string])[];

const titleRows: Rows = [
  ["{PER General Qamar Javed Bajwa } spoke", "PER General | Qamar Javed Bajwa"],
  ["General {PER Qamar Javed Bajwa } spoke", "PER General | Qamar Javed Bajwa"],
  ["Chief of Army Staff Gen. {PER Asim Munir } spoke", "PER Chief of Army Staff Gen. | Asim Munir"],
  ["{PER Chief of Army Staff Gen. Asim Munir } spoke", "PER Chief of Army Staff Gen. | Asim Munir"],
  ["Chinese/ADJ Foreign Minister {PER Wang Yi } said", "PER Chinese Foreign Minister | Wang Yi"],
  ["{PER Chinese/ADJ Foreign Minister Wang Yi } said", "PER Chinese Foreign Minister | Wang Yi"],
  ["Charge d'Affaires {PER Pang Chunxue } said", "PER Charge d'Affaires | Pang Chunxue"],
  ["former/ADJ President {PER Barack Obama } said", "PER former President | Barack Obama"],
  ["then/ADV President {PER Hu Jintao } said", "PER then President | Hu Jintao"],
  ["ex - president {PER Nicolas Sarkozy } said", "PER ex - president | Nicolas Sarkozy"],
  [
    "Vice Chairman of/ADP the/DET {ORG Central Military Commission } Gen. {PER Zhang Youxia } left",
    "ORG Central Military Commission; PER Vice Chairman of the Central Military Commission Gen. | Zhang Youxia",
  ],
  ["{LOC US } Secretary of/ADP State {PER Antony Blinken } said", "LOC US; PER US Secretary of State | Antony Blinken"],
  ["Lt. Gen. {PER Nadeem Raza } said", "PER Lt. Gen. | Nadeem Raza"],
  ["foreign/ADJ ministry/NOUN spokesman {PER Zhao Lijian } said", "PER foreign ministry spokesman | Zhao Lijian"],
  ["{LOC China } 's/PART/case President {PER Xi Jinping } said", "LOC China; PER President | Xi Jinping"],
  ["Prime Minister {PER Sheikh Hasina } said", "PER Prime Minister | Sheikh Hasina"],
  [
    "Sen. {PER Lindsey Graham } and/CCONJ/cc Rep. {PER Adam Smith } said",
    "PER Sen. | Lindsey Graham; PER Rep. | Adam Smith",
  ],
  ["the head of/ADP {ORG NATO } {PER Jens Stoltenberg } said", "ORG NATO; PER head of NATO | Jens Stoltenberg"],
];

const notTitles: Rows = [
  ["the General Assembly voted", ""],
  ["the {ORG General Assembly } voted", "ORG General Assembly"],
  ["{ORG President Hotel } burned", "ORG President Hotel"],
  ["On/ADP Monday/PROPN/obl President {PER Biden } spoke", "PER President | Biden"],
  ["In/ADP {LOC Beijing/PROPN/obl } President {PER Xi } spoke", "LOC Beijing; PER President | Xi"],
  ["{PER John Major } spoke", "PER John Major"],
  ["{PER Dean Rusk } spoke", "PER Dean Rusk"],
  ["{PER Biden } President {PER Xi } spoke", "PER Biden; PER President | Xi"],
  ["His father {PER Ali } spoke", "PER Ali"],
  ["they chair/VERB {PER Ali } first", "PER Ali"],
  ["at 5 pm {PER Ali } left", "PER Ali"],
  ["the {PER President } spoke", ""],
  ["the Secretary of/ADP State and/CCONJ/cc President {PER Biden } met", "PER President | Biden"],
];

const edgeRows: Rows = [
  ["{ORG the Foreign Office } said", "ORG Foreign Office"],
  ["{LOC The Hague } ruled", "LOC The Hague"],
  ["{LOC The Philippines } said", "LOC Philippines"],
  ["in {LOC The Gambia } today ¶ {LOC The Gambia } voted", "LOC The Gambia ¶ LOC The Gambia"],
  ["paper {ORG The Daily News } said", "ORG The Daily News"],
  ["{LOC China 's/PART } army", "LOC China"],
  ["{ORG McDonald 's/PART } said/VERB", "ORG McDonald 's"],
  ["Foreign Minister Wang {PER Yi } said", "PER Foreign Minister | Wang Yi"],
  ["Prime Minister Sheikh {PER Hasina } said", "PER Prime Minister | Sheikh Hasina"],
  ["Foreign Minister Bilawal Bhutto {PER Zardari } said", "PER Foreign Minister | Bilawal Bhutto Zardari"],
  [
    "{ORG Military Commission } chief Hu {PER Jintao } and/CCONJ/cc {PER Wen } said",
    "ORG Military Commission; PER Military Commission chief | Hu Jintao; PER Wen",
  ],
  ["Secretary of/ADP State {PER Blinken } said", "PER Secretary of State | Blinken"],
  ["Chairman of/ADP the/DET Military Commission {PER Zhang } said", "PER Chairman of the Military Commission | Zhang"],
  ["{PER Maj. } Gen. {PER Asif Ghafoor } said", "PER Maj. Gen. | Asif Ghafoor"],
  ["{LOC Pakistan , } too", "LOC Pakistan"],
  ['{PER " Wang Yi } said', "PER Wang Yi"],
  ['{PER Ali " Chemical " Hassan } fell', 'PER Ali " Chemical " Hassan'],
  ["{ORG Public Relations ( ISPR } said", "ORG Public Relations"],
  ["{ORG Communist Party of India ( Marxist ) } won", "ORG Communist Party of India ( Marxist )"],
  ["{ORG ( } said", ""],
  ["{PER Wang } Yi/PROPN said", "PER Wang"],
];

const acronymRows: Rows = [
  ["{ORG Inter - Services Public Relations } ( ISPR ) said", "ORG Inter - Services Public Relations (ISPR)"],
  ["{ORG Inter-Services Public Relations } ( {ORG ISPR } ) said", "ORG Inter-Services Public Relations (ISPR)"],
  ["{ORG Inter-Services Public Relations ( ISPR ) } said", "ORG Inter-Services Public Relations (ISPR)"],
  ["{ORG People 's/PART Liberation Army } ( PLA ) troops", "ORG People 's Liberation Army (PLA)"],
  ["{ORG Ministry of Foreign Affairs } ( MoFA ) said", "ORG Ministry of Foreign Affairs (MoFA)"],
  ["{ORG People 's/PART Liberation Army } ( PLA ) ¶ the PLA said", "ORG People 's Liberation Army (PLA) ¶ ORG PLA"],
  ["the Inter - Services Public Relations ( {ORG ISPR } ) said", "ORG Inter - Services Public Relations (ISPR)"],
  ["the Public Relations Office ( PRO ) ¶ {ORG PRO } said", "ORG Public Relations Office (PRO) ¶ ORG PRO"],
  ["the {ORG People } 's/PART {ORG Liberation Army } ( PLA ) said", "ORG People 's Liberation Army (PLA)"],
  ["{ORG Washington Post } ( WP ) said", "ORG Washington Post (WP)"],
];

const notAcronyms: Rows = [
  ["{LOC Washington } Post ( WP ) said", "LOC Washington"],
  ["Chief of Army Staff ( COAS ) said ¶ the COAS said", " ¶ "],
  ["Chief of Army Staff ( {ORG COAS } ) said", "ORG COAS"],
  ["On Public Relations ( PRT ) and Public Relations Services ( PRS )", ""],
  ["{ORG Foreign Office } ( UK ) said ¶ the UK said", "ORG Foreign Office ¶ "],
  ["{PER Wang Yi } ( WY ) said", "PER Wang Yi"],
  ["the PLA said ¶ {ORG People 's/PART Liberation Army } ( PLA ) ¶ a pla", " ¶ ORG People 's Liberation Army (PLA) ¶ "],
];

const repeatRows: Rows = [
  ["{PER Wang Yi } said ¶ then Wang Yi left", "PER Wang Yi ¶ PER Wang Yi"],
  ["then/ADV/advmod Minister Wang Yi left ¶ {PER Wang Yi } said", "PER Minister | Wang Yi ¶ PER Wang Yi"],
  ["{ORG Foreign Office } ¶ foreign office ¶ Foreign Service", "ORG Foreign Office ¶  ¶ "],
  ["{LOC New York } ¶ the New York Times", "LOC New York ¶ "],
  ["{PER Wang } ¶ Wang left", "PER Wang ¶ "],
  ["no names here", ""],
];

describe("names", () => {
  it.each(titleRows)("splits the title off: %s", (row, names) => expect(read(row)).toBe(names));
  it.each(notTitles)("takes nothing for a title: %s", (row, names) => expect(read(row)).toBe(names));
  it.each(edgeRows)("has right edges: %s", (row, names) => expect(read(row)).toBe(names));
  it.each(acronymRows)("knows the short form: %s", (row, names) => expect(read(row)).toBe(names));
  it.each(notAcronyms)("knows no short form: %s", (row, names) => expect(read(row)).toBe(names));
  it.each(repeatRows)("knows the name again: %s", (row, names) => expect(read(row)).toBe(names));

  it("joins the rest of a person's name that the tree holds together", () => {
    const { text, sentences } = parse("{PER Wang } Yi said");
    const words = (sentences[0]?.words ?? []).map((word, i) =>
      i === 1 ? { ...word, relation: "flat", head: 0 } : word,
    );
    const [names] = refineNames(text, [{ tokens: [], raw: [], ...sentences[0], words }], titles);
    expect(names?.map((name) => name.text)).toEqual(["Wang Yi"]);
  });
});
