import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NameKind, Word } from "../src/model/parsed.ts";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import { refineNames, type RawName, type TaggedSentence } from "../src/syntax/names.ts";
import { codebookFiles } from "./codebook-folder.ts";

const { titles } = loadCodebook(codebookFiles()).language;
const FORMS = ["The", "the", "Gen.", "Sheikh", "President", "of", "Chief", "Wang", "Yi", "Public", "Office", "PO", "POW", "(", ")", '"', "'s", "-", ",", "said"]; // prettier-ignore

const token = fc.record({
  form: fc.constantFrom(...FORMS),
  upos: fc.constantFrom("PROPN", "NOUN", "ADJ", "PUNCT", "VERB"),
  head: fc.integer({ min: -1, max: 9 }),
  relation: fc.constantFrom("flat", "compound", "amod", "nsubj"),
  mark: fc.constantFrom<"" | "B" | "I">("", "", "B", "I"),
  kind: fc.constantFrom<NameKind>("PER", "ORG", "LOC"),
});

describe("names of any document", () => {
  it("are in order, apart, inside their sentence, and their texts are those of the document", () => {
    fc.assert(
      fc.property(fc.array(fc.array(token, { maxLength: 10 }), { maxLength: 4 }), (document) => {
        let text = "";
        const sentences = document.map((row): TaggedSentence => {
          const raw: RawName[] = [];
          const tokens = row.map(({ form, mark, kind }, i) => {
            const last = raw.at(-1);
            if (mark === "I" && last?.last === i) raw[raw.length - 1] = { ...last, last: i + 1 };
            else if (mark !== "") raw.push({ kind, first: i, last: i + 1 });
            text += ` ${form}`;
            return { start: text.length - form.length, end: text.length, joined: false };
          });
          const words = row.map(({ upos, head, relation }): Word => ({ upos, xpos: "", lemma: "", head, relation }));
          return { tokens, words, raw };
        });
        const names = refineNames(text, sentences, titles);
        expect(names.length).toBe(sentences.length);
        for (const [s, list] of names.entries()) {
          let reached = 0;
          for (const name of list) {
            expect(name.first).toBeGreaterThanOrEqual(reached);
            expect(name.last).toBeGreaterThan(name.first);
            expect(name.last).toBeLessThanOrEqual(sentences[s]?.tokens.length ?? 0);
            expect(name.start).toBe(sentences[s]?.tokens[name.first]?.start);
            if (name.title) expect(name.title.end).toBeLessThanOrEqual(name.start);
            if (name.acronym) expect(name.acronym.start).toBeGreaterThan(name.end);
            for (const span of [name, name.title, name.acronym])
              if (span) expect(text.slice(span.start, span.end)).toBe(span.text);
            reached = name.last;
          }
        }
        expect(refineNames(text, sentences, titles)).toEqual(names);
      }),
      { numRuns: 1500, seed: 20220612 },
    );
  });
});
