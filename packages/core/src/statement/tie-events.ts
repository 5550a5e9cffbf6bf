import type { Span } from "../base/span.ts";
import type { Attribution, CodedEvent } from "../model/event.ts";
import type { Statement } from "../model/statement.ts";

/** A statement with whether its content is told on the speaker's word: a clause or a quotation, not only what somebody praises or wants. */
export interface Told {
  readonly statement: Statement;
  readonly clausal: boolean;
}

/** Ties events and statements: a statement lists the events told inside it, an event points at the innermost statement on whose word it is told. */
export function tieEvents(
  told: readonly Told[],
  events: readonly CodedEvent[],
): { readonly statements: Statement[]; readonly events: CodedEvent[] } {
  const inside = ({ parts }: Statement, { start, end }: Span): boolean =>
    parts.some((part) => part.start <= start && end <= part.end);
  const statements = told.map(({ statement }) => ({
    ...statement,
    events: events.filter(({ trigger }) => inside(statement, trigger)).map(({ id }) => id),
  }));
  const tied = events.map((event): CodedEvent => {
    const [innermost] = told
      .filter(({ statement, clausal }) => clausal && inside(statement, event.trigger))
      .map(({ statement }) => statement)
      .toSorted((a, b) => a.content.end - a.content.start - (b.content.end - b.content.start));
    if (!innermost) return event;
    const attribution = event.attribution ?? attributionOf(innermost);
    return { ...event, attribution: attribution && { ...attribution, statement: innermost.id } };
  });
  return { statements, events: tied };
}

function attributionOf({ speakers, id }: Statement): Attribution | null {
  const [speaker] = speakers;
  if (!speaker) return null;
  const { text, start, end, country, sector } = speaker;
  return { text, start, end, country, sector, statement: id };
}
