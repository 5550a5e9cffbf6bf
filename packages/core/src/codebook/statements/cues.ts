/**
 * Words that tell that somebody says, thinks or wants something: `codebook/statements/cues.tsv`, ready to be asked for a word.
 * In: the table. Out: cues by lemma, and phrases by their first word.
 */
import { parseTable, type TableRow } from "../parse-table.ts";

/** Verb, noun, adjective, or a phrase that stands as it is written ("according to"). */
export type CuePos = "v" | "n" | "a" | "p";

export type Stance = "support" | "oppose";

/** A condition: a slot is filled, is empty, holds one of some words, or none of them. */
export interface CueTest {
  readonly slot: string;
  readonly kind: "filled" | "empty" | "word" | "other";
  readonly lemmas: ReadonlySet<string>;
}

/** What an example gives: the words of each part, "" where there is none. */
export interface CueExample {
  readonly speaker: string;
  readonly cue: string;
  readonly content: string;
}

export interface Cue {
  readonly id: string;
  readonly pos: CuePos;
  /** Lemma of the word; of a phrase its first word. */
  readonly lemma: string;
  /** `say`: words or signs are given; `view`: somebody thinks, wants, plans or feels something. */
  readonly kind: "say" | "view";
  /** Particles behind a verb, words before a noun, the further words of a phrase. */
  readonly beside: readonly string[];
  readonly voice: "passive" | "active" | null;
  /** Whoever says it must be somebody, or a text, where what is said is no clause: a flood that "threatens a town" says nothing. */
  readonly somebody: boolean;
  readonly tests: readonly CueTest[];
  /** Where what is said stands: the first alternative that is filled, each a sum of slots. Empty: the word only leads to the cue behind it ("went on to say"). */
  readonly content: readonly (readonly string[])[];
  /** Slots that name the speaker; the first that is filled. Empty: nobody is named. */
  readonly speaker: readonly string[];
  /** Slots that name whom it is said to. */
  readonly addressee: readonly string[];
  /** How the speaker stands to what the content names; null: the word does not tell. */
  readonly stance: Stance | null;
  /** The speaker says that what is told is not so ("denied that"). */
  readonly denies: boolean;
  readonly example: string;
  /** null: the example gives nothing. */
  readonly gives: CueExample | null;
  readonly trap: string;
}

export const CUE_FILE = "statements/cues.tsv";
const COLUMNS = ["id", "head", "kind", "frame", "content", "speaker", "addressee", "stance", "denies", "example", "gives", "trap"];

export interface Cues {
  readonly all: readonly Cue[];
  /** Verbs, nouns and adjectives by lemma; of equal ones the most particular first. */
  readonly byLemma: ReadonlyMap<string, readonly Cue[]>;
  /** Phrases by their first word. */
  readonly phrases: ReadonlyMap<string, readonly Cue[]>;
}

/** @throws ComityError "codebook-table" for a row that cannot be right */
export function compileCues(content: string): Cues {
  const ids = new Set<string>();
  const all = [...parseTable(`codebook/${CUE_FILE}`, content, COLUMNS)].map((row) => compileCue(row, ids));
  const byLemma = new Map<string, Cue[]>();
  const phrases = new Map<string, Cue[]>();
  for (const cue of all) {
    const table = cue.pos === "p" ? phrases : byLemma;
    const cues = table.get(cue.lemma);
    if (cues) cues.push(cue);
    else table.set(cue.lemma, [cue]);
  }
  const weight = ({ beside, tests, voice }: Cue): number =>
    3 * beside.length + tests.reduce((sum, { kind }) => sum + (kind === "word" || kind === "filled" ? 2 : 1), 0) + (voice ? 1 : 0);
  for (const [lemma, cues] of byLemma)
    byLemma.set(
      lemma,
      cues.toSorted((a, b) => weight(b) - weight(a)),
    );
  return { all, byLemma, phrases };
}

function compileCue(row: TableRow, ids: Set<string>): Cue {
  const id = row.cell("id");
  if (!/^[a-z0-9-]+$/u.test(id) || ids.has(id)) throw row.fault("id", id, "a kebab-case id that no other row has");
  ids.add(id);
  const head = row.cell("head");
  const match = /^(?<words>[^/]+)\/(?<pos>[vnap])$/u.exec(head);
  const words = match?.groups?.["words"]?.split(" ") ?? [];
  const pos = match?.groups?.["pos"] as CuePos | undefined;
  if (!pos || words.some((word) => word === "" || word !== word.toLowerCase()))
    throw row.fault("head", head, 'words in small letters and "/v", "/n", "/a" or "/p", such as "point out/v"');
  const [lemma = "", beside] = pos === "n" ? [words.at(-1), words.slice(0, -1)] : [words[0], words.slice(1)];
  const kind = row.cell("kind");
  if (kind !== "say" && kind !== "view") throw row.fault("kind", kind, "say or view");
  const frame = row.cell("frame").split(" ").filter(Boolean);
  const stance = row.cell("stance");
  if (stance !== "" && stance !== "support" && stance !== "oppose")
    throw row.fault("stance", stance, "support, oppose or nothing");
  return {
    id,
    pos,
    lemma,
    kind,
    beside,
    voice: frame.includes("passive") ? "passive" : frame.includes("active") ? "active" : null,
    somebody: frame.includes("somebody"),
    tests: frame.filter((part) => !["passive", "active", "somebody"].includes(part)).map((part) => cueTest(row, part)),
    content: slotList(row, "content").map((sum) => sum.split("+")),
    speaker: slotList(row, "speaker"),
    addressee: slotList(row, "addressee"),
    stance: stance === "" ? null : stance,
    denies: deniesOf(row),
    example: row.cell("example") || missing(row, "example"),
    gives: exampleGives(row),
    trap: row.cell("trap"),
  };
}

function deniesOf(row: TableRow): boolean {
  const denies = row.cell("denies");
  if (denies !== "" && denies !== "yes") throw row.fault("denies", denies, "yes or nothing");
  return denies === "yes";
}

function missing(row: TableRow, column: string): never {
  throw row.fault(column, "", "a sentence");
}

function cueTest(row: TableRow, part: string): CueTest {
  const match = /^(?<not>!?)(?<slot>[a-z]+)(?:(?<op>!?=)(?<words>[^\s=]+))?$/u.exec(part)?.groups;
  if (!match?.["slot"] || (match["not"] === "!" && match["words"] !== undefined))
    throw row.fault("frame", part, '"passive", "active", "somebody", or a slot with a condition such as "obj", "!obj" or "obj=issue|aim"');
  const words = match["words"]?.split("|") ?? [];
  return {
    slot: match["slot"],
    kind: match["op"] === "!=" ? "other" : words.length > 0 ? "word" : match["not"] === "!" ? "empty" : "filled",
    lemmas: new Set(words),
  };
}

function slotList(row: TableRow, column: string): string[] {
  const value = row.cell(column);
  if (value === "" || value === "-") return [];
  const slots = value.split("|");
  if (slots.some((slot) => !/^[a-z]+(?:\+[a-z]+)?$/u.test(slot)))
    throw row.fault(column, value, '"-", or slots such as "clause|obj" or "obj+comp"');
  return slots;
}

function exampleGives(row: TableRow): CueExample | null {
  const value = row.cell("gives");
  if (value === "-") return null;
  const [speaker, cue, content, ...more] = value.split(" | ").map((part) => (part === "-" ? "" : part));
  if (speaker === undefined || cue === undefined || content === undefined || more.length > 0)
    throw row.fault("gives", value, '"-", or "speaker | cue | content" with "-" for a part that is not there');
  return { speaker, cue, content };
}
