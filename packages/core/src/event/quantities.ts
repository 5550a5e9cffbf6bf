/**
 * How many or how much an event is about: killed, arrested, troops, money. In: a sentence's tree, the events read from it. Out: quantities by event.
 * A number counts something of a kind by what is done to it ("killing 14"), by what the event does to it ("arrested 40 students") or by itself ("14 missiles"). It
 * belongs to the event that it hangs on by a phrase or a participle, the nearest one, and only where such an event can have the kind; each number to one event.
 */
import type { QuantityKind, QuantityTables, QuantityWord } from "../codebook/events/quantities.ts";
import type { Quantity } from "../model/event.ts";
import type { Act } from "./act.ts";
import { numberExpressions, type NumberExpression } from "./number-expressions.ts";
import { isPassive } from "../clause/arguments.ts";
import { dependents, relation, type SentenceTree } from "../clause/sentence-tree.ts";

/** An event of the sentence, as far as quantities ask. */
export interface QuantitySubject {
  readonly type: string;
  readonly mode: string | null;
  readonly act: Pick<Act, "head" | "used"> & { readonly path: readonly { readonly head: number }[] };
}

/** A number with what it counts. */
interface Count {
  readonly expression: NumberExpression;
  /** Token that holds the counted in the tree. */
  readonly top: number;
  /** Token of the noun that is counted; null: there is none ("killing 14"). */
  readonly noun: number | null;
  readonly kind: QuantityKind | null;
  readonly unit: string | null;
  /** Kind by the noun alone, where neither verb nor event makes it another. */
  readonly alone: QuantityKind | null;
  readonly from: number;
  readonly to: number;
}

export class QuantityReader {
  readonly #tables: QuantityTables;
  readonly #persons: ReadonlyMap<string, unknown>;

  /** @param persons nouns for human beings, by lemma */
  constructor(tables: QuantityTables, persons: ReadonlyMap<string, unknown>) {
    this.#tables = tables;
    this.#persons = persons;
  }

  /** Of each event, in the order given, its quantities in text order. */
  quantitiesOf(tree: SentenceTree, events: readonly QuantitySubject[]): Quantity[][] {
    const found = events.map((): Quantity[] => []);
    if (events.length === 0) return found;
    for (const expression of numberExpressions(tree.forms)) {
      const count = this.#count(tree, expression);
      if (!count) continue;
      let best: { event: number; distance: number; kind: QuantityKind } | null = null;
      for (const [event, subject] of events.entries()) {
        const kind = this.#kindFor(tree, count, subject);
        if (!kind) continue;
        const distance = distanceTo(tree, count.top, subject.act, kind.result);
        if (distance !== null && (!best || distance < best.distance)) best = { event, distance, kind };
      }
      const [first, last] = [tree.sentence.tokens[count.from], tree.sentence.tokens[count.to - 1]];
      if (!best || !first || !last) continue;
      const { min, max } = expression;
      found[best.event]?.push({ kind: best.kind.kind, min, max, unit: count.unit, start: first.start, end: last.end });
    }
    return found;
  }

