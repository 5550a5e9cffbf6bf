import type { EventStatus } from "../model/event.ts";
import type { ActorMention } from "../model/mention.ts";
import type { EventType } from "../model/plover.ts";
import type { Row } from "./match-row.ts";

/** What a clause or noun tells, before it is settled whether it happened. */
export interface Act {
  readonly type: EventType;
  readonly mode: string | null;
  readonly actors: readonly ActorMention[];
  readonly recipients: readonly ActorMention[];
  /** Token of the word that tells it. */
  readonly head: number;
  /** Token of the words that show it, where they stand elsewhere ("said that it [undermines]"); null: the head. */
  readonly shown: number | null;
  /** The row that coded it; of a composed act the outermost. */
  readonly row: Row;
  /** Rows from the outermost in, for explanations. */
  readonly path: readonly { readonly row: Row; readonly head: number }[];
  /** Tokens of the acts that went into it and are no events of their own. */
  readonly used: readonly number[];
  /** What an operator says of it ("plans to", "hopes to"); null: nothing. */
  readonly status: EventStatus | null;
  /** Who acts is named as such, not only by a phrase that may mean somebody else ("the withdrawal [of forces]"). */
  readonly owned: boolean;
  /** Each of the actors does it to or with the others. */
  readonly joint: boolean;
}
