/** Where in a sentence a name of a place stands. In: the sentence, the names that are known. Out: ranges with all that they can mean, in text order, without overlap. */
import type { PlaceCandidate, PlaceNames } from "../../codebook/place-names.ts";
import type { Name } from "../../model/parsed.ts";
import { headOf, LOCATIVE, prepositionOf, REACHING, type PlaceView, type Range } from "./place-view.ts";

export interface PlaceSpan extends Range {
  readonly head: number;
  readonly candidates: readonly PlaceCandidate[];
}

/** Tokens of the longest name of a place ("Democratic Republic of the Congo", "Trinidad and Tobago"). */
const LONGEST = 7;
const CAPITAL = /^(?:(?:al|el|ash|an|ad|ar|as|at|az|l)-)?[\p{Lu}]/u;

export function findSpans(view: PlaceView, places: PlaceNames): PlaceSpan[] {
  const found: PlaceSpan[] = [];
  for (let first = 0; first < view.forms.length;) {
    const span = CAPITAL.test(view.forms[first] ?? "") ? longestAt(view, first, places) : null;
    if (span) found.push(span);
    first = span?.last ?? first + 1;
  }
  return found;
}

function longestAt(view: PlaceView, first: number, places: PlaceNames): PlaceSpan | null {
  let best: PlaceSpan | null = null;
  let name = "";
  for (let i = first; i < Math.min(view.forms.length, first + LONGEST); i += 1) {
    const form = view.forms[i] ?? "";
    if (!/^[\p{L}\p{N}.'’ʻ-]+$/u.test(form)) break;
    const glued = i > first && view.sentence.tokens[i]?.start === view.sentence.tokens[i - 1]?.end;
    name += (i > first && !glued ? " " : "") + form;
    if (!/\p{L}/u.test(form) || (!CAPITAL.test(form) && !glued && !(i > first && LANDFORMS.has(form)))) continue;
    const range = { first, last: i + 1 };
    const candidates = places.candidates(name);
    if (candidates.length === 0 || view.forms.slice(first, i + 1).every((one) => isPart(one.toLowerCase()))) continue;
    const kept = candidates.filter((candidate) => stands(view, range, candidate, places, places.isWord(name)));
    if (kept.length > 0) best = { ...range, head: headOf(view, range), candidates: kept };
  }
  return best;
}

/** Words of small letters that belong to a name: "the Galwan [valley]". */
const LANDFORMS = new Set(["basin", "desert", "heights", "pass", "peninsula", "plateau", "river", "sea", "valley"]);
/** Words that may follow a place's name inside of a longer name of a place. */
const SORTS = new Set(
  "airport area border camp city corridor county department desert district governorate harbour harbor international island islands metropolitan municipality neighborhood neighbourhood oblast peninsula port prefecture province region regional state states strip suburb territory town village".split(
    " ",
  ),
);
/** Words that may stand before it. */
const PARTS = new Set(
  "central downtown east eastern greater inner lower mainland north northeast northeastern northern northwest northwestern outer south southeast southeastern southern southwest southwestern upper west western".split(
    " ",
  ),
);

const isPart = (form: string): boolean => PARTS.has(form) || SORTS.has(form) || HOUSES.has(form);

/** Beginnings of longer names of places. */
const BEGINNINGS = new Set([
  "New",
  "Fort",
  "Port",
  "Lake",
  "Mount",
  "San",
  "Santa",
  "Saint",
  "St.",
  "El",
  "Los",
  "Las",
  "Camp",
  "Cape",
]);
/** Behind these stands no person. */
const STRICT = new Set(["in", "at", "near", "outside", "inside", "within", "across", "throughout"]);
/** Houses that are named after where they stand. */
const HOUSES = new Set(
  "airport airbase barracks base cathedral church clinic college court embassy hospital jail mosque palace port prison refinery school stadium station university".split(
    " ",
  ),
);

/** Whether a place can be meant by the words. */
function stands(view: PlaceView, range: Range, candidate: PlaceCandidate, places: PlaceNames, word: boolean): boolean {
  const around = view.names.find((name) => name.first < range.last && range.first < name.last);
  const head = headOf(view, range);
  const local = LOCATIVE.has(prepositionOf(view, head) ?? "");
  const known = candidate.place.precision === "country" || candidate.kind === "label" || candidate.population >= 15_000;
  if (!around) {
    if (
      word ||
      !isProper(view, range) ||
      hasNameBeside(view, range) ||
      BEGINNINGS.has(view.forms[range.first - 1] ?? "")
    )
      return false;
    return (
      candidate.place.precision === "country" ||
      (candidate.kind === "label" && candidate.place.precision === "region") ||
      (local && known)
    );
  }
  const exact = around.first === range.first && around.last === range.last;
  switch (around.kind) {
    case "PER":
      // "At President Obama": no town in Japan.
      return (
        exact &&
        !word &&
        around.title === null &&
        (STRICT.has(prepositionOf(view, head) ?? "") || (known && isGoal(view, head)))
      );
    case "ORG":
      return (
        (exact && !word && known && (local || isGoal(view, head))) ||
        isSeated(view, range, around, candidate, places) ||
        (view.forms[range.first - 1] === "in" && range.first > around.first && range.last === around.last)
      );
    case "LOC":
      return (exact && !(word && view.words[head]?.upos !== "PROPN")) || isWithin(view, range, around);
  }
}

/** "Visited [Kyiv]", "shelled [Kherson]": a name that the parser takes for a person's. A place of some size is meant, since people are not shelled by their surname alone. */
function isGoal({ words, forms }: PlaceView, head: number): boolean {
  const { relation, head: above = -1 } = words[head] ?? {};
  const verb = words[above]?.lemma ?? "";
  return (
    relation === "obj" &&
    (REACHING.has(verb) || SHELLING.has(verb)) &&
    !/^(?:Mr|Mrs|Ms|Dr)\.?$/u.test(forms[head - 1] ?? "")
  );
}

/** Of the verbs that take a place those that no person is the object of. */
const SHELLING = new Set([
  "bomb",
  "bombard",
  "encircle",
  "overrun",
  "pound",
  "raid",
  "recapture",
  "retake",
  "shell",
  "storm",
]);

/** "At the University of [Karachi]", "outside [Mosul] General Hospital": where a house stands that a town gives its name. */
function isSeated(view: PlaceView, range: Range, around: Name, { place }: PlaceCandidate, places: PlaceNames): boolean {
  if (range.first < around.first || range.last > around.last || place.precision !== "city") return false;
  if (!view.forms.slice(around.first, around.last).some((form) => HOUSES.has(form.toLowerCase()))) return false;
  // "At Columbia University in New York": the house only bears the name of a place.
  if (range.first === around.first && isCityBehind(view, around.last, places)) return false;
  const edge = range.first === around.first || (range.last === around.last && view.forms[range.first - 1] === "of");
  return edge && STRICT.has(prepositionOf(view, headOf(view, { first: around.first, last: around.last })) ?? "");
}

/** "In [New York]", ", [Boston]"; a country behind a house says where its town is. */
function isCityBehind({ forms }: PlaceView, at: number, places: PlaceNames): boolean {
  if (forms[at] !== "in" && forms[at] !== ",") return false;
  const found = [2, 1]
    .map((length) => places.candidates(forms.slice(at + 1, at + 1 + length).join(" ")))
    .find((all) => all.length > 0);
  return (
    found?.some(({ place }) => place.precision === "city") === true &&
    found.every(({ place }) => place.precision !== "country")
  );
}

/** "[Kandahar] province", "northern [Iraq]", "Pandi, [Bulacan]"; but not "Gulf of [Mexico]", "Fort [Worth]". */
function isWithin(view: PlaceView, range: Range, around: Name): boolean {
  // A name of the tables that is longer than the parser's.
  if (range.first <= around.first && range.last >= around.last) return isProper(view, range);
  if (range.first < around.first || range.last > around.last) return false;
  const fits = (from: number, to: number, words: ReadonlySet<string>): boolean => {
    for (let i = from; i < to; i += 1) {
      const form = view.forms[i]?.toLowerCase() ?? "";
      if (form === "," || form === "(" || form === ")" || form === "/" || form === "-") return true;
      if (!words.has(form)) return false;
    }
    return true;
  };
  return (
    fits(range.last, around.last, SORTS) &&
    (fits(around.first, range.first, PARTS) || /^(?:,|in)$/u.test(view.forms[range.first - 1] ?? ""))
  );
}

const isProper = ({ words, forms }: PlaceView, { first, last }: Range): boolean =>
  words
    .slice(first, last)
    .every(({ upos }, i) => upos === "PROPN" || upos === "PUNCT" || !CAPITAL.test(forms[first + i] ?? "")) ||
  (last - first > 1 && words.slice(first, last).some(({ upos }) => upos === "PROPN"));

/** "Kansas City [Southern]", "Mr. [Sydney]": a proper noun beside it that belongs to it. */
function hasNameBeside({ words }: PlaceView, { first, last }: Range): boolean {
  const inner = (at: number): boolean => at >= first && at < last;
  return [first - 1, last].some((at) => {
    const word = words[at];
    if (word?.upos !== "PROPN") return false;
    return inner(word.head)
      ? /^(?:flat|compound)/u.test(word.relation)
      : words.slice(first, last).some((own) => own.head === at && /^(?:flat|compound)/u.test(own.relation));
  });
}
