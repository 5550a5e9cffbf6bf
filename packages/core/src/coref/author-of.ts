/**
 * Whose "the statement" is: that of the actor who was said to have made one. In: the expression, the sentences, the actors before it.
 * Out: the author, or null. Looked for back from the nearest sentence: the owner of such a text, who released it, who said something in it.
 */
import type { AnaphorKind } from "../codebook/actors/actors.ts";
import type { ActorMention } from "../model/mention.ts";
import type { Parsed, Word } from "../model/parsed.ts";
import type { Expression } from "./expression.ts";

const REACH = 6;

export function authorOf(
  one: Expression,
  parsed: Parsed,
  actors: readonly ActorMention[],
  nouns: ReadonlyMap<string, AnaphorKind>,
): ActorMention | null {
  for (let sentence = one.sentence; sentence >= Math.max(0, one.sentence - REACH); sentence -= 1) {
    const words = parsed.sentences[sentence]?.words ?? [];
    const here = actors.filter((actor) => actor.sentence === sentence);
    for (const [i, word] of words.entries()) {
      if (nouns.get(word.lemma.toLowerCase()) !== "document" || (sentence === one.sentence && i >= one.head)) continue;
      // "The army, in a statement, denied it": the text hangs on its author.
      const source = word.relation === "nmod" ? here.find(({ head }) => head === word.head && head < i) : undefined;
      if (source) return source;
      const author = actorAmong(
        words,
        here,
        (other) =>
          other.head === i &&
          (other.relation === "nmod:poss" || other.relation === "nmod" || other.relation === "compound"),
      );
      if (author) return author;
      const maker = words.findIndex((other) => other.head === i && other.relation.startsWith("acl"));
      const agent =
        maker < 0 ? null : actorAmong(words, here, (other) => other.head === maker && other.relation.startsWith("obl"));
      if (agent) return agent;
      const speaker = actorAmong(words, here, (other) => other.head === word.head && other.relation === "nsubj");
      if (speaker) return speaker;
    }
  }
  return null;
}

function actorAmong(
  words: readonly Word[],
  actors: readonly ActorMention[],
  wanted: (word: Word) => boolean,
): ActorMention | null {
  return (
    actors.find(({ head }) => {
      const word = words[head];
      return word !== undefined && wanted(word);
    }) ?? null
  );
}
