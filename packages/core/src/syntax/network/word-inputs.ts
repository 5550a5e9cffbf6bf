import { decodeUtf8 } from "../../base/utf8.ts";
import type { Kernel, Room } from "./kernel.ts";
import type { Matrix } from "./layers.ts";
import type { ModelFile } from "./model-file.ts";
import { letterPieces, wordKey, wordShape } from "./word-features.ts";

/** Distinct forms kept; when they are full, all are forgotten and the cache begins anew. */
const SLOTS = 4096;

/**
 * What the first layer's gates get from a word, by its form: word, letter and shape vectors times the input weights, bias included.
 * It depends on nothing but the form, so it is computed once a form and kept: half of the first layer's work for a page of news.
 */
export class WordInputs {
  readonly #kernel: Kernel;
  readonly #model: ModelFile;
  readonly #matrix: Matrix;
  readonly #rows: ReadonlyMap<string, number>;
  readonly #slots: number;
  readonly #vector: number;
  readonly #vectorScale: number;
  readonly #integers: number;
  #addresses = new Map<string, number>();

  constructor(kernel: Kernel, room: Room, model: ModelFile, matrix: Matrix) {
    this.#kernel = kernel;
    this.#model = model;
    this.#matrix = matrix;
    this.#rows = wordRows(model);
    this.#slots = room.take(SLOTS * matrix.rows * 4);
    this.#vector = room.take(matrix.columns * 4);
    this.#vectorScale = room.take(4);
    this.#integers = room.take(matrix.columns * 2);
  }

  /** Makes sure that `forms` more forms find room; addresses given before may be void afterwards. */
  reserve(forms: number): void {
    if (this.#addresses.size + forms > SLOTS) this.#addresses = new Map();
  }

  /** Address of the form's 8 * hidden inputs (f32). */
  addressOf(wholeForm: string): number {
    const seen = seenPart(wholeForm);
    const known = this.#addresses.get(seen);
    if (known !== undefined) return known;
    const form = ownCopy(seen);
    const at = this.#slots + this.#addresses.size * this.#matrix.rows * 4;
    const { columns, rows, at: weights, scale, bias } = this.#matrix;
    this.#fillVector(form);
    this.#kernel.quantize(this.#vector, columns, 32767, this.#integers, this.#vectorScale);
    this.#kernel.matmul(this.#integers, 0, this.#vectorScale, 1, weights, scale, bias, rows, columns, at, 0);
    this.#addresses.set(form, at);
    return at;
  }

  #fillVector(form: string): void {
    const { word, letters, shape, buckets } = this.#model.meta.features;
    const vector = new Float32Array(this.#kernel.memory.buffer, this.#vector, word + letters + shape).fill(0);
    const key = wordKey(form);
    const add = (table: string, row: number, width: number, at: number, factor: number): void => {
      const integers = this.#model.integers(table);
      const scale = (this.#model.floats(`${table}.scale`)[row] ?? 0) * factor;
      for (let i = 0; i < width; i++) vector[at + i] = (vector[at + i] ?? 0) + (integers[row * width + i] ?? 0) * scale;
    };
    add("word", this.#rows.get(key) ?? 0, word, 0, 1);
    const { grams, affixes } = letterPieces(key, buckets);
    for (const bucket of grams) add("letters", bucket, letters, word, 1 / grams.length);
    for (const bucket of affixes) add("letters", bucket, letters, word, 1 / affixes.length);
    const shapes = this.#model.floats("shapes");
    const row = wordShape(form) * shape;
    vector.set(shapes.subarray(row, row + shape), word + letters);
  }
}

/** Units of a form that are looked at: half of them from its start, half from its end, where it is longer. */
const LONGEST_FORM = 64;

const seenPart = (form: string): string =>
  form.length > LONGEST_FORM ? form.slice(0, LONGEST_FORM / 2) + form.slice(-LONGEST_FORM / 2) : form;

/**
 * The form as a string of its own. Engines let a slice of a text hold on to the whole text, and the cache would keep every document whose words it knows.
 */
function ownCopy(seen: string): string {
  if (seen.length < 13) return seen; // such slices are copies
  const units: number[] = [];
  for (let i = 0; i < seen.length; i++) units.push(seen.charCodeAt(i));
  return String.fromCharCode(...units);
}

/** Row of the word table by key; row 0 is the unknown word. */
function wordRows(model: ModelFile): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const [i, key] of decodeUtf8(model.bytesOf("words")).split("\n").entries()) rows.set(key, i + 1);
  return rows;
}
