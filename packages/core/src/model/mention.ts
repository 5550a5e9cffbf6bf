import type { TextSpan } from "../base/span.ts";
import type { Sector } from "./plover.ts";
import type { Segmented } from "./segmented.ts";

/** How it was found out who a mention stands for. */
export type ResolutionKind = "name" | "office" | "description" | "acronym" | "coreference" | "metonym";

/** A political actor that the text mentions, and who it is. */
export interface ActorMention extends TextSpan {
  /** Index of its sentence. */
  readonly sentence: number;
  /** Common name of the actor ("Pakistan"). */
  readonly name: string;
  /** Stable id of the actor; null: no id. A state's id is its alpha-3 code. */
  readonly entity: string | null;
  /** ISO 3166-1 alpha-3 (Kosovo: XKX), or null for actors that belong to no state. */
  readonly country: string | null;
  /** PLOVER sector code; null: the state as such. */
  readonly sector: Sector | null;
  readonly how: ResolutionKind;
  /** 0..1 */
  readonly confidence: number;
  /** The country codes that the words could mean, where they could mean several. */
  readonly candidates: readonly string[];
}

/** A segmented document with its actors marked, in text order. */
export interface Mentioned {
  readonly kind: "mentioned";
  readonly segmented: Segmented;
  readonly actors: readonly ActorMention[];
}
