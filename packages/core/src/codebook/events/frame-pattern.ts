import type { TableRow } from "../parse-table.ts";

/** Verb, noun or adjective. */
export type FramePos = "v" | "n" | "a";

/** What may be asked of the thing in a slot. */
export const ACTOR_CLASSES = ["actor", "state", "government", "person", "people", "armed", "unarmed", "named", "several"] as const;
/** Kinds of actors; `named`: the slot's own word names somebody, not a word inside it; `several`: those of more than one state. */
export type ActorClass = (typeof ACTOR_CLASSES)[number];

export const SLOT_CLASSES = [...ACTOR_CLASSES, "duty", "refusal", "blame", "infinitive", "finite"] as const;
/** Also kinds of clauses. `duty`: what somebody must or should do; `refusal`: what somebody will not do; `blame`: that somebody does wrong (blame-words.tsv); `infinitive`: "to do"; `finite`: "that it does". */
export type SlotClass = (typeof SLOT_CLASSES)[number];

/** One condition on a slot: that it is filled or not, by one of some lemmas or by none of them, by a class or by none of it. */
export type FrameTest =
  | { readonly slot: string; readonly kind: "filled" | "empty" }
  | { readonly slot: string; readonly kind: "word" | "other"; readonly lemmas: ReadonlySet<string> }
  | { readonly slot: string; readonly kind: "class" | "no-class"; readonly is: SlotClass };

export interface FramePattern {
  /** Lemma of the predicate word, small letters. */
  readonly lemma: string;
  readonly pos: FramePos;
  /** Words that must stand with it: particles after a verb, words before a noun. */
  readonly beside: readonly string[];
  readonly tests: readonly FrameTest[];
  /** "passive" or "active": the verb must be so. null: either. */
  readonly voice: "passive" | "active" | null;
}

/** Slots whose actors fill a role: the first alternative that gives any, each a sum of slots. */
export type RoleSlots = readonly (readonly string[])[];

/** Reads `head` ("crack down/v", "air strike/n") and `frame` ("on:actor !obj obj=deal|pact"). @throws ComityError at the cell */
export function framePattern(row: TableRow): FramePattern {
  const written = row.cell("head");
  const match = /^(?<words>[^/]+)\/(?<pos>[vna])$/u.exec(written);
  const words = match?.groups?.["words"]?.split(" ") ?? [];
  const pos = match?.groups?.["pos"] as FramePos | undefined;
  if (!pos || words.some((word) => word === "" || word !== word.toLowerCase())) throw row.fault("head", written, 'words in small letters and "/v", "/n" or "/a", such as "crack down/v"');
  const [lemma, beside] = pos === "v" ? [words[0], words.slice(1)] : [words.at(-1), words.slice(0, -1)];
  let voice: FramePattern["voice"] = null;
  const tests: FrameTest[] = [];
  for (const part of row.cell("frame").split(" ").filter(Boolean)) {
    if (part === "passive" || part === "active") voice = part;
    else tests.push(frameTest(row, part));
  }
  return { lemma: lemma ?? "", pos, beside, tests, voice };
}

function frameTest(row: TableRow, part: string): FrameTest {
  const match = /^(?<not>!?)(?<slot>[a-z]+)(?:(?<op>!?[=:])(?<value>[^\s=:]+))?$/u.exec(part)?.groups;
  const slot = match?.["slot"];
  if (!match || !slot) throw row.fault("frame", part, 'a slot with a condition, such as "obj", "!obj", "on:actor", "obj=deal|pact" or "obj!=deal"');
  const { not, op, value } = match;
  if (op === undefined || value === undefined) return { slot, kind: not === "!" ? "empty" : "filled" };
  if (not === "!") throw row.fault("frame", part, '"!" before a slot without a value');
  if (op.endsWith("=")) return { slot, kind: op === "=" ? "word" : "other", lemmas: new Set(value.split("|")) };
  const is = SLOT_CLASSES.find((one) => one === value);
  if (!is) throw row.fault("frame", value, `one of ${SLOT_CLASSES.join(", ")}`);
  return { slot, kind: op === ":" ? "class" : "no-class", is };
}

/** Reads the slots of a role: "subj", "on|against|of", "subj+with", or "-" for none. @throws ComityError at the cell */
export function roleSlots(row: TableRow, column: string): RoleSlots {
  const value = row.cell(column);
  if (value === "-") return [];
  const slots = value.split("|").map((sum) => sum.split("+"));
  if (slots.flat().some((slot) => !/^[a-z]+$/u.test(slot))) throw row.fault(column, value, '"-", or slots such as "subj", "on|against" or "subj+with"');
  return slots;
}
