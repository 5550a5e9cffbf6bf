/**
 * Whether an event's confidence means what it says: codes the hand-coded news sentences, and tells for each band of confidence how many events were right (type and
 * actors). Usage: npm run bench:reliability; the table goes to bench/results/reliability.json. Events that match a gold event which reasonable coders may leave out
 * count as right in type only where they do; those that match none are wrong.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchData, COMITY, TOP } from "./bench-data.ts";

interface Side {
  readonly country: string | null;
  readonly sector: string | null;
}
interface Coded {
  readonly type: string;
  readonly status: string;
  readonly confidence: number;
  readonly actor: readonly Side[];
  readonly recipient: readonly Side[];
}

const BANDS = [0.4, 0.6, 0.7, 1];
const side = (list: readonly Side[]): string =>
  [...new Set(list.map(({ country, sector }) => country ?? sector ?? "-"))].toSorted().join("+");
const counted = ({ status }: { readonly status: string }): boolean => status !== "negated" && status !== "hypothetical";

const data = benchData();
if (data !== null) {
  const file = join(data, "gold/news-dev.jsonl");
  const { stdout } = spawnSync(process.execPath, [COMITY, "code", file, "--format", "jsonl"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const gold = new Map(
    readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string; events: Omit<Coded, "confidence">[] })
      .map(({ id, events }) => [id, events]),
  );
  const bands = BANDS.map((upTo) => ({ upTo, events: 0, meanConfidence: 0, right: 0 }));
  for (const line of stdout.trim().split("\n")) {
    const { document, events } = JSON.parse(line) as { document: { id: string }; events: Coded[] };
    const free = new Set((gold.get(document.id) ?? []).filter(counted));
    for (const event of events.filter(counted)) {
      const band = bands.find(({ upTo }) => event.confidence <= upTo);
      if (!band) continue;
      const hit = [...free].find(
        (one) =>
          one.type === event.type &&
          (side(one.actor) === side(event.actor) ||
            side([...one.actor, ...one.recipient]) === side([...event.actor, ...event.recipient])),
      );
      if (hit) free.delete(hit);
      band.events += 1;
      band.meanConfidence += event.confidence;
      band.right += hit ? 1 : 0;
    }
  }
  const table = bands.map(({ upTo, events, meanConfidence, right }) => ({
    upTo,
    events,
    meanConfidence: events === 0 ? null : Number((meanConfidence / events).toFixed(2)),
    shareRight: events === 0 ? null : Number((right / events).toFixed(2)),
  }));
  for (const row of table) process.stdout.write(`${JSON.stringify(row)}\n`);
  writeFileSync(
    join(TOP, "bench/results/reliability.json"),
    `${JSON.stringify({ set: "170 news sentences", right: "type and actors", bands: table }, null, 2)}\n`,
  );
}