  #count(tree: SentenceTree, expression: NumberExpression): Count | null {
    const { from, to, number } = expression;
    const money = this.#money(tree, expression);
    if (money) return money;
    const hold = holder(tree, number, to);
    const noun = this.#noun(tree, expression, hold);
    if (noun === undefined) return null;
    const top = noun === null || expression.collective ? hold : tree.words[noun]?.head === hold ? hold : noun;
    const lemma = noun === null ? null : (tree.words[noun]?.lemma.toLowerCase() ?? null);
    const alone = noun === null ? null : this.#word(tree, "n", noun, expression.strong ? "strong" : "self");
    const own = (alone && this.#tables.kinds.get(alone.kind)) ?? null;
    // Missiles are neither killed nor arrested, whatever the parser hangs on them.
    const isThing = own !== null && own.types.size + own.obj.size + own.subj.size === 0;
    const told = isThing ? null : (this.#behindVerb(tree, from) ?? this.#told(tree, top, noun, to));
    if (noun === null && !told) return null;
    return {
      expression,
      top,
      noun,
      kind: told && (this.#tables.kinds.get(told.kind) ?? null),
      alone: own,
      unit: lemma === null || EMPTY_NOUN.has(lemma) ? null : lemma === "people" ? "person" : lemma,
      from,
      to,
    };
  }

  /** "$46 billion", "70 million US dollars". */
  #money(tree: SentenceTree, expression: NumberExpression): Count | null {
    const { from, to, number } = expression;
    const kind = this.#tables.kinds.get("money") ?? null;
    const sign = this.#tables.words.sign.get(tree.forms[number - 1] ?? "")?.[0];
    const count = (unit: string | null, first: number, last: number): Count => {
      const top = holder(tree, first, last);
      return { expression, top, noun: null, kind, alone: null, unit, from: Math.min(from, first), to: last };
    };
    if (sign) return count(sign.unit, number - 1, to);
    for (const at of [to, to + 1]) {
      const word = this.#word(tree, "n", at, "self");
      if (word?.kind !== "money") continue;
      const before = at > to ? (tree.forms[to] ?? "") : null;
      // Of "Australian dollars" and the like the table has no currency.
      const isTold = before === null || word.unit !== "USD" || /^(?:us|u\.s\.|american)$/u.test(before);
      return count(isTold ? word.unit : null, number, at + 1);
    }
    return null;
  }

  /** The noun that the number counts; null: none; undefined: something that is of no kind. */
  #noun(
    tree: SentenceTree,
    { from, to, collective, strong }: NumberExpression,
    hold: number,
  ): number | null | undefined {
    if (strong) return [to, to + 1, to + 2].find((i) => this.#word(tree, "n", i, "strong"));
    if (collective || tree.forms[to] === "of") {
      // Of "tens of thousands of people" the people hang on the last of the number's words.
      const behind = tree.words.findIndex(
        (word, i) =>
          i >= to && relation(word) === "nmod" && (word.head === hold || (word.head > hold && word.head < to)),
      );
      if (behind >= 0 && tree.forms[to] === "of") return this.#isCounted(tree, behind) ? behind : undefined;
    }
    // "A man, 40, from Ankara"
    const isApart = /^[,(]$/u.test(tree.forms[from - 1] ?? "") && /^[,.;)]$/u.test(tree.forms[to] ?? "");
    const rel = relation(tree.words[hold]);
    const above = tree.words[hold]?.head ?? -1;
    if (
      ["nummod", "compound", "amod", "det", "nmod"].includes(rel) &&
      above >= to &&
      !tree.forms.slice(to, above).includes("of")
    )
      return this.#isCounted(tree, above) ? above : undefined;
    // Where the parser hangs the number elsewhere: the first noun behind it, with nothing but its own adjectives between.
    for (let i = to; i < to + 4; i += 1) {
      const word = tree.words[i];
      if (!word) break;
      const next = tree.words[i + 1]?.upos ?? "";
      if (["NOUN", "PROPN"].includes(word.upos) && !["NOUN", "PROPN"].includes(next))
        return this.#isCounted(tree, i) ? i : undefined;
      if (!["ADJ", "NOUN", "PROPN"].includes(word.upos)) break;
    }
    return isApart || NO_ARGUMENT.has(tree.words[hold]?.relation ?? "") ? undefined : null;
  }

  /** Human beings, and what stands in the table. */
  #isCounted(tree: SentenceTree, noun: number): boolean {
    const lemma = tree.words[noun]?.lemma.toLowerCase() ?? "";
    if (this.#persons.has(lemma) || EMPTY_NOUN.has(lemma) || lemma === "people") return true;
    if (this.#word(tree, "n", noun, "self")) return true;
    return (tree.at[noun] ?? []).some(({ sort }) => sort === "people" || sort === "person");
  }

  #word(
    tree: SentenceTree,
    pos: "v" | "n" | "a",
    token: number,
    ...counts: QuantityWord["counts"][]
  ): QuantityWord | null {
    const word = tree.words[token];
    if (!word) return null;
    const beside = (text: string): boolean => (tree.children[token] ?? []).some((child) => tree.forms[child] === text);
    const rows =
      this.#tables.words[pos].get(word.lemma.toLowerCase()) ?? this.#tables.words[pos].get(tree.forms[token] ?? "");
    return rows?.find((row) => counts.includes(row.counts) && row.beside.every(beside)) ?? null;
  }

  /** The kind by what happens to the counted: the verb or noun over it, the participle on it. */
  #told(tree: SentenceTree, top: number, noun: number | null, to: number, depth = 0): QuantityWord | null {
    const word = tree.words[top];
    if (!word || depth > 3) return null;
    for (const token of new Set([top, noun ?? top])) {
      for (const child of tree.children[token] ?? []) {
        const rel = tree.words[child]?.relation ?? "";
        const isSaid = ["acl", "amod", "acl:relcl", "xcomp", "dep"].includes(rel);
        const told = isSaid ? this.#said(tree, child, token, rel === "acl:relcl") : null;
        if (told) return told;
      }
    }
    // "30 wounded", with whatever relation.
    if (noun === null && depth === 0) {
      const next = tree.words[to];
      const told =
        next && (next.upos === "ADJ" || next.xpos === "VBN" || next.xpos === "JJ") ? this.#state(tree, to) : null;
      if (told && !dependents(tree, to, "obj").some((child) => child > to)) return told;
    }
    const over = word.head;
    const rel = word.relation;
    if (over < 0) return null;
    switch (relation(word)) {
      case "obj": {
        const verb = this.#word(tree, "v", over, "obj");
        if (verb) return verb;
        // "Left 14 people dead"
        const states = (tree.children[over] ?? []).filter(
          (child) => child > top && ["xcomp", "advcl", "dep"].includes(relation(tree.words[child])),
        );
        return states.map((child) => this.#state(tree, child)).find((told) => told !== null) ?? null;
      }
      case "nsubj": {
        const passive = rel === "nsubj:pass" || isPassive(tree, over);
        return (
          (passive ? this.#word(tree, "v", over, "obj") : this.#word(tree, "v", over, "subj")) ??
          (tree.words[over]?.upos === "VERB" ? null : this.#state(tree, over))
        );
      }
      case "nmod":
        return tree.forms[over] !== undefined && dependents(tree, top, "case").some((mark) => tree.forms[mark] === "of")
          ? this.#word(tree, "n", over, "of")
          : null;
      case "conj":
      case "appos":
        return this.#told(tree, over, null, to, depth + 1);
      default:
        return null;
    }
  }

  /** "[14 people] killed", "who died", "wounded [soldiers]". */
  #said(tree: SentenceTree, child: number, counted: number, relative: boolean): QuantityWord | null {
    const word = tree.words[child];
    if (!word) return null;
    if (!relative)
      return word.xpos === "VBN" || word.xpos === "VBD" || word.upos === "ADJ" ? this.#state(tree, child) : null;
    if (isPassive(tree, child)) return this.#word(tree, "v", child, "obj");
    const hasOwnSubject = dependents(tree, child, "nsubj").some(
      (subject) => !["PRON", "DET"].includes(tree.words[subject]?.upos ?? ""),
    );
    return hasOwnSubject && child !== counted ? null : this.#word(tree, "v", child, "subj");
  }

  /** "Wounding [at least 30]", of which the parser may take "at" for a preposition. */
  #behindVerb(tree: SentenceTree, from: number): QuantityWord | null {
    const word = tree.words[from - 1];
    return word?.upos === "VERB" && tree.forms[from] !== "in" ? this.#word(tree, "v", from - 1, "obj") : null;
  }

  /** A participle or adjective that says what became of somebody. */
  #state(tree: SentenceTree, token: number): QuantityWord | null {
    return this.#word(tree, "v", token, "obj") ?? this.#word(tree, "a", token, "subj");
  }

