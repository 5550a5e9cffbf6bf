/**
 * The network that reads a sentence: tags, names and one tree, all from two layers of a bidirectional LSTM with biaffine arcs (Dozat and
 * Manning 2017). In: sentences as words. Out: an analysis each. A sentence's result does not depend on what is read beside it.
 */
import { Room, startKernel, type Kernel } from "./kernel.ts";
import { OUTPUT_TOP, placeLayers, type Layer, type Layers, type Matrix } from "./layers.ts";
import type { ModelFile } from "./model-file.ts";
import { bestTags } from "./name-sequence.ts";
import { bestTree } from "./spanning-tree.ts";
import { WordInputs } from "./word-inputs.ts";

/** Sentences that go through the recurrent layers side by side. */
const LANES = 4;
/** The most words of a sentence: arcs are scored for each pair, so room and time grow with its square. */
export const LONGEST_SENTENCE = 256;

/** What the network says of one sentence; arrays run parallel to its words. */
export interface Analysis {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** Index of the governing word; -1: the root. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
  /** "O", "B-PER", "I-PER", ... */
  readonly names: readonly string[];
  /** Score of each word's arc; the parity test compares it. */
  readonly arcs: readonly number[];
}

export class Network {
  readonly #kernel: Kernel = startKernel();
  readonly #model: ModelFile;
  readonly #layers: Layers;
  readonly #inputs: WordInputs;
  readonly #buffers: Buffers;

  constructor(model: ModelFile) {
    this.#model = model;
    const room = new Room(this.#kernel.memory);
    this.#layers = placeLayers(this.#kernel, room, model);
    this.#inputs = new WordInputs(this.#kernel, room, model, this.#layers.layer1.input);
    this.#buffers = takeBuffers(room, model, this.#layers);
    this.#prepare();
  }

  /**
   * @param sentences words of each; none longer than {@link LONGEST_SENTENCE}
   * @returns parallel to `sentences`; an empty sentence gets an empty analysis
   */
  analyse(sentences: readonly (readonly string[])[]): Analysis[] {
    const order = sentences.map((words, i) => ({ words, i })).filter(({ words }) => words.length > 0);
    order.sort((a, b) => b.words.length - a.words.length || a.i - b.i);
    const results = sentences.map((): Analysis => ({
      upos: [],
      xpos: [],
      heads: [],
      relations: [],
      names: [],
      arcs: [],
    }));
    for (let from = 0; from < order.length; from += LANES) {
      const group = order.slice(from, from + LANES);
      this.#run(group.map(({ words }) => words));
      let base = 0;
      for (const { words, i } of group) {
        results[i] = this.#decode(base, words.length);
        base += words.length;
      }
    }
    return results;
  }

  /** Constant contents of the buffers: scales of LSTM outputs, and the root as row 0 of the heads. */
  #prepare(): void {
    const { memory } = this.#kernel;
    const b = this.#buffers;
    new Float32Array(memory.buffer, b.ones, LANES * LONGEST_SENTENCE).fill(1 / OUTPUT_TOP);
    const { arc } = this.#model.meta.network;
    new Float32Array(memory.buffer, b.scratch, arc).set(this.#model.floats("root.arc"));
    this.#kernel.quantize(b.scratch, arc, PAIR_TOP, b.headRows, b.headScales);
  }

  /** Both LSTM layers and all projections for up to LANES sentences, longest first. */
  #run(group: readonly (readonly string[])[]): void {
    const { memory, matmul } = this.#kernel;
    const { layer1, layer2, heads } = this.#layers;
    const b = this.#buffers;
    const tokens = group.reduce((sum, words) => sum + words.length, 0);
    this.#inputs.reserve(tokens);
    const addresses = new Int32Array(memory.buffer, b.addresses, tokens);
    const lengths = new Int32Array(memory.buffer, b.lengths, LANES);
    const bases = new Int32Array(memory.buffer, b.bases, LANES);
    let t = 0;
    for (const [lane, words] of group.entries()) {
      lengths[lane] = words.length;
      bases[lane] = t;
      for (const word of words) addresses[t++] = this.#inputs.addressOf(word);
    }
    this.#layer(layer1, group.length, b.outputs1);
    const { at, scale, bias, rows, columns } = layer2.input;
    matmul(b.outputs1, columns * 2, b.ones, tokens, at, scale, bias, rows, columns, b.gates, rows * 4);
    for (let i = 0; i < tokens; i++) addresses[i] = b.gates + i * rows * 4;
    this.#layer(layer2, group.length, b.outputs2);
    matmul(
      b.outputs2, columns * 2, b.ones, tokens,
      heads.at, heads.scale, heads.bias, heads.rows, heads.columns, b.heads, heads.rows * 4,
    ); // prettier-ignore
  }

