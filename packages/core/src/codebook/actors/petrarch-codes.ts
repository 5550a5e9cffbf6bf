import { SECTORS, type Sector } from "../../model/plover.ts";

/** What a code of a PETRARCH file says of an actor. */
export interface PetrarchCode {
  /** Alpha-3; null: of no one state, or a code of roles alone. */
  readonly country: string | null;
  /** null: the state itself. */
  readonly sector: Sector | null;
  /** What could not be understood and is left out, in words; null: nothing. */
  readonly doubt: string | null;
}

/** Codes of CAMEO that are not those of ISO 3166-1, and states that have ended, under one that follows them. */
const COUNTRIES: Readonly<Record<string, string>> = {
  BUR: "MMR", DDR: "DEU", GZS: "PSE", KOS: "XKX", KSV: "XKX", PAL: "PSE", PSE: "PSE", ROM: "ROU", SCG: "SRB", SER: "SRB",
  SUN: "RUS", TAJ: "TJK", TMP: "TLS", WSB: "PSE", YUG: "SRB", ZAR: "COD",
}; // prettier-ignore

/** Prefixes of actors that belong to no one state; null: the region or "international" says nothing of what they are. */
const INTERNATIONAL: Readonly<Record<string, Sector | null>> = {
  IGO: "IGO", UNO: "IGO", NGO: "NGO", NGM: "NGO", IMG: "REB", MNC: "BUS", ISM: "SOC", INT: null, EEC: "IGO",
  AFR: null, ASA: null, BLK: null, CAS: null, CAU: null, CEU: null, CFR: null, CRB: null, EAF: null, EEU: null, EIN: null, EUR: null,
  LAM: null, MDT: null, MEA: null, NAF: null, NMR: null, PGS: null, SAF: null, SAM: null, SAS: null, SCN: null, SEA: null, WAF: null,
  WST: null,
}; // prettier-ignore

/** Roles of CAMEO as sectors of PLOVER. A code that is a sector stands for itself. */
const ROLES: Readonly<Record<string, Sector>> = {
  BUD: "REL", CHR: "REL", CTH: "REL", DEV: "NGO", ENV: "SOC", HIN: "REL", HLH: "MED", HRI: "NGO", IMG: "REB", INS: "REB", JEW: "REL",
  MNC: "BUS", MOD: "SOC", MOS: "REL", MUS: "REL", NGM: "NGO", PPL: "CVL", RAD: "REB", SEP: "REB", SHI: "REL", SIT: "BUS", SUN: "REL",
  UIS: "UAF", UNO: "IGO",
}; // prettier-ignore

/**
 * Reads the code of an actor ("USAGOV", "IGOUNO", "IMGMUSALQ") or, after "~", of an agent ("MIL").
 * @param agent the code has roles only, no country
 * @param plover MED means the medical sector, as PLOVER has it; else the media, as CAMEO has it
 * @returns null for a code of which nothing can be made
 */
export function readPetrarchCode(
  code: string,
  countries: { has(code: string): boolean },
  { agent, plover }: { readonly agent: boolean; readonly plover: boolean },
): PetrarchCode | null {
  if (!/^(?:[A-Z]{3})+$/u.test(code)) return null;
  const parts = code.match(/.{3}/gu) ?? [];
  const [first = "", ...rest] = parts;
  if (agent) return withSector(null, parts, plover);
  const iso3 = COUNTRIES[first] ?? (countries.has(first) ? first : null);
  if (iso3 !== null) return rest.length === 0 ? { country: iso3, sector: null, doubt: null } : withSector(iso3, rest, plover);
  const international = INTERNATIONAL[first];
  if (international) return { country: null, sector: international, doubt: null };
  if (international === null) return withSector(null, rest, plover);
  return null;
}

/** The first role that is known; what stands after it names the group more closely ("AFGREBTAL"). */
function withSector(country: string | null, parts: readonly string[], plover: boolean): PetrarchCode | null {
  for (const part of parts) {
    const sector = sectorOf(part, plover);
    if (sector) return { country, sector, doubt: null };
  }
  if (country === null) return null;
  return { country, sector: "UNK", doubt: `the role ${parts.join(" ")} is not known, the sector becomes UNK` };
}

function sectorOf(role: string, plover: boolean): Sector | null {
  if (role === "MED" && !plover) return "JRN";
  return ROLES[role] ?? ((SECTORS as readonly string[]).includes(role) ? (role as Sector) : null);
}