  #kindFor(tree: SentenceTree, count: Count, event: QuantitySubject): QuantityKind | null {
    const kind = count.kind ?? this.#byAct(tree, count, event) ?? count.alone;
    return kind && (kind.types.size === 0 || kind.types.has(event.type)) ? kind : null;
  }

  /** "Detained [40 students]", "[thousands of people] rallied": what the event makes of them. */
  #byAct(tree: SentenceTree, { top, noun, alone }: Count, { type, mode, act }: QuantitySubject): QuantityKind | null {
    if (noun === null || (alone && !this.#isPerson(tree, noun))) return null;
    const heads = new Set([act.head, ...act.path.map(({ head }) => head), ...act.used]);
    let at = top;
    while (["conj", "appos"].includes(relation(tree.words[at]))) at = tree.words[at]?.head ?? -1;
    const word = tree.words[at];
    if (!word || !(heads.has(word.head) || isMisreadSubject(tree, at, act.head))) return null;
    const isObject =
      relation(word) === "obj" ||
      word.relation === "nsubj:pass" ||
      (relation(word) === "nmod" && tree.words[word.head]?.upos === "NOUN");
    const isSubject = (relation(word) === "nsubj" && !isObject) || isMisreadSubject(tree, at, act.head);
    for (const kind of this.#tables.kinds.values()) {
      const acts = isObject ? kind.obj : isSubject ? kind.subj : null;
      if (acts?.has(type) || (mode !== null && acts?.has(`${type}/${mode}`))) return kind;
    }
    return null;
  }

  #isPerson(tree: SentenceTree, noun: number): boolean {
    const lemma = tree.words[noun]?.lemma.toLowerCase() ?? "";
    return this.#persons.has(lemma) || lemma === "people";
  }
}

