import type { Gender } from "../codebook/language-persons.ts";
import type { ActorMention } from "../model/mention.ts";
import { ByToken } from "./by-token.ts";
import type { Expression } from "./expression.ts";
import type { Animacy } from "./nature.ts";

/** What is known of the thing that a cluster's expressions stand for. */
export interface ClusterFacts {
  readonly gender: Gender | null;
  readonly animacy: Animacy | null;
  readonly plural: boolean | null;
  /** Codes and ids of actors. */
  readonly entities: ReadonlySet<string>;
}

/** Who an actor is counts against others only where it is not a guess. */
const SURE = 0.5;

const NOBODY: ReadonlySet<string> = new Set();

/** Expressions joined into clusters; each starts alone. Facts of the parts hold for the whole. */
export class Clusters {
  readonly expressions: readonly Expression[];
  readonly #parent: number[];
  readonly #members: number[][];
  readonly #facts: ClusterFacts[];
  readonly #byHead = new ByToken<Expression>();

  constructor(expressions: readonly Expression[]) {
    this.expressions = expressions;
    this.#parent = expressions.map(({ id }) => id);
    this.#members = expressions.map(({ id }) => [id]);
    this.#facts = expressions.map(({ gender, animacy, kind, plural, actors }) => ({
      gender,
      animacy: kind === "pronoun" && animacy !== "person" ? null : animacy,
      plural: kind === "pronoun" ? null : plural,
      entities: actors.length === 0 ? NOBODY : entitiesOf(actors),
    }));
    for (const one of expressions) this.#byHead.set(one.sentence, one.head, one);
  }

  /** The expression that a token heads; of two, the one that stands for the token alone, which comes later. */
  headedBy(sentence: number, token: number): Expression | undefined {
    return this.#byHead.get(sentence, token);
  }

  find(id: number): number {
    let at = id;
    while (this.#parent[at] !== at) at = this.#parent[at] as number;
    return at;
  }

  facts(id: number): ClusterFacts {
    return this.#facts[this.find(id)] as ClusterFacts;
  }

  /** In text order. */
  members(id: number): readonly Expression[] {
    return (this.#members[this.find(id)] ?? []).map((member) => this.expressions[member] as Expression);
  }

  /** How many expressions stand for the same thing. */
  size(id: number): number {
    return this.#members[this.find(id)]?.length ?? 0;
  }

  /** The whole is named by the earlier of the two. */
  join(a: number, b: number): void {
    const [first, second] = [this.find(a), this.find(b)].toSorted((x, y) => x - y) as [number, number];
    if (first === second) return;
    const [one, two] = [this.facts(first), this.facts(second)];
    this.#parent[second] = first;
    this.#members[first] = [...(this.#members[first] ?? []), ...(this.#members[second] ?? [])].toSorted(
      (x, y) => x - y,
    );
    this.#facts[first] = {
      gender: one.gender ?? two.gender,
      animacy: one.animacy ?? two.animacy,
      plural: one.plural ?? two.plural,
      entities: two.entities.size === 0 ? one.entities : new Set([...one.entities, ...two.entities]),
    };
  }

  /** Clusters of two and more, in the order of their first expressions. */
  chains(): (readonly Expression[])[] {
    return this.expressions
      .filter(({ id }) => this.find(id) === id && (this.#members[id]?.length ?? 0) > 1)
      .map(({ id }) => this.members(id));
  }
}

const entitiesOf = (actors: readonly ActorMention[]): ReadonlySet<string> =>
  new Set(
    actors.map(({ entity, confidence }) => (confidence > SURE ? entity : null)).filter((entity) => entity !== null),
  );

/** Whether nothing that is known of two clusters speaks against their being one: two genders, a person and a place, two states. */
export function mayBeOne(a: ClusterFacts, b: ClusterFacts): boolean {
  if (a.gender && b.gender && a.gender !== b.gender) return false;
  if (a.animacy && b.animacy && (a.animacy === "person") !== (b.animacy === "person")) return false;
  return a.entities.size === 0 || b.entities.size === 0 || [...a.entities].some((entity) => b.entities.has(entity));
}
