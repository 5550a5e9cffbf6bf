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
}
