import type { FramePos } from "../codebook/events/frame-pattern.ts";
import type { ActorMention } from "../model/mention.ts";
import {
  caseOf, isPassive, logicalObject, logicalSubject, nounOwner, ownersOf, PARTICLES, phrases, premodifiers,
} from "./arguments.ts"; // prettier-ignore
import { countOver, throughCount } from "./counting.ts";
import { dependents, isVerb, relation, withConjuncts, type SentenceTree } from "./sentence-tree.ts";

/** Verbs that say little without the noun of their phrase: "enter into a pact [with]", "plead for help [with]". */
const LIGHT_BEFORE = new Set([
  "enter",
  "come",
  "arrive",
  "engage",
  "get",
  "go",
  "fall",
  "put",
  "plead",
  "call",
  "participate",
  "take",
]);

/** Nouns that the noun before them gives their sense. */
const EMPTY_NOUNS = new Set(
  "service supply delivery shipment system network connection package product material equipment".split(" "),
);

const lemmaAt = (tree: SentenceTree, token: number): string => tree.words[token]?.lemma.toLowerCase() ?? "";

/** Adverbs of degree and time are no particles: "pushed [hard] for". */
const LOOSE = new Set("hard again also still repeatedly strongly already now once soon later today".split(" "));

/**
 * A predicate word with what stands around it, by slot: `subj` who acts, `obj` what is acted on (both seen through the passive), `iobj`, `comp` the head
 * of a clause that completes it, `mod` and `pre` the words before a noun, `poss` its owner, `prt` a particle, `up` the preposition before it, `doer` whoever does what the verb tells that carries a noun, `purpose` the actors of a clause that tells what for, and every
 * preposition by its own name.
 */
export class Frame {
  readonly tree: SentenceTree;
  readonly head: number;
  readonly pos: FramePos;
  readonly passive: boolean;
  readonly #slots = new Map<string, readonly number[]>();
  /** Who fills a slot, once it was asked for: many rows ask the same. */
  readonly slotActors = new Map<string, readonly ActorMention[]>();

  constructor(tree: SentenceTree, head: number, pos: FramePos) {
    this.tree = tree;
    this.head = head;
    this.pos = pos;
    this.passive = pos === "v" && isPassive(tree, head);
  }

  /** Tokens that head what fills a slot; empty where nothing does. */
  slot(name: string): readonly number[] {
    const known = this.#slots.get(name);
    if (known) return known;
    const tokens: number[] = [];
    for (const found of this.#find(name))
      for (const token of throughCount(this.tree, found))
        if (token !== this.head && !tokens.includes(token)) tokens.push(token);
    this.#slots.set(name, tokens);
    return tokens;
  }

  /** Lemmas of what fills a slot; of a word that says little the one before it too ("[internet] services", "[gas] deliveries"). */
  lemmas(name: string): readonly string[] {
    return this.slot(name).flatMap((token) => {
      const lemma = lemmaAt(this.tree, token);
      if (!EMPTY_NOUNS.has(lemma)) return [lemma];
      const before = dependents(this.tree, token, "compound").filter(
        (child) => this.tree.words[child]?.upos === "NOUN",
      );
      return [lemma, ...before.map((child) => lemmaAt(this.tree, child))];
    });
  }

  /** The verb that carries a noun as its object or in a phrase ("launch an [attack]", "come under [attack]"); null: none. */
  get carrier(): number | null {
    if (this.pos !== "n") return null;
    const word = this.tree.words[this.head];
    const up = word?.head ?? -1;
    // "Ten days of [games]": the counted noun is carried as its count is.
    const counted = word?.relation === "nmod" && up >= 0 && throughCount(this.tree, up).includes(this.head);
    if (counted) return new Frame(this.tree, up, "n").carrier;
    const carried = word && ["obj", "obl", "xcomp", "nsubj"].includes(relation(word)) && isVerb(this.tree.words[up]);
    return carried ? up : null;
  }

  #find(name: string): readonly number[] {
    const { tree, head, pos } = this;
    switch (name) {
      case "subj":
        if (pos === "v") return logicalSubject(tree, head);
        if (pos === "n") return nounOwner(tree, head);
        return this.#adjectiveSubject();
      case "obj":
        if (pos === "v") return logicalObject(tree, head);
        // "Placed [it] under investigation": what the verb acts on suffers what the noun names.
        return this.carrier === null || relation(tree.words[head]) !== "obl" ? [] : logicalObject(tree, this.carrier);
      case "iobj":
        return withConjuncts(tree, dependents(tree, head, "iobj"));
      case "comp":
        return this.#complements();
      case "prt":
        return this.#particles();
      case "pre":
        return premodifiers(tree, head).filter(
          (child) => (tree.at[child]?.length ?? 0) > 0 || tree.over[child] !== undefined,
        );
      case "doer":
        return this.carrier === null ? [] : logicalSubject(tree, this.carrier);
      case "mod":
        return premodifiers(tree, head);
      case "poss":
        return ownersOf(tree, head);
      case "purpose":
        return this.#purpose();
      case "up":
        return dependents(tree, head, "case").filter((child) => child < head);
      default:
        return this.#phrases(name);
    }
  }

