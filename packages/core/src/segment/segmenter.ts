import { ComityError } from "../base/comity-error.ts";
import { sha256OfBytes } from "../base/hash.ts";
import { FEATURE_FORMAT, MOST_FEATURES } from "./boundary-features.ts";

/** A trained scorer of sentence ends: logistic regression over hashed features. Data, handed in; made by `train/segment`. */
export interface Segmenter {
  readonly kind: "segmenter";
  /** One weight a row, in steps of `scale`; their number is a power of two. */
  readonly weights: Int8Array;
  /** Log-odds of one step of a weight. */
  readonly scale: number;
  /** Log-odds of a sentence end where no feature says anything. */
  readonly bias: number;
  /** After a stop a sentence ends where the log-odds are above this. */
  readonly threshold: number;
  /** The same where no stop stands: higher, for in prose an end that is not there does more harm than one that is missed. */
  readonly bareThreshold: number;
}

/** The part of the description of the weights (`segment.json`) that the program reads. */
export interface SegmenterMeta {
  readonly format: number;
  /** Bytes of the weights, one a row. */
  readonly bytes: number;
  readonly sha256: string;
  readonly scale: number;
  readonly bias: number;
  readonly threshold: number;
  readonly bareThreshold: number;
}

/**
 * Makes a segmenter of the weights and their description.
 * @param bytes contents of `models/en/segment.bin`
 * @param meta contents of `models/en/segment.json`, parsed
 * @throws ComityError "segmenter-weights" where they do not fit this program or each other
 */
export function loadSegmenter(bytes: Uint8Array, meta: unknown): Segmenter {
  const { format, bytes: size, sha256, scale, bias, threshold, bareThreshold } = (meta ?? {}) as Partial<SegmenterMeta>;
  const refuse = (found: string, expected: string): ComityError =>
    new ComityError(
      "segmenter-weights",
      `The weights of the sentence splitter have ${found}, expected ${expected}.`,
      "Take segment.bin and segment.json from one release of Comity, or train them again with train/segment.",
    );
  if (format !== FEATURE_FORMAT) throw refuse(`format ${String(format)}`, String(FEATURE_FORMAT));
  if (bytes.length !== size) throw refuse(`${bytes.length} bytes`, `${String(size)}, as their description says`);
  if (size < MOST_FEATURES || (size & (size - 1)) !== 0) throw refuse(`${size} rows`, "a power of two");
  if (!isFinite(scale) || !isFinite(bias) || !isFinite(threshold) || !isFinite(bareThreshold))
    throw refuse("no scale, bias or thresholds", "a number for each");
  const found = sha256OfBytes(bytes);
  if (found !== sha256) throw refuse(`the sha256 ${found}`, `${String(sha256)}, as their description says`);
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length).slice();
  return { kind: "segmenter", weights, scale, bias, threshold, bareThreshold };
}

const isFinite = (value: number | undefined): value is number => Number.isFinite(value);
