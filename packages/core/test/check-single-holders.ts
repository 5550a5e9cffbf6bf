import { parseTable } from "../src/codebook/parse-table.ts";

/** Offices that one holds at a time in one state. */
const SINGLE = new Set([
  "army chief",
  "chief of defence staff",
  "defence minister",
  "foreign minister",
  "head of state",
  "monarch",
  "president",
  "prime minister",
  "supreme leader",
]);

/** Where two did hold one office, or both said so: state, offices ("": all), last day. Of these nobody is taken for "the president". */
const SEVERAL: readonly (readonly [of: string, office: string, until: string, why: string])[] = [
  ["AFG", "defence minister", "2001-12-31", "the Taliban and the government that they drove out"],
  ["BIH", "president", "9999-12-31", "a presidency of three"],
  ["CIV", "president", "2011-04-11", "two who claimed the election"],
  ["CZE", "", "1992-12-31", "federation and republic"],
  ["KHM", "prime minister", "1998-11-30", "first and second prime minister"],
  ["LBN", "", "1990-10-13", "two governments at the end of the war"],
  ["LBY", "", "9999-12-31", "Tripoli and the east, and the rebels of 2011"],
  ["MDG", "", "2002-07-31", "two who claimed the election"],
  ["NIC", "president", "9999-12-31", "a president and a co-president"],
  ["RUS", "", "1991-12-26", "the Soviet Union and Russia in it"],
  ["SRB", "", "2006-06-03", "federation and republic"],
  ["UGA", "monarch", "9999-12-31", "kings of its kingdoms"],
  ["XKX", "prime minister", "2000-02-01", "the government abroad and that of the war"],
  ["ZAF", "monarch", "9999-12-31", "kings of its kingdoms"],
];

/** A minister of the old cabinet and one of the new are often given the same days; more is a fault. */
const DAYS = 14;

interface Held {
  readonly line: number;
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Terms of two persons that certainly share more than a few days in an office that one holds. */
export function singleHolderFaults(people: string, columns: readonly string[]): string[] {
  const held = new Map<string, Held[]>();
  const faults: string[] = [];
  for (const row of parseTable("actors/people.tsv", people, columns)) {
    const [id, of, office] = [row.cell("id"), row.cell("of"), row.cell("office")];
    if (!SINGLE.has(office) || !/^[A-Z]{3}$/u.test(of)) continue;
    const one = {
      line: row.line,
      id,
      from: dayNumber(row.cell("from"), "last"),
      to: dayNumber(row.cell("to"), "first"),
    };
    const key = `${of} ${office}`;
    const others = held.get(key) ?? [];
    for (const other of others) {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
      if (other.id === id || to - from <= DAYS || SEVERAL.some(([state, which, until]) => state === of && (which === "" || which === office) && to <= dayNumber(until, "first"))) continue; // prettier-ignore
      faults.push(`actors/people.tsv:${row.line}: ${id} is ${key} at the time of ${other.id} (line ${other.line})`);
    }
    held.set(key, [...others, one]);
  }
  return faults;
}

/** Days since 1970 of the first or last day that a date can mean; no date is never: a term without one is open. */
function dayNumber(date: string, which: "first" | "last"): number {
  if (date === "") return which === "last" ? Number.NEGATIVE_INFINITY : Date.UTC(9999, 11, 31) / 86_400_000;
  const [year = 0, month, day] = date.split("-").map(Number);
  const last = which === "last";
  if (month === undefined) return Date.UTC(last ? year + 1 : year, 0, last ? 0 : 1) / 86_400_000;
  if (day === undefined) return Date.UTC(year, last ? month : month - 1, last ? 0 : 1) / 86_400_000;
  return Date.UTC(year, month - 1, day) / 86_400_000;
}
