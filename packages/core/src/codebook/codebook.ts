/**
 * The codebook: what an analyst knows, compiled from the tables of `codebook/`.
 * In: the tables' contents by path below that folder, and the tokenizer that cuts the text (so that names and text are cut alike).
 * Out: Codebook, which is only read. Errors: ComityError "codebook-table" with file, line and column.
 */
import { ComityError } from "../base/comity-error.ts";
import { contentId } from "../base/hash.ts";
import { ACTOR_FILES, compileActors, type Actors, type OwnTable } from "./actors/actors.ts";
import { compileBaselinePredicates, type BaselinePredicates } from "./baseline-predicates.ts";
import { compileContexts, CONTEXT_FILES, type ContextTables } from "./events/contexts.ts";
import { compileEventRows, EVENT_FILES, type EventRows } from "./events/event-rows.ts";
import { compileQuantities, QUANTITY_FILES, type QuantityTables } from "./events/quantities.ts";
import { compileLanguage, LANGUAGE_FILES, type LanguageTables } from "./language.ts";
import { compileCues, CUE_FILE, type Cues } from "./statements/cues.ts";
import { compileStances, STANCE_FILE, type StanceWords } from "./statements/stances.ts";
import { compileOntology, type Ontology } from "./ontology.ts";
import { compilePlaces, PLACE_FILES, type PlaceTables } from "./places.ts";
import { compileTimes, TIME_FILES, type TimeTables } from "./times.ts";
import type { TokenizeWords } from "./tokenize-words.ts";

export interface Codebook {
  /** Made from the tables' contents: the same tables, the same version. */
  readonly version: string;
  readonly actors: Actors;
  readonly ontology: Ontology;
  readonly baseline: BaselinePredicates;
  /** What tells an event, for the coder that reads trees. */
  readonly events: EventRows;
  /** What speaks for the contexts of an event. */
  readonly contexts: ContextTables;
  /** What is counted in an event, and what its words make of the counted. */
  readonly quantities: QuantityTables;
  /** Words that tell that somebody says, thinks or wants something. */
  readonly cues: Cues;
  /** Words that show how a speaker stands to those of whom he speaks. */
  readonly stances: StanceWords;
  /** What the reader of English knows of words and titles. */
  readonly language: LanguageTables;
  /** Names of places that the gazetteer lacks, and what is greater or smaller than a town. */
  readonly places: PlaceTables;
  /** The words of dates and times. */
  readonly times: TimeTables;
}

/** The tables that the coder needs, as paths below the codebook's folder. */
export const CODEBOOK_FILES = [
  ...ACTOR_FILES,
  "events/baseline.tsv",
  ...CONTEXT_FILES,
  ...EVENT_FILES,
  ...QUANTITY_FILES,
  ...LANGUAGE_FILES,
  CUE_FILE,
  STANCE_FILE,
  "ontology/cameo2plover-suggested.tsv",
  "ontology/cameo2plover.tsv",
  "ontology/goldstein.tsv",
  "ontology/plover-modes.tsv",
  "ontology/plover-scores.tsv",
  ...PLACE_FILES,
  ...TIME_FILES,
] as const;

/**
 * @param own a user's tables of actors, in the columns of ours; later ones win
 * @param ownEvents a user's tables of predicates and operators
 */
export function compileCodebook(
  files: ReadonlyMap<string, string>,
  words: TokenizeWords,
  own: readonly OwnTable[] = [],
  ownEvents: readonly OwnTable[] = [],
): Codebook {
  const table = (file: (typeof CODEBOOK_FILES)[number]): string => {
    const content = files.get(file);
    if (content === undefined) {
      throw new ComityError("codebook-missing", `the codebook has no ${file}`, `give a folder that holds ${CODEBOOK_FILES.join(", ")}`);
    }
    return content;
  };
  const ontology = compileOntology({
    modes: table("ontology/plover-modes.tsv"),
    scores: table("ontology/plover-scores.tsv"),
    cameo: table("ontology/cameo2plover.tsv"),
    cameoSuggested: table("ontology/cameo2plover-suggested.tsv"),
    goldstein: table("ontology/goldstein.tsv"),
  });
  let version: string | null = null;
  const actors = compileActors(table, words, own);
  return {
    // Only where it is asked for: to hash megabytes of tables takes a tenth of the time that it takes to compile them.
    get version() {
      return (version ??= contentId(...CODEBOOK_FILES.map(table), ...[...own, ...ownEvents].map(({ content }) => content)));
    },
    actors,
    ontology,
    baseline: compileBaselinePredicates(table("events/baseline.tsv"), ontology, words),
    events: compileEventRows(table, ontology, ownEvents),
    contexts: compileContexts(table, ontology, words),
    quantities: compileQuantities(table, ontology),
    cues: compileCues(table(CUE_FILE)),
    stances: compileStances(table(STANCE_FILE)),
    language: compileLanguage(table),
    places: compilePlaces(table, actors.countries),
    times: compileTimes(table),
  };
}
