/**
 * What a word of a sentence tells: the best row of the codebook for it, its actors and recipients, composed with the act that it takes.
 * In: a sentence's tree, the rows. Out: an act or null, each word's once.
 */
import type { Codebook } from "../codebook/codebook.ts";
import type { EventRows } from "../codebook/events/event-rows.ts";
import type { FramePos } from "../codebook/events/frame-pattern.ts";
import type { ActorMention } from "../model/mention.ts";
import type { EventType } from "../model/plover.ts";
import type { Act } from "./act.ts";
import { composeAct, isMutual } from "./compose-act.ts";
import { failure, fitRow, type Row } from "./match-row.ts";
import { affectedActors, isPolitical, roleActors, slotActors, without } from "./participants.ts";
import { antecedentOf } from "../clause/arguments.ts";
import { Frame } from "../clause/frame.ts";
import { relation, type SentenceTree } from "../clause/sentence-tree.ts";

/** What was tried for a word, for explanations. */
export interface Trial {
  readonly head: number;
  readonly row: Row;
  /** Null: it fits. */
  readonly fails: string | null;
}

export class ActReader {
  readonly tree: SentenceTree;
  readonly #rows: EventRows;
  /** A past form that the tagger took for a present ("Soldiers shot a man"). */
  readonly #pasts: ReadonlyMap<string, string>;
  readonly #acts = new Map<number, Act | null>();
  readonly #frames = new Map<number, Frame | null>();
  readonly #trace: ((trial: Trial) => void) | null;

  /** @param trace is told of every row that was tried */
  constructor(tree: SentenceTree, { events, language }: Codebook, trace: ((trial: Trial) => void) | null) {
    this.tree = tree;
    this.#rows = events;
    this.#pasts = language.lemmas.pasts;
    this.#trace = trace;
  }

  frame(head: number): Frame | null {
    let frame = this.#frames.get(head);
    if (frame === undefined) {
      const pos = positionOf(this.tree, head);
      this.#frames.set(head, (frame = pos && new Frame(this.tree, head, pos)));
    }
    return frame;
  }

  act(head: number): Act | null {
    const known = this.#acts.get(head);
    if (known !== undefined) return known;
    this.#acts.set(head, null); // a circle of operators ends here
    const act = this.#read(head);
    this.#acts.set(head, act);
    return act;
  }

  #read(head: number): Act | null {
    // Most words are none that could tell an act, which is known before they are looked up.
    const pos = positionOf(this.tree, head);
    if (pos === null) return null;
    const lemma = this.tree.words[head]?.lemma.toLowerCase() ?? "";
    const past = pos === "v" ? this.#pasts.get(lemma) : undefined;
    const rows = this.#rows.byLemma.get(lemma) ?? (past === undefined ? undefined : this.#rows.byLemma.get(past));
    if (!rows) return null;
    const frame = this.frame(head);
    if (!frame) return null;
    let best: { score: number; act: Act } | null = null;
    for (const row of rows) {
      if (row.pattern.pos !== frame.pos) continue;
      const fit = fitRow(frame, row, this.#rows.blame);
      this.#trace?.({ head, row, fails: "fails" in fit ? failure(fit.fails) : null });
      if ("fails" in fit) continue;
      const made = row.kind === "operator" ? this.#operate(row, frame) : { act: this.#plain(row, frame), bonus: 0 };
      if (!made?.act) continue;
      // A reading that can be no event does not win against one that can ("[trade] with nobody").
      const score = fit.score + made.bonus - (isHollow(made.act, frame.pos) ? 2 : 0);
      if (!best || score > best.score) best = { score, act: made.act };
    }
    return best?.act ?? null;
  }

