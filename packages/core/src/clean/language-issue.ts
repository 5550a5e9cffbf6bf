import type { Issue } from "../base/issue.ts";

/** Words that stand in every English text and in few others. */
const ENGLISH =
  /^(?:the|of|and|to|that|with|from|for|which|were|was|been|their|this|they|would|is|has|had|have|by|it|its|at|not|but|who|as|an|said|says)$/u;
/** The commonest words of other languages in Latin letters; "de", "la", "el", "al" are left out, since names hold them most. */
const OTHER = new RegExp(
  `^(?:${[
    "le les des du une est et que qui dans avec sur pas à au aux ses", // French
    "los las una por del para que se su es", // Spanish
    "der das und von zu mit ist im auf für ein eine nicht", // German
    "het een en dat zijn voor niet op te", // Dutch
    "il di che della sono gli alla", // Italian
    "os da em uma não para mais", // Portuguese
    "och att det som för på med är av inte til og ikke af", // Scandinavian
    "się na nie że jest przez je ve bir için ile olarak bu da", // Polish, Turkish
    "yang dan untuk dengan dari ini itu dalam pada tidak ng mga sa", // Indonesian, Malay, Tagalog
    "v se že na och és hogy az egy", // Czech, Hungarian
  ]
    .join(" ")
    .split(" ")
    .join("|")})$`,
  "u",
);
/** Fewer words say too little: a headline, a list of names. */
const LEAST_WORDS = 12;
/** Where a language is in neither list: this many words with hardly an English one among them. */
const MANY_WORDS = 60;
const LEAST_SHARE = 0.02;
/** Enough to judge by; the rest of a long text is not looked at. */
const LOOKED_AT = 4_000;

/**
 * An issue "not-english" where a text is written in another language, null where it is English or too short to say. Comity reads English only: what it would
 * code of such a text would be chance.
 */
export function languageIssue(text: string): Issue | null {
  const words = text.slice(0, LOOKED_AT).match(/[\p{L}\p{M}]+/gu) ?? [];
  // A script without blanks between words counts by its characters.
  const letters = words.reduce((sum, word) => sum + (/[^\p{Script=Latin}\p{M}]/u.test(word) ? word.length : 0), 0);
  const latin = words.reduce((sum, word) => sum + (/[^\p{Script=Latin}\p{M}]/u.test(word) ? 0 : word.length), 0);
  const otherScript = letters > latin && letters >= LEAST_WORDS;
  if (!otherScript) {
    const english = words.filter((word) => ENGLISH.test(word.toLowerCase())).length;
    // With a capital they are parts of names: Los Andes, El Comercio.
    const other = words.filter((word) => OTHER.test(word)).length;
    const speaksOther = words.length >= LEAST_WORDS && other > english && other >= 3;
    const speaksNone = words.length >= MANY_WORDS && english < words.length * LEAST_SHARE;
    if (!speaksOther && !speaksNone) return null;
  }
  const what = otherScript ? "it is not written in Latin letters" : "its common words are not English";
  return {
    code: "not-english",
    level: "warning",
    message: `The text seems to be in another language than English: ${what}. What is read from it is chance, so no events are coded; translate it first.`,
  };
}
