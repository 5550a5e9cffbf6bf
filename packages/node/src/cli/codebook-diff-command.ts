import { codeArticle, loadReader, type CodedEvent } from "@comity/core";
import { InvalidArgumentError } from "commander";
import { readArticles } from "../job/read-articles.ts";
import { openCodebook } from "../job/read-codebook.ts";
import { readModel } from "../job/read-model.ts";
import { tell, writeOut } from "./output.ts";

export interface DiffFlags {
  /** Articles to code twice. */
  readonly on: readonly string[];
  /** The codebook before: a folder laid out as ours. */
  readonly before?: string;
  /** The codebook after: a folder, or ours. */
  readonly codebook?: string;
  /** Rows that are new. */
  readonly rows?: readonly string[];
}

/**
 * `comity codebook diff`: codes articles with two codebooks and prints the events that came and went, with their sentences.
 * @returns the exit code 0; 1 where something could not be read
 * @throws InvalidArgumentError where there is nothing to compare; ComityError where there is no article
 */
export async function codebookDiffCommand({ on, before, codebook, rows }: DiffFlags): Promise<number> {
  if (before === undefined && !rows?.length)
    throw new InvalidArgumentError(
      "the codebook is the same on both sides: give new rows with --rows FILE, or an older codebook with --before FOLDER",
    );
  const old = (await openCodebook([], { folder: before ?? codebook })).codebook;
  const now = (await openCodebook([], { folder: codebook, rows })).codebook;
  const model = await readModel(null);
  const [oldReader, newReader] = [loadReader(model, old), loadReader(model, now)];
  let [articles, gained, lost, failures] = [0, 0, 0, 0];
  const onFailure = (where: string, message: string): void => {
    failures += 1;
    tell(`comity: ${where}: ${message}`);
  };
  for await (const { where, article } of readArticles(on, null, onFailure)) {
    articles += 1;
    const was = codeArticle(article, old, oldReader);
    const is = codeArticle(article, now, newReader);
    const { document, sentences } = is.linked.parsed.segmented;
    const [a, b] = [new Set(was.events.map(signature)), new Set(is.events.map(signature))];
    const changes = [
      ...was.events.filter((event) => !b.has(signature(event))).map((event) => ({ sign: "-", event })),
      ...is.events.filter((event) => !a.has(signature(event))).map((event) => ({ sign: "+", event })),
    ].toSorted((x, y) => x.event.trigger.start - y.event.trigger.start);
    for (const { sign, event } of changes) {
      if (sign === "+") gained += 1;
      else lost += 1;
      const { start, end } = sentences[event.sentence] ?? { start: 0, end: 0 };
      await writeOut(
        `${sign} ${eventText(event)}\n    ${document.text.slice(start, end).replaceAll(/\s+/gu, " ")}\n    ${where}\n`,
      );
    }
  }
  tell(
    `comity: ${articles} article${articles === 1 ? "" : "s"}, ${gained} event${gained === 1 ? "" : "s"} gained, ${lost} lost`,
  );
  return failures > 0 ? 1 : 0;
}

const sideOf = (list: CodedEvent["actors"]): string =>
  [...new Set(list.map(({ country, sector, name }) => country ?? sector ?? name))].toSorted().join(" + ");

/** What makes two events the same: what, who, whom, whether, and by which word. */
const signature = (event: CodedEvent): string =>
  [event.type, event.mode, event.status, sideOf(event.actors), sideOf(event.recipients), event.trigger.start].join(
    "\t",
  );

function eventText({ type, mode, status, actors, recipients, trigger, rule }: CodedEvent): string {
  const sides = recipients.length > 0 ? `${sideOf(actors)} → ${sideOf(recipients)}` : sideOf(actors);
  return `${type}${mode === null ? "" : `/${mode}`} ${sides}${status === "actual" ? "" : ` (${status})`} · "${trigger.text}" · ${rule}`;
}
