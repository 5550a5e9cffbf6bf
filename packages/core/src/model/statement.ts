import type { Span, TextSpan } from "../base/span.ts";
import type { ActorMention } from "./mention.ts";
import type { Sector } from "./plover.ts";

/** Whoever says, thinks or wants something: the whole noun phrase, and who that is. */
export interface Speaker extends TextSpan {
  /** Common name of the actor; where nobody knows it, the words themselves. */
  readonly name: string;
  readonly entity: string | null;
  readonly country: string | null;
  readonly sector: Sector | null;
}

/** How the speaker stands to somebody. `neutral`: nothing speaks for or against; `unclear`: both do. */
export type StanceTo = "support" | "oppose" | "neutral" | "unclear";

/** Somebody whom what is said concerns, with the words that show the stance (where none do, those that name the actor). */
export interface About extends Span {
  readonly entity: string | null;
  readonly country: string | null;
  readonly stance: StanceTo;
}

/** How a proposition is meant: as fact, as still to come, as possible, as what ought to be or is wanted. */
export type Force = "fact" | "future" | "possible" | "duty";

/** One clause of what is said, in a form that other wordings can be compared with: no tense, no voice, actors by who they are. */
export interface Proposition extends Span {
  /** The lemma of the word that heads it, with its particle ("pull out"). */
  readonly head: string;
  /** Content words in text order, each once: lemmas, numbers in digits, "@PAK" for an actor of a state, and "@" with the id of one that is a person or belongs to none. */
  readonly words: readonly string[];
  /** Those of the words that are negated, an even number of times being none. */
  readonly negated: readonly string[];
  /** "strike<@IND": does it; "strike>@PAK:abdullah": a person of Pakistan, to whom it is done. */
  readonly roles: readonly string[];
  readonly force: Force;
  /** Its own words tell of whom or what it speaks: "Togo has struck", not "striking". */
  readonly whole: boolean;
  /** Its subject is a pronoun of which nobody knows whom it means. */
  readonly open: boolean;
  /** Depends on an "if" or "unless" of its own. */
  readonly conditional: boolean;
}

/** Who said, thought or wanted what, of whom. */
export interface Statement {
  readonly id: string;
  /** All who speak, the first of them foremost; empty: the text names nobody. */
  readonly speakers: readonly Speaker[];
  /** The words that report it; null: it stands without ("Moscow: we are ready"). */
  readonly cue: TextSpan | null;
  /** From the first to the last word said. */
  readonly content: TextSpan;
  /** The ranges of `content` without cue and speaker, in text order. */
  readonly parts: readonly Span[];
  readonly kind: "direct" | "indirect" | "mixed";
  readonly addressees: readonly ActorMention[];
  readonly about: readonly About[];
  /** Ids of the events told inside the content. */
  readonly events: readonly string[];
  /** Id of the row of `cues.tsv` that tells it; null: none does. */
  readonly rule: string | null;
  /** The speaker says that it is not so. */
  readonly denies: boolean;
  /** What is claimed, a clause each; empty where nothing is: a wish, a question, what somebody praises. */
  readonly propositions: readonly Proposition[];
}
