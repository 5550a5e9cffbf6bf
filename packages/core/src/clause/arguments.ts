/**
 * Who stands where in a clause: subject, object and prepositional phrases of a verb, adjective or noun, seen through passives, relative and participial
 * clauses, control, raising and coordination. In: a sentence's tree. Out: tokens by slot. Source of the relations: Universal Dependencies 2.
 */
import { dependents, isNominal, isVerb, relation, withConjuncts, type SentenceTree } from "./sentence-tree.ts";

/** Verbs of which the object or a phrase names who does what the infinitive tells; elsewhere the subject does. */
const PROMISES = new Set([
  "promise",
  "threaten",
  "vow",
  "pledge",
  "offer",
  "swear",
  "use",
  "summon",
  "meet",
  "visit",
  "phone",
  "telephone",
]);
/** "Call on Moscow to release": the phrase names who shall act. */
const CALLERS: Readonly<Record<string, readonly string[]>> = {
  call: ["on", "upon", "for"], appeal: ["to"], push: ["for"], press: ["on"], wait: ["for"], plead: ["with"], prevail: ["on"], lean: ["on"], arrange: ["for"],
}; // prettier-ignore
const DEEP = 12;

/** A verb form without "have" or "be" that names what is done to the noun it belongs to. */
export function isPassive(tree: SentenceTree, verb: number): boolean {
  const word = tree.words[verb];
  if (!word) return false;
  // "Armed by Sudan": an adjective with a "by" is a passive.
  if (word.upos === "ADJ")
    return (tree.children[verb] ?? []).some((child) => tree.words[child]?.relation === "obl:agent");
  if (word.upos !== "VERB") return false;
  const kids = new Set((tree.children[verb] ?? []).map((child) => tree.words[child]?.relation));
  if (kids.has("aux:pass")) return true;
  // A finite past form without "be" is active, whatever the parser made of its subject.
  if (kids.has("nsubj:pass")) {
    if (word.xpos !== "VBN" || kids.has("obj") || kids.has("aux")) return false;
    // Headlines leave "be" out ("Envoy killed in blast"); a state that is its subject acts, unless a "by" tells who did.
    const states = dependents(tree, verb, "nsubj").some((child) =>
      tree.at[child]?.some(({ sort }) => sort === "state"),
    );
    return !states || (tree.children[verb] ?? []).some((child) => caseOf(tree, child) === "by");
  }
  if (word.xpos !== "VBN" || kids.has("aux") || kids.has("obj") || kids.has("nsubj")) return false;
  if (word.relation === "acl" || word.relation === "advcl") return true;
  return word.relation === "conj" && isPassive(tree, word.head);
}

/** The grammatical subject, its own or the one that it shares with the clause it hangs on; empty where nothing tells. */
export function surfaceSubject(tree: SentenceTree, verb: number, depth = 0): number[] {
  const word = tree.words[verb];
  if (!word || depth > DEEP) return [];
  const own = dependents(tree, verb, "nsubj");
  if (own.length > 0) {
    // "The ministry announced [it] would": who is not tied to anybody else is who speaks.
    const loose = own.every((token) => tree.words[token]?.xpos === "PRP" && !tree.at[token]?.length);
    if (loose && word.relation === "ccomp" && depth < DEEP) return surfaceSubject(tree, word.head, depth + 1);
    return own.flatMap((token) => throughRelative(tree, token, verb));
  }
  const dated = datedSubject(tree, verb);
  if (dated.length > 0) return dated;
  const above = word.head;
  if (above < 0) return [];
  switch (word.relation) {
    case "conj":
      return isVerb(tree.words[above]) || hasSubject(tree, above) || tree.words[above]?.relation === "acl:relcl"
        ? surfaceSubject(tree, above, depth + 1)
        : [];
    case "xcomp":
    case "ccomp":
      return word.xpos === "VBD" || word.xpos === "VBZ" || word.xpos === "VBP" ? [] : controller(tree, above, depth);
    case "acl:relcl":
      return hasObjectGap(tree, verb) ? [] : withConjuncts(tree, [above]);
    case "acl":
    case "amod":
      return word.xpos === "VBG" || word.xpos === "VBN" || word.xpos === "VBD"
        ? withConjuncts(tree, [above])
        : nounAgent(tree, above, depth + 1);
    case "advcl":
      if (marked(tree, verb) && !isVerb(tree.words[above])) return [];
      return isAside(tree, verb) ? surfaceSubject(tree, above, depth + 1) : controller(tree, above, depth);
    default:
      return [];
  }
}

