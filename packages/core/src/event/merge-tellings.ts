/**
 * One happening told several times in a document is one event. In: tellings in text order. Out: events; the first telling in the body speaks, the others stand in `also`.
 */
import { contentId } from "../base/hash.ts";
import type { Codebook } from "../codebook/codebook.ts";
import type { Document } from "../model/document.ts";
import type { CodedEvent } from "../model/event.ts";
import { QUAD_OF } from "../model/plover.ts";
import type { Telling } from "./code-sentence.ts";
import { publicationDate } from "./publication-date.ts";
import { sideKey } from "./same-happening.ts";

export function mergeTellings(tellings: readonly Telling[], document: Document, codebook: Codebook): CodedEvent[] {
  const mains: { main: Telling; also: Telling[] }[] = [];
  for (const telling of [...tellings.filter(({ body }) => body), ...tellings.filter(({ body }) => !body)]) {
    const known = mains.find(({ main }) => isSameHappening(main, telling));
    if (known) known.also.push(telling);
    else mains.push({ main: telling, also: [] });
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
        status: main.status,
        actors: main.actors,
        recipients: main.recipients,
        trigger: main.trigger,
        sentence: main.sentence.index,
        also: also.map(({ trigger, sentence }) => ({ trigger, sentence: sentence.index })),
        date: publicationDate(document),
        attribution: main.attribution,
        voice: main.voice,
        score,
        quad: QUAD_OF[main.type],
        cameo,
        goldstein,
        confidence: 0.5,
        rule: main.act.row.id,
      };
    });
}

/** The same type, mode, status, actors and recipients, told by the same word or one of its kind. */
function isSameHappening(a: Telling, b: Telling): boolean {
  if (a.type !== b.type || a.mode !== b.mode || a.status !== b.status) return false;
  if (sideKey(a.actors) !== sideKey(b.actors) || sideKey(a.recipients) !== sideKey(b.recipients)) return false;
  return !b.body || stem(a) === stem(b) || (a.mode !== null && a.mode === "visit");
}

const stem = ({ act }: Telling): string => act.row.pattern.lemma.slice(0, 5);
