import { sha256OfBytes } from "../../base/hash.ts";
import { ComityError } from "../../base/comity-error.ts";

/** The layout of models that this reader understands; a change of features, layers or tensors raises it. */
const FORMAT = 1;

export interface TensorInfo {
  readonly name: string;
  readonly type: "i8" | "f32" | "utf8";
  readonly rows: number;
  readonly columns: number;
  /** Offset and length in bytes. */
  readonly at: number;
  readonly bytes: number;
}

/** `meta.json` of a model folder, as far as reading needs it; the training program writes more (data, licences, schedule, scores). */
export interface ModelMeta {
  readonly format: number;
  readonly features: {
    readonly buckets: number;
    readonly shapes: number;
    readonly word: number;
    readonly letters: number;
    readonly shape: number;
  };
  readonly network: { readonly hidden: number; readonly arc: number; readonly rel: number };
  readonly labels: {
    readonly upos: readonly string[];
    readonly xpos: readonly string[];
    readonly relation: readonly string[];
    readonly name: readonly string[];
  };
  readonly tensors: readonly TensorInfo[];
  readonly bytes: number;
  readonly sha256: string;
}

/** A model's weights by name, views into the bytes that were handed in. */
export interface ModelFile {
  readonly meta: ModelMeta;
  bytesOf(name: string): Uint8Array;
  integers(name: string): Int8Array;
  floats(name: string): Float32Array;
  info(name: string): TensorInfo;
}

/**
 * Opens a model.
 * @param metaText the content of `meta.json`
 * @param weights the content of `reader.bin`
 * @throws ComityError "model-mismatch": another format, length or checksum than `meta.json` says; both values are named
 */
export function openModel(metaText: string, weights: Uint8Array): ModelFile {
  const meta = parseMeta(metaText);
  expectSame("format", meta.format, FORMAT);
  expectSizes(meta);
  expectSame("length of reader.bin in bytes", weights.length, meta.bytes);
  expectSame("sha256 of reader.bin", sha256OfBytes(weights), meta.sha256);
  // Views of floats need aligned bytes; a slice of a larger buffer may not be.
  const bytes = weights.byteOffset % 16 === 0 ? weights : weights.slice();
  const infos = new Map(meta.tensors.map((tensor) => [tensor.name, tensor]));
  const info = (name: string): TensorInfo => {
    const found = infos.get(name);
    if (found === undefined) throw mismatch(`meta.json names no tensor "${name}"`);
    return found;
  };
  const view = (name: string, type: TensorInfo["type"]): TensorInfo => {
    const found = info(name);
    if (found.type !== type) throw mismatch(`tensor "${name}" is ${found.type}, expected ${type}`);
    return found;
  };
  return {
    meta,
    info,
    bytesOf: (name) => {
      const { at, bytes: length } = info(name);
      return bytes.subarray(at, at + length);
    },
    integers: (name) => {
      const { at, bytes: length } = view(name, "i8");
      return new Int8Array(bytes.buffer, bytes.byteOffset + at, length);
    },
    floats: (name) => {
      const { at, bytes: length } = view(name, "f32");
      return new Float32Array(bytes.buffer, bytes.byteOffset + at, length / 4);
    },
  };
}

function parseMeta(text: string): ModelMeta {
  try {
    const meta: unknown = JSON.parse(text);
    if (typeof meta === "object" && meta !== null) return meta as ModelMeta;
    throw new SyntaxError(`found ${text.slice(0, 20)}, expected an object`);
  } catch (cause) {
    throw new ComityError(
      "model-mismatch",
      `meta.json of the model is not JSON: ${cause instanceof Error ? cause.message : "unreadable"}.`,
      "Install the package again, or rebuild the model as train/README.md says.",
      { cause },
    );
  }
}

/** Widths that the kernel can work with: whole vectors, and sums of products that stay below 2^31 ({@link Network}). */
function expectSizes({ network, features }: ModelMeta): void {
  const widths = { ...network, input: features.word + features.letters + features.shape };
  for (const [name, width] of Object.entries(widths))
    if (width % 8 !== 0) throw mismatch(`width ${name}: found ${width}, expected a multiple of 8`);
  if (network.arc > 128) throw mismatch(`width arc: found ${network.arc}, expected at most 128`);
  if (network.hidden > 256) throw mismatch(`width hidden: found ${network.hidden}, expected at most 256`);
}

function expectSame(what: string, found: unknown, expected: unknown): void {
  if (found !== expected) throw mismatch(`${what}: found ${String(found)}, expected ${String(expected)}`);
}

function mismatch(what: string): ComityError {
  return new ComityError(
    "model-mismatch",
    `The language model does not fit this program. ${what}.`,
    "Install the package again, or rebuild the model as train/README.md says.",
  );
}
