/**
 * Why a sentence gives the events that it gives. In: Linked and the codebook. Out: for each sentence the words that rows of the codebook know, which rows were
 * tried for each and why they did not fit, what was coded with the path in the tree to each actor, and what was not and why.
 */
import type { Codebook } from "../codebook/codebook.ts";
import type { EventStatus, Voice } from "../model/event.ts";
import type { ActorMention, Linked } from "../model/mention.ts";
import type { EventType } from "../model/plover.ts";
import { sentencesToCode } from "./code-events.ts";
import { codeSentence } from "./code-sentence.ts";
import { newsYear } from "./news-year.ts";
import type { Trial } from "./read-act.ts";
import type { SentenceTree } from "../clause/sentence-tree.ts";

export interface ExplainedActor {
  readonly text: string;
  readonly country: string | null;
  readonly sector: string | null;
  readonly how: string;
  readonly confidence: number;
  /** Words of the tree from the trigger to the actor, with the relations between them. */
  readonly path: string;
}

export interface ExplainedEvent {
  readonly type: EventType;
  readonly mode: string | null;
  readonly status: EventStatus;
  readonly voice: Voice;
  readonly trigger: string;
  /** Ids of the rows with the words that they matched, from the outermost in. */
  readonly rules: readonly { readonly row: string; readonly word: string }[];
  readonly actors: readonly ExplainedActor[];
  readonly recipients: readonly ExplainedActor[];
}

export interface ExplainedWord {
  readonly word: string;
  readonly trials: readonly { readonly row: string; readonly type: string; readonly fails: string | null }[];
  /** Why nothing was coded although a row fits; null: something was, or no row fits. */
  readonly dropped: string | null;
}

export interface ExplainedSentence {
  readonly index: number;
  readonly text: string;
  readonly events: readonly ExplainedEvent[];
  /** Words that told no event although the codebook has rows for them. */
  readonly silent: readonly ExplainedWord[];
}

export function explainSentences(linked: Linked, codebook: Codebook): ExplainedSentence[] {
  const { document } = linked.parsed.segmented;
  const now = newsYear(document.published, []);
  return [...sentencesToCode(linked)].map(({ tree, body }) => {
    const trials: Trial[] = [];
    const { tellings, dropped } = codeSentence(tree, document, body, now, codebook, (trial) => trials.push(trial));
    const wordAt: WordAt = (token) => {
      const { start, end } = tree.sentence.tokens[token] ?? { start: 0, end: 0 };
      return document.text.slice(start, end);
    };
    const told = new Set(tellings.flatMap(({ act }) => [act.head, ...act.used]));
    const heads = [...new Set(trials.map(({ head }) => head))]
      .filter((head) => !told.has(head))
      .toSorted((a, b) => a - b);
    return {
      index: tree.sentence.index,
      text: document.text.slice(tree.sentence.start, tree.sentence.end),
      events: tellings.map(({ type, mode, status, voice, trigger, act, actors, recipients }) => ({
        type,
        mode,
        status,
        voice,
        trigger: trigger.text,
        rules: act.path.map(({ row, head }) => ({ row: row.id, word: wordAt(head) })),
        actors: actors.map((actor) => explainActor(tree, wordAt, act.head, actor)),
        recipients: recipients.map((actor) => explainActor(tree, wordAt, act.head, actor)),
      })),
      silent: heads.map((head) => ({
        word: wordAt(head),
        trials: trials
          .filter((trial) => trial.head === head)
          .map(({ row, fails }) => ({ row: row.id, type: row.kind === "operator" ? row.effect : row.type, fails })),
        dropped: dropped.find(({ act }) => act.head === head)?.why ?? null,
      })),
    };
  });
}

/** A token as it stands in the text. */
type WordAt = (token: number) => string;

function explainActor(
  tree: SentenceTree,
  wordAt: WordAt,
  from: number,
  { text, country, sector, how, confidence, head }: ActorMention,
): ExplainedActor {
  return { text, country, sector, how, confidence, path: pathBetween(tree, wordAt, from, head) };
}

/** "attacked -nsubj> Kenya": up to the first common governor, then down. */
function pathBetween({ words }: SentenceTree, wordAt: WordAt, from: number, to: number): string {
  const up = (token: number): number[] => {
    const line = [token];
    for (let at = words[token]?.head ?? -1; at >= 0 && line.length < 64; at = words[at]?.head ?? -1) line.push(at);
    return line;
  };
  const [a, b] = [up(from), up(to)];
  const meeting = a.find((token) => b.includes(token));
  if (meeting === undefined) return "";
  const climb = a.slice(0, a.indexOf(meeting)).map((token) => `${wordAt(token)} <${words[token]?.relation ?? ""}- `);
  const descend = b
    .slice(0, b.indexOf(meeting))
    .toReversed()
    .map((token) => ` -${words[token]?.relation ?? ""}> ${wordAt(token)}`);
  return `${climb.join("")}${wordAt(meeting)}${descend.join("")}`;
}
