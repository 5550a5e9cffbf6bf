import { EVENT_TYPES, type EventType } from "../../model/plover.ts";
import { parseTable } from "../parse-table.ts";
import { exampleCodes, type ExampleCodes } from "./example-codes.ts";
import { framePattern, roleSlots, type FramePattern, type RoleSlots } from "./frame-pattern.ts";

/** What a word does to the act that it takes ("agree to [visit]", "launch an [attack]"); codebook/events/README.md says what each gives. */
export const EFFECTS = [
  "do", "try", "agree", "promise", "refuse", "threaten", "request", "accuse", "blame", "end", "cancel", "plan", "hope", "fail", "deny", "cause", "prevent", "allow", "none",
] as const; // prettier-ignore
export type Effect = (typeof EFFECTS)[number];

/** A word that takes another act and makes an event of it, or passes it on. */
export interface Operator {
  readonly kind: "operator";
  readonly id: string;
  readonly pattern: FramePattern;
  /** Slots in which the act stands that it takes. */
  readonly on: readonly string[];
  readonly effect: Effect;
  /** It codes only with an act that is known; otherwise also alone ("agreed to [sing]"). */
  readonly needsAct: boolean;
  readonly actor: RoleSlots;
  /** Slots that name the recipient; none: that of the act it takes. */
  readonly recipient: RoleSlots;
  readonly example: string;
  /** Null: the example gives nothing. */
  readonly gives: { readonly type: EventType; readonly mode: string | null; readonly codes: ExampleCodes } | null;
  readonly trap: string;
}

export const OPERATOR_COLUMNS = ["id", "head", "frame", "on", "effect", "alone", "actor", "recipient", "example", "gives", "trap"] as const;

/** @throws ComityError "codebook-table" for a row that cannot be right */
export function compileOperators(file: string, content: string, ids: Set<string>): Operator[] {
  return [...parseTable(file, content, OPERATOR_COLUMNS)].map((row) => {
    const id = row.cell("id");
    if (!/^[a-z0-9-]+$/u.test(id) || ids.has(id)) throw row.fault("id", id, "a kebab-case id that no other row has");
    ids.add(id);
    const effect = EFFECTS.find((one) => one === row.cell("effect"));
    if (!effect) throw row.fault("effect", row.cell("effect"), `one of ${EFFECTS.join(", ")}`);
    const alone = row.cell("alone");
    if (alone !== "yes" && alone !== "no") throw row.fault("alone", alone, "yes (it is an event with any act) or no");
    const on = row.cell("on").split("|");
    if (on.some((slot) => !/^[a-z]+$/u.test(slot))) throw row.fault("on", row.cell("on"), 'slots such as "comp|obj"');
    if (!row.cell("example")) throw row.fault("example", "", "a sentence that the row codes");
    const given = row.cell("gives");
    const match = /^(?<type>[A-Z]+)(?:\/(?<mode>[a-z-]+))?: (?<codes>.+)$/u.exec(given)?.groups;
    const type = EVENT_TYPES.find((one) => one === match?.["type"]);
    if (given !== "-" && !type) throw row.fault("gives", given, '"-", or type, mode and codes such as "REJECT/meet: IRN > USA"');
    return {
      kind: "operator",
      id,
      pattern: framePattern(row),
      on,
      effect,
      needsAct: alone === "no",
      actor: roleSlots(row, "actor"),
      recipient: roleSlots(row, "recipient"),
      example: row.cell("example"),
      gives: type ? { type, mode: match?.["mode"] ?? null, codes: exampleCodes(row, match?.["codes"] ?? "") } : null,
      trap: row.cell("trap"),
    };
  });
}