  /** Particles; also the first word of "walked [out] of". */
  #particles(): readonly number[] {
    const { tree, head } = this;
    // "Handed [over] 700 tons": the parser hangs the particle on the number.
    const next = tree.words[head + 1];
    if (next?.relation === "advmod" && next.head !== head && PARTICLES.has(tree.forms[head + 1] ?? ""))
      return [head + 1];
    return (tree.children[head] ?? []).flatMap((child) => {
      const word = tree.words[child];
      if (!word || child < head) return [];
      if (
        word.relation === "compound:prt" ||
        (word.relation === "advmod" &&
          (word.upos === "ADP" || (word.upos === "ADV" && !LOOSE.has(tree.forms[child] ?? ""))))
      )
        return [child];
      if (relation(word) !== "obl") return [];
      const marks = dependents(tree, child, "case");
      return marks.length > 1 ? marks.slice(0, 1) : [];
    });
  }

  /** "Marched to [demand]": what stands in the clause that tells what for. */
  #purpose(): readonly number[] {
    const { tree, head, pos } = this;
    const at = pos === "n" ? [head, this.carrier].filter((token) => token !== null) : [head];
    const clauses = at
      .flatMap((token) => dependents(tree, token, "advcl", "acl", "xcomp"))
      .filter((child) => child > head && dependents(tree, child, "mark").some((mark) => tree.forms[mark] === "to"));
    return clauses.flatMap((clause) => under(tree, clause).filter((token) => (tree.at[token]?.length ?? 0) > 0));
  }

  #adjectiveSubject(): readonly number[] {
    const { tree, head } = this;
    const own = logicalSubject(tree, head);
    if (own.length > 0) return own;
    const word = tree.words[head];
    return word?.relation === "amod" ? withConjuncts(tree, [word.head]) : [];
  }

  /**
   * A phrase of its own; else one of its object's, of another phrase's or of the verb that carries it, since "impose sanctions on" and "enter into a pact with"
   * hang the phrase on either.
   */
  #phrases(preposition: string): readonly number[] {
    const { tree, head, pos } = this;
    const own = phrases(tree, head, preposition);
    if (own.length > 0) return own;
    if (pos === "v") {
      const held = [...this.slot("obj"), ...this.slot("iobj")].filter((object) => object > head || this.passive);
      // "Sent five [planeloads] of food [to Haiti]": the phrase may hang on the count.
      const objects = [...new Set(held.flatMap((object) => [object, countOver(tree, object)]))].flatMap((object) =>
        phrases(tree, object, preposition),
      );
      // "Was received by Rwanda's president in [Kigali]".
      if (objects.length === 0 && this.passive)
        objects.push(...this.slot("subj").flatMap((agent) => phrases(tree, agent, preposition)));
      if (objects.length > 0) return objects;
      const sent = preposition === "from";
      const light = LIGHT_BEFORE.has(tree.words[head]?.lemma ?? "");
      // "Received $2 million in aid [from Japan]".
      return dependents(tree, head, "obl")
        .filter(
          (child) =>
            child > head && tree.words[child]?.upos === "NOUN" && (light || (sent && caseOf(tree, child) === "in")),
        )
        .flatMap((child) => phrases(tree, child, preposition));
    }
    // "Travel [bans] and asset freezes [on Belarus]": what stands behind the last of several nouns goes with all.
    const shared = dependents(tree, head, "conj")
      .filter((other) => other > head && tree.words[other]?.upos === "NOUN")
      .flatMap((other) => phrases(tree, other, preposition));
    if (shared.length > 0 && preposition !== "of" && preposition !== "in") return shared;
    // Whoever condemned or reported an attack did not make it.
    const up = preposition === "by" ? null : this.carrier;
    return up === null ? [] : phrases(tree, up, preposition).filter((token) => token > head);
  }

  #complements(): readonly number[] {
    const { tree, head, pos } = this;
    const own = tree.words[head];
    // "..., the minister said": what is said stands above.
    const above =
      pos === "v" && own?.relation === "parataxis" && own.head < head && isVerb(tree.words[own.head]) ? [own.head] : [];
    const found = [...above, ...(tree.children[head] ?? [])].filter((child) => {
      const word = tree.words[child];
      if (!word) return false;
      if (above.includes(child)) return true;
      if (word.relation === "xcomp" || word.relation === "ccomp") return true;
      // "Repeated its allegation that Niger attacked", "the denial that".
      if (pos === "n" && (word.relation === "acl" || word.relation === "acl:relcl") && child > head)
        return dependents(tree, child, "mark").length > 0 || isContent(tree, child);
      // "Called on Moscow to release", "accused it of hiding", "his decision to leave".
      if (relation(word) === "advcl" || word.relation === "acl")
        return child > head && isVerb(word) && (word.xpos === "VB" || word.xpos === "VBG");
      return false;
    });
    // "The refusal of Chad, backed by Libya, to [negotiate]": the aside takes the clause.
    if (pos === "n" && found.length === 0)
      for (const aside of dependents(tree, head, "acl").filter((child) => tree.words[child - 1]?.upos === "PUNCT"))
        found.push(
          ...dependents(tree, aside, "advcl").filter((child) =>
            dependents(tree, child, "mark").some(
              (mark) => tree.forms[mark] === "to" && tree.words[mark - 1]?.upos === "PUNCT",
            ),
          ),
        );
    // "Held Turkey [responsible]" and "called him a [liar]": the parser hangs the first on the object, the second on the verb.
    if (pos === "v") {
      for (const object of dependents(tree, head, "obj"))
        found.push(...dependents(tree, object, "amod").filter((child) => child > object));
      found.push(
        ...(tree.children[head] ?? []).filter(
          (child) =>
            child > head && tree.words[child]?.relation === "obl:unmarked" && tree.words[child]?.upos === "NOUN",
        ),
      );
    }
    // "Accused Uganda of [hiding] rebels": the clause may hang on the object.
    if (pos === "v" && found.length === 0)
      for (const object of dependents(tree, head, "obj", "obl"))
        found.push(
          ...(tree.children[object] ?? []).filter(
            (child) => child > object && tree.words[child]?.relation === "acl" && tree.words[child]?.xpos === "VB",
          ),
        );
    for (const clause of found)
      found.push(
        ...dependents(tree, clause, "conj").filter((other) => isVerb(tree.words[other]) && !found.includes(other)),
      );
    return found;
  }
}

/** "The accusation [that Niger had shelled a village]", of which the parser makes a relative clause with two objects. */
function isContent(tree: SentenceTree, clause: number): boolean {
  const that = (tree.children[clause] ?? []).find((child) => child < clause && tree.forms[child] === "that");
  const role = tree.words[that ?? -1]?.relation;
  return (
    role !== undefined &&
    (tree.children[clause] ?? []).some((other) => other !== that && tree.words[other]?.relation === role)
  );
}

/** All tokens below one, itself first. */
function under({ children }: SentenceTree, token: number): number[] {
  const found = [token];
  for (let i = 0; i < found.length; i += 1) found.push(...(children[found[i] ?? -1] ?? []));
  return found.toSorted((a, b) => a - b);
}
