/**
 * Finds the names of places in a document and says where they are.
 * In: Parsed, what is known of places, the actors of the document. Out: mentions in text order that do not overlap; `text.slice(start, end)` is a mention's `text`.
 * Two passes: names are found in each sentence by itself, then they are resolved together, since the one tells of the other. No place is a person or an
 * organisation that is called by one, nor a state or capital that acts; a name that may as well mean two places is left out.
 */
import { textSpan } from "../../base/span.ts";
import type { PlaceNames } from "../../codebook/place-names.ts";
import type { ActorMention } from "../../model/mention.ts";
import type { Parsed } from "../../model/parsed.ts";
import type { PlaceMention } from "../../model/place.ts";
import { findSpans, type PlaceSpan } from "./find-spans.ts";
import { isActor } from "./is-actor.ts";
import { placeView, type PlaceView } from "./place-view.ts";
import { resolvePlaces, type OpenPlace } from "./resolve-places.ts";

/** @param actors those of the document, in text order */
export function findPlaces(parsed: Parsed, places: PlaceNames, actors: readonly ActorMention[]): PlaceMention[] {
  const { document, sentences } = parsed.segmented;
  const found: Omit<PlaceMention, "place">[] = [];
  const open: OpenPlace[] = [];
  for (const sentence of sentences) {
    const analysis = parsed.sentences[sentence.index];
    const kind = document.paragraphs[sentence.paragraph]?.kind;
    if (!analysis || kind === "navigation" || kind === "count") continue;
    const view = placeView(sentence, analysis);
    const here = actors.filter((actor) => actor.sentence === sentence.index);
    const all = findSpans(view, places);
    const spans = all.filter((span, i) => follows(view, all[i - 1], span) || !isActor(view, span, here));
    const offset = open.length;
    for (const [i, span] of spans.entries()) {
      const [first, last] = [sentence.tokens[span.first], sentence.tokens[span.last - 1]];
      if (!first || !last) continue;
      const words = textSpan(document.text, first.start, last.end);
      found.push({ ...words, sentence: sentence.index, head: span.head });
      open.push({
        text: words.text,
        candidates: span.candidates,
        listed: [i - 1, i + 1].flatMap((j) =>
          isListed(view, spans[Math.min(i, j)], spans[Math.max(i, j)]) ? offset + j : [],
        ),
        within: isWithinNext(view, span, spans[i + 1]) ? offset + i + 1 : null,
        division: isDivision(view, span),
      });
    }
  }
  const chosen = resolvePlaces(open, countriesOf(actors));
  return found.flatMap((one, i) => {
    const place = chosen[i]?.place;
    return place ? { ...one, place } : [];
  });
}

/** "[Kenya] and [Tanzania]", "[Ohio], [Iowa] and Maine". */
const isListed = ({ forms }: PlaceView, one: PlaceSpan | undefined, next: PlaceSpan | undefined): boolean =>
  one !== undefined &&
  next !== undefined &&
  /^(?:,|and|or|, and|, or)$/u.test(forms.slice(one.last, next.first).join(" "));

/** "Toronto, [Canada]". */
const follows = ({ forms }: PlaceView, before: PlaceSpan | undefined, { first }: PlaceSpan): boolean =>
  before !== undefined &&
  before.last === first - 1 &&
  forms[before.last] === "," &&
  before.candidates.every(({ place }) => place.precision !== "country");

function countriesOf(actors: readonly ActorMention[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { country } of actors) if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  return counts;
}

/** "Mosul, [Iraq]", "Pandi in [Bulacan]", "the village of X in [Y] province". */
function isWithinNext({ forms }: PlaceView, { last }: PlaceSpan, next: PlaceSpan | undefined): boolean {
  if (!next) return false;
  const between = forms.slice(last, next.first).join(" ").toLowerCase();
  return /^(?:(?:city|town|village|province|district|county|region)? ?(?:,|, in|in|\()(?: the)?(?: \p{L}+ern| (?:north|south|east|west|central|\p{L}+ian|\p{L}+i))?)$/u.test(
    between,
  );
}

const DIVISIONS = new Set([
  "province",
  "state",
  "region",
  "governorate",
  "county",
  "district",
  "oblast",
  "department",
  "prefecture",
  "provinces",
  "peninsula",
]);

const isDivision = ({ forms }: PlaceView, { first, last }: PlaceSpan): boolean =>
  DIVISIONS.has(forms[last]?.toLowerCase() ?? "") ||
  (forms[first - 1]?.toLowerCase() === "of" && DIVISIONS.has(forms[first - 2]?.toLowerCase() ?? ""));
