/**
 * Who the roles and unknown names of a sentence are, from what stands around them: whose they are gives the state, the noun the sector, the office on
 * the document's day the person. In: the sentences' parts. Out: identities on demand, each computed once.
 * Order matters: what stands directly before the noun tells more than an owner, an owner more than what follows, that more than the sentence and the document.
 */
import type { Actors, ModifierEffect } from "../codebook/actors/actors.ts";
import { holderOn } from "../codebook/actors/people.ts";
import type { Role } from "../codebook/actors/roles.ts";
import type { ActorSort } from "../model/mention.ts";
import type { Sector } from "../model/plover.ts";
import type { Cast } from "./cast.ts";
import type { NamedSpan } from "./find-names.ts";
import type { RoleSpan } from "./find-roles.ts";
import type { Focus } from "./focus.ts";
import { CONFIDENCE, type Identity } from "./identity.ts";
import { nounGroup, type NounGroup, type SentenceParts } from "./noun-group.ts";
import { isPlace } from "./name-use.ts";
import { resolveName } from "./resolve-name.ts";
import {
  ASIDE,
  FAITHFUL,
  GIVERS,
  HELPERS,
  IN,
  isByPhrase,
  isSaidBy,
  isStray,
  ONLOOKERS,
  ownerOf,
  whereOf,
} from "./role-place.ts";
import { caseOf } from "./sentence-view.ts";

/** Whose a role is: a state, an organisation, a person's or another role's. */
interface Belonging {
  readonly country: string | null;
  /** The sector of the organisation or role; null: of a state or place. */
  readonly sector: Sector | null;
  readonly entity: string | null;
  readonly name: string;
  readonly sort: ActorSort;
  readonly confidence: number;
  readonly candidates: readonly string[];
}

const SORTS: Readonly<Record<Role["kind"], ActorSort>> = {
  office: "person", person: "person", body: "organisation", group: "people", thing: "thing", place: "place", relation: "person", peer: "person", nothing: "thing",
}; // prettier-ignore

export class Resolver {
  readonly #names = new Map<NamedSpan, Map<string | null, Identity | null>>();
  readonly #roles = new Map<RoleSpan, Identity>();
  readonly #groups = new Map<RoleSpan, NounGroup>();
  readonly #open = new Set<RoleSpan>();

  readonly actors: Actors;
  readonly #day: string | null;
  readonly #focus: Focus;
  readonly #cast: Cast;

  /** @param day the document's day, on which offices are held; null: not known */
  constructor(actors: Actors, day: string | null, focus: Focus, cast: Cast) {
    this.actors = actors;
    this.#day = day;
    this.#focus = focus;
    this.#cast = cast;
  }

