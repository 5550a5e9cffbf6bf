import type { Span, TextSpan } from "../base/span.ts";
import type { ActorMention, Linked } from "./mention.ts";
import type { PlaceMention } from "./place.ts";
import type { EventType, Quad, Sector } from "./plover.ts";
import type { Statement } from "./statement.ts";
import type { EventDate, TimeMention } from "./time.ts";

export type EventStatus = "actual" | "planned" | "hypothetical" | "negated" | "historical";
export type Voice = "report" | "quote" | "indirect" | "opinion";

/** On whose word an event is reported. */
export interface Attribution extends TextSpan {
  /** Id of the statement that the event stands in; null: it is no part of one. */
  readonly statement: string | null;
  readonly country: string | null;
  readonly sector: Sector | null;
}

/**
 * How many or how much, as the text says it: "forty" is 40 to 40, "at least 40" 40 to null, "up to 40" null to 40, "dozens" 24 to null. "About 40" and "nearly 40"
 * are 40 to 40. The span covers the number with the words that qualify it, and its currency; not the noun that is counted.
 */
export interface Quantity extends Span {
  /** What is counted, as `quantity-kinds.tsv` names it: "killed", "troops", "money". */
  readonly kind: string;
  readonly min: number | null;
  readonly max: number | null;
  /** The currency of money (ISO 4217), of anything else the noun that is counted, in the singular; null: the text has none. */
  readonly unit: string | null;
}

/** Who did what to whom, with the words that say so. Joint events list all sides in `actors` and have no recipients. */
export interface CodedEvent {
  readonly id: string;
  readonly type: EventType;
  readonly mode: string | null;
  /** PLOVER contexts, in the order of the alphabet. */
  readonly contexts: readonly string[];
  readonly status: EventStatus;
  readonly actors: readonly ActorMention[];
  readonly recipients: readonly ActorMention[];
  readonly trigger: TextSpan;
  /** Index of the sentence that tells it. */
  readonly sentence: number;
  /** Further tellings of the same happening in the same document. */
  readonly also: readonly { readonly trigger: TextSpan; readonly sentence: number }[];
  readonly date: EventDate | null;
  /** Where the text says that it was; null: it does not say. */
  readonly place: PlaceMention | null;
  readonly attribution: Attribution | null;
  readonly voice: Voice;
  /** In text order. */
  readonly quantities: readonly Quantity[];
  /** PLOVER intensity, -10..10. */
  readonly score: number;
  readonly quad: Quad;
  /** CAMEO code, text ("040"); null: none corresponds. */
  readonly cameo: string | null;
  /** Goldstein value of the CAMEO code; null: none is published. */
  readonly goldstein: number | null;
  /** 0..1 */
  readonly confidence: number;
  /** Id of the codebook row that coded it. */
  readonly rule: string;
}

/** A document with its events and statements, each in text order: the end of the way. */
export interface Coded {
  readonly kind: "coded";
  readonly linked: Linked;
  /** Every expression of time, in text order, whether an event uses it or not. */
  readonly times: readonly TimeMention[];
  /** Every name of a place, in text order, whether an event uses it or not. */
  readonly places: readonly PlaceMention[];
  readonly events: readonly CodedEvent[];
  readonly statements: readonly Statement[];
}
