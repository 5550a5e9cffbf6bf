import { beforeAll, describe, expect, it } from "vitest";
import type { Codebook } from "../src/codebook/codebook.ts";
import { loadCodebook } from "../src/pipeline/load-codebook.ts";
import { actorTableFaults, SHAPES } from "./check-actor-tables.ts";
import { codebookFiles, fewActors } from "./codebook-folder.ts";

const files = codebookFiles();

describe("codebook/actors", () => {
  it("has no fault", () => {
    expect(actorTableFaults(files)).toEqual([]);
  });

  it("checks every table of the folder", () => {
    expect(Object.keys(SHAPES)).toEqual([...files.keys()].filter((file) => file.startsWith("actors/")).toSorted());
  });

  let actors: Codebook["actors"];
  beforeAll(() => void (actors = loadCodebook(files).actors));
  const ids = (name: string): number => new Set((files.get(`actors/${name}.tsv`) ?? "").split("\n").slice(1, -1).map((row) => row.split("\t", 1)[0])).size; // prettier-ignore

  it.each([
    ["igos", 200],
    ["armed-groups", 300],
    ["parties", 250],
    ["ngos", 150],
    ["media", 150],
    ["companies", 100],
    ["security-services", 100],
    ["roles", 700],
  ])("%s holds %i and more", (name, least) => {
    expect(ids(name)).toBeGreaterThanOrEqual(least);
  });

  it("holds 3,000 and more offices of persons, and members with dates of 15 and more organisations", () => {
    const people = [...actors.people.byId.values()];
    const offices = people.flatMap(({ id, terms }) => terms.map(({ of, office }) => `${id} ${of} ${office}`));
    expect(new Set(offices).size).toBeGreaterThanOrEqual(3000);
    const dated = [...actors.memberships].filter(([, members]) => members.some(({ from }) => from !== ""));
    expect(dated.length).toBeGreaterThanOrEqual(15);
  });

  it.each([
    ["foreign minister", 60],
    ["defence minister", 60],
    ["army chief or chief of defence staff", 60],
  ])("knows a %s of %i states and more", (offices, least) => {
    const wanted = new Set(offices.split(" or "));
    const terms = [...actors.people.byId.values()].flatMap((person) => person.terms);
    expect(new Set(terms.filter(({ office }) => wanted.has(office)).map(({ country }) => country)).size).toBeGreaterThanOrEqual(least); // prettier-ignore
  });

  // San Marino's two captains change twice a year.
  it("knows who led every state on the first of July of each year from 1996", () => {
    const states = [...actors.countries.values()].filter(({ kind, iso3 }) => kind === "state" && iso3 !== "SMR");
    const lead = new Set([
      "president",
      "monarch",
      "head of state",
      "supreme leader",
      "prime minister",
      "chief executive",
    ]);
    const terms = new Map<string, { from: string; to: string }[]>();
    for (const { terms: held } of actors.people.byId.values()) for (const term of held) if (lead.has(term.office)) terms.set(term.of, [...(terms.get(term.of) ?? []), term]); // prettier-ignore
    // Before there was the state, or anyone who held it.
    const none = new Set(["IRQ 2003", "SOM 1998", "SOM 1999", "SOM 2000"]);
    const missing: string[] = [];
    for (const { iso3 } of states) {
      for (let year = 1996; year <= 2025; year += 1) {
        const day = `${year}-07-01`;
        const held = (terms.get(iso3) ?? []).some(({ from, to }) => day.slice(0, from.length) >= from && (to === "" || day.slice(0, to.length) <= to)); // prettier-ignore
        const born = { TLS: 2002, SSD: 2006 }[iso3] ?? 0;
        if (!held && year >= born && !none.has(`${iso3} ${year}`)) missing.push(`${iso3} ${year}`);
      }
    }
    expect(missing).toEqual([]);
  });
});

