import { lookUp, nameLists, nearNames } from "@comity/core";
import { describeWords } from "../job/describe-words.ts";
import { openCodebook } from "../job/read-codebook.ts";
import { cardText, mentionText } from "./actor-card-text.ts";
import type { TableStyle } from "./event-table.ts";
import { tell, writeOut } from "./output.ts";
import { tellWarnings } from "./tell-warnings.ts";

export interface ShowFlags {
  /** ISO day. */
  readonly on?: string;
  readonly actors?: readonly string[];
  readonly format: "table" | "jsonl";
}

/**
 * `comity actors show`: who is meant by a name or a description on a day, and why.
 * @returns the exit code: 0 known, 1 nobody
 * @throws ComityError for a table or model that cannot be read
 */
export async function actorsShowCommand(name: string, flags: ShowFlags, style: TableStyle): Promise<number> {
  const words = name.replaceAll(/\s+/gu, " ").trim();
  if (words === "") {
    tell('comity: the name is empty; give one, such as "Shoigu"');
    return 1;
  }
  const { codebook, files, own, warnings } = await openCodebook(flags.actors ?? []);
  tellWarnings(warnings);
  const day = flags.on ?? null;
  const cards = lookUp(words, codebook.actors, day);
  const lists = nameLists(codebook.actors, files, own);
  const nameOf = (code: string): string => codebook.actors.countries.get(code)?.name ?? codebook.actors.organisations.get(code)?.name ?? codebook.actors.people.byId.get(code)?.name ?? code; // prettier-ignore
  for (const card of cards) {
    const names =
      card.kind === "country" ? lists.ofCountry(card.id ?? "").filter((other) => other !== card.name) : card.names;
    const whole = { ...card, names };
    await writeOut(
      flags.format === "jsonl"
        ? `${JSON.stringify({ on: day, ...whole })}\n`
        : `${cardText(whole, day, nameOf, style)}\n`,
    );
  }
  if (cards.length > 0) {
    if (day === null) tell("comity: no date given: what is known last; --on YYYY-MM-DD asks for a day");
    return 0;
  }
  const mentions = await describeWords(words, codebook, day);
  for (const mention of mentions)
    await writeOut(
      flags.format === "jsonl"
        ? `${JSON.stringify({ on: day, ...mention })}\n`
        : `${mentionText(mention, nameOf, style)}\n`,
    );
  if (mentions.length > 0) {
    tell(
      `comity: "${words}" is no name of the tables; ${day === null ? "read as in an article without a date, in which no office has a holder" : `read as in an article of ${day}`}`,
    );
    return 0;
  }
  const near = nearNames(words, lists.all, 5);
  const advice =
    near.length > 0 ? `Did you mean ${near.map((other) => `"${other}"`).join(", ")}?` : "No name is like it.";
  tell(`comity: nobody is known as "${words}". ${advice}\ncomity: to make it known, give a table with --actors FILE`);
  return 1;
}
