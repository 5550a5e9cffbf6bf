/**
 * Holds the source to the import rule of ARCHITECTURE.md: which folder may import which, no circles, no folder that the rule does not name,
 * only declared packages, and in core neither the platform nor clock, chance or locale.
 */
import { posix } from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/** For each folder what it may import; "package:x" stands for an npm package, "node:" for Node's own modules. */
export interface Room {
  readonly folder: string;
  readonly may: readonly string[];
  readonly packages: readonly string[];
}

const CORE = "packages/core/src";
const NODE = "packages/node/src";
const core = (may: readonly string[], packages: readonly string[] = []): Omit<Room, "folder"> => ({
  may: may.map((name) => `${CORE}/${name}`),
  packages,
});
const STEPS = [
  "read",
  "clean",
  "segment",
  "syntax",
  "syntax/network",
  "codebook",
  "codebook/actors",
  "codebook/events",
  "codebook/statements",
  "clause",
  "mention",
  "mention/place",
  "mention/time",
  "coref",
  "event",
  "statement",
  "merge",
  "tie",
  "score",
];
const node = (may: readonly string[], packages: readonly string[] = []): Omit<Room, "folder"> => ({
  may: may.map((name) => `${NODE}/${name}`),
  packages: ["@comity/core", "node:", ...packages],
});

/** The table of ARCHITECTURE.md. */
export const ROOMS: readonly Room[] = [
  { folder: `${CORE}/base`, ...core([], ["@noble/hashes"]) },
  { folder: `${CORE}/model`, ...core(["base"]) },
  { folder: `${CORE}/contract`, ...core(["base", "model"], ["zod"]) },
  { folder: `${CORE}/read`, ...core(["base", "model"], ["linkedom", "@mozilla/readability"]) },
  ...["clean", "segment", "merge", "tie", "score"].map((name) => ({
    folder: `${CORE}/${name}`,
    ...core(["base", "model"]),
  })),
  {
    folder: `${CORE}/codebook`,
    ...core(["base", "model", "codebook/actors", "codebook/events", "codebook/statements"]),
  },
  { folder: `${CORE}/codebook/actors`, ...core(["base", "model", "codebook"]) },
  { folder: `${CORE}/codebook/events`, ...core(["base", "model", "codebook"]) },
  { folder: `${CORE}/codebook/statements`, ...core(["base", "model", "codebook"]) },
  { folder: `${CORE}/clause`, ...core(["base", "model", "codebook/events"]) },
  { folder: `${CORE}/syntax`, ...core(["base", "model", "codebook", "syntax/network"]) },
  { folder: `${CORE}/syntax/network`, ...core(["base"]) },
  { folder: `${CORE}/mention/place`, ...core(["base", "model", "codebook"]) },
  { folder: `${CORE}/mention/time`, ...core(["base", "model", "codebook"]) },
  ...["mention", "coref", "event", "statement"].map((name) => ({
    folder: `${CORE}/${name}`,
    ...core([
      "base",
      "model",
      "codebook",
      "codebook/actors",
      ...(name === "event" ? ["codebook/events", "clause"] : []),
      ...(name === "statement" ? ["codebook/statements", "clause"] : []),
    ]),
  })),
  { folder: `${CORE}/pipeline`, ...core(["base", "model", "contract", ...STEPS]) },
  { folder: CORE, ...core(["base", "model", "contract", ...STEPS, "pipeline"]) }, // index.ts, the package's face
  { folder: `${NODE}/io`, ...node([], ["chardet", "iconv-lite", "csv-parse", "tinyglobby"]) },
  { folder: `${NODE}/job`, ...node(["io"], ["piscina"]) },
  { folder: `${NODE}/store`, ...node(["io", "job"], ["@duckdb/node-api"]) },
  { folder: `${NODE}/api`, ...node(["io", "job", "store"]) },
  { folder: `${NODE}/cli`, ...node(["io", "job", "store"], ["commander", "csv-stringify"]) },
];

/** What makes output depend on the machine, the moment or the place. */
const FORBIDDEN_GLOBALS = new Set(
  (
    "process Buffer global globalThis window navigator self require __dirname __filename console fetch setTimeout setInterval setImmediate queueMicrotask " +
    "structuredClone performance crypto localStorage sessionStorage XMLHttpRequest WebSocket Worker Intl"
  ).split(" "),
);
const FORBIDDEN_MEMBERS: Readonly<Record<string, string>> = {
  "Date.now": "a clock",
  "Math.random": "randomness",
  toLocaleString: "a locale",
  toLocaleLowerCase: "a locale",
  toLocaleUpperCase: "a locale",
  toLocaleDateString: "a locale",
  localeCompare: "a locale",
};