  #layer({ forward, backward }: Layer, lanes: number, out: number): void {
    const { lstm } = this.#kernel;
    const b = this.#buffers;
    const hidden = forward.columns;
    const stride = hidden * 4; // two directions of 16-bit numbers
    lstm(forward.at, forward.scale, hidden, lanes, b.lengths, b.bases, b.addresses, 0, 0, b.work, out, stride);
    lstm(
      backward.at, backward.scale, hidden, lanes, b.lengths, b.bases, b.addresses, hidden * 16, 1,
      b.work, out + hidden * 2, stride,
    ); // prettier-ignore
  }

  #decode(base: number, words: number): Analysis {
    const { memory, rectify } = this.#kernel;
    const { labels, network } = this.#model.meta;
    const b = this.#buffers;
    const stride = this.#layers.heads.rows;
    const projected = 2 * network.arc + 2 * network.rel;
    for (let i = 0; i < words; i++) rectify(b.heads + (base + i) * stride * 4, projected);
    const scores = new Float32Array(memory.buffer, b.heads + base * stride * 4, words * stride);
    const tree = this.#arcs(base, words);
    const relations = this.#relations(base, words, tree);
    let from = projected;
    const tags = (names: readonly string[]): string[] => {
      const best = Array.from(
        { length: words },
        (_, i) => names[argmax(scores, i * stride + from, names.length)] ?? "",
      );
      from += names.length;
      return best;
    };
    const upos = tags(labels.upos);
    const xpos = tags(labels.xpos);
    const names = bestTags(scores.subarray(from), words, stride, labels.name);
    const pairs = new Float32Array(memory.buffer, b.pairs, (words + 1) * pairStride(words));
    const arcs = Array.from({ length: words }, (_, i) => pairs[(i + 1) * pairStride(words) + (tree[i + 1] ?? 0)] ?? 0);
    return {
      upos,
      xpos,
      heads: Array.from({ length: words }, (_, i) => (tree[i + 1] ?? 0) - 1),
      relations,
      names: Array.from(names, (tag) => labels.name[tag] ?? "O"),
      arcs,
    };
  }

  /** Scores every (word, head) pair and gives the best tree: heads counted from 1, 0 the root. */
  #arcs(base: number, words: number): Int32Array {
    const { memory, matmul, quantize } = this.#kernel;
    const { arc } = this.#layers;
    const b = this.#buffers;
    const width = arc.columns;
    const row = this.#layers.heads.rows * 4;
    for (let i = 0; i < words; i++) {
      const at = b.heads + (base + i) * row;
      quantize(at, width, OUTPUT_TOP, b.integers + i * width * 2, b.scales + i * 4);
      quantize(at + width * 4, width, PAIR_TOP, b.headRows + (i + 1) * width * 2, b.headScales + (i + 1) * 4);
    }
    matmul(
      b.integers, width * 2, b.scales, words, arc.at, arc.scale, arc.bias, arc.rows, width, b.scratch, width * 4,
    ); // prettier-ignore
    for (let i = 0; i < words; i++)
      quantize(b.scratch + i * width * 4, width, PAIR_TOP, b.integers + i * width * 2, b.scales + i * 4);
    const stride = pairStride(words);
    // Rows behind the last word hold an older sentence; their scores stand behind column `words` and are not read.
    matmul(
      b.integers, width * 2, b.scales, words, b.headRows, b.headScales, 0, stride, width,
      b.pairs + stride * 4, stride * 4,
    ); // prettier-ignore
    return bestTree(new Float32Array(memory.buffer, b.pairs, (words + 1) * stride), words, stride);
  }

  #relations(base: number, words: number, tree: Int32Array): string[] {
    const { memory, matmul, quantize } = this.#kernel;
    const { relation, heads } = this.#layers;
    const { network, labels } = this.#model.meta;
    const b = this.#buffers;
    const { rel } = network;
    const projections = new Float32Array(memory.buffer, b.heads, (base + words) * heads.rows);
    const root = this.#model.floats("root.rel");
    const features = new Float32Array(memory.buffer, b.scratch, 3 * rel);
    for (let i = 0; i < words; i++) {
      const dep = (base + i) * heads.rows + 2 * network.arc;
      const head = (tree[i + 1] ?? 0) - 1;
      const headAt = (base + head) * heads.rows + 2 * network.arc + rel;
      for (let j = 0; j < rel; j++) {
        const d = projections[dep + j] ?? 0;
        const h = (head < 0 ? root[j] : projections[headAt + j]) ?? 0;
        features[j] = d;
        features[rel + j] = h;
        features[2 * rel + j] = d * h;
      }
      quantize(b.scratch, 3 * rel, OUTPUT_TOP, b.integers + i * relation.columns * 2, b.scales + i * 4);
    }
    matmul(
      b.integers, relation.columns * 2, b.scales, words,
      relation.at, relation.scale, relation.bias, relation.rows, relation.columns, b.scratch, relation.rows * 4,
    ); // prettier-ignore
    const scores = new Float32Array(memory.buffer, b.scratch, words * relation.rows);
    const rootLabel = labels.relation.indexOf("root");
    return Array.from({ length: words }, (_, i) => {
      if (tree[i + 1] === 0) return "root";
      scores[i * relation.rows + rootLabel] = -Infinity;
      return labels.relation[argmax(scores, i * relation.rows, labels.relation.length)] ?? "dep";
    });
  }
}

