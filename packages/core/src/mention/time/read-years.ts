/** Years, decades and centuries. Four digits are a year only where the words around say so: "room 1984", "$2011" and "1984 people" are none. */
import { HYPHEN, valueOf, type Atoms } from "./atoms.ts";
import type { Reading } from "./meaning.ts";
import { yearAt } from "./read-date.ts";

const BEFORE = new Set(
  "in since until till of by during from through to after before between around circa early late mid post pre and or for than".split(
    " ",
  ),
);
/** Before the year of a thing: "the 1967 borders", "its 2015 deal". */
const DETERMINERS = new Set("the a an this that its his her their our 's ’s s'".split(" "));

export function readYears(atoms: Atoms, i: number): Reading | null {
  const first = atoms.at(i)?.low === "the" ? atoms.at(i + 1) : atoms.at(i);
  if (!first || !(first.digit || first.form.length > 2)) return null;
  return readDecade(atoms, i) ?? readCentury(atoms, i) ?? readYear(atoms, i);
}

/** "The 1990s", "the '90s", "the nineties". */
function readDecade(atoms: Atoms, i: number): Reading | null {
  const start = atoms.at(i)?.low === "the" ? i + 1 : i;
  const form = atoms.at(start)?.form ?? "";
  if (!form.endsWith("s") && start === i) return null;
  const [, full] = /^(1[5-9]\d0|20\d0)['’]?s$/u.exec(form) ?? [];
  const [, short] = /^['’‘](\d0)s$/u.exec(form) ?? [];
  const word = start > i ? valueOf(atoms.at(start), "decade") : null;
  const from = full ? Number(full) : short ? (Number(short) < 30 ? 2000 : 1900) + Number(short) : word;
  return from === null ? null : { to: start + 1, meaning: { kind: "years", from, to: from + 9 } };
}

/** "The 19th century", "the nineteenth century". */
function readCentury(atoms: Atoms, i: number): Reading | null {
  const start = atoms.at(i)?.low === "the" ? i + 1 : i;
  if (!atoms.at(start)?.digit && !atoms.at(start)?.word) return null;
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(atoms.at(start)?.low ?? "") ?? [];
  const n = digits ? Number(digits) : valueOf(atoms.at(start), "ordinal");
  const at = HYPHEN.test(atoms.at(start + 1)?.low ?? "") ? start + 2 : start + 1;
  if (n === null || n < 15 || n > 21 || atoms.at(at)?.low !== "century") return null;
  return { to: at + 1, meaning: { kind: "years", from: 100 * n - 99, to: 100 * n } };
}

function readYear(atoms: Atoms, i: number): Reading | null {
  const year = yearAt(atoms.at(i));
  if (year === null) return null;
  const [before, next] = [atoms.at(i - 1), atoms.at(i + 1)];
  const reading: Reading = { to: i + 1, meaning: { kind: "years", from: year, to: year } };
  // A sign of money, a number or a name right before, a share or a measure right behind.
  if (
    /^(?:[%#$€£]|percent|per|gmt|utc|hours?|hrs|z|meters|metres|km|miles|feet|dollars|euros|years|days|tons|tonnes|mw)$/u.test(
      next?.low ?? "",
    )
  )
    return null;
  if (next && (next.low === "and" || next.low === "to") && /^(?:of|some)$/u.test(before?.low ?? "")) return null;
  const [xposBefore, xposNext] = [atoms.xposOf(i - 1), atoms.xposOf(i + 1)];
  const counted = (xposNext === "NNS" || xposNext === "NNPS") && next?.word?.has("dated") !== true;
  if (before === undefined) return next?.low === "," || next?.low === ":" ? reading : null;
  if (BEFORE.has(before.low))
    return counted && !/^\p{Lu}/u.test(next?.form ?? "") ? null : andYear(atoms, i) ? reading : null;
  if (DETERMINERS.has(before.low) || xposBefore.startsWith("JJ"))
    return next &&
      /^(?:NN|JJ|VBG|HYPH)/u.test(xposNext) &&
      !(counted && before.low !== "the" && before.low !== "'s" && before.low !== "’s")
      ? reading
      : null;
  if (before.low === "(" && (next?.low === ")" || HYPHEN.test(next?.low ?? "") || next?.low === ",")) return reading;
  if (HYPHEN.test(before.low) || before.low === "/")
    return /^(?:post|pre|mid|early|late)$/u.test(atoms.at(i - 2)?.low ?? "") ||
      yearAt(atoms.at(i - 2)) !== null ||
      (before.low !== "/" && before.form !== "-")
      ? reading
      : null;
  if (before.low === ",") return yearAt(atoms.at(i - 2)) !== null ? reading : null;
  return next?.word?.has("dated") === true ? reading : null;
}

/** "Between 20 and 2011 people", "Smith and 1984": behind "and" only another year makes one. */
function andYear(atoms: Atoms, i: number): boolean {
  const before = atoms.at(i - 1)?.low;
  if (before === "for" || before === "than") return !/^(?:CD|NN)/u.test(atoms.xposOf(i + 1));
  if (before === "to" && /^(?:back|date|dates|dated|dating|prior|return|returned)$/u.test(atoms.at(i - 2)?.low ?? ""))
    return true;
  if (before !== "and" && before !== "or" && before !== "to") return true;
  return atoms.slice(Math.max(0, i - 8), i - 1).some((atom) => yearAt(atom) !== null);
}
