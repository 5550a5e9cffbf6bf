import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkImports, ROOMS } from "./check-imports.ts";

const TOP = fileURLToPath(new URL("../../", import.meta.url));

function sources(): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of ["packages/core/src", "packages/node/src"]) {
    for (const path of readdirSync(join(TOP, folder), { recursive: true, encoding: "utf8" })) {
      if (path.endsWith(".ts"))
        files.set(`${folder}/${path.replaceAll("\\", "/")}`, readFileSync(join(TOP, folder, path), "utf8"));
    }
  }
  return files;
}

const CORE = "packages/core/src";
const planted: readonly (readonly [what: string, files: Readonly<Record<string, string>>, fault: RegExp])[] = [
  [
    "a step that imports another step",
    { [`${CORE}/event/x.ts`]: `import { y } from "../mention/y.ts";`, [`${CORE}/mention/y.ts`]: "export const y = 1;" },
    /event may not import .*mention/u,
  ],
  [
    "base that imports model",
    { [`${CORE}/base/x.ts`]: `import type { Y } from "../model/y.ts";`, [`${CORE}/model/y.ts`]: "export type Y = 1;" },
    /base may not import .*model/u,
  ],
  [
    "an arrow through a re-export",
    { [`${CORE}/clean/x.ts`]: `export * from "../segment/y.ts";`, [`${CORE}/segment/y.ts`]: "export const y = 1;" },
    /clean may not import .*segment/u,
  ],
  [
    "io that imports the command line",
    {
      "packages/node/src/io/x.ts": `import { y } from "../cli/y.ts";`,
      "packages/node/src/cli/y.ts": "export const y = 1;",
    },
    /io may not import .*cli/u,
  ],
  [
    "a circle",
    {
      [`${CORE}/event/a.ts`]: `import { b } from "./b.ts"; export const a = b;`,
      [`${CORE}/event/b.ts`]: `import { a } from "./a.ts"; export const b = a;`,
    },
    /a circle: .*a\.ts -> .*b\.ts -> .*a\.ts/u,
  ],
  ["a folder that the table does not name", { [`${CORE}/misc/x.ts`]: "export const x = 1;" }, /misc is not named/u],
  [
    "a nested folder that the table does not name",
    { [`${CORE}/event/deep/x.ts`]: "export const x = 1;" },
    /deep is not named/u,
  ],
  [
    "an undeclared package",
    { [`${CORE}/event/x.ts`]: `import chalk from "chalk";` },
    /may not import the package chalk/u,
  ],
  [
    "a module of Node in core",
    { [`${CORE}/read/x.ts`]: `import { readFileSync } from "node:fs";` },
    /may not import the package node:fs/u,
  ],
  [
    "an import() of a computed name",
    { [`${CORE}/read/x.ts`]: `export const x = (y: string) => import(y);` },
    /not static/u,
  ],
  ["an import() of a template", { [`${CORE}/read/x.ts`]: "export const x = import(`node:fs`);" }, /not static/u],
  [
    "a module of Node in core by import()",
    { [`${CORE}/read/x.ts`]: `export const x = import("node:fs");` },
    /may not import the package node:fs/u,
  ],
  [
    "a step that imports another step by import()",
    {
      [`${CORE}/event/x.ts`]: `export const x = import("../clean/y.ts");`,
      [`${CORE}/clean/y.ts`]: "export const y = 1;",
    },
    /event may not import .*clean/u,
  ],
  [
    "a global of the platform",
    { [`${CORE}/event/x.ts`]: "export const x = process.env;" },
    /process \(the platform\)/u,
  ],
  ["the console", { [`${CORE}/event/x.ts`]: "console.log(1);" }, /console \(the platform\)/u],
  ["a clock", { [`${CORE}/event/x.ts`]: "export const x = Date.now();" }, /Date\.now \(a clock\)/u],
  ["a clock by construction", { [`${CORE}/event/x.ts`]: "export const x = new Date();" }, /new Date\(\) \(a clock\)/u],
  ["randomness", { [`${CORE}/event/x.ts`]: "export const x = Math.random();" }, /Math\.random \(randomness\)/u],
  ["a locale", { [`${CORE}/event/x.ts`]: `export const x = "a".localeCompare("b");` }, /localeCompare \(a locale\)/u],
];

const allowed: readonly (readonly [what: string, files: Readonly<Record<string, string>>])[] = [
  [
    "a step that imports model and base",
    {
      [`${CORE}/clean/x.ts`]: `import type { Y } from "../model/y.ts"; import { z } from "../base/z.ts"; export const x: Y = z;`,
      [`${CORE}/model/y.ts`]: "export type Y = 1;",
      [`${CORE}/base/z.ts`]: "export const z = 1;",
    },
  ],
  [
    "a property that has the name of a global",
    { [`${CORE}/event/x.ts`]: "export const x = (y: { process: number }) => y.process;" },
  ],
  ["a package that is loaded late", { "packages/node/src/store/x.ts": `export const x = import("@duckdb/node-api");` }],
  ["a date from a given day", { [`${CORE}/event/x.ts`]: "export const x = new Date(0);" }],
];

describe("the import rule", () => {
  it("holds for all sources", () => {
    const files = sources();
    expect(files.size).toBeGreaterThan(20);
    expect(checkImports(files)).toEqual([]);
  });

  it.each(planted)("refuses %s", (_what, files, fault) => {
    const faults = checkImports(new Map(Object.entries(files)));
    expect(faults).toEqual([expect.stringMatching(fault)]);
  });

  it.each(allowed)("allows %s", (_what, files) => {
    expect(checkImports(new Map(Object.entries(files)))).toEqual([]);
  });

  it("names in ARCHITECTURE.md every folder that it knows", () => {
    const page = readFileSync(join(TOP, "ARCHITECTURE.md"), "utf8");
    for (const { folder } of ROOMS) expect(page).toContain(folder.split("/").at(-1));
  });

  it("has each package in the package.json of its own workspace", () => {
    for (const name of ["core", "node"]) {
      const { dependencies } = JSON.parse(readFileSync(join(TOP, "packages", name, "package.json"), "utf8")) as {
        dependencies: Record<string, string>;
      };
      const used = ROOMS.filter(({ folder }) => folder.startsWith(`packages/${name}/`)).flatMap(({ packages }) =>
        packages.filter((one) => one !== "node:"),
      );
      expect([...new Set(used)].sort()).toEqual(Object.keys(dependencies).sort());
    }
  });
});
