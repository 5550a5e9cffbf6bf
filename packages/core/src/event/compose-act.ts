/**
 * What becomes of an act under a word that takes it: "agree to [visit]" is AGREE, "refuse to [visit]" REJECT/meet, "threaten to [attack]" THREATEN/violence.
 * In: the word's row and frame, the act that it takes or null. Out: an act or null. The rules are those of PLOVER 2.0 (manual, sections 2 and 3).
 */
import type { Operator } from "../codebook/events/operators.ts";
import type { ActorMention } from "../model/mention.ts";
import type { EventType } from "../model/plover.ts";
import type { Act } from "./act.ts";
import { phraseActors, roleActors, unique, without } from "./participants.ts";
import type { Frame } from "./tree/frame.ts";
import { surfaceSubject } from "./tree/arguments.ts";

const COOPERATIVE: ReadonlySet<EventType> = new Set(["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"]);
const YIELDING: ReadonlySet<EventType> = new Set(["CONCEDE", "RETREAT"]);
const FORCE: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION"]);

export function composeAct(operator: Operator, frame: Frame, inner: Act | null): Act | null {
  if (inner === null && operator.needsAct) return null;
  const subjects = roleActors(frame, operator.actor);
  // "Talks between Iran and Iraq collapsed": who takes part in what the subject names.
  const actors = subjects.length > 0 || !inner || !operator.on.includes("subj") ? subjects : inner.actors;
  const named = roleActors(frame, operator.recipient);
  const others = named.length > 0 ? named : innerParties(operator, frame, inner);
  const base = {
    head: frame.head,
    row: operator,
    path: [{ row: operator, head: frame.head }, ...(inner?.path ?? [])],
    used: inner ? [...inner.used, inner.head] : [],
    status: null,
    joint: false,
  };
  const event = (type: EventType, mode: string | null = null): Act => ({
    ...base,
    type,
    mode,
    actors,
    recipients: without(others, actors),
    joint: inner?.joint ?? false,
  });
  /** The act itself, told by the noun or clause, with the operator's subject where it has none. */
  const passOn = (status: Act["status"] = null): Act | null =>
    inner && {
      ...inner,
      row: inner.row,
      path: base.path,
      used: [...inner.used, frame.head],
      actors: inner.joint
        ? unique([...actors, ...inner.actors])
        : inner.actors.length > 0
          ? inner.actors
          : without(actors, inner.recipients),
      status: status ?? inner.status,
    };
  switch (operator.effect) {
    case "do":
      return passOn();
    case "cause":
      return (
        inner && {
          ...inner,
          path: base.path,
          used: [...inner.used, frame.head],
          actors: actors.length > 0 ? actors : inner.actors,
        }
      );
    case "plan":
      return passOn("planned");
    case "hope":
      return passOn("hypothetical");
    case "fail":
      return inner && COOPERATIVE.has(inner.type) && inner.type !== "AID"
        ? { ...event("REJECT"), actors: unique([...actors, ...inner.actors]) }
        : passOn("negated");
    case "none":
      return passOn("negated");
    case "deny":
      return event("REJECT");
    case "agree":
      return event(inner && YIELDING.has(inner.type) && inner.mode !== "access" ? "CONCEDE" : "AGREE");
    case "promise":
      if (inner?.type === "THREATEN" || (inner && FORCE.has(inner.type))) return event("THREATEN", threatMode(inner));
      return event(inner && YIELDING.has(inner.type) && inner.mode !== "access" ? "CONCEDE" : "AGREE");
    case "threaten":
      return event("THREATEN", threatMode(inner));
    case "refuse":
      return event("REJECT", demandMode(inner));
    case "request":
      return event("REQUEST", demandMode(inner) ?? "change");
    case "accuse":
      return event("ACCUSE", "allege");
    case "cancel":
      return inner && (inner.type === "CONSULT" || inner.type === "AGREE")
        ? event("REJECT", "meet")
        : inner && ended(inner, event);
    case "end":
      if (inner?.mode === "visit") return passOn();
      return inner && ended(inner, event);
    case "prevent":
      return inner && (inner.type === "PROTEST" || inner.type === "RETREAT" || inner.type === "CONSULT")
        ? event("COERCE", "restrict")
        : passOn("negated");
    case "allow":
      return event("CONCEDE");
  }
}

/** A cooperation ended is a sanction, a sanction lifted a concession, fighting stopped a retreat. */
const ENDED: Partial<Record<EventType, readonly [type: EventType, mode: string | null]>> = {
  ...fill(["COOPERATE", "AID", "SUPPORT", "AGREE", "CONSULT"], ["SANCTION", "discontinue"] as const),
  ...fill(["SANCTION", "COERCE", "REJECT", "PROTEST"], ["CONCEDE", null] as const),
  ASSAULT: ["RETREAT", "ceasefire"],
  MOBILIZE: ["RETREAT", "withdraw"],
};

function ended(inner: Act, event: (type: EventType, mode?: string | null) => Act): Act | null {
  const what = ENDED[inner.type];
  return what ? event(...what) : null;
}

/** Whom an act concerns that names nobody itself: whom the act that it takes concerns, or who is asked to do it. */
function innerParties(operator: Operator, frame: Frame, inner: Act | null): ActorMention[] {
  const { tree } = frame;
  // Who is accused or asked is who does the act, not whom it hits.
  if (inner && (operator.effect === "accuse" || operator.effect === "request") && inner.actors.length > 0)
    return [...inner.actors];
  if (inner) return unique([...inner.recipients, ...inner.actors]);
  if (!operator.on.includes("comp")) return [];
  // "Demanded that [Greece] open the border": an act that no row knows, but who shall do it is named.
  return unique(
    frame.slot("comp").flatMap((clause) => surfaceSubject(tree, clause).flatMap((token) => phraseActors(tree, token))),
  );
}

/** Which mode of REQUEST and REJECT: what is asked for or refused. */
const DEMANDED: Partial<Record<EventType, string>> = {
  CONSULT: "meet",
  ...fill(["AID", "COOPERATE", "SUPPORT", "AGREE"], "assist"),
  ...fill(["RETREAT", "CONCEDE"], "yield"),
};
const demandMode = (inner: Act | null): string | null => (inner ? (DEMANDED[inner.type] ?? "change") : null);

/** Which mode of THREATEN: what is threatened. */
function threatMode(inner: Act | null): string | null {
  if (inner?.type === "COERCE") return inner.mode === "arrest" ? "arrest" : "restrict";
  if (inner?.type === "SANCTION")
    return inner.mode === "expel" ? "expel" : inner.mode === "convict" ? "arrest" : "relations";
  if (inner?.type === "THREATEN") return inner.mode;
  return inner ? (THREATENED[inner.type] ?? null) : null;
}
const THREATENED: Partial<Record<EventType, string>> = {
  ...fill(["ASSAULT", "MOBILIZE"], "violence"),
  PROTEST: "restrict",
  REJECT: "relations",
};

/** The same value for several types. */
function fill<V>(types: readonly EventType[], value: V): Partial<Record<EventType, V>> {
  return Object.fromEntries(types.map((type) => [type, value]));
}