/** Both sides of an arc score are activations: 12 bits each keep the sum of 128 products below 2^31. */
const PAIR_TOP = 4095;

const pairStride = (words: number): number => Math.ceil((words + 1) / 4) * 4;

function argmax(values: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if ((values[from + i] ?? 0) > (values[from + best] ?? 0)) best = i;
  return best;
}

type Buffers = ReturnType<typeof takeBuffers>;

function takeBuffers(room: Room, model: ModelFile, layers: Layers) {
  const { hidden, arc, rel } = model.meta.network;
  const words = LANES * LONGEST_SENTENCE;
  const rows = (matrix: Matrix): number => words * matrix.rows * 4;
  return {
    addresses: room.take(words * 4),
    lengths: room.take(LANES * 4),
    bases: room.take(LANES * 4),
    ones: room.take(words * 4),
    work: room.take(LANES * (hidden * 5 * 4 + hidden * 2 + 4)),
    outputs1: room.take(words * hidden * 4),
    outputs2: room.take(words * hidden * 4),
    gates: room.take(rows(layers.layer2.input)),
    heads: room.take(rows(layers.heads)),
    integers: room.take(LONGEST_SENTENCE * Math.max(arc, 3 * rel) * 2),
    scales: room.take(LONGEST_SENTENCE * 4),
    headRows: room.take((LONGEST_SENTENCE + 4) * arc * 2),
    headScales: room.take((LONGEST_SENTENCE + 4) * 4),
    scratch: room.take(LONGEST_SENTENCE * Math.max(arc, 3 * rel, layers.relation.rows) * 4),
    pairs: room.take((LONGEST_SENTENCE + 1) * (LONGEST_SENTENCE + 4) * 4),
  };
}
