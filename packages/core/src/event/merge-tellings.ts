/**
 * One happening told several times in a document is one event. In: tellings in text order. Out: events; the first telling in the body speaks, the others stand in `also`.
 */
import { contentId } from "../base/hash.ts";
import type { Codebook } from "../codebook/codebook.ts";
import type { Document } from "../model/document.ts";
import type { CodedEvent, Quantity } from "../model/event.ts";
import { QUAD_OF } from "../model/plover.ts";
import type { Telling } from "./code-sentence.ts";
import type { ContextReader } from "./contexts.ts";
import { confidenceOf } from "./confidence.ts";
import { areApart, eventDate } from "./event-date.ts";
import type { PlacedTelling } from "./place-tellings.ts";
import { sideKey } from "./same-happening.ts";

/** What is known of events beside what a telling has. */
interface Besides {
  readonly quantities: ReadonlyMap<PlacedTelling, readonly Quantity[]>;
  readonly contexts: ContextReader;
}

export function mergeTellings(
  tellings: readonly PlacedTelling[],
  document: Document,
  codebook: Codebook,
  { quantities, contexts }: Besides,
): CodedEvent[] {
  const mains: { main: PlacedTelling; also: PlacedTelling[] }[] = [];
  for (const telling of [...tellings.filter(({ body }) => body), ...tellings.filter(({ body }) => !body)]) {
    const known = mains.find(({ main }) => isSameHappening(main, telling));
    if (known) known.also.push(telling);
    else mains.push({ main: telling, also: [] });
  }
  // A clause with its own verb tells more of a happening than a noun ("visited ... from June 9" before "the recent visit").
  for (const group of mains) {
    const verb =
      group.main.body && !group.main.finite ? group.also.findIndex((telling) => telling.body && telling.finite) : -1;
    const [told] = verb >= 0 ? group.also.splice(verb, 1) : [];
    if (!told) continue;
    group.also.unshift(group.main);
    group.main = told;
  }
  const ordinals = new Map<string, number>();
  return mains
    .toSorted((a, b) => a.main.trigger.start - b.main.trigger.start)
    .map(({ main, also }) => {
      const identity = [document.sha256, "event", main.type, main.trigger.start, main.trigger.end];
      const ordinal = ordinals.get(identity.join("\t")) ?? 0;
      ordinals.set(identity.join("\t"), ordinal + 1);
      const { score, cameo, goldstein } = codebook.ontology.intensity(main.type, main.mode);
      return {
        id: contentId(...identity, ordinal),
        type: main.type,
        mode: main.mode,
        contexts: contexts.contextsOf({ ...main, sentences: [main, ...also].map(({ sentence }) => sentence.index) }),
        status: main.status,
        actors: main.actors,
        recipients: main.recipients,
        trigger: main.trigger,
        sentence: main.sentence.index,
        also: also.map(({ trigger, sentence }) => ({ trigger, sentence: sentence.index })),
        date: eventDate([main, ...also], document),
        place: [main, ...also].find(({ place }) => place !== null)?.place ?? null,
        attribution: main.attribution,
        voice: main.voice,
        quantities: firstOfKinds([main, ...also].map((telling) => quantities.get(telling) ?? [])),
        score,
        quad: QUAD_OF[main.type],
        cameo,
        goldstein,
        confidence: confidenceOf(main),
        rule: main.act.row.id,
      };
    });
}

/** Of each kind what the first telling that has it says: a later one repeats it or counts anew. */
function firstOfKinds(told: readonly (readonly Quantity[])[]): Quantity[] {
  const kinds = new Set<string>();
  const kept: Quantity[] = [];
  for (const quantities of told) {
    const fresh = quantities.filter(({ kind }) => !kinds.has(kind));
    kept.push(...fresh);
    for (const { kind } of fresh) kinds.add(kind);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** The same type, mode, status, actors and recipients, told by the same word or one of its kind. */
function isSameHappening(a: PlacedTelling, b: PlacedTelling): boolean {
  if (a.type !== b.type || a.mode !== b.mode || a.status !== b.status) return false;
  // "The expulsion angered Iran": a noun need not say again who did it.
  const unsaid = !b.finite && b.actors.length === 0 && b.recipients.length > 0;
  if (!unsaid && sideKey(a.actors) !== sideKey(b.actors)) return false;
  if (sideKey(a.recipients) !== sideKey(b.recipients)) return false;
  if (areApart(a.date, b.date)) return false;
  // A general's visit is not the minister's; a state's may be either.
  const [x, y] = [sectors(a), sectors(b)];
  if (x.size > 0 && y.size > 0 && ![...x].some((sector) => y.has(sector))) return false;
  return (
    !b.body || stem(a).startsWith(stem(b)) || stem(b).startsWith(stem(a)) || (a.mode !== null && a.mode === "visit")
  );
}

const sectors = ({ actors }: Telling): ReadonlySet<string> => new Set(actors.flatMap(({ sector }) => sector ?? []));

const stem = ({ act }: Telling): string => act.row.pattern.lemma.slice(0, 5);
