import type { Codebook } from "../src/codebook/codebook.ts";
import { sentencesToCode } from "../src/event/code-events.ts";
import { ContextReader } from "../src/event/contexts.ts";
import { QuantityReader, type QuantitySubject } from "../src/event/quantities.ts";
import { nameActors } from "../src/pipeline/name-actors.ts";
import type { Linked } from "../src/model/mention.ts";
import { plainDocument } from "../src/model/plain-document.ts";
import type { EventType } from "../src/model/plover.ts";
import type { Reader } from "../src/pipeline/load-reader.ts";

/** Reads a text of paragraphs that are parted by a blank line. */
function read(text: string, codebook: Codebook, reader: Reader): Linked {
  const paragraphs = [...text.matchAll(/[^\n]+/gu)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  const parsed = reader.parse(reader.segment(plainDocument("test", text, paragraphs)));
  return nameActors(parsed, codebook, reader);
}

const typeAndMode = (act: string): { type: EventType; mode: string | null } => {
  const [type, mode] = act.split("/");
  return { type: type as EventType, mode: mode ?? null };
};

/** The contexts of an event of which the first sentence tells, between all actors of that sentence; whatever the rows of predicates know of it. */
export function contextsTold(text: string, act: string, codebook: Codebook, reader: Reader): string[] {
  const linked = read(text, codebook, reader);
  const actors = linked.actors.filter(({ sentence }) => sentence === 0);
  const event = { ...typeAndMode(act), actors: actors.slice(0, 1), recipients: actors.slice(1), sentences: [0] };
  return new ContextReader(linked.parsed, codebook.contexts).contextsOf(event);
}

/**
 * The quantities of events of which the words in brackets tell, in their order: "killed 14..14 person [14]".
 * @param acts one for each pair of brackets
 */
export function quantitiesTold(
  marked: string,
  acts: readonly string[],
  codebook: Codebook,
  reader: Reader,
): string[][] {
  const triggers = [...marked.matchAll(/\[/gu)].map(({ index }, i) => index - 2 * i);
  const text = marked.replaceAll(/[[\]]/gu, "");
  const linked = read(text, codebook, reader);
  const [sentence] = [...sentencesToCode(linked)];
  if (!sentence || triggers.length !== acts.length)
    throw new Error(`no actor, or not as many acts as brackets: ${marked}`);
  const subjects = acts.map((act, i): QuantitySubject => {
    const head = sentence.tree.sentence.tokens.findIndex(({ start }) => start === triggers[i]);
    if (head < 0) throw new Error(`no token begins at the bracket: ${marked}`);
    return { ...typeAndMode(act), act: { head, path: [], used: [] } };
  });
  const counter = new QuantityReader(codebook.quantities, codebook.language.persons.nouns);
  return counter
    .quantitiesOf(sentence.tree, subjects)
    .map((list) =>
      list.map(
        ({ kind, min, max, unit, start, end }) =>
          `${kind} ${min ?? ""}..${max ?? ""} ${unit ?? "-"} [${text.slice(start, end)}]`,
      ),
    );
}