/** "On Tuesday [Cyprus] held talks": the day is taken for a part of the name, and the name for a phrase. */
function datedSubject(tree: SentenceTree, verb: number): number[] {
  const dated = dependents(tree, verb, "obl").filter(
    (child) =>
      child < verb &&
      (tree.children[child] ?? []).some(
        (kid) => kid < child && tree.words[kid]?.relation === "compound" && TIMES.has(tree.forms[kid] ?? ""),
      ),
  );
  return withConjuncts(tree, dated);
}

const hasSubject = (tree: SentenceTree, head: number): boolean => dependents(tree, head, "nsubj").length > 0;

/** "[Condemned] by France, Mali ...", "while [praising] Ghana, Togo ...": a participle whose subject is that of the clause it goes with, never its object. */
function isAside(tree: SentenceTree, verb: number): boolean {
  const word = tree.words[verb];
  if (word?.xpos !== "VBN" && word?.xpos !== "VBG") return false;
  const marks = dependents(tree, verb, "mark");
  return marks.length > 0 ? marks.some((mark) => WHEN.has(tree.forms[mark] ?? "")) : verb < word.head;
}
const WHEN: ReadonlySet<string> = new Set(["while", "after", "before", "when", "since", "by", "upon", "despite"]);

/** A clause behind "while", "if", "that" keeps its own subject. */
const marked = (tree: SentenceTree, verb: number): boolean =>
  dependents(tree, verb, "mark").some((mark) => tree.forms[mark] !== "to");

/** Who does what an infinitive under a verb tells: "urged Y to", "called on Y to", "promised to". */
function controller(tree: SentenceTree, verb: number, depth: number): number[] {
  const word = tree.words[verb];
  if (!word) return [];
  if (isVerb(word) && !isPassive(tree, verb)) {
    const objects = dependents(tree, verb, "obj", "iobj");
    if (objects.length > 0 && !PROMISES.has(word.lemma) && objects.some((i) => tree.at[i]?.length || tree.over[i]))
      return withConjuncts(tree, objects);
    const called = CALLERS[word.lemma];
    const phrases = called
      ? dependents(tree, verb, "obl").filter((child) => called.includes(caseOf(tree, child) ?? ""))
      : [];
    if (phrases.length > 0) return withConjuncts(tree, phrases);
  }
  if (word.upos === "NOUN" && !hasSubject(tree, verb)) return nounAgent(tree, verb, depth + 1);
  return surfaceSubject(tree, verb, depth + 1);
}

/** "Who", "which" and "that" stand for the noun that their clause belongs to. */
function throughRelative(tree: SentenceTree, token: number, verb: number): number[] {
  const word = tree.words[token];
  if (!word || !["WP", "WDT"].includes(word.xpos) || word.upos !== "PRON") return withConjuncts(tree, [token]);
  const noun = antecedentOf(tree, verb);
  return noun === null ? [] : withConjuncts(tree, [tree.forms[token] === "who" ? nearestPerson(tree, noun) : noun]);
}

/** The noun that the relative clause around a token belongs to; null: the token stands in none. */
export function antecedentOf(tree: SentenceTree, token: number): number | null {
  for (let at = token, steps = 0; at >= 0 && steps < DEEP; steps += 1) {
    const here = tree.words[at];
    if (!here) break;
    if (here.relation === "acl:relcl") return here.head;
    at = here.head;
  }
  return null;
}

/** "[An envoy] of Peru, who ...": "who" is no state or body where the noun that it belongs to is a person. */
function nearestPerson(tree: SentenceTree, noun: number): number {
  const isPerson = (token: number): boolean =>
    tree.at[token]?.some(({ sort }) => sort === "person" || sort === "people") ?? false;
  const isOther = (tree.at[noun]?.length ?? 0) + (tree.placesAt[noun]?.length ?? 0) > 0 && !isPerson(noun);
  if (!isOther) return noun;
  for (let at = noun, steps = 0; steps < 4; steps += 1) {
    const word = tree.words[at];
    if (!word || !["nmod", "appos", "nmod:unmarked"].includes(word.relation)) break;
    at = word.head;
    if (isPerson(at)) return at;
  }
  return noun;
}

