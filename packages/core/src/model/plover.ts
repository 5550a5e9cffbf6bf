/** The 16 event types of PLOVER 2.0, from cooperation to conflict (manual, section 2). */
export const EVENT_TYPES = [
  "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
  "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
] as const; // prettier-ignore
export type EventType = (typeof EVENT_TYPES)[number];

export const QUADS = ["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"] as const;
export type Quad = (typeof QUADS)[number];

/** PLOVER's quad of each type. SANCTION is material conflict: two of the manual's three tables, and its score of -6, say so. */
export const QUAD_OF: Readonly<Record<EventType, Quad>> = {
  AGREE: "verbal_cooperation",
  CONSULT: "verbal_cooperation",
  SUPPORT: "verbal_cooperation",
  CONCEDE: "verbal_cooperation",
  COOPERATE: "material_cooperation",
  AID: "material_cooperation",
  RETREAT: "material_cooperation",
  REQUEST: "verbal_conflict",
  ACCUSE: "verbal_conflict",
  REJECT: "verbal_conflict",
  THREATEN: "verbal_conflict",
  PROTEST: "material_conflict",
  SANCTION: "material_conflict",
  MOBILIZE: "material_conflict",
  COERCE: "material_conflict",
  ASSAULT: "material_conflict",
};

/** The PLOVER sector codes of actors (manual, section 5.3), and IGO and NGO, which the contract counts among them. */
export const SECTORS = [
  "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "IGO", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "NGO",
  "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK",
] as const; // prettier-ignore
export type Sector = (typeof SECTORS)[number];
