import type { Act } from "./act.ts";
import { composeAct } from "./compose-act.ts";
import type { ActReader } from "./read-act.ts";

/** Placeholder until the operator row of duties is looked up. */
export function dutyAct(reader: ActReader, head: number): Act | null {
  void reader;
  void head;
  void composeAct;
  return null;
}