/** "The town that rebels seized": the clause has its own subject and no object. */
function hasObjectGap(tree: SentenceTree, verb: number): boolean {
  // "China, where Kerry met": the place is no object.
  if ((tree.children[verb] ?? []).some((child) => ["where", "when", "why", "how"].includes(tree.forms[child] ?? "")))
    return false;
  // "A town which has fallen": the pronoun is the subject.
  const subjects = dependents(tree, verb, "nsubj");
  if (subjects.some((subject) => ["WDT", "WP"].includes(tree.words[subject]?.xpos ?? ""))) return false;
  return subjects.length > 0 && dependents(tree, verb, "obj").length === 0;
}

/** Who does what a noun names, in its own phrase: "by [Iran]", "[Iran]'s decision", "the [US] plan", "a [Saudi]-led raid". */
export function nounOwner(tree: SentenceTree, noun: number): number[] {
  const by = phrases(tree, noun, "by");
  if (by.length > 0) return by;
  // "A demonstration staged [by students]".
  const makers = makings(tree, noun).flatMap((verb) => logicalSubject(tree, verb));
  if (makers.length > 0) return makers;
  const owners = ownersOf(tree, noun);
  if (owners.length > 0) return owners;
  const before = premodifiers(tree, noun).flatMap((child) =>
    isAgentBefore(tree, child) ? [child] : ledBy(tree, child),
  );
  if (before.length > 0) return before;
  // "The refusal of [Chad] to negotiate".
  const of = RESOLVES.has(tree.words[noun]?.lemma ?? "") ? phrases(tree, noun, "of") : [];
  if (of.length > 0) return of;
  // "[The president] is on a visit", "[Iran] has been in talks".
  const engaged = dependents(tree, noun, "cop").length > 0 && ["on", "in"].includes(caseOf(tree, noun) ?? "");
  return engaged ? dependents(tree, noun, "nsubj").flatMap((token) => throughRelative(tree, token, noun)) : [];
}

/** Verbs of a clause behind a noun whose subject does what the noun names: "a demonstration [staged] by students", "the embargo that Chad [imposed]". */
function makings(tree: SentenceTree, noun: number): number[] {
  return dependents(tree, noun, "acl").filter((verb) => {
    const word = tree.words[verb];
    if (!word || verb < noun || HELPERS.has(word.lemma)) return false;
    const objects = dependents(tree, verb, "obj").filter((object) => tree.words[object]?.xpos !== "WDT");
    return word.relation === "acl"
      ? word.xpos === "VBN"
      : (MAKERS.has(word.lemma) && hasSubject(tree, verb) && objects.length === 0) ||
          // "A bombing that was claimed by rebels".
          (isPassive(tree, verb) && (MAKERS.has(word.lemma) || word.lemma === "claim"));
  });
}
/** Nouns that tell what somebody is about to do or not. */
const RESOLVES: ReadonlySet<string> = new Set(
  "refusal decision failure attempt plan promise pledge threat willingness readiness offer effort intention bid reluctance commitment unwillingness insistence".split(
    " ",
  ),
);
/** Verbs that say of what is done that somebody does it. */
const MAKERS: ReadonlySet<string> = new Set(
  "impose launch carry make stage conduct hold sign reach issue declare place mount wage begin start".split(" "),
);
/** Whoever helps others to a talk or deal, or thinks something of a deed, does not do it himself. */
const HELPERS: ReadonlySet<string> = new Set(
  "broker mediate facilitate attend host back support welcome condemn criticise criticize oppose denounce reject describe call see view approve expect follow prompt trigger cause witness report film record confirm deny praise hail fear".split(
    " ",
  ),
);

/** Whose a noun says it is: "[Iran]'s plan"; of "Ukraine, [whose] plan" the noun before the clause. */
export function ownersOf(tree: SentenceTree, noun: number): number[] {
  const owners = (tree.children[noun] ?? []).filter((child) => tree.words[child]?.relation === "nmod:poss");
  return withConjuncts(
    tree,
    owners.map((owner) => (tree.forms[owner] === "whose" ? (antecedentOf(tree, noun) ?? owner) : owner)),
  );
}

/** The [Syrian] attack was Syria's; the [Syria] attack was in Syria, and [Iran] talks are about it. Organisations, people and "US" act. */
function isAgentBefore(tree: SentenceTree, token: number): boolean {
  const actors = tree.at[token]?.length
    ? (tree.at[token] ?? [])
    : [tree.over[token]].filter((one) => one !== undefined);
  if (actors.length === 0) return false;
  return (
    tree.words[token]?.upos === "ADJ" ||
    actors.some(({ sort, text }) => (sort !== "state" && sort !== "place") || /^[A-Z.]{2,5}$/u.test(text))
  );
}

