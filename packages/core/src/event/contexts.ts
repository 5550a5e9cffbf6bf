/**
 * What an event is about beside its type: PLOVER's contexts. In: a parsed document, an event's tellings. Out: names of contexts, in the order of the alphabet.
 * Each context has cues (codebook/events/contexts.tsv), which count by weight: in a sentence that tells the event in full, in the sentence beside it half, in the one
 * after that a quarter, and only inside the paragraph; beside words also the sectors of the actors and the act itself. Source: PLOVER 2.0, section on contexts.
 */
import { hyphenParts, type ContextCue, type ContextTables } from "../codebook/events/contexts.ts";
import type { ActorMention } from "../model/mention.ts";
import type { Parsed } from "../model/parsed.ts";
import type { EventType } from "../model/plover.ts";

/** An event, as far as contexts ask. */
export interface ContextSubject {
  readonly type: EventType;
  readonly mode: string | null;
  readonly actors: readonly ActorMention[];
  readonly recipients: readonly ActorMention[];
  /** Indices of the sentences that tell it. */
  readonly sentences: readonly number[];
}

/** One strong cue in the event's own sentence. */
const ENOUGH = 3;
/** Weight of a cue by how many sentences away it stands. */
const NEARNESS = [1, 0.5, 0.25] as const;

export class ContextReader {
  readonly #parsed: Parsed;
  readonly #tables: ContextTables;
  /** By sentence: searched once, however many events ask. */
  readonly #cues = new Map<number, readonly ContextCue[]>();

  constructor(parsed: Parsed, tables: ContextTables) {
    this.#parsed = parsed;
    this.#tables = tables;
  }

  contextsOf(event: ContextSubject): string[] {
    const best = new Map<ContextCue, number>();
    const count = (cue: ContextCue, nearness: number): void => {
      best.set(cue, Math.max(best.get(cue) ?? 0, nearness));
    };
    for (const own of event.sentences) {
      const paragraph = this.#parsed.segmented.sentences[own]?.paragraph;
      for (let index = own - 2; index <= own + 2; index += 1) {
        if (this.#parsed.segmented.sentences[index]?.paragraph !== paragraph) continue;
        for (const cue of this.#cuesIn(index)) count(cue, NEARNESS[Math.abs(index - own)] ?? 0);
      }
    }
    for (const { sector } of [...event.actors, ...event.recipients])
      for (const cue of (sector && this.#tables.bySector.get(sector)) ?? []) count(cue, 1);
    const acts = [event.type, ...(event.mode ? [`${event.type}/${event.mode}`] : [])];
    for (const act of acts) for (const cue of this.#tables.byAct.get(act) ?? []) count(cue, 1);
    return settle(sums(best), event);
  }

  #cuesIn(index: number): readonly ContextCue[] {
    let cues = this.#cues.get(index);
    if (!cues) this.#cues.set(index, (cues = this.#search(index)));
    return cues;
  }

  #search(index: number): readonly ContextCue[] {
    const sentence = this.#parsed.segmented.sentences[index];
    const parsed = this.#parsed.sentences[index];
    if (!sentence || !parsed) return [];
    const { text } = this.#parsed.segmented.document;
    // Of a person's name no word is a cue ("Bill", "Bishop", "King").
    const named = new Set<number>();
    for (const { kind, first, last } of parsed.names)
      if (kind === "PER") for (let i = first; i < last; i += 1) named.add(i);
    const places = sentence.tokens.flatMap(({ start, end }, i) => {
      const parts = hyphenParts(named.has(i) ? "" : text.slice(start, end));
      const lemmas = hyphenParts(parsed.words[i]?.lemma.toLowerCase() ?? "");
      const kept = parts.length > 0 ? parts : [""];
      return kept.map((form, part) => ({ form, lemma: lemmas.length === parts.length ? (lemmas[part] ?? "") : "" }));
    });
    const forms = places.map(({ form }) => form);
    // In a line of capitals only, "IS" and "WHO" are no names.
    const isWritten = /\p{Ll}/u.test(text.slice(sentence.start, sentence.end));
    const lists = [places.map(({ lemma }) => lemma), forms.map((form) => form.toLowerCase()), isWritten ? forms : []];
    // The three have the same places, so that a longer phrase of one covers a shorter one of another.
    const matches = lists.flatMap((tokens) => this.#tables.words.search(tokens));
    const isCovered = (from: number, to: number): boolean =>
      matches.some((other) => other.from <= from && other.to >= to && other.to - other.from > to - from);
    return [...new Set(matches.filter(({ from, to }) => !isCovered(from, to)).flatMap(({ values }) => values))];
  }
}

/** By context: what its cues add up to. Weak cues alone are none, however many. */
function sums(best: ReadonlyMap<ContextCue, number>): Map<string, number> {
  const sum = new Map<string, number>();
  const backed = new Set<string>();
  for (const [{ context, weight }, nearness] of best) {
    if (context === null) continue;
    sum.set(context, (sum.get(context) ?? 0) + weight * nearness);
    if (weight > 1) backed.add(context);
  }
  return new Map([...sum].filter(([context]) => backed.has(context)));
}

/** Sectors against which force is war or the fighting of crime, not repression. */
const FIGHTING = new Set(["REB", "UAF", "PRM", "CRM", "MIL"]);

/** The definitions where they exclude each other. */
function settle(sum: ReadonlyMap<string, number>, event: ContextSubject): string[] {
  const found = new Set([...sum].filter(([, weight]) => weight >= ENOUGH).map(([context]) => context));
  // A narrower context of crime replaces it; beside `cyber` it tells criminals from states.
  if (!found.has("cyber") && ["corruption", "illegal_drugs", "trafficking"].some((narrow) => found.has(narrow)))
    found.delete("crime");
  const hit = event.type === "ASSAULT" || event.type === "COERCE" ? event.recipients : [];
  if (hit.length > 0 && hit.every(({ sector }) => sector !== null && FIGHTING.has(sector))) found.delete("repression");
  return [...found].toSorted();
}
