import type { EventType } from "../../model/plover.ts";
import { eventTypeOf, type Ontology } from "../ontology.ts";
import { parseTable } from "../parse-table.ts";
import { exampleCodes, type ExampleCodes } from "./example-codes.ts";
import { framePattern, roleSlots, type FramePattern, type RoleSlots } from "./frame-pattern.ts";

/** A sense of a word that tells a political event: in this frame, of this type, with these as actor and recipient. */
export interface Predicate {
  readonly kind: "predicate";
  readonly id: string;
  readonly pattern: FramePattern;
  readonly type: EventType;
  readonly mode: string | null;
  readonly actor: RoleSlots;
  readonly recipient: RoleSlots;
  /** The row's own sentence, and what it must give. */
  readonly example: string;
  readonly codes: ExampleCodes;
  /** A sentence with the same or a like word in which the row must code nothing; "": none needed. */
  readonly trap: string;
}

export const PREDICATE_COLUMNS = ["id", "head", "frame", "type", "mode", "actor", "recipient", "example", "codes", "trap"] as const;

/** @throws ComityError "codebook-table" for a row that cannot be right */
export function compilePredicates(file: string, content: string, ontology: Ontology, ids: Set<string>): Predicate[] {
  return [...parseTable(file, content, PREDICATE_COLUMNS)].map((row) => {
    const id = row.cell("id");
    if (!/^[a-z0-9-]+$/u.test(id) || ids.has(id)) throw row.fault("id", id, "a kebab-case id that no other row has");
    ids.add(id);
    const type = eventTypeOf(row, "type");
    const mode = row.cell("mode");
    if (mode && !ontology.modes.get(type)?.has(mode))
      throw row.fault("mode", mode, `empty or a mode of ${type}: ${[...(ontology.modes.get(type) ?? [])].join(", ") || "it has none"}`);
    if (!row.cell("example")) throw row.fault("example", "", "a sentence that the row codes");
    return {
      kind: "predicate",
      id,
      pattern: framePattern(row),
      type,
      mode: mode || null,
      actor: roleSlots(row, "actor"),
      recipient: roleSlots(row, "recipient"),
      example: row.cell("example"),
      codes: exampleCodes(row, row.cell("codes")),
      trap: row.cell("trap"),
    };
  });
}
