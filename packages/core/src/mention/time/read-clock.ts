/** Times of day: "10:35 a.m.", "9 p.m. EST", "0735 GMT", "21:30 GMT+2", "4 in the morning", "noon". They tell no day of their own. */
import type { Atoms } from "./atoms.ts";
import type { Reading } from "./meaning.ts";

const DIGITS = /^(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d)?$/u;

export function readClock(atoms: Atoms, i: number): Reading | null {
  const to = clockEnd(atoms, i);
  return to === null ? null : { to: zoneEnd(atoms, to), meaning: { kind: "clock" } };
}

function clockEnd(atoms: Atoms, i: number): number | null {
  const atom = atoms.at(i);
  if (!atom || !(atom.digit || atom.word)) return null;
  const [next, after] = [atoms.at(i + 1), atoms.at(i + 2)];
  if (/^(?:noon|midday|midnight)$/u.test(atom.low)) return atoms.at(i - 1)?.low === "high" ? null : i + 1;
  if (/^(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?:am|pm)$/u.test(atom.low)) return i + 1;
  if (!atom.digit && !atom.word?.has("number")) return null;
  const timed = DIGITS.test(atom.form);
  if (!timed && atom.number < 0 && !atom.word?.has("number")) return null;
  if (next?.word?.has("meridiem") && !(next.low === "am" && atoms.xposOf(i + 1) === "VBP")) return i + 2;
  if (next?.low === "o'clock" || (next?.low === "o" && after?.low === "'clock"))
    return next.low === "o" ? i + 3 : i + 2;
  if (
    atom.number >= 1 &&
    atom.number <= 12 &&
    next?.low === "in" &&
    after?.low === "the" &&
    /^(?:morning|afternoon|evening)$/u.test(atoms.at(i + 3)?.low ?? "")
  )
    return i + 4;
  const four = /^(?:[01]\d|2[0-4])[0-5]\d$/u.test(atom.form);
  const zoned = next?.word?.has("zone") === true && next.form === next.form.toUpperCase();
  if ((timed || four) && (zoned || /^(?:hours|hrs)$/u.test(next?.low ?? ""))) return zoned ? i + 1 : i + 2;
  if (timed && atom.form.includes(":") && /^(?:at|by|until|till|around|about)$/u.test(atoms.at(i - 1)?.low ?? ""))
    return i + 1;
  return null;
}

/** Behind the zone: "GMT", "GMT+2", "local time", "Eastern time". */
function zoneEnd(atoms: Atoms, i: number): number {
  const zone = atoms.at(i);
  if (!zone) return i;
  if (/^(?:local|eastern|pacific|central|moscow)$/u.test(zone.low) && atoms.at(i + 1)?.low === "time") return i + 2;
  if (!zone.word?.has("zone") || zone.form !== zone.form.toUpperCase()) return i;
  return /^[+-]$/u.test(atoms.at(i + 1)?.form ?? "") && (atoms.at(i + 2)?.number ?? -1) >= 0 ? i + 3 : i + 1;
}