  #operate(row: Extract<Row, { kind: "operator" }>, frame: Frame): { act: Act | null; bonus: number } | null {
    const taken = row.on.flatMap((slot) => frame.slot(slot)).filter((token) => token !== frame.head);
    const acts = taken.map((token) => this.act(token));
    const first = acts.findIndex((act) => act !== null);
    // "Prepared to improve ties with Chad and [fight] smugglers": whom the first clause concerns is whom it is promised to, whatever the later ones tell.
    const inner = first > 0 && isMutual(row, frame, roleActors(frame, row.actor)) ? null : (acts[first] ?? null);
    if (!inner && !row.needsAct && taken.length === 0) return null;
    // An act that is known makes a row surer than any condition.
    return { act: composeAct(row, frame, inner, taken), bonus: inner ? 3 : 0 };
  }

  /** "The attack by rebels killed": of a subject that is itself such an act, only who does it, never whom or where it hits. */
  #actors(row: Extract<Row, { kind: "predicate" }>, frame: Frame): readonly ActorMention[] {
    const [first] = frame.pos === "v" ? frame.slot("subj") : [];
    const deed =
      first === undefined || this.tree.at[first]?.length || this.tree.words[first]?.upos !== "NOUN"
        ? null
        : this.act(first);
    if (deed && first !== undefined && deed.type === row.type && row.actor[0]?.includes("subj")) {
      const noun = this.frame(first);
      return deed.actors.length > 0 || !noun ? deed.actors : slotActors(noun, "subj");
    }
    return roleActors(frame, row.actor);
  }

  #recipients(row: Extract<Row, { kind: "predicate" }>, frame: Frame): ActorMention[] {
    if (row.type === "ACCUSE") {
      // "Condemned the attack on the embassy": who made it is blamed, not whom it hit.
      const deeds = frame.slot("obj").map((token) => (this.tree.at[token]?.length ? null : this.act(token)));
      const deed = deeds.find((act) => act !== null && act !== undefined && act.row.kind === "predicate");
      if (deed && deed.type !== "ACCUSE" && row.recipient.some((sum) => sum.includes("obj"))) return [...deed.actors];
    }
    const named = affectedActors(frame, row.recipient);
    // "An air strike on a Syrian base killed ten people": of people of nobody knows where, those of the place that was hit.
    if (row.type === "ASSAULT" && named.every(isNowhere)) {
      const [first] = frame.pos === "v" ? frame.slot("subj") : [];
      const deed = first === undefined || this.tree.words[first]?.upos !== "NOUN" ? null : this.act(first);
      if (deed?.type === "ASSAULT" && deed.recipients.some(({ country }) => country !== null))
        return [...deed.recipients];
    }
    // "Ukraine, where Russia seized [territory]".
    if (named.length === 0 && (row.type === "ASSAULT" || row.type === "COERCE")) {
      const where = (this.tree.children[frame.head] ?? []).some((child) => this.tree.forms[child] === "where");
      const place = where ? antecedentOf(this.tree, frame.head) : null;
      if (place !== null) return [...(this.tree.placesAt[place] ?? []), ...(this.tree.at[place] ?? [])];
    }
    // "Crossed into Chad and captured [two towns]": where the verb before it went.
    const word = this.tree.words[frame.head];
    if (row.type === "ASSAULT" && word?.relation === "conj" && named.length > 0 && named.every(isNowhere)) {
      const before = this.act(word.head);
      if (before?.type === "MOBILIZE" && before.recipients.length > 0) return [...before.recipients];
    }
    // "Vowed to retaliate against [Chad]": whom it concerns stands with the word that the row asks for.
    if (named.length === 0 && row.pattern.tests.some((test) => test.kind === "word" && test.slot === "comp"))
      return frame
        .slot("comp")
        .flatMap((clause) => affectedActors(new Frame(this.tree, clause, "v"), CONCERNED))
        .filter(({ confidence }) => confidence > GUESS);
    // Whom a protest is against stands in what it is for: "blocked roads to press the [government]".
    return named.length === 0 && row.type === "PROTEST" ? slotActors(frame, "purpose").filter(isPolitical) : named;
  }

  #plain(row: Extract<Row, { kind: "predicate" }>, frame: Frame): Act {
    const actors = this.#actors(row, frame);
    const owned = frame.pos !== "n" || slotActors(frame, "subj").length > 0;
    const joint = row.actor.some((sum) => sum.length > 1) || row.recipient.length === 0;
    // The noun that a row asks for ("provide [aid]", "died in an [ambush]") is no event beside it, but may tell who acts.
    const asked = row.pattern.tests.flatMap((test) => (test.kind === "word" ? frame.slot(test.slot) : []));
    // What is hailed has happened, as what is condemned.
    const used = row.type === "SUPPORT" ? asked.filter((token) => !isHailed(this.act(token))) : asked;
    const deed =
      used
        .map((token) => (this.tree.at[token]?.length ? null : this.act(token)))
        .find((act) => act?.type === row.type) ?? null;
    // "The embargo that Chad imposed was lifted": by whoever had imposed it.
    const measure =
      actors.length === 0 && row.type === "CONCEDE" && frame.passive
        ? used.map((token) => this.act(token)).find((act) => act?.type === "SANCTION" || act?.type === "COERCE")
        : null;
    const makers =
      actors.length > 0 || !deed
        ? (measure?.actors ?? actors)
        : deed.actors.length > 0
          ? deed.actors
          : slotActors(frame, "by");
    // "Killed in an [Israeli] strike near Damascus": whose the strike is, also where no row knows it.
    const doers =
      makers.length > 0 || row.type !== "ASSAULT" || !frame.passive
        ? makers
        : frame
            .slot("in")
            .filter((token) => STRIKES.has(this.tree.words[token]?.lemma ?? ""))
            .flatMap((token) => slotActors(new Frame(this.tree, token, "n"), "subj"));
    return {
      type: row.type,
      mode: row.mode ?? deed?.mode ?? null,
      actors: doers,
      recipients: without(this.#recipients(row, frame), doers),
      head: frame.head,
      shown: null,
      row,
      path: [{ row, head: frame.head }],
      used,
      status: null,
      owned,
      joint,
    };
  }
}

