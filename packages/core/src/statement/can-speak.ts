import type { LanguageTables } from "../codebook/language.ts";
import type { SpeechTree } from "./speech-tree.ts";

/** What says something without being anybody: texts, and parts of a group that is counted. */
const SPEAKING = new Set(
  (
    "account applause audience ad advertisement agreement analysis announcement article bill blog book brief bulletin campaign caption column comment communique constitution contract crowd data debate demographic diary discussion document draft editorial essay " +
    "figure finding headline interview judgment law leaflet letter list magazine manifesto map memo memoir message note notice number order page pamphlet paper paragraph petition piece platform poem poll polling post " +
    "poster quote record release remark report request resolution result review rule ruling sign slogan song speech statement story study survey testimony town city village text transcript treaty tweet verdict video website word work " +
    "bulk couple dozen half handful hundred majority million minority most left right percent percentage plurality quarter rest third thousand one other"
  ).split(" "),
);

/**
 * Whether a phrase names somebody or something that has a say. A lamp that "signals a turn", a flood that "threatens a town" say nothing; where what they say is a clause
 * ("the smoke suggested that ..."), the text takes them for a sign, and this is not asked.
 */
export function canSpeak(speech: SpeechTree, head: number, { persons }: Pick<LanguageTables, "persons">): boolean {
  const { tree } = speech;
  const word = tree.words[head];
  if (word?.upos !== "NOUN") return true;
  const actors = tree.at[head]?.length ? tree.at[head] : [tree.over[head]].filter((one) => one !== undefined);
  if (actors?.some(({ sort }) => sort !== "thing" && sort !== "place")) return true;
  const lemma = word.lemma.toLowerCase();
  return (
    persons.nouns.has(lemma) ||
    SPEAKING.has(lemma) ||
    speech.names.some(({ first, last }) => first <= head && head < last)
  );
}
