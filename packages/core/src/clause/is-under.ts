import type { Word } from "../model/parsed.ts";

/** Whether a token hangs below another, directly or through others. */
export function isUnder(words: readonly Word[], token: number, top: number): boolean {
  let at = words[token]?.head ?? -1;
  for (let steps = 0; at >= 0 && steps < words.length; steps += 1) {
    if (at === top) return true;
    at = words[at]?.head ?? -1;
  }
  return false;
}