/** "[US]-led bombing": the words hang on "led". */
function ledBy(tree: SentenceTree, token: number): number[] {
  if (tree.forms[token] !== "led") return [];
  const before = (tree.children[token] ?? []).filter((child) => child < token && tree.over[child] !== undefined);
  return before.length > 0
    ? before
    : [token - 2].filter((at) => tree.forms[token - 1] === "-" && tree.over[at] !== undefined);
}

/** Who does what a noun names, or what is told of it: also the subject of the verb that has it as object ("[Iran] made a decision to"). */
export function nounAgent(tree: SentenceTree, noun: number, depth = 0): number[] {
  if (depth > DEEP) return [];
  const own = nounOwner(tree, noun);
  if (own.length > 0) return own;
  const before = premodifiers(tree, noun).filter(
    (child) => (tree.at[child]?.length ?? 0) > 0 || tree.over[child] !== undefined,
  );
  if (before.length > 0) return before;
  const word = tree.words[noun];
  const carrier = word && (word.relation === "obj" || word.relation === "xcomp") ? word.head : -1;
  return carrier >= 0 && isVerb(tree.words[carrier]) ? logicalSubject(tree, carrier, depth + 1) : [];
}

/** Who acts: the subject of an active verb, the "by" of a passive one. */
export function logicalSubject(tree: SentenceTree, verb: number, depth = 0): number[] {
  if (!isPassive(tree, verb)) return surfaceSubject(tree, verb, depth);
  const agents = (tree.children[verb] ?? []).filter((child) => {
    const rel = tree.words[child]?.relation ?? "";
    return rel === "obl:agent" || (rel.startsWith("obl") && caseOf(tree, child) === "by");
  });
  if (agents.length > 0) return withConjuncts(tree, agents);
  // "Imposed on Belarus [by Canada]": the parser may hang the agent on the phrase before it.
  const before = dependents(tree, verb, "obl").filter((child) => child > verb);
  return before.flatMap((child) => phrases(tree, child, "by"));
}

export const PARTICLES = new Set(["over", "down", "up", "off", "out", "back"]);

/** What is acted on: the object of an active verb, the subject of a passive one, the noun of "the town that rebels seized". */
export function logicalObject(tree: SentenceTree, verb: number): number[] {
  if (isPassive(tree, verb)) return [...surfaceSubject(tree, verb), ...dependents(tree, verb, "obj")];
  const objects = dependents(tree, verb, "obj");
  const own = [objects, dependents(tree, verb, "iobj"), bareClauseSubject(tree, verb)].find((some) => some.length > 0);
  if (own)
    return withConjuncts(
      tree,
      own.flatMap((token) => throughRelative(tree, token, verb)),
    );
  const word = tree.words[verb];
  if (word?.relation === "acl:relcl" && hasObjectGap(tree, verb)) return withConjuncts(tree, [word.head]);
  // "Handed over [evidence]": the parser takes the particle for a preposition.
  const handed = dependents(tree, verb, "obl").filter(
    (child) =>
      // "Pulled out of Libya" has two marks and no object.
      dependents(tree, child, "case").every((mark) => mark === verb + 1 && PARTICLES.has(tree.forms[mark] ?? "")) &&
      dependents(tree, child, "case").length > 0,
  );
  if (handed.length > 0) return withConjuncts(tree, handed);
  // "Police beat and [detained protesters]": the first of two verbs has the second's object.
  const next = dependents(tree, verb, "conj").find((other) => isVerb(tree.words[other]) && !hasSubject(tree, other));
  if (
    next !== undefined &&
    !isPassive(tree, next) &&
    dependents(tree, verb, "obl", "xcomp", "ccomp").length === 0 &&
    next - verb <= 3
  ) {
    const later = dependents(tree, next, "obj");
    if (later.length > 0) return withConjuncts(tree, later);
  }
  // "An attack [that] Iran carried out"; and "sanctions imposed and lifted by": the second verb shares the object.
  if (word?.relation === "conj" && isVerb(tree.words[word.head]) && (tree.words[word.head]?.head ?? -1) !== verb) {
    const shared = dependents(tree, word.head, "obj").filter((object) => object > verb);
    return withConjuncts(tree, shared);
  }
  return [];
}

