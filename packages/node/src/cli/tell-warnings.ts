import { tell } from "./output.ts";

/** Tells what of the user's files of actors could not be used, and how much that was. */
export function tellWarnings(warnings: readonly string[]): void {
  for (const warning of warnings) tell(`comity: ${warning}`);
  if (warnings.length > 0)
    tell(`comity: --actors: ${warnings.length} warning${warnings.length === 1 ? "" : "s"}; everything else is used`);
}
