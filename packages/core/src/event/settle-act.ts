/**
 * What an act amounts to once it is known whether it happened. In: the act, its standing, who says it. Out: type, mode, status, or null for no event.
 * Source: plover.md, sections 2 and 3 ("Reduction"), with the conventions of the contract: an announced meeting and a promised cooperation are AGREE.
 */
import type { EventStatus } from "../model/event.ts";
import type { ActorMention } from "../model/mention.ts";
import type { EventType } from "../model/plover.ts";
import type { Act } from "./act.ts";
import { demandMode, threatMode } from "./compose-act.ts";
import { isSame } from "./participants.ts";
import type { Standing } from "./status-of.ts";

export interface Settled {
  readonly type: EventType;
  readonly mode: string | null;
  readonly status: EventStatus;
}

const PROMISED: ReadonlySet<EventType> = new Set(["CONSULT", "COOPERATE", "AID", "SUPPORT", "AGREE"]);

const YIELDED: ReadonlySet<EventType> = new Set(["RETREAT", "CONCEDE"]);
/** What is a threat where "unless" follows. */
const THREATS: ReadonlySet<EventType> = new Set([
  "ASSAULT",
  "COERCE",
  "SANCTION",
  "PROTEST",
  "MOBILIZE",
  "RETREAT",
  "REJECT",
]);

/** @param speaker who says the clause in which the act stands; empty: the text itself */
export function settleAct(act: Act, standing: Standing, speaker: readonly ActorMention[]): Settled {
  const status = worse(act.status, standing.status);
  const plain = { type: act.type, mode: act.mode, status };
  // "We will not leave": what one will not do, one refuses.
  if (standing.refusal && act.actors.length > 0 && (PROMISED.has(act.type) || YIELDED.has(act.type)))
    return { type: "REJECT", mode: demandMode(act), status: "actual" };
  if (status !== "planned") return plain;
  if (standing.ultimatum && THREATS.has(act.type)) return { type: "THREATEN", mode: threatMode(act), status: "actual" };
  if (PROMISED.has(act.type)) return { type: "AGREE", mode: null, status: "actual" };
  if (act.type === "RETREAT") return { type: "CONCEDE", mode: null, status: "actual" };
  if (act.type === "CONCEDE" || act.type === "REJECT" || act.type === "THREATEN") return { ...plain, status: "actual" };
  // "We will strike": who says so of himself threatens.
  const ofItself = act.actors.some((actor) =>
    speaker.some((one) => isSame(one, actor) || (one.country !== null && one.country === actor.country)),
  );
  if (!ofItself) return plain;
  if (act.type === "ASSAULT") return { type: "THREATEN", mode: "violence", status: "actual" };
  if (act.type === "PROTEST") return { type: "THREATEN", mode: "restrict", status: "actual" };
  if (act.type === "SANCTION" && standing.conditional) return { type: "THREATEN", mode: "relations", status: "actual" };
  if (act.type === "SANCTION") return { ...plain, status: "actual" };
  return plain;
}

const ORDER: readonly EventStatus[] = ["actual", "historical", "planned", "hypothetical", "negated"];
const worse = (a: EventStatus | null, b: EventStatus): EventStatus =>
  a !== null && ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
