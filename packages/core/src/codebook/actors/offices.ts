import { SECTORS, type Sector } from "../../model/plover.ts";
import { parseTable } from "../parse-table.ts";

/** An office that people are known to hold. */
export interface Office {
  readonly sector: Sector;
  /** 3: leads a state or government, 2: is in the news for it, 1: others, 0: holds no power. Of two namesakes the one with the greater is meant. */
  readonly weight: number;
}

/** @throws ComityError for a table that cannot be right, with file, line and column */
export function compileOffices(content: string): ReadonlyMap<string, Office> {
  const offices = new Map<string, Office>();
  for (const row of parseTable("codebook/actors/offices.tsv", content, ["office", "sector", "weight"])) {
    const [office, sector, weight] = [row.cell("office"), row.cell("sector"), row.cell("weight")];
    if (office === "" || offices.has(office)) throw row.fault("office", office, "an office that stands once");
    if (!(SECTORS as readonly string[]).includes(sector)) throw row.fault("sector", sector, SECTORS.join(", "));
    if (!/^[0-3]$/u.test(weight)) throw row.fault("weight", weight, "0, 1, 2 or 3");
    offices.set(office, { sector: sector as Sector, weight: Number(weight) });
  }
  return offices;
}
