import { isJsonObject } from "./is-json-object.ts";

/**
 * Whether a text begins as JSON lines ("jsonl"), as one JSON document over several lines or in one array ("json"), or as neither
 * (null). `head` is the start of the text, `complete` says that it is all of it.
 */
export function sniffJson(head: string, complete: boolean): "jsonl" | "json" | null {
  const text = head.trimStart();
  const end = text.indexOf("\n");
  const line = end < 0 ? text : text.slice(0, end);
  const value = parse(line);
  if (isJsonObject(value)) return "jsonl";
  const alone = complete && text.slice(line.length).trim() === "";
  if (Array.isArray(value)) return value.every(isJsonObject) && (value.length > 0 || alone) ? "json" : null;
  // From here on the first line is no JSON by itself. "[1] Talks began" and "{Reuters}" are no JSON at all.
  if (!/^(?:\{\s*["}]|\[\s*[{\]])/.test(text)) return null;
  if (end < 0 && !complete) return text.startsWith("{") ? "jsonl" : "json";
  const next = /\S[^\n]*/.exec(text.slice(end + 1))?.[0];
  if (end >= 0 && next !== undefined && isJsonObject(parse(next))) return text.startsWith("[") ? "json" : "jsonl";
  return /[[{:,]\s*$/.test(line) ? "json" : "jsonl";
}

/** The value of a line, or undefined where it is no JSON. */
function parse(line: string): unknown {
  if (!/^\s*[[{]/.test(line)) return undefined;
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
