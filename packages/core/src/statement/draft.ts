import type { Span } from "../base/span.ts";
import type { Cue } from "../codebook/statements/cues.ts";
import type { ActorMention } from "../model/mention.ts";
import type { SpeechTree } from "./speech-tree.ts";

/** A statement while it is put together. */
export interface Draft {
  readonly speech: SpeechTree;
  readonly cue: Cue | null;
  /** Token of the cue. */
  readonly head: number;
  readonly cueSpan: Span | null;
  readonly speaker: Span | null;
  readonly actors: readonly ActorMention[];
  readonly addressees: readonly ActorMention[];
  /** Ranges of what is said, in text order; may still hold cue and speaker. */
  readonly content: readonly Span[];
  /** The content is a clause or a quotation, not only what it is about. */
  readonly clausal: boolean;
}
