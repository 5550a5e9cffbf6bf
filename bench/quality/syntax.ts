/**
 * The reader of English against the treebanks: `comity parse` on gold tokens and on raw text, scored by the treebank scorer, and names against
 * Universal NER; the figures go to bench/results/syntax.json.
 * Usage: npm run bench:syntax [-- --dev]. Exit code 1 when a treebank that is there cannot be read or scored.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchData, COMITY, TOP } from "./bench-data.ts";
import { bare, readNames, readText, type GoldName } from "./treebank.ts";

const dev = process.argv.includes("--dev");
const BANKS = dev ? ["ewt-dev", "gum-dev"] : ["ewt-test", "gum-test", "pud-test"];
/** Relations that events hang on. */
const RELATIONS = ["nsubj", "obj", "nsubj:pass", "obl:agent", "iobj", "obl", "nmod", "conj", "acl:relcl", "xcomp", "ccomp", "appos", "flat", "compound"]; // prettier-ignore

type Figures = Record<string, number>;

function node(args: readonly string[], what: string): string {
  const run = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`${what} ended with ${run.status}: ${run.stderr.slice(0, 500)}`);
  return run.stdout;
}

/** F1 by figure ("LAS", "nsubj:pass") from the scorer's table. */
function score(data: string, gold: string, predicted: string, wanted: readonly string[]): Figures {
  const lines = node([join(data, "score/conll.mjs"), gold, predicted, "--relations"], "the scorer").split("\n");
  const figures: Figures = {};
  for (const line of lines) {
    const [, name = "", f1] = /^(.+?)\s+P .* F1 ([\d.]+)$/u.exec(line) ?? [];
    if (wanted.includes(name)) figures[name] = Number(f1);
  }
  return figures;
}

/** F1 of relations, head and full label right, on the same words; only sentences whose `sent_id` fits. */
function scoreRelations(gold: string, predicted: string, id: RegExp): Figures {
  const rows = (text: string): string[][] =>
    text.split(/\n\n+/u).flatMap((block) => {
      const [, name = ""] = /^# sent_id = (.*)$/mu.exec(block) ?? [];
      if (!id.test(name)) return [];
      return block.split("\n").filter((line) => /^\d+\t/u.test(line)).map((line) => line.split("\t")); // prettier-ignore
    });
  const [expected, told] = [rows(gold), rows(predicted)];
  if (expected.length !== told.length) throw new Error("gold and predicted words differ");
  const counts = new Map(RELATIONS.map((relation) => [relation, { right: 0, told: 0, expected: 0 }]));
  for (const [i, [, , , , , , head, relation = ""]] of expected.entries()) {
    const [, , , , , , toldHead, toldRelation = ""] = told[i] ?? [];
    const [mine, theirs] = [counts.get(toldRelation), counts.get(relation)];
    if (mine) mine.told += 1;
    if (theirs) theirs.expected += 1;
    if (mine && relation === toldRelation && head === toldHead) mine.right += 1;
  }
  return Object.fromEntries(
    [...counts].filter(([, c]) => c.told + c.expected > 0).map(([relation, c]) => [relation, percent((2 * c.right) / (c.told + c.expected))]), // prettier-ignore
  );
}

/** Names of the reader's CoNLL-U (MISC `Name=`) against those of an iob2 file, by sentence: exact range and kind. */
function scoreNames(predicted: string, gold: ReadonlyMap<string, readonly GoldName[]>): Figures {
  let [right, told, marked] = [0, 0, 0];
  for (const block of predicted.split(/\n\n+/u)) {
    const words = block.split("\n").filter((line) => /^\d+\t/u.test(line)).map((line) => line.split("\t")); // prettier-ignore
    const names: GoldName[] = [];
    let text = "";
    for (const [, form = "", , , , , , , , misc = ""] of words) {
      const start = text.length;
      text += bare(form);
      const [, place, kind = ""] = /(?:^|\|)Name=([BI])-([A-Z]+)/u.exec(misc) ?? [];
      const last = names.at(-1);
      if (place === "B") names.push({ start, end: text.length, kind });
      else if (place === "I" && last) names[names.length - 1] = { ...last, end: text.length };
    }
    const expected = gold.get(text);
    if (!expected) continue;
    const key = (name: GoldName): string => `${name.start}-${name.end}-${name.kind}`;
    const keys = new Set(expected.map(key));
    right += names.filter((name) => keys.has(key(name))).length;
    told += names.length;
    marked += expected.length;
  }
  return {
    names: percent((2 * right) / (told + marked)),
    precision: percent(right / told),
    recall: percent(right / marked),
  };
}

/** ISO day of the measurement. */
const today = (): string => new Date().toISOString().slice(0, 10);

const percent = (share: number): number => Number((100 * share).toFixed(2));

const data = benchData();
if (data !== null) {
  const folder = mkdtempSync(join(tmpdir(), "comity-bench-"));
  try {
    const figures: Record<string, Record<string, Figures>> = {};
    for (const bank of BANKS) {
      const gold = join(data, `treebanks/${bank}.conllu.gz`);
      if (!existsSync(gold)) {
        process.stdout.write(`${bank}: not measured, ${gold} is not there\n`);
        continue;
      }
      const [plain, raw, out] = ["gold.conllu", "raw.txt", "out.conllu"].map((name) => join(folder, name)) as [string, string, string]; // prettier-ignore
      writeFileSync(plain, readText(gold));
      const parsed = node([COMITY, "parse", plain, "--conllu", "--format", "conllu"], "comity parse");
      writeFileSync(out, parsed);
      const bankFigures: Record<string, Figures> = {
        goldTokens: score(data, gold, out, ["UPOS", "XPOS", "lemma", "UAS", "LAS", "LAS full"]),
        relations: scoreRelations(readText(gold), parsed, /./u),
      };
      if (bank.startsWith("gum")) bankFigures["relationsInNews"] = scoreRelations(readText(gold), parsed, /^GUM_news/u);
      // News leads of the eighties stand in capitals: the same sentences so.
      const capitals = join(folder, "capitals.conllu");
      writeFileSync(capitals, readText(gold).replace(/^(\d+(?:-\d+)?\t)([^\t]+)/gmu, (_, id: string, form: string) => id + form.toUpperCase())); // prettier-ignore
      writeFileSync(out, node([COMITY, "parse", capitals, "--conllu", "--format", "conllu"], "comity parse"));
      bankFigures["capitals"] = score(data, capitals, out, ["UPOS", "LAS"]);
      const iob2 = join(data, `treebanks/${bank}.iob2.gz`);
      if (existsSync(iob2)) bankFigures["names"] = scoreNames(parsed, readNames(iob2));
      writeFileSync(raw, node([join(data, "score/rawtext.mjs"), gold], "rawtext"));
      writeFileSync(out, node([COMITY, "parse", raw, "--format", "conllu"], "comity parse"));
      bankFigures["rawText"] = score(data, gold, out, ["tokens", "sentences", "words", "UPOS", "lemma", "UAS", "LAS"]);
      figures[bank] = bankFigures;
      process.stdout.write(`${bank}\n${Object.entries(bankFigures).map(([k, v]) => `  ${k}: ${JSON.stringify(v)}\n`).join("")}`); // prettier-ignore
    }
    if (!dev) {
      const { sha256 } = JSON.parse(readFileSync(join(TOP, "models/en/meta.json"), "utf8")) as { sha256: string };
      writeFileSync(
        join(TOP, "bench/results/syntax.json"),
        `${JSON.stringify({ measured: today(), model: sha256, figures }, null, 2)}\n`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