interface Import {
  readonly from: string;
  readonly to: string;
}

/**
 * @param files source text by path below the workspace's top, with "/" between folders
 * @returns one line a violation, `path: what`; empty: the rule holds
 */
export function checkImports(files: ReadonlyMap<string, string>, rooms: readonly Room[] = ROOMS): string[] {
  const faults: string[] = [];
  const local: Import[] = [];
  for (const [path, source] of files) {
    const room = rooms.find(({ folder }) => folder === posix.dirname(path));
    if (!room) {
      faults.push(`${path}: the folder ${posix.dirname(path)} is not named in the import rule`);
      continue;
    }
    const parsed = parseSync(path, source);
    if (parsed.errors.length > 0) faults.push(`${path}: cannot be parsed: ${parsed.errors[0]?.message ?? ""}`);
    for (const specifier of importsOf(parsed, source)) {
      if (specifier.startsWith(".")) {
        const to = posix.join(posix.dirname(path), specifier);
        if (!files.has(to)) faults.push(`${path}: imports ${specifier}, which is not there`);
        local.push({ from: path, to });
        const folder = posix.dirname(to);
        if (folder !== room.folder && !room.may.includes(folder))
          faults.push(`${path}: ${room.folder} may not import ${folder}`);
      } else if (
        !room.packages.some(
          (name) =>
            specifier === name || specifier.startsWith(`${name}/`) || (name === "node:" && specifier.startsWith(name)),
        )
      ) {
        faults.push(`${path}: ${room.folder} may not import the package ${specifier}`);
      }
    }
    if (path.startsWith(CORE)) faults.push(...platformUses(parsed).map((use) => `${path}: core may not use ${use}`));
  }
  return [...faults, ...circles(local)];
}

type Parsed = ReturnType<typeof parseSync>;

function importsOf({ module }: Parsed, source: string): string[] {
  const statics = module.staticImports.map((entry) => entry.moduleRequest.value);
  const exports = module.staticExports.flatMap((entry) =>
    entry.entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
  );
  // An import() of a plain string is an arrow like any other; one of a computed name cannot be checked.
  const dynamic = module.dynamicImports.map(
    ({ moduleRequest: { start, end } }) =>
      /^(["'])([^"'\\]+)\1$/u.exec(source.slice(start, end))?.[2] ?? "an import() that is not static",
  );
  return [...statics, ...exports, ...dynamic];
}

/** Free names of the platform and calls of clock, chance and locale. A property of that name (`x.process`) is none; a local variable of that name is refused too. */
function platformUses(parsed: Parsed): string[] {
  const uses = new Set<string>();
  const properties = new Set<number>();
  new Visitor({
    MemberExpression(node) {
      if (node.computed || node.property.type !== "Identifier") return;
      properties.add(node.property.start);
      const name = node.property.name;
      const object = node.object.type === "Identifier" ? `${node.object.name}.${name}` : "";
      const found = [object, name].find((one) => Object.hasOwn(FORBIDDEN_MEMBERS, one)); // not "toString" and its like
      if (found !== undefined) uses.add(`${found} (${FORBIDDEN_MEMBERS[found]})`);
    },
    Property(node) {
      if (!node.computed && !node.shorthand && node.key.type === "Identifier") properties.add(node.key.start);
    },
    TSPropertySignature(node) {
      if (node.key.type === "Identifier") properties.add(node.key.start);
    },
    NewExpression(node) {
      if (node.callee.type === "Identifier" && node.callee.name === "Date" && node.arguments.length === 0)
        uses.add("new Date() (a clock)");
    },
    CallExpression(node) {
      if (node.callee.type === "Identifier" && node.callee.name === "Date") uses.add("Date() (a clock)");
    },
  }).visit(parsed.program);
  new Visitor({
    Identifier(node) {
      if (FORBIDDEN_GLOBALS.has(node.name) && !properties.has(node.start)) uses.add(`${node.name} (the platform)`);
    },
  }).visit(parsed.program);
  return [...uses];
}

/** Circles among files, each told once, by depth-first search. */
function circles(imports: readonly Import[]): string[] {
  const next = new Map<string, Import[]>();
  for (const one of imports) next.set(one.from, [...(next.get(one.from) ?? []), one]);
  const state = new Map<string, "open" | "done">();
  const faults: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      faults.push(`${file}: a circle: ${[...path.slice(path.indexOf(file)), file].join(" -> ")}`);
      return;
    }
    state.set(file, "open");
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, "done");
  };
  for (const file of next.keys()) visit(file, []);
  return faults;
}
