/**
 * Whom what is said concerns, and how the speaker stands to them. In: the statement's ranges, the trees of its sentences, the cue, the words of `stances.tsv`.
 * Out: actors of the content, each once, with the stance that words show: `neutral` where none do, `unclear` where they disagree. The speaker himself is none of them.
 */
import type { Span } from "../base/span.ts";
import { Frame } from "../clause/frame.ts";
import { dependents, type SentenceTree } from "../clause/sentence-tree.ts";
import type { Stance } from "../codebook/statements/cues.ts";
import type { StanceWords } from "../codebook/statements/stances.ts";
import type { ActorMention } from "../model/mention.ts";
import type { About } from "../model/statement.ts";
import type { Draft } from "./draft.ts";
import type { SpeechTree } from "./speech-tree.ts";

interface Shown extends Span {
  readonly stance: Stance;
}

const POS: Readonly<Record<string, "v" | "n" | "a">> = { VERB: "v", NOUN: "n", ADJ: "a" };
const NEGATIONS = new Set(["not", "n't", "n’t", "never", "no", "hardly"]);

export function concernsOf(
  draft: Draft,
  parts: readonly Span[],
  speeches: readonly SpeechTree[],
  { byWord }: StanceWords,
): About[] {
  const found = new Map<string, { readonly actor: ActorMention; readonly shown: Shown[] }>();
  const own = new Set(draft.actors.map(keyOf));
  for (const { tree } of speeches) {
    const inside = tree.actors.filter(
      (actor) =>
        (actor.entity !== null || actor.country !== null) &&
        !own.has(keyOf(actor)) &&
        parts.some(({ start, end }) => start <= actor.start && actor.end <= end),
    );
    if (inside.length === 0) continue;
    const words = stanceWords(tree, parts, byWord);
    for (const actor of inside) {
      const key = keyOf(actor);
      const entry = found.get(key) ?? { actor, shown: [] };
      found.set(key, entry);
      for (const { tokens, ...shown } of words) if (isAmong(tree, actor, tokens)) entry.shown.push(shown);
      const cueStance = draft.cue?.stance;
      if (
        cueStance &&
        draft.cueSpan &&
        draft.speech.tree === tree &&
        isFirst(tree, actor, parts, found.size) &&
        !isAgainst(tree, actor)
      )
        entry.shown.push({ stance: cueStance, start: draft.cueSpan.start, end: draft.cueSpan.end });
    }
  }
  return [...found.values()].map(({ actor, shown }) => {
    const stances = new Set(shown.map(({ stance }) => stance));
    const [first] = shown;
    return {
      entity: actor.entity,
      country: actor.country,
      stance: stances.size > 1 ? "unclear" : (first?.stance ?? "neutral"),
      start: first?.start ?? actor.start,
      end: first?.end ?? actor.end,
    };
  });
}

const keyOf = ({ entity, country, sector, name }: ActorMention): string =>
  entity ?? `${country ?? ""} ${sector ?? ""} ${country === null ? name : ""}`;

/** What a cue like "condemned" has for its object: the actor that the content names first. */
const isFirst = (tree: SentenceTree, actor: ActorMention, parts: readonly Span[], count: number): boolean =>
  count === 1 ||
  tree.actors.every(
    (other) =>
      other === actor ||
      other.start >= actor.start ||
      !parts.some(({ start, end }) => start <= other.start && other.end <= end),
  );

/** "Condemned the attack [on a bus in Kenya]": what is condemned was done to them, or where they are. */
function isAgainst(tree: SentenceTree, { head }: ActorMention): boolean {
  for (let at = head, steps = 0; at >= 0 && steps < 6; steps += 1) {
    const word = tree.words[at];
    if (!word || !/^(?:nmod|obl|compound|amod|appos|flat|conj)/u.test(word.relation)) return false;
    const marks = dependents(tree, at, "case").map((mark) => tree.forms[mark] ?? "");
    if (marks.some((mark) => ["on", "against", "at", "in", "over", "near", "toward", "towards"].includes(mark)))
      return true;
    at = word.head;
  }
  return false;
}

/** The stance words inside the content, with the tokens of those that they are for or against. */
function stanceWords(
  tree: SentenceTree,
  parts: readonly Span[],
  byWord: StanceWords["byWord"],
): (Shown & { readonly tokens: readonly number[] })[] {
  const found: (Shown & { readonly tokens: readonly number[] })[] = [];
  for (const [token, word] of tree.words.entries()) {
    const pos = POS[word.upos];
    const span = tree.sentence.tokens[token];
    if (!pos || !span || !parts.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
    const row = byWord.get(`${word.lemma.toLowerCase()}/${pos}`);
    if (!row) continue;
    const frame = new Frame(tree, token, pos);
    for (const slot of row.toward) {
      const tokens =
        slot === "subj" && pos !== "v"
          ? [
              ...dependents(tree, token, "nsubj"),
              ...(pos === "a" && word.relation === "amod" ? [word.head] : frame.slot("subj")),
            ]
          : frame.slot(slot);
      if (tokens.length === 0) continue;
      found.push({
        stance: isDenied(tree, token) ? opposite(row.stance) : row.stance,
        tokens,
        start: span.start,
        end: span.end,
      });
      break;
    }
  }
  return found;
}

const opposite = (stance: Stance): Stance => (stance === "support" ? "oppose" : "support");

const isDenied = (tree: SentenceTree, token: number): boolean =>
  (tree.children[token] ?? []).some((child) => NEGATIONS.has(tree.forms[child] ?? ""));

/** The actor is one of the tokens, or the phrase that one of them heads names him first. */
function isAmong(tree: SentenceTree, actor: ActorMention, tokens: readonly number[]): boolean {
  return tokens.some((token) => {
    if (token === actor.head) return true;
    if (tree.at[token]?.length) return false;
    return (tree.children[token] ?? []).some(
      (child) => child === actor.head && /^(?:nmod|compound|amod|appos)/u.test(tree.words[child]?.relation ?? ""),
    );
  });
}