/** Nouns that stand for whoever was named before. */
const EMPTY_NOUN = new Set(["other", "more", "one"]);

/** "[Tens of thousands] rallied", of which the parser may make a participle on the noun. */
const isMisreadSubject = (tree: SentenceTree, noun: number, verb: number): boolean =>
  tree.words[verb]?.head === noun && tree.words[verb]?.relation === "acl" && tree.words[verb]?.xpos === "VBD";

/** A number that stands so counts nothing itself. */
const NO_ARGUMENT = new Set(["nummod", "compound", "amod", "nmod:npmod", "nmod:tmod", "obl:tmod", "flat"]);

/** The token of some by which the rest of the tree holds them. */
function holder({ words }: SentenceTree, from: number, to: number): number {
  for (let i = from; i < to; i += 1) {
    const head = words[i]?.head ?? -1;
    if (head < from || head >= to) return i;
  }
  return from;
}

const PHRASE = new Set([
  "obj",
  "iobj",
  "nsubj",
  "obl",
  "nmod",
  "appos",
  "compound",
  "amod",
  "nummod",
  "xcomp",
  "det",
  "flat",
  "list",
  "dep",
  "fixed",
]);

/**
 * How far the counted hangs from an event's words; null: it is not the event's. Up from the counted through phrases and participles; and where the number tells what
 * came of the event, also from the event's noun up to the verb that the number belongs to ("the [attack] killed 14", "14 died in the [attack]").
 */
function distanceTo(tree: SentenceTree, top: number, act: QuantitySubject["act"], result: boolean): number | null {
  const anchors = new Set([act.head, ...act.path.map(({ head }) => head), ...act.used]);
  const reach = new Map<number, number>();
  for (let at = top, steps = 0; at >= 0 && steps < 12; steps += 1) {
    reach.set(at, steps);
    if (anchors.has(at)) return steps;
    if (isMisreadSubject(tree, at, act.head)) return steps + 1;
    if (!passes(tree, at, top, anchors, result)) break;
    at = tree.words[at]?.head ?? -1;
  }
  if (!result) return null;
  for (let at = act.head, steps = 1; at >= 0 && steps < 4; steps += 1) {
    const word = tree.words[at];
    if (!word || !["nsubj", "obj", "obl", "nmod", "compound"].includes(relation(word))) return null;
    at = word.head;
    const met = reach.get(at);
    if (met !== undefined) return met + steps;
  }
  return null;
}

/** Whether what hangs on a token belongs to what the token hangs on. */
function passes(tree: SentenceTree, at: number, top: number, anchors: ReadonlySet<number>, result: boolean): boolean {
  const word = tree.words[at];
  if (!word || word.head < 0) return false;
  const rel = relation(word);
  if (PHRASE.has(rel)) return true;
  const subjects = dependents(tree, at, "nsubj");
  const isFree =
    subjects.length === 0 ||
    (result && subjects.every((subject) => subject === top || tree.words[top]?.head === subject));
  const marks = dependents(tree, at, "mark");
  switch (rel) {
    case "conj":
      return word.upos !== "VERB" || isFree;
    case "advcl":
      // "Killing 14", "to free 14"; not "after killing 14".
      return (
        isFree &&
        ((marks.length === 0 && word.xpos === "VBG") || (!result && marks.every((mark) => tree.forms[mark] === "to")))
      );
    case "acl":
      return (
        anchors.has(word.head) ||
        (result && (word.xpos === "VBG" || word.relation === "acl:relcl") && !isActor(tree, word.head)) ||
        (word.xpos === "VBN" && at === top)
      );
    default:
      return false;
  }
}

/** What somebody did before ("the [rebels] who killed 14") is not what is done to them. */
const isActor = (tree: SentenceTree, token: number): boolean =>
  (tree.at[token]?.length ?? 0) > 0 || tree.over[token] !== undefined;
