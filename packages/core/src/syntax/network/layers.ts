import type { Kernel, Room } from "./kernel.ts";
import type { ModelFile } from "./model-file.ts";

/** A weight matrix in the kernel's memory: `rows` (padded to a multiple of 4) of `columns` 16-bit integers, with scales and bias. */
export interface Matrix {
  readonly at: number;
  readonly scale: number;
  /** 0: no bias. */
  readonly bias: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Layer {
  /** Input weights of both directions, forward first: 8 * hidden rows. */
  readonly input: Matrix;
  readonly forward: Matrix;
  readonly backward: Matrix;
}

export interface Layers {
  readonly layer1: Layer;
  readonly layer2: Layer;
  /** Projections for arcs and relations, then the tag scores, in one matrix: they all read the same output. */
  readonly heads: Matrix;
  readonly arc: Matrix;
  readonly relation: Matrix;
}

/** What an LSTM's outputs are multiplied by as 16-bit integers. */
export const OUTPUT_TOP = 32767;

/** Copies the matrices of a model into the kernel's memory, 8-bit integers widened to 16. */
export function placeLayers(kernel: Kernel, room: Room, model: ModelFile): Layers {
  const place = (name: string, bias: string | null, scaleFactor = 1): Matrix => {
    const { rows, columns } = model.info(name);
    const padded = Math.ceil(rows / 4) * 4;
    const at = room.take(padded * columns * 2);
    const scale = room.take(padded * 4);
    const biasAt = bias === null ? 0 : room.take(padded * 4);
    const { buffer } = kernel.memory;
    new Int16Array(buffer, at, rows * columns).set(model.integers(name));
    const scales = new Float32Array(buffer, scale, rows);
    scales.set(model.floats(`${name}.scale`));
    if (scaleFactor !== 1) for (let i = 0; i < rows; i++) scales[i] = (scales[i] ?? 0) * scaleFactor;
    if (bias !== null) new Float32Array(buffer, biasAt, rows).set(model.floats(bias));
    return { at, scale, bias: biasAt, rows: padded, columns };
  };
  const layer = (name: string): Layer => ({
    input: place(`${name}.input`, `${name}.bias`),
    forward: place(`${name}.forward`, null, 1 / OUTPUT_TOP),
    backward: place(`${name}.backward`, null, 1 / OUTPUT_TOP),
  });
  return {
    layer1: layer("lstm1"),
    layer2: layer("lstm2"),
    heads: place("heads", "heads.bias"),
    arc: place("arc", "arc.bias"),
    relation: place("relation", "relation.bias"),
  };
}
