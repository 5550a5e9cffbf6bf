import type { Issue } from "../base/issue.ts";

/** Words that stand in every English text and in few others: none of them is a word of another language of Europe. */
const ENGLISH = /^(?:the|of|and|that|with|from|which|were|been|their|this|they|would|is|has|had|by|it|its|at|not|but|who)$/u;
/** Fewer words say too little: a headline, a list of names. */
const LEAST_WORDS = 20;
/** Of English prose these are 20 to 30 of a hundred words, of other languages none to 2; tables and lists of names lie between. */
const LEAST_SHARE = 0.04;
/** Enough to judge by; the rest of a long text is not looked at. */
const LOOKED_AT = 20_000;

/**
 * An issue "not-english" where a text is written in another language, null where it is English or too short to say. Comity reads English only: what it would
 * code of such a text would be chance.
 */
export function languageIssue(text: string): Issue | null {
  const words = text.slice(0, LOOKED_AT).toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  // A script without blanks between words counts by its characters.
  const letters = words.reduce((sum, word) => sum + (/[^\p{Script=Latin}\p{M}]/u.test(word) ? word.length : 0), 0);
  const latin = words.reduce((sum, word) => sum + (/[^\p{Script=Latin}\p{M}]/u.test(word) ? 0 : word.length), 0);
  const otherScript = letters > latin && letters >= LEAST_WORDS;
  if (!otherScript) {
    if (words.length < LEAST_WORDS) return null;
    const share = words.filter((word) => ENGLISH.test(word)).length / words.length;
    if (share >= LEAST_SHARE) return null;
  }
  const what = otherScript ? "it is not written in Latin letters" : "hardly any of its words are English";
  return {
    code: "not-english",
    level: "warning",
    message: `The text seems to be in another language than English: ${what}. No events are read from it; translate it first.`,
  };
}
