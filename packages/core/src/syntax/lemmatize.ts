/**
 * The lemma of a word, as UD English writes it. In: the form, its universal part of speech and its Penn tag. Out: the lemma.
 * Order: the word with its tag in the table, then irregular forms, then spelling. The tag counts, never the words around it, so "'s" of "has gone" is
 * told from "is" by nothing: it is "be" here, and parse-document.ts puts it right by the tree. Proper names keep their letters, all else is in lower case but "I"; spelling mistakes stay as they are.
 */
import type { LemmaTables } from "../codebook/language-lemmas.ts";
import { withoutS } from "./lemma-plural.ts";
import { restoreStem } from "./lemma-stem.ts";

const PREFIXES = ["re", "over", "under", "out", "mis", "un", "pre", "fore", "co"];

/** @param tables `Codebook.language.lemmas` */
export function lemmatize(form: string, upos: string, xpos: string, tables: LemmaTables): string {
  const lower = form.toLowerCase();
  const listed = tables.listed.get(lower);
  if (listed !== undefined) {
    for (const one of listed) if (one.upos === upos && (one.xpos === "" || one.xpos === xpos)) return one.lemma;
  }
  switch (upos) {
    case "VERB":
    case "AUX":
      return verb(lower, xpos, tables);
    case "NOUN":
      return xpos === "NNS" || xpos === "NNPS" ? cased(form, lower, plural(lower, tables)) : cased(form, lower, lower);
    case "PROPN":
      return xpos === "NNPS" || xpos === "NNS" ? like(form, lower, plural(lower, tables)) : form;
    case "ADJ":
    case "ADV":
      return graded(lower, xpos, tables);
    case "NUM":
      return lower.includes(",") ? lower.replaceAll(",", "") : lower;
    case "PRON":
      return lower === "i" ? "I" : lower;
    case "X":
    case "SYM":
    case "PUNCT":
      return form;
    default:
      return lower;
  }
}

function verb(form: string, xpos: string, tables: LemmaTables): string {
  switch (xpos) {
    case "VBD":
    case "VBN":
      return past(form, tables);
    case "VBG":
      return tables.presents.get(form) ?? gerund(form, tables);
    case "VBZ":
      return tables.presents.get(form) ?? withoutS(form, tables.bases.verb);
    case "VBP":
      return tables.presents.get(form) ?? form;
    case "NNP": // "United" of "United Nations" is the verb in UD.
      return form.endsWith("ed") ? past(form, tables) : form.endsWith("ing") ? gerund(form, tables) : form;
    default:
      return form;
  }
}

function past(form: string, tables: LemmaTables): string {
  const irregular = tables.pasts.get(form);
  if (irregular !== undefined) return irregular;
  if (form.endsWith("ied") && form.length > 4) return `${form.slice(0, -3)}y`;
  if (form.endsWith("ed")) return form.length > 3 ? afterHyphen(form.slice(0, -2), tables) : form;
  if (form.endsWith("'d") || form.endsWith("’d")) return form.slice(0, -2);
  const hyphen = form.lastIndexOf("-") + 1;
  if (hyphen > 0) return form.slice(0, hyphen) + (tables.pasts.get(form.slice(hyphen)) ?? form.slice(hyphen));
  for (const prefix of PREFIXES) {
    if (!form.startsWith(prefix)) continue;
    const base = tables.pasts.get(form.slice(prefix.length));
    if (base !== undefined) return prefix + base;
  }
  return form;
}

function gerund(form: string, tables: LemmaTables): string {
  if (form.endsWith("eing")) return form.slice(0, -3); // "seeing", "ageing"
  if (form.endsWith("ing") && form.length > 4) return afterHyphen(form.slice(0, -3), tables);
  // "goin'", "goin"
  if (form.endsWith("in'") || form.endsWith("in’")) return afterHyphen(form.slice(0, -3), tables);
  return form.endsWith("in") && form.length > 3 ? afterHyphen(form.slice(0, -2), tables) : form;
}

function afterHyphen(stem: string, tables: LemmaTables): string {
  const hyphen = stem.lastIndexOf("-") + 1;
  return hyphen === 0
    ? restoreStem(stem, tables.bases.verb)
    : stem.slice(0, hyphen) + restoreStem(stem.slice(hyphen), tables.bases.verb);
}

function plural(form: string, tables: LemmaTables): string {
  if (form >= "0" && form < ":") return form.replace(/['’]s$/u, "s"); // "1990s", "1990's"
  const irregular = tables.plurals.get(form);
  if (irregular !== undefined) return irregular;
  const hyphen = form.lastIndexOf("-") + 1;
  if (hyphen > 0) {
    // "ex-wives" has its plural last, "sons-in-law" and "runners-up" have it first.
    if (form.endsWith("s") || tables.plurals.has(form.slice(hyphen)))
      return form.slice(0, hyphen) + plural(form.slice(hyphen), tables);
    const first = form.indexOf("-");
    return plural(form.slice(0, first), tables) + form.slice(first);
  }
  if (form.endsWith("men") && form.length > 3) return `${form.slice(0, -3)}man`;
  if (form.endsWith("selves")) return `${form.slice(0, -3)}f`;
  return withoutS(form, tables.bases.noun);
}

function graded(form: string, xpos: string, tables: LemmaTables): string {
  const cut = xpos === "JJR" || xpos === "RBR" ? "er" : xpos === "JJS" || xpos === "RBS" ? "est" : "";
  if (cut === "" || !form.endsWith(cut) || form.length < cut.length + 2) return form === "i" ? "I" : form;
  const stem = form.slice(0, -cut.length);
  return stem.endsWith("i") ? `${stem.slice(0, -1)}y` : restoreStem(stem, tables.bases.adjective);
}

/** A common noun in lower case, but "NGOs" and "iPhones", of mixed letters, as they are. */
function cased(form: string, lower: string, lemma: string): string {
  if (form === lower || form === form.toUpperCase() || form.slice(1) === lower.slice(1)) return lemma;
  return like(form, lower, lemma);
}

/** The lemma with the letters of the form where the two agree: "Rockies" is "Rocky". */
function like(form: string, lower: string, lemma: string): string {
  if (form === lower || form.length !== lower.length) return lemma;
  let same = 0;
  while (same < lemma.length && lemma[same] === lower[same]) same += 1;
  const rest = lemma.slice(same);
  return form.slice(0, same) + (form === form.toUpperCase() ? rest.toUpperCase() : rest);
}
