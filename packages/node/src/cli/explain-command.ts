import { EVENT_TYPES, explainArticle, loadReader, type EventType, type ExplainedActor, type ExplainedSentence } from "@comity/core"; // prettier-ignore
import { readArticles } from "../job/read-articles.ts";
import { openCodebook } from "../job/read-codebook.ts";
import { readModel } from "../job/read-model.ts";
import { tell, writeOut } from "./output.ts";
import { tellWarnings } from "./tell-warnings.ts";

export interface ExplainFlags {
  /** Only this sentence, counted from 0 as in the coder's JSON. */
  readonly sentence?: number;
  /** Why a word told no event of this type. */
  readonly type?: EventType;
  readonly published?: string;
  readonly actors?: readonly string[];
  readonly rows?: readonly string[];
  readonly format: "table" | "jsonl";
}

export const EXPLAIN_TYPES = EVENT_TYPES;

/**
 * `comity explain`: for every event the rows, the words and the way through the tree to each actor; for every word that rows know and that told nothing, why.
 * @returns the exit code 0; 1 where something could not be read
 * @throws ComityError where there is no article at all
 */
export async function explainCommand(paths: readonly string[], flags: ExplainFlags): Promise<number> {
  const { codebook, warnings } = await openCodebook(flags.actors ?? [], { rows: flags.rows });
  tellWarnings(warnings);
  const reader = loadReader(await readModel(null), codebook);
  let failures = 0;
  const onFailure = (where: string, message: string): void => {
    failures += 1;
    tell(`comity: ${where}: ${message}`);
  };
  for await (const { where, article } of readArticles(paths, flags.published ?? null, onFailure)) {
    const sentences = explainArticle(article, codebook, reader).filter(
      ({ index }) => flags.sentence === undefined || index === flags.sentence,
    );
    if (flags.format === "table") await writeOut(`${where}\n`);
    let count = 0;
    for (const sentence of sentences) {
      const shown = flags.type === undefined ? sentence : ofType(sentence, flags.type);
      if (flags.sentence === undefined && shown.events.length + shown.silent.length === 0) continue;
      count += 1;
      await writeOut(flags.format === "jsonl" ? `${JSON.stringify({ where, ...shown })}\n` : explained(shown));
    }
    if (count === 0) tell(`comity: ${where}: ${nothingTold(flags)}`);
  }
  return failures > 0 ? 1 : 0;
}

/** Why an article has nothing to explain. */
function nothingTold({ sentence, type }: ExplainFlags): string {
  if (sentence !== undefined)
    return `sentence ${sentence} is not there, names nobody political, or repeats another; \`comity code --format jsonl\` gives each event's sentence.index, counted from 0`;
  return type === undefined
    ? "no word that an event row knows stands in a sentence that names a political actor"
    : `no word that a row of ${type} knows stands in a sentence that names a political actor`;
}

/** Only what concerns a type: its events, and the rows of it that did not fit. */
function ofType(sentence: ExplainedSentence, type: EventType): ExplainedSentence {
  const silent = sentence.silent
    .map((word) => ({
      ...word,
      trials: word.trials.filter(
        (trial) => trial.type === type || !(EVENT_TYPES as readonly string[]).includes(trial.type),
      ),
    }))
    .filter(({ trials }) => trials.length > 0);
  return { ...sentence, events: sentence.events.filter((event) => event.type === type), silent };
}

function explained({ index, text, events, silent }: ExplainedSentence): string {
  const lines = [`[${index}] ${text.replaceAll(/\s+/gu, " ")}`];
  for (const { type, mode, status, voice, trigger, rules, actors, recipients } of events) {
    lines.push(
      `  ${type}${mode === null ? "" : `/${mode}`} ${status}, ${voice} · "${trigger}" · ${rules.map(({ row, word }) => `${row} (${word})`).join(" > ")}`,
    );
    for (const actor of actors) lines.push(`    actor      ${actorText(actor)}`);
    for (const actor of recipients) lines.push(`    recipient  ${actorText(actor)}`);
  }
  for (const { word, trials, dropped } of silent) {
    lines.push(`  no event from "${word}"${dropped === null ? "" : `: ${dropped}`}`);
    for (const { row, type, fails } of trials) lines.push(`    ${row} (${type}): ${fails ?? "fits"}`);
  }
  return `${lines.join("\n")}\n\n`;
}

function actorText({ text, country, sector, how, confidence, path }: ExplainedActor): string {
  return `${text.replaceAll(/\s+/gu, " ")} = ${country ?? "no state"} ${sector ?? "(the state)"}, by ${how} ${confidence.toFixed(2)} · ${path}`;
}