  name(span: NamedSpan, hint: string | null = null): Identity | null {
    let known = this.#names.get(span);
    if (!known) this.#names.set(span, (known = new Map()));
    let identity = known.get(hint);
    if (identity === undefined)
      known.set(hint, (identity = resolveName(span, { day: this.#day, focus: this.#focus, hint, cast: this.#cast })));
    return identity;
  }

  /** "Admiral Tan [of Singapore]", "General Bajwa, [from Pakistan]": where a person is said to belong, by the words behind the name; null: by none. */
  home({ view, nameAt }: SentenceParts, { last }: NamedSpan): Pick<Identity, "country" | "confidence"> | null {
    const at = view.forms[last] === "," && view.lower[last + 1] === "from" ? last + 1 : last;
    if (view.lower[at] !== "of" && view.lower[at] !== "from") return null;
    const name = nameAt[at + 1];
    const found = name && this.name(name);
    return found?.country && (found.sort === "state" || found.sort === "place")
      ? { country: found.country, confidence: Math.min(found.confidence, CONFIDENCE.located) }
      : null;
  }

  /** "Ethnic Albanians in Macedonia": people of the state where they live, which is not the one that they are called after. */
  ethnic(parts: SentenceParts, span: NamedSpan, known: Identity): Identity {
    if (parts.view.lower[span.first - 1] !== "ethnic") return known;
    const others = parts.names.filter((name) => name !== span && this.name(name)?.country !== known.country);
    const home =
      others.find((name) => IN.has(caseOf(parts.view, name.head) ?? "") && this.name(name)?.country) ?? others[0];
    const country = home ? (this.name(home)?.country ?? null) : null;
    return country === null
      ? known
      : {
          ...known,
          country,
          entity: null,
          sector: "CVL",
          sort: "people",
          how: "description",
          confidence: CONFIDENCE.located,
        };
  }

  group(parts: SentenceParts, span: RoleSpan): NounGroup {
    let group = this.#groups.get(span);
    if (!group) this.#groups.set(span, (group = nounGroup(parts, span, this.actors)));
    return group;
  }

  /** Who a role is, in the state that the name directly before it tells, or in `country` where the caller knows better (each of "French and Egyptian warships"). */
  role(parts: SentenceParts, span: RoleSpan, before?: NamedSpan): Identity {
    const known = before ? undefined : this.#roles.get(span);
    if (known) return known;
    if (this.#open.has(span)) return this.#finish(parts, span, null, this.group(parts, span)); // "the head of the office of the head"
    this.#open.add(span);
    const group = this.group(parts, span);
    const identity = this.#finish(
      parts,
      span,
      this.#belonging(parts, span, group, before) ?? this.#ofFirst(parts, span, group),
      group,
    );
    this.#open.delete(span);
    if (!before) this.#roles.set(span, identity);
    return identity;
  }

  /** Whose the noun of a group is. */
  #belonging(parts: SentenceParts, { role }: RoleSpan, group: NounGroup, before?: NamedSpan): Belonging | null {
    const direct = before ?? group.before.at(-1);
    const found: (Belonging | null)[] = [];
    if (direct) found.push(this.#ofName(direct, CONFIDENCE.owned));
    if (group.owner !== null) found.push(this.#at(parts, ownerOf(parts.view, group.owner), CONFIDENCE.owned));
    for (const preposition of ["of", "for", "from", "at", "with", "in", "within", "inside", "near", "across"]) {
      for (const after of group.after) {
        if (after.preposition !== preposition) continue;
        const confidence =
          preposition === "of" || preposition === "for" || preposition === "from"
            ? CONFIDENCE.owned
            : CONFIDENCE.located;
        found.push(this.#at(parts, after.head, confidence));
      }
    }
    // "An aide [to the king]"; an ambassador to Chad is not Chad's.
    if (HELPERS.test(role.role))
      for (const after of group.after)
        if (after.preposition === "to") found.push(this.#at(parts, after.head, CONFIDENCE.owned));
    const known = found.filter((one) => one !== null);
    const [first] = known;
    if (!first) return null;
    // "UN officials in Sudan" are of the United Nations; "Kurdish fighters in Iraq" are Iraq's Kurds.
    if (first.sort === "people" && (first.country === null || first.candidates.length > 0)) {
      const placed = known.find((one) => one !== first && one.country !== null);
      if (placed) return { ...first, country: placed.country, confidence: placed.confidence };
      const near = this.#nearby(parts, first.candidates);
      if (near !== null) return { ...first, country: near, candidates: [], confidence: CONFIDENCE.located };
    }
    if (first.country === null && first.sector === null && first.candidates.length === 0)
      return known.find(({ country }) => country !== null) ?? first;
    return first;
  }

  /** Of the states where a people lives the one that the sentence speaks of; null: none or several. */
  #nearby(parts: SentenceParts, candidates: readonly string[]): string | null {
    const among = (names: readonly NamedSpan[]): string | null => {
      const named = new Set(
        names
          .filter(({ values }) => !values.some(({ kind }) => kind === "people"))
          .map((name) => this.name(name)?.country ?? null),
      );
      const [only, other] = candidates.filter((code) => named.has(code));
      return only !== undefined && other === undefined ? only : null;
    };
    // Also "in [Syria]'s Afrin region".
    const isIn = ({ head }: NamedSpan): boolean =>
      [head, parts.view.words[head]?.head ?? -1].some((token) => IN.has(caseOf(parts.view, token) ?? ""));
    return among(parts.names.filter(isIn)) ?? among(parts.names);
  }

  /** "Israeli helicopters and [tanks]": of two of one sector joined, the words before the first go for both. */
  #ofFirst(parts: SentenceParts, span: RoleSpan, group: NounGroup): Belonging | null {
    const word = parts.view.words[span.head];
    const first = parts.roleAt[word?.head ?? -1];
    if (word?.relation !== "conj" || !first || first.role.sector !== span.role.sector) return null;
    const bare = group.range.first === span.first && group.owner === null;
    const determined = (parts.view.children[span.head] ?? []).some((child) => parts.view.words[child]?.upos === "DET");
    return bare && !determined ? this.#belonging(parts, first, this.group(parts, first)) : null;
  }

  #at(parts: SentenceParts, token: number, confidence: number): Belonging | null {
    const name = parts.nameAt[token];
    // "The Syrian Golan Heights", "the Congolese town of Goma"
    const beside = name && parts.nameAt[name.first - 1];
    const named = name && this.#ofName(name, confidence, beside ? (this.name(beside)?.country ?? null) : null);
    if (named) return named;
    const role = parts.roleAt[token];
    if (role) {
      const found = this.role(parts, role);
      return { ...found, confidence: Math.min(confidence, found.confidence) };
    }
    // "The director of Human Rights Watch's programme": an ordinary noun passes on whose it is.
    for (const child of parts.view.children[token] ?? []) {
      const relation = parts.view.words[child]?.relation ?? "";
      if (!["nmod:poss", "compound", "amod", "nmod", "appos", "nmod:unmarked"].includes(relation)) continue;
      const inner = parts.nameAt[child];
      const found = inner && this.#ofName(inner, Math.min(confidence, CONFIDENCE.located));
      if (found) return found;
    }
    return null;
  }

  #ofName(span: NamedSpan, confidence: number, hint: string | null = null): Belonging | null {
    const identity = this.name(span, hint);
    return identity && { ...identity, confidence: Math.min(confidence, identity.confidence) };
  }

  #finish(parts: SentenceParts, span: RoleSpan, belonging: Belonging | null, group: NounGroup): Identity {
    const { role } = span;
    const fixedTo = role.country === null ? null : this.#state(role.country, CONFIDENCE.owned);
    // Of nobody knows whom: a pronoun's ("his mother"), any of many ("governments"). What belongs to a role of which nothing is known may still be placed.
    const open = group.owner !== null && belonging === null;
    const vague =
      belonging === null ||
      (belonging.country === null && belonging.entity === null && belonging.confidence <= CONFIDENCE.bare) ||
      // "A Christian woman": a faith says of no state.
      (belonging.country === null && belonging.sort === "people" && FAITHFUL.has(belonging.sector ?? ""));
    // "Foreign troops in Mali" are of a state that the text does not tell.
    const foreign =
      group.effects.includes("foreign") && (belonging === null || belonging.confidence < CONFIDENCE.owned);
    const some = span.plural && ((role.kind === "body" && role.sector === "GOV") || role.kind === "office");
    const whole = role.sector === null && role.kind === "body"; // "the two countries": left to coref
    // "Its allies", "Turkey's neighbours" are others, whom the text does not name.
    const others = role.kind === "relation" && group.owner !== null && group.before.length === 0;
    const owner =
      foreign || others
        ? null
        : !vague
          ? belonging
          : (fixedTo ?? (open || some || whole ? belonging : (this.#assume(parts, span, group) ?? belonging)));
    const sector = this.#sector(span, group, belonging);
    const country = owner?.country ?? null;
    const office = role.kind === "peer" ? this.#officeOfOwner(parts, group) : role.office;
    const holder =
      office !== null && owner && !span.plural && !group.effects.includes("former")
        ? this.#holder(owner, office)
        : null;
    const place = country ?? owner?.entity ?? null;
    const fixed = (role.kind === "office" || role.kind === "body") && !span.plural && !group.effects.includes("former");
    const text = parts.view.forms
      .slice(group.range.first, group.range.last)
      .join(" ")
      .replaceAll(/ (?=['’-])|(?<=-) /gu, "");
    return {
      name: holder?.name ?? (owner && fixed ? `${owner.name}: ${role.role}` : text),
      // The fighters of a group act as the group.
      entity:
        holder?.id ??
        (span.plural && role.kind === "person" && owner?.sort === "organisation" && owner.sector === sector
          ? owner.entity
          : null) ??
        (fixed && place !== null ? `${place}.${role.role.replaceAll(/[^a-z0-9]+/gu, "-")}` : null),
      country,
      sector,
      how: role.kind === "office" ? "office" : "description",
      confidence: owner?.confidence ?? CONFIDENCE.bare,
      candidates: owner?.candidates ?? [],
      sort: span.plural && SORTS[role.kind] === "person" ? "people" : SORTS[role.kind],
      gender: role.gender ?? holder?.gender ?? null,
      role: role.role,
    };
  }

  /** "The Iranian foreign minister's US counterpart": the office that the owner holds. */
  #officeOfOwner({ roleAt, view }: SentenceParts, group: NounGroup): string | null {
    if (group.owner === null) return null;
    const role = roleAt[group.owner] ?? roleAt[view.words[group.owner]?.head ?? -1];
    return role?.role.office ?? null;
  }

  #holder(
    owner: Belonging,
    office: string,
  ): { readonly id: string; readonly name: string; readonly gender: "m" | "f" | null } | null {
    const of = owner.sort === "state" ? owner.country : owner.entity;
    return of === null ? null : holderOn(this.actors.people, of, office, this.#day);
  }

  /** The noun's sector, or that of what it belongs to where the noun leaves it open; sides ("rebel", "opposition") beat both. */
  #sector({ role }: RoleSpan, group: NounGroup, belonging: Belonging | null): Sector | null {
    const side = group.effects.find(
      (effect): effect is Sector => effect !== "former" && effect !== "foreign" && effect !== "of" && effect !== "not",
    );
    if (side === "IGO") {
      if (role.kind === "body" && role.sector !== "MIL" && (belonging?.country ?? null) === null) return "IGO";
    } else if (
      side !== undefined &&
      role.sector !== "PTY" &&
      (role.inherits || role.sector === "CVL" || side === "REB" || side === "OPP")
    )
      return side;
    const aligned = group.roles.map((span) => span.role.sector).find((sector) => sector === "REB" || sector === "OPP");
    if (aligned) return aligned;
    // "Its Chinese allies" are China; allies of a person are people.
    if (role.sector === null) return belonging === null || belonging.sort === "state" ? null : belonging.sector;
    // "Hamas gunmen", "Islamic State artillery" are of the group.
    if (
      (role.sector === "UAF" || role.sector === "MIL") &&
      belonging?.sort === "organisation" &&
      (belonging.sector === "REB" || belonging.sector === "CRM")
    )
      return belonging.sector;
    // Who supports a person need not be what the person is.
    if (role.kind === "relation" && belonging?.sort === "person") return this.#out(group.effects, role.sector);
    if (role.inherits) {
      const from = group.roles.at(-1)?.role.sector ?? belonging?.sector ?? null;
      // Forces of a government are its army; those of a people without a state fight against one.
      if (role.sector === "MIL" && belonging?.sort === "people" && group.roles.length === 0) return "REB";
      if (role.sector === "MIL" && (from === "GOV" || from === "IGO" || from === "CVL")) return "MIL";
      // The leader of a people holds no office; that of a faith belongs to it.
      if (role.sector === "GOV" && belonging?.sort === "people" && from === "CVL") return "ELI";
      // Those who work for a firm are not the firm.
      if (role.sector === "LAB" && from === "BUS") return "LAB";
      // What people are is no sector for those who fight, govern or speak for them.
      const plain = from === "CVL" && group.roles.length === 0 && role.sector !== "UNK";
      if (from !== null && !plain) return this.#out(group.effects, from);
    }
    if (belonging?.sector === "IGO" && ONLOOKERS.has(role.role)) return "IGO";
    if (belonging?.sector === "IGO" && (role.sector === "GOV" || (role.kind === "body" && role.sector !== "MIL")))
      return "IGO";
    return this.#out(group.effects, role.sector);
  }

  /** Who held an office and does no more belongs to the elite. */
  #out(effects: readonly ModifierEffect[], sector: Sector): Sector {
    return effects.includes("former") && ["GOV", "LEG", "JUD", "MIL", "SPY", "COP"].includes(sector) ? "ELI" : sector;
  }

  #state(country: string, confidence: number): Belonging {
    const name = this.actors.countries.get(country)?.name ?? country;
    return { country, sector: null, entity: country, name, sort: "state", confidence, candidates: [] };
  }

  #isLocal({ view }: SentenceParts, name: NamedSpan): boolean {
    const known = this.name(name);
    return known !== null && isPlace(view, name, known);
  }

  /** "The premier appointed [a negotiator]": the state of whoever gives the office; null: nobody does. */
  #byWhom(parts: SentenceParts, span: RoleSpan): string | null {
    const { words, children } = parts.view;
    const word = words[span.head];
    const verb = words[word?.head ?? -1];
    if (word?.relation !== "obj" || !verb || !GIVERS.has(verb.lemma)) return null;
    const subject = (children[word.head] ?? []).find((child) => words[child]?.relation === "nsubj");
    if (subject === undefined) return null;
    const name = parts.nameAt[subject];
    const role = parts.roleAt[subject];
    return (name ? this.name(name) : role && role !== span ? this.role(parts, role) : null)?.country ?? null;
  }

  /** A role without an owner: placed by the sentence's own place or state, else by the state that the document is mostly about. */
  #assume(parts: SentenceParts, span: RoleSpan, group: NounGroup): Belonging | null {
    const apart = new Set(group.apart);
    const others = parts.names.filter(
      (name) =>
        !apart.has(name) &&
        (name.last <= group.range.first || name.first >= group.range.last) &&
        !isSaidBy(parts.view, name.head, span.head) &&
        !isByPhrase(parts.view, name.head, span.head),
    );
    const countryOf = (name: NamedSpan): string | null => {
      const found = this.name(name);
      return found && found.sort !== "person" && (found.sort !== "organisation" || found.sector !== "JRN")
        ? found.country
        : null;
    };
    const placed = others.find(
      (name) => countryOf(name) !== null && whereOf(parts, name.head, span.head) === "directly",
    );
    if (placed) return this.#state(countryOf(placed) as string, CONFIDENCE.located);
    const appointed = this.#byWhom(parts, span);
    if (appointed !== null) return this.#state(appointed, CONFIDENCE.located);
    // Whose gunmen, refugees, activists' groups or diplomats they are nobody can tell from what else the text speaks of; rebels are against some state.
    if (isStray(span.role)) return null;
    // Where something happens says less than who takes part in it.
    const taking = others.filter((name) => !this.#isLocal(parts, name));
    const codes = new Set((taking.length > 0 ? taking : others).map(countryOf).filter((code) => code !== null));
    const [only] = codes;
    // "Diplomats criticised Eritrea": of whichever state, not of this one.
    if (ONLOOKERS.has(span.role.role) && codes.size > 0) return null;
    const near =
      taking.some((name) => countryOf(name) !== null && this.name(name)?.sort !== "place") ||
      others.find((name) => countryOf(name) !== null && whereOf(parts, name.head, span.head) !== null);
    if (typeof near === "object") return this.#state(countryOf(near) as string, CONFIDENCE.located);
    const { main } = this.#focus;
    // A state that only a phrase names ("in Turkey", "with Turkey") says less than the one that the text is about.
    const loose = others.every((name) => countryOf(name) !== only || ASIDE.has(caseOf(parts.view, name.head) ?? ""));
    if (codes.size === 1 && only !== undefined && !(loose && main && main.share >= 0.5))
      return this.#state(only, CONFIDENCE.assumed);
    if (loose && codes.size === 1 && main) return this.#state(main.country, CONFIDENCE.assumed);
    if (codes.size === 0 && main && main.share >= 0.5) return this.#state(main.country, CONFIDENCE.assumed);
    return null;
  }
}