/** "Helped [Mali] fight": the parser gives the object to the verb without "to". */
function bareClauseSubject(tree: SentenceTree, verb: number): number[] {
  const clauses = dependents(tree, verb, "xcomp", "ccomp").filter(
    (clause) =>
      tree.words[clause]?.xpos === "VB" && dependents(tree, clause, "mark", "aux").length === 0 && clause > verb,
  );
  return clauses.flatMap((clause) => dependents(tree, clause, "nsubj").filter((child) => child > verb));
}

/** The preposition or other mark of a phrase, of "out of" and the like the last word; null: none. */
export function caseOf(tree: SentenceTree, token: number): string | null {
  // Of "conceded to demands" the parser may take "to" for the mark of an infinitive.
  const relations = tree.words[token]?.upos === "NOUN" ? ["case", "mark"] : ["case"];
  const marks = dependents(tree, token, ...relations).filter(
    (child) => child < token && !/^['’]s?$/u.test(tree.forms[child] ?? ""),
  );
  const mark = marks.at(-1);
  return mark === undefined ? null : (tree.forms[mark] ?? null);
}

/** "On Monday", "in May": when, not whom. */
const TIMES = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split(
    " ",
  ),
);

/** Tokens of the phrases under a verb, adjective or noun that a preposition begins. */
export function phrases(tree: SentenceTree, head: number, preposition: string): number[] {
  const own = (tree.children[head] ?? []).filter((child) => {
    const rel = relation(tree.words[child]);
    return (
      (rel === "obl" || rel === "nmod" || rel === "advcl" || rel === "acl") &&
      isNominal(tree.words[child]) &&
      caseOf(tree, child) === preposition &&
      !TIMES.has(tree.forms[child] ?? "")
    );
  });
  // "The visit by a delegation [to China]", "the release of prisoners [by Ghana]": the phrase may hang on the one before it.
  if (own.length === 0 && tree.words[head]?.upos === "NOUN" && preposition !== "of" && preposition !== "in") {
    const before = dependents(tree, head, "nmod").filter(
      (child) => child > head && isHop(caseOf(tree, child) ?? "", preposition),
    );
    const inside = before.flatMap((inner) => phrases(tree, inner, preposition));
    // "The embargo that Chad imposed [on Libya]".
    return inside.length > 0 || preposition === "by"
      ? inside
      : makings(tree, head).flatMap((verb) =>
          MAKERS.has(tree.words[verb]?.lemma ?? "") ? phrases(tree, verb, preposition) : [],
        );
  }
  return withConjuncts(
    tree,
    preposition === "between" ? own.flatMap((token) => [token, ...strayed(tree, head, token)]) : own,
  );
}

/** Prepositions of a phrase on which the parser may hang the next one; a place only that which tells who or whom: "an attack in Mali [on a convoy]". */
const HOPS: ReadonlySet<string> = new Set(["of", "by", "between", "with"]);
const PLACES: ReadonlySet<string> = new Set(["in", "near", "at"]);
const WHOM: ReadonlySet<string> = new Set(["by", "from", "on", "against"]);

const isHop = (before: string, preposition: string): boolean =>
  HOPS.has(before) || (PLACES.has(before) && WHOM.has(preposition));

/** "Talks between Iran and [Iraq] opened": between needs two, and the parser may make the second the subject of a clause of its own. */
function strayed(tree: SentenceTree, noun: number, first: number): number[] {
  if (dependents(tree, first, "conj").length > 0) return [];
  const clauses = dependents(tree, noun, "conj").filter((clause) => isVerb(tree.words[clause]) && clause > first);
  return clauses.flatMap((clause) => dependents(tree, clause, "nsubj").filter((child) => child > first));
}

/** Words before a noun that say which it is: adjectives, nouns, names. */
export function premodifiers(tree: SentenceTree, noun: number): number[] {
  const own = (tree.children[noun] ?? []).filter(
    (child) =>
      child < noun &&
      ["amod", "compound", "nmod", "flat", "nummod", "det"].includes(relation(tree.words[child])) &&
      caseOf(tree, child) === null,
  );
  // "[Serbia]-[Kosovo] talks".
  const joined = (child: number): number[] =>
    tree.forms[child - 1] === "-" ? dependents(tree, child, "compound").filter((other) => other === child - 2) : [];
  return own.flatMap((child) => [
    ...joined(child),
    child,
    ...dependents(tree, child, "conj").filter((other) => other < noun),
  ]);
}
