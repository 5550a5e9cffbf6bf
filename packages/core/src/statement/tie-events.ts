import type { Span } from "../base/span.ts";
import type { Attribution, CodedEvent, Voice } from "../model/event.ts";
import type { Statement } from "../model/statement.ts";
import type { Draft } from "./draft.ts";
import type { Quotation } from "./quotations.ts";

/** A statement with whether its content is told on the speaker's word, and as an opinion. */
export interface Told {
  readonly statement: Statement;
  readonly isTold: boolean;
  readonly isOpinion: boolean;
}

/**
 * What a clause or a quotation says is told on the speaker's word, and so is what somebody announces, reports or is accused of ("announced the arrest of"); the object of
 * "condemned the attack" or "wants the visit" is told by the text.
 */
export const isToldBy = ({ clausal, cue }: Draft, { propositions }: Statement): boolean =>
  clausal || propositions.length > 0 || (cue?.kind === "say" && cue.pos !== "a" && cue.content[0]?.[0] === "clause");

/** Ties events and statements: a statement lists the events told inside it, an event points at the innermost statement on whose word it is told. */
export function tieEvents(
  told: readonly Told[],
  events: readonly CodedEvent[],
  quotations: readonly Quotation[],
): { readonly statements: Statement[]; readonly events: CodedEvent[] } {
  const inside = ({ parts }: Statement, { start, end }: Span): boolean =>
    parts.some((part) => part.start <= start && end <= part.end);
  const statements = told.map(({ statement }) => ({
    ...statement,
    events: events.filter(({ trigger }) => inside(statement, trigger)).map(({ id }) => id),
  }));
  const tied = events.map((event): CodedEvent => {
    const [innermost] = told
      .filter(({ statement, isTold }) => isTold && inside(statement, event.trigger))
      .toSorted((a, b) => lengthOf(a) - lengthOf(b));
    if (!innermost) return event;
    const { statement, isOpinion } = innermost;
    const attribution = event.attribution ?? attributionOf(statement);
    const isQuoted = quotations.some(({ start, end }) => start <= event.trigger.start && event.trigger.end <= end);
    const voice: Voice = isQuoted ? "quote" : isOpinion ? "opinion" : "indirect";
    return { ...event, voice, attribution: attribution && { ...attribution, statement: statement.id } };
  });
  return { statements, events: tied };
}

const lengthOf = ({ statement: { content } }: Told): number => content.end - content.start;

function attributionOf({ speakers, id }: Statement): Attribution | null {
  const [speaker] = speakers;
  if (!speaker) return null;
  const { text, start, end, country, sector } = speaker;
  return { text, start, end, country, sector, statement: id };
}
