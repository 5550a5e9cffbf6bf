import type { TableRow } from "../parse-table.ts";

/** What a row's example must give: "KEN > UGA" is actor and recipient, "PAK + CHN" two actors, "> UGA" nobody named who acts. */
export interface ExampleCodes {
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
}

/** A state by its alpha-3 code, anybody else by the sector. @throws ComityError at the cell */
export function exampleCodes(row: TableRow, value: string): ExampleCodes {
  const [left = "", right = "", ...more] = value.split(">").map((side) => side.trim());
  const list = (side: string): string[] => side.split("+").map((code) => code.trim()).filter(Boolean);
  const codes = { actors: list(left), recipients: list(right) };
  const all = [...codes.actors, ...codes.recipients];
  if (more.length > 0 || all.length === 0 || all.some((code) => !/^(?:[A-Z]{3}|-)$/u.test(code)))
    throw row.fault("codes", value, 'codes such as "KEN > UGA", "PAK + CHN" or "> UGA"');
  return codes;
}
