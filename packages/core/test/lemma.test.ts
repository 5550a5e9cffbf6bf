import { describe, expect, it } from "vitest";
import { compileLemmas, type LEMMA_FILES } from "../src/codebook/language-lemmas.ts";
import { lemmatize } from "../src/syntax/lemmatize.ts";
import { codebookFiles } from "./codebook-folder.ts";

const files = codebookFiles();
const tables = compileLemmas((file) => files.get(file) ?? "");

/** "form lemma" under one tag. */
const rows: readonly (readonly [upos: string, xpos: string, pairs: string])[] = [
  [
    "VERB",
    "VBD",
    "planned plan; fulfilled fulfill; controlled control; visited visit; signed sign; ceased cease; agreed agree; died die; denied deny; met meet; " +
      "overthrew overthrow; withdrew withdraw; underwent undergo; foresaw foresee; laid lay; lay lie; found find; founded found; created create; " +
      "treated treat; negotiated negotiate; threatened threaten; ranged range; hanged hang; belonged belong; passed pass; discussed discuss; " +
      "called call; installed install; cancelled cancel; propelled propel; panicked panic; focused focus; vetoed veto; argued argue; taxied taxi; " +
      "quoted quote; guided guide; persuaded persuade; lasted last; tasted taste; handled handle; curled curl; breathed breathe; owed owe; " +
      "showed show; annexed annex; seized seize; waltzed waltz; developed develop; escaped escape; voted vote; remade remake; co-signed co-sign; " +
      "WARNED warn; exceled excel; added add; added add; committed commit; offered offer; interfered interfere; explored explore; monitored monitor",
  ],
  [
    "VERB",
    "VBN",
    "been be; taken take; born bear; undertaken undertake; overseen oversee; freed free; led lead; sought seek; re-elected re-elect",
  ],
  [
    "VERB",
    "VBG",
    "pledging pledge; visiting visit; seeing see; agreeing agree; dying die; lying lie; putting put; beginning begin; being be; having have; " +
      "singing sing; singeing singe; becoming become; goin go; goin' go; bombing bomb; bordering border; routing route; using use; suing sue",
  ],
  [
    "VERB",
    "VBZ",
    "says say; goes go; does do; has have; denies deny; dies die; passes pass; vetoes veto; pushes push; seizes seize; aches ache; raises raise",
  ],
  ["VERB", "VBP", "are be; 've have; urge urge"],
  ["VERB", "VB", "found found; Leave leave"],
  ["VERB", "NNP", "United unite; Rolling roll"],
  ["AUX", "VBZ", "'s be; ’s be; is be; has have; does do"],
  ["AUX", "MD", "'ll will; wo will; ca can; 'd would; could could; CAN can"],
  ["AUX", "VBD", "'d have; was be; did do"],
  ["AUX", "VBP", "'m be; 're be; are be; 've have; ai be"],
  ["PART", "RB", "n't not; n’t not; not not; nt not"],
  ["PART", "POS", "'s 's; ’s 's; ' 's"],
  ["PART", "TO", "to to; na to"],
  ["PRON", "PRP", "I I; me I; him he; us we; them they; her she; 's we; mine my; it it"],
  ["PRON", "PRP$", "their their; her her; my my"],
  ["PRON", "DT", "these this; those that"],
  ["DET", "DT", "an a; These this; those that; the the"],
  [
    "NOUN",
    "NNS",
    "troops troop; forces force; talks talk; series series; aircraft aircraft; headquarters headquarters; people people; women woman; policemen policeman; " +
      "children child; countries country; allies ally; movies movie; leaves leaf; lives life; thieves thief; archives archive; crises crisis; " +
      "analyses analysis; bases base; viruses virus; houses house; buses bus; gases gas; classes class; matches match; headaches headache; " +
      "heroes hero; shoes shoe; embargoes embargo; taxes tax; prizes prize; quizzes quiz; criteria criterion; media media; referenda referendum; " +
      "ex-wives ex-wife; sons-in-law son-in-law; runners-up runner-up; 1990s 1990s; 1990's 1990s; NGOs NGO; others other; feet foot; means means; " +
      "menus menu; Taxis taxi; ATTACKS attack; themselves themself",
  ],
  ["NOUN", "NN", "gas gas; news news; pm p.m.; Crisis crisis; building building; iPhone iPhone"],
  [
    "PROPN",
    "NNPS",
    "States State; Nations Nation; Rockies Rocky; Philippines Philippines; Taliban Taliban; STATES STATE; Houthis Houthi",
  ],
  ["PROPN", "NNP", "Texas Texas; Sept. September; Pakistan Pakistan; PAKISTAN PAKISTAN; Philippines Philippines"],
  [
    "ADJ",
    "JJR",
    "bigger big; larger large; easier easy; better good; worse bad; taller tall; stronger strong; later late; closer close; freer free; more more; cleverer clever",
  ],
  ["ADJ", "JJS", "biggest big; largest large; best good; strongest strong; latest late; most most"],
  ["ADJ", "JJ", "United united; interested interested; interesting interesting; former former"],
  ["ADV", "RBR", "better well; later late; earlier early; further far; more more"],
  ["ADV", "RB", "Not not; further further"],
  ["NUM", "CD", "1,000 1000; bn billion; Three three; 3.5 3.5"],
  ["PUNCT", "``", '“ "; " "'],
  ["SYM", "SYM", "– -; % %"],
];

const cases = rows.flatMap(([upos, xpos, pairs]) =>
  pairs.split("; ").map((pair): readonly [string, string, string, string] => {
    const [form = "", lemma = ""] = pair.split(" ");
    return [form, upos, xpos, lemma];
  }),
);

describe("lemmatize", () => {
  it.each(cases)("%s as %s %s is %s", (form, upos, xpos, lemma) =>
    expect(lemmatize(form, upos, xpos, tables)).toBe(lemma),
  );

  it("gives back the lemma of each irregular verb for each of its forms, but for those of two verbs", () => {
    const twice = new Map([["lay", "lie"]]);
    for (const [form, lemma] of tables.pasts)
      expect(lemmatize(form, "VERB", "VBD", tables)).toBe(twice.get(form) ?? lemma);
  });

  it("leaves every base form that it lists as it is under the tags of base forms", () => {
    for (const verb of tables.bases.verb) expect(lemmatize(verb, "VERB", "VB", tables)).toBe(verb);
    for (const noun of tables.bases.noun) expect(lemmatize(noun, "NOUN", "NN", tables)).toBe(noun);
  });
});

const faults: readonly (readonly [file: (typeof LEMMA_FILES)[number], rows: string, message: RegExp])[] = [
  [
    "language/base-forms.tsv",
    "lemma\tclass\nrun\tpreposition",
    /base-forms\.tsv:2:2: found "preposition"; expected verb, noun or adjective/u,
  ],
  ["language/irregular-nouns.tsv", "plural\tlemma\nfeet\tfoot\nfeet\tfoot", /irregular-nouns\.tsv:3:1: found "feet"/u],
  [
    "language/irregular-verbs.tsv",
    "lemma\tpast\tparticiple\tother\ngo\twent went\tgone\t",
    /irregular-verbs\.tsv:2:2: found "went went"/u,
  ],
  ["language/lemmas.tsv", "form\tupos\txpos\tlemma\nme\tPRON\t\t", /lemmas\.tsv:2:4: found an empty cell/u],
];

describe("the tables of lemmas", () => {
  it.each(faults)("%s refuses a wrong row", (wrong, content, message) => {
    expect(() => compileLemmas((file) => (file === wrong ? content : (files.get(file) ?? "")))).toThrow(message);
  });
});