describe("a planted fault", () => {
  const PEOPLE = "actors/people.tsv";
  const GROUPS = "actors/armed-groups.tsv";
  const person = (id: string, cells: Partial<Record<"name" | "aliases" | "gender" | "of" | "office" | "from" | "to" | "died" | "source", string>> = {}): string => {
    const { name = "Zen Orlo", aliases = "", gender = "m", of = "PAK", office = "president", from = "2300", to = "", died = "", source = "us" } = cells;
    return [id, name, aliases, "Orlo", gender, of, office, from, to, died, source].join("\t");
  }; // prettier-ignore
  const group = (id: string, aliases = "", sector = "REB", dates = "\t"): string => `${id}\tZen Men\t${aliases}\tPAK\t${sector}\t${dates}\tus\t`; // prettier-ignore
  /** The tables without our actors, with these rows at the end of one. */
  const planted = (file: string, ...rows: string[]): Map<string, string> => {
    const few = fewActors();
    return few.set(file, `${few.get(file)?.trimEnd() ?? ""}\n${rows.join("\n")}\n`);
  };

  it.each<[what: string, file: string, rows: string[], fault: RegExp]>([
    ["rows out of order", PEOPLE, [person("b"), person("a", { from: "2200", to: "2201" })], /people\.tsv:3: stands before its place/u],
    ["a row twice", GROUPS, [group("a"), group("a")], /armed-groups\.tsv:3: is the row before it again/u],
    ["a name twice", PEOPLE, [person("a", { aliases: "Zen; Zen" })], /people\.tsv:2: has the name "Zen" twice/u],
    ["the name as an alias", GROUPS, [group("a", "Zen Men")], /armed-groups\.tsv:2: has the name "Zen Men" twice/u],
    ["an empty alias", GROUPS, [group("a", "Zen; ; Ben")], /has the name "" twice, or an empty one/u],
    ["no source", PEOPLE, [person("a", { source: "" })], /people\.tsv:2: has no source/u],
    ["no gender", PEOPLE, [person("a", { gender: "" })], /people\.tsv:2: has no gender/u],
    ["a term without an end after death", PEOPLE, [person("a", { died: "2305" })], /after the death in 2305/u],
    ["a term that ends after death", PEOPLE, [person("a", { to: "2306-02", died: "2305" })], /after the death/u],
    ["an id of two tables", PEOPLE, [person("pkk")], /people\.tsv:2: has an id that actors\/armed-groups\.tsv has/u],
    ["two presidents", PEOPLE, [person("a"), person("b", { from: "2310" })], /people\.tsv:3: b is PAK president at the time of a \(line 2\)/u],
  ])("%s is told", (_what, file, rows, fault) => {
    const tables = planted(file, ...rows);
    if (rows[0]?.startsWith("pkk\t")) tables.set(GROUPS, `${tables.get(GROUPS)?.trimEnd() ?? ""}\n${group("pkk")}\n`);
    expect(actorTableFaults(tables)).toEqual([expect.stringMatching(fault)]);
  }); // prettier-ignore

  it.each<[what: string, rows: string[]]>([
    ["a change of office in one month", [person("a", { to: "2310-05" }), person("b", { from: "2310-05" })]],
    ["a change of office in one year", [person("a", { to: "2310" }), person("b", { from: "2310-02-02" })]],
    ["two of an office that many hold", [person("a", { office: "lawmaker" }), person("b", { office: "lawmaker" })]],
    ["two members of a presidency", [person("a", { of: "BIH" }), person("b", { of: "BIH" })]],
  ])("%s is none", (_what, rows) => {
    expect(actorTableFaults(planted(PEOPLE, ...rows))).toEqual([]);
  });

  it.each<[what: string, file: string, row: string, message: RegExp]>([
    ["a date that is none", PEOPLE, person("a", { from: "2300-02-30" }), /people\.tsv:2:8: found "2300-02-30"/u],
    ["a death that is no date", PEOPLE, person("a", { died: "early" }), /people\.tsv:2:10: found "early"/u],
    ["an end before the beginning", PEOPLE, person("a", { to: "2299" }), /people\.tsv:2:9: found "2299"/u],
    ["an unknown state", PEOPLE, person("a", { of: "UTO" }), /people\.tsv:2:6: found "UTO"/u],
    ["an unknown office", PEOPLE, person("a", { office: "wizard" }), /people\.tsv:2:7: found "wizard"/u],
    ["an id of two persons", PEOPLE, `${person("a")}\n${person("a", { name: "Ben" })}`, /people\.tsv:3:2: found "Ben"; expected Zen Orlo/u],
    ["the same office twice at a time", PEOPLE, `${person("a")}\n${person("a", { from: "2310" })}`, /people\.tsv:3:8: found "2310"/u],
    ["an unknown sector", GROUPS, group("a", "", "XYZ"), /armed-groups\.tsv:2:5: found "XYZ"/u],
    ["an id of two groups", GROUPS, `${group("a")}\n${group("a").replace("Zen", "Ben")}`, /armed-groups\.tsv:3:2: found "Ben Men"/u],
    ["a group's dates that overlap", GROUPS, `${group("a", "", "REB", "2300\t2310")}\n${group("a", "", "PTY", "2305\t")}`, /armed-groups\.tsv:3:6/u],
    ["members of what is not there", "actors/memberships.tsv", "utopia\tPAK\t2300\t\tus", /memberships\.tsv:2:1: found "utopia"/u],
    ["a role of an unknown sector", "actors/roles.tsv", "wizard\tXYZ\t1\tperson\tno\t\t\t\t", /roles\.tsv:2:2: found "XYZ"/u],
    ["a role with an unknown office", "actors/roles.tsv", "wizard\tGOV\t1\tperson\tno\twizard\t\t\t", /roles\.tsv:2:6: found "wizard"/u],
    ["a place of an unknown state", "actors/places.tsv", "Utopia\tUTO\tcity\t\t\t", /places\.tsv:2:2: found "UTO"/u],
    ["a place twice", "actors/places.tsv", "Zen\tPAK\tcity\t\t\t\nZen\tPAK\tregion\t\t\t", /places\.tsv:3:1: found "Zen"/u],
    ["a people of an unknown state", "actors/peoples.tsv", "Zen\tPAK; UTO\tCVL\tpeople\t", /peoples\.tsv:2:2: found "UTO"/u],
  ])("%s does not compile", (_what, file, row, message) => {
    expect(() => loadCodebook(planted(file, row))).toThrow(message);
  }); // prettier-ignore
});