/** Nouns in whose phrase a passive verb tells in what somebody suffered. */
const STRIKES: ReadonlySet<string> = new Set(
  "strike airstrike raid attack ambush shelling bombing bombardment assault operation incursion".split(" "),
);

const isNowhere = ({ country, sector }: ActorMention): boolean => country === null && sector !== "REB";

/** Up to this confidence nothing in the sentence says whose a role is. */
const GUESS = 0.5;
/** Where a clause names whom it concerns. */
const CONCERNED = [["obj"], ["against"], ["on"], ["at"], ["with"], ["to"], ["from"], ["of"]];

const isHailed = (act: Act | null): boolean => act !== null && ["RETREAT", "ASSAULT", "COERCE"].includes(act.type);

/** Types that are nothing without somebody on the other side. */
const TWO_SIDED: ReadonlySet<EventType> = new Set(["COOPERATE", "AID", "SANCTION"]);

const isHollow = ({ type, actors, recipients, row }: Act, pos: FramePos): boolean =>
  row.kind === "predicate" && pos === "v" && TWO_SIDED.has(type) && recipients.length === 0 && actors.length < 2;

function positionOf(tree: SentenceTree, head: number): FramePos | null {
  const { words, children } = tree;
  const word = words[head];
  switch (word?.upos) {
    case "VERB":
      // "The besieged city" tells no siege; "Hutu rebels armed by Uganda" hangs as `acl`.
      return word.relation === "amod" && (children[head] ?? []).every((child) => child < head) ? null : "v";
    case "NOUN":
    case "PROPN":
      return "n";
    case "ADJ":
      // "Launched an [offensive]" is a noun, whatever the tagger says; "armed by Sudan" a verb.
      if ((children[head] ?? []).some((child) => words[child]?.relation === "obl:agent")) return "v";
      return ["obj", "nsubj", "obl", "nmod"].includes(relation(word)) ? "n" : "a";
    case undefined:
    default:
      return null;
  }
}
