/**
 * The event coder: reads from each sentence's tree which political events it reports, by the rows of `codebook/events/`, as PLOVER 2.0 defines them.
 * In: Linked, the codebook. Out: Coded: events in text order; every actor, trigger and number with its range.
 * Order: words from the root down, so that what a verb takes ("agreed to [visit]") is used up before it could stand for itself.
 * Nothing is read from navigation, counts, datelines or from a paragraph that only repeats another.
 */
import type { Codebook } from "../codebook/codebook.ts";
import type { Coded, Quantity } from "../model/event.ts";
import type { Linked } from "../model/mention.ts";
import type { ParagraphKind } from "../model/paragraph.ts";
import { codeSentence } from "./code-sentence.ts";
import { ContextReader } from "./contexts.ts";
import { dateTellings } from "./date-tellings.ts";
import type { DatedTelling } from "./dated-telling.ts";
import { mergeTellings } from "./merge-tellings.ts";
import { placeTellings, type PlacedTelling } from "./place-tellings.ts";
import { newsYear } from "./news-year.ts";
import { QuantityReader } from "./quantities.ts";
import { sentenceTree, type SentenceTree } from "../clause/sentence-tree.ts";

/** Paragraphs that tell the news; the title, captions and pull quotes come second, as further tellings of what the body tells. */
const BODY: ReadonlySet<ParagraphKind> = new Set(["body", "list", "other"]);
const ALSO_READ: ReadonlySet<ParagraphKind> = new Set(["title", "caption", "quote"]);

export function codeEvents(linked: Linked, { times, places }: Surroundings, codebook: Codebook): Coded {
  const { document } = linked.parsed.segmented;
  const counter = new QuantityReader(codebook.quantities, codebook.language.persons.nouns);
  const contexts = new ContextReader(linked.parsed, codebook.contexts);
  const quantities = new Map<PlacedTelling, readonly Quantity[]>();
  const [timesOf, placesOf] = [bySentence(times), bySentence(places)];
  const { published } = document;
  const now = newsYear(published, times);
  let before: readonly DatedTelling[] = [];
  for (const { tree, body } of sentencesToCode(linked)) {
    const told = codeSentence(tree, document, body, now, codebook).tellings;
    const dated = dateTellings(told, tree, timesOf.get(tree.sentence.index) ?? [], { published, now }, before);
    const tellings = placeTellings(dated, tree, placesOf.get(tree.sentence.index) ?? []);
    before = tellings;
    const counts = counter.quantitiesOf(tree, tellings);
    for (const [i, telling] of tellings.entries()) quantities.set(telling, counts[i] ?? []);
  }
  const events = mergeTellings([...quantities.keys()], document, codebook, { quantities, contexts });
  return { kind: "coded", linked, times, places, events, statements: [] };
}

/** What was found beside the actors. */
type Surroundings = Pick<Coded, "times" | "places">;

/** The sentences that may tell events: those of the news itself in which somebody political is named. */
export function* sentencesToCode(linked: Linked): Generator<{ readonly tree: SentenceTree; readonly body: boolean }> {
  const { document, sentences } = linked.parsed.segmented;
  const [actors, places] = [bySentence(linked.actors), bySentence(linked.places)];
  for (const sentence of sentences) {
    const paragraph = document.paragraphs[sentence.paragraph];
    const parsed = linked.parsed.sentences[sentence.index];
    if (!paragraph || !parsed || paragraph.repeats !== null) continue;
    const body = BODY.has(paragraph.kind);
    if (!body && !ALSO_READ.has(paragraph.kind)) continue;
    const named = actors.get(sentence.index);
    if (named) yield { tree: sentenceTree(sentence, parsed, named, places.get(sentence.index) ?? []), body };
  }
}

function bySentence<T extends { readonly sentence: number }>(
  mentions: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.sentence);
    if (group) group.push(mention);
    else groups.set(mention.sentence, [mention]);
  }
  return groups;
}
