/**
 * Who said what of whom: statements, by the cues of `codebook/statements/cues.tsv`, in direct and indirect speech, with thoughts, plans and views.
 * In: Coded (for the trees, the actors and the events), the codebook. Out: Coded with statements in text order, its events tied to the statements that hold them.
 * Order: cues sentence by sentence; then quotations, which run over sentences, are given to the cues beside them; then who speaks and what it concerns.
 * Nothing is read from navigation, counts, datelines or from a paragraph that only repeats another.
 */
import { contentId } from "../base/hash.ts";
import { textSpan } from "../base/span.ts";
import { sentenceTree } from "../clause/sentence-tree.ts";
import type { Codebook } from "../codebook/codebook.ts";
import type { Coded } from "../model/event.ts";
import type { ActorMention, Linked } from "../model/mention.ts";
import type { Speaker, Statement } from "../model/statement.ts";
import type { Draft } from "./draft.ts";
import { propositionsOf } from "./propositions.ts";
import { homeCountry, withHome } from "./home-country.ts";
import { readHeadings } from "./read-headings.ts";
import { joinQuotations } from "./join-quotations.ts";
import { findQuotations, type Quotation } from "./quotations.ts";
import { concernsOf } from "./concerns.ts";
import { isToldBy, tieEvents, type Told } from "./tie-events.ts";
import { withoutInner } from "./without-inner.ts";
import { readSentence } from "./read-sentence.ts";
import { kindOf, partsOf } from "./statement-parts.ts";
import { speechesIn, SpeechTree } from "./speech-tree.ts";

const READ: ReadonlySet<string> = new Set(["body", "list", "other", "title", "caption", "quote"]);

export function findStatements(
  coded: Coded,
  { cues, stances, language }: Pick<Codebook, "cues" | "stances" | "language">,
): Coded {
  const { linked } = coded;
  const { document } = linked.parsed.segmented;
  const quotations = findQuotations(document.text, document.paragraphs);
  const drafts: Draft[] = [];
  const trees = new Map<number, SpeechTree>();
  for (const speech of speechTrees(linked, quotations)) {
    trees.set(speech.tree.sentence.index, speech);
    drafts.push(...withoutInner(readSentence(speech, cues, language)));
  }
  const headings = readHeadings(document, quotations, trees, linked.actors);
  // A transcript's lines hold the cues in them.
  const free = drafts.filter(
    ({ cueSpan }) =>
      !headings.some(({ content }) =>
        content.some(({ start, end }) => cueSpan && start <= cueSpan.start && cueSpan.end <= end),
      ),
  );
  const joined = joinQuotations([...headings, ...free], quotations, document, trees);
  const speeches = [...trees.values()];
  const home = homeCountry(linked.actors);
  const ordinals = new Map<string, number>();
  const told = joined
    .toSorted((a, b) => startOf(a) - startOf(b))
    .flatMap((draft): Told[] => {
      const parts = partsOf(draft, document.text);
      const [first] = parts;
      const last = parts.at(-1);
      if (!first || !last) return [];
      const own = speechesIn(speeches, first.start, last.end);
      const cue = draft.cueSpan && textSpan(document.text, draft.cueSpan.start, draft.cueSpan.end);
      const identity = [document.sha256, "statement", cue?.start ?? first.start, cue?.end ?? last.end].join("\t");
      const ordinal = ordinals.get(identity) ?? 0;
      ordinals.set(identity, ordinal + 1);
      const statement: Statement = {
        id: contentId(document.sha256, "statement", cue?.start ?? first.start, cue?.end ?? last.end, ordinal),
        speakers: speakersOf(draft, document.text, home),
        cue,
        content: textSpan(document.text, first.start, last.end),
        parts,
        kind: kindOf(parts, quotations, document.text),
        addressees: draft.addressees,
        about: concernsOf(draft, parts, own, stances),
        events: [],
        rule: draft.cue?.id ?? null,
        denies: draft.cue?.denies ?? false,
        propositions: propositionsOf(draft, parts, own, document.text),
      };
      return [{ statement, isTold: isToldBy(draft, statement), isOpinion: draft.cue?.kind === "view" }];
    });
  return { ...coded, ...tieEvents(told, coded.events, quotations) };
}

/** Where its cue stands, or else what is said. */
const startOf = ({ cueSpan, content }: Draft): number => cueSpan?.start ?? content[0]?.start ?? 0;

function* speechTrees({ parsed, actors, places }: Linked, quotations: readonly Quotation[]): Generator<SpeechTree> {
  const { document, sentences } = parsed.segmented;
  const [named, placed] = [bySentence(actors), bySentence(places)];
  const outer = quotations.filter(({ nested }) => !nested);
  /** The first quotation that ends behind the sentences before. */
  let next = 0;
  for (const sentence of sentences) {
    const paragraph = document.paragraphs[sentence.paragraph];
    const words = parsed.sentences[sentence.index];
    if (!paragraph || !words || paragraph.repeats !== null || !READ.has(paragraph.kind)) continue;
    const tree = sentenceTree(sentence, words, named.get(sentence.index) ?? [], placed.get(sentence.index) ?? []);
    while ((outer[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next += 1;
    let last = next;
    while ((outer[last]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) last += 1;
    yield new SpeechTree(tree, outer.slice(next, last), words.names);
  }
}

function bySentence(mentions: readonly ActorMention[]): ReadonlyMap<number, readonly ActorMention[]> {
  const groups = new Map<number, ActorMention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.sentence);
    if (group) group.push(mention);
    else groups.set(mention.sentence, [mention]);
  }
  return groups;
}

/** The speaker's phrase for each actor that it stands for; of one that nobody knows the words alone. */
function speakersOf({ speaker, actors }: Draft, text: string, home: string | null): Speaker[] {
  if (!speaker) return [];
  const span = textSpan(text, speaker.start, speaker.end);
  if (actors.length === 0)
    return [{ ...span, name: span.text.replace(/\s+/gu, " "), entity: null, country: null, sector: null }];
  return withHome(actors, home).map(({ name, entity, country, sector }) => ({
    ...span,
    name,
    entity,
    country,
    sector,
  }));
}
