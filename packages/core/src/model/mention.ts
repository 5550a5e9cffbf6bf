import type { TextSpan } from "../base/span.ts";
import type { Parsed } from "./parsed.ts";
import type { Sector } from "./plover.ts";

/** How it was found out who a mention stands for. */
export type ResolutionKind = "name" | "office" | "description" | "acronym" | "coreference" | "metonym";

/** What sort of thing the words name: one human, several, a state, an institution, something that belongs to an actor, or people by their place. */
export type ActorSort = "person" | "people" | "state" | "organisation" | "thing" | "place";

/** A political actor that the text mentions, and who it is. */
export interface ActorMention extends TextSpan {
  /** Index of its sentence. */
  readonly sentence: number;
  /** Index of the token, in its sentence, by which the tree holds the words: the noun or the first word of the name. */
  readonly head: number;
  /** Common name of the actor ("Pakistan"); where nobody knows it, the words themselves. */
  readonly name: string;
  /**
   * Stable id of the actor: a state's alpha-3 code, the id of a row of the codebook, or for an office or body of a state its code and the role
   * ("PAK.prime-minister"). null: nobody that the codebook knows.
   */
  readonly entity: string | null;
  /** ISO 3166-1 alpha-3 (Kosovo: XKX), or null for actors that belong to no state, or to one that the text does not tell. */
  readonly country: string | null;
  /** PLOVER sector code; null: the state as such. */
  readonly sector: Sector | null;
  readonly how: ResolutionKind;
  /** 0..1 */
  readonly confidence: number;
  /** The codes or ids that the words could mean, where they could mean several. */
  readonly candidates: readonly string[];
  readonly sort: ActorSort;
  readonly gender: "m" | "f" | null;
  readonly plural: boolean;
  /** The role by which it is called, as `roles.tsv` has it ("prime minister"); null: by name. */
  readonly role: string | null;
  /** The words that the mention takes its identity from, where it was found by coreference; null: it speaks for itself. */
  readonly antecedent: TextSpan | null;
}

/** A parsed document with the actors marked that names and descriptions tell, in text order. */
export interface Mentioned {
  readonly kind: "mentioned";
  readonly parsed: Parsed;
  readonly actors: readonly ActorMention[];
  /** Names of states and the like that only tell where something is ("arrived in Ankara"): no actors, but a visit has a host. */
  readonly places: readonly ActorMention[];
}

/** One mention of a chain: where it stands, and the token that heads it. */
export interface ChainMention extends TextSpan {
  readonly sentence: number;
  readonly head: number;
  /** It stands for several that are joined ("A and B"), the first of which has the same head. */
  readonly joined: boolean;
}

/** The mentions of one thing in a document, in text order; at least two. */
export type Chain = readonly ChainMention[];

/** A document whose pronouns and descriptions are tied to what they stand for. */
export interface Linked {
  readonly kind: "linked";
  readonly parsed: Parsed;
  /** All of `Mentioned`, better known where a chain tells more, and those that only coreference tells; in text order. A mention of several actors ("both sides") has one entry for each. */
  readonly actors: readonly ActorMention[];
  readonly places: readonly ActorMention[];
  readonly chains: readonly Chain[];
}
