/**
 * The arithmetic of the reader's network, in AssemblyScript for WebAssembly SIMD. Built by `npm run kernel` into src/syntax/network/kernel-bytes.ts.
 *
 * All arguments are byte addresses in the module's memory or counts. Activations and weights are 16-bit integers with one scale a row, so that
 * one instruction multiplies eight pairs; sums are exact integers, and so a result does not depend on which rows were computed together.
 * Layout rules: a row's width is a multiple of 8 numbers, the number of weight rows a multiple of 4 (padded with zeros).
 */

/** Sums the lanes of four vectors into one: [sum a, sum b, sum c, sum d]. */
// @ts-ignore: decorator of AssemblyScript
@inline
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
}

/**
 * out[i][j] = dot(a[i], w[j]) * aScale[i] * wScale[j] + bias[j], for `m` rows of `a` and `n` rows of `w`, each `k` wide.
 * The caller keeps |a| * |w| * k below 2^31. `bias` 0: none. `aStride`, `outStride`: bytes from row to row.
 */
export function matmul(
  a: usize, aStride: usize, aScale: usize, m: i32,
  w: usize, wScale: usize, bias: usize, n: i32, k: i32,
  out: usize, outStride: usize,
): void {
  const width = <usize>k * 2;
  for (let j = 0; j < n; j += 4) {
    const w0 = w + <usize>j * width;
    const w1 = w0 + width;
    const w2 = w1 + width;
    const w3 = w2 + width;
    const scale = v128.load(wScale + <usize>j * 4);
    const shift = bias ? v128.load(bias + <usize>j * 4) : f32x4.splat(0);
    let target = out + <usize>j * 4;
    let row = a;
    let i = 0;
    for (; i + 1 < m; i += 2) {
      const next = row + aStride;
      let p0 = i32x4.splat(0), p1 = i32x4.splat(0), p2 = i32x4.splat(0), p3 = i32x4.splat(0);
      let q0 = i32x4.splat(0), q1 = i32x4.splat(0), q2 = i32x4.splat(0), q3 = i32x4.splat(0);
      for (let at: usize = 0; at < width; at += 16) {
        const x = v128.load(row + at), y = v128.load(next + at);
        let v = v128.load(w0 + at);
        p0 = i32x4.add(p0, i32x4.dot_i16x8_s(x, v));
        q0 = i32x4.add(q0, i32x4.dot_i16x8_s(y, v));
        v = v128.load(w1 + at);
        p1 = i32x4.add(p1, i32x4.dot_i16x8_s(x, v));
        q1 = i32x4.add(q1, i32x4.dot_i16x8_s(y, v));
        v = v128.load(w2 + at);
        p2 = i32x4.add(p2, i32x4.dot_i16x8_s(x, v));
        q2 = i32x4.add(q2, i32x4.dot_i16x8_s(y, v));
        v = v128.load(w3 + at);
        p3 = i32x4.add(p3, i32x4.dot_i16x8_s(x, v));
        q3 = i32x4.add(q3, i32x4.dot_i16x8_s(y, v));
      }
      const s = aScale + <usize>i * 4;
      v128.store(target, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums(p0, p1, p2, p3)), f32x4.mul(scale, v128.load32_splat(s))), shift));
      target += outStride;
      v128.store(target, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums(q0, q1, q2, q3)), f32x4.mul(scale, v128.load32_splat(s + 4))), shift));
      target += outStride;
      row = next + aStride;
    }
    if (i < m) {
      let p0 = i32x4.splat(0), p1 = i32x4.splat(0), p2 = i32x4.splat(0), p3 = i32x4.splat(0);
      for (let at: usize = 0; at < width; at += 16) {
        const x = v128.load(row + at);
        p0 = i32x4.add(p0, i32x4.dot_i16x8_s(x, v128.load(w0 + at)));
        p1 = i32x4.add(p1, i32x4.dot_i16x8_s(x, v128.load(w1 + at)));
        p2 = i32x4.add(p2, i32x4.dot_i16x8_s(x, v128.load(w2 + at)));
        p3 = i32x4.add(p3, i32x4.dot_i16x8_s(x, v128.load(w3 + at)));
      }
      v128.store(target, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums(p0, p1, p2, p3)), f32x4.mul(scale, v128.load32_splat(aScale + <usize>i * 4))), shift));
    }
  }
}

/** tanh by the ninth convergent of Lambert's continued fraction, cut off where it leaves [-1, 1]: right to 7e-6. */
// @ts-ignore: decorator of AssemblyScript
@inline
function tanh4(v: v128): v128 {
  const x = f32x4.min(f32x4.max(v, f32x4.splat(-7)), f32x4.splat(7));
  const s = f32x4.mul(x, x);
  let p = f32x4.add(s, f32x4.splat(990));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(135135));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(4729725));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(34459425));
  let q = f32x4.add(f32x4.mul(s, f32x4.splat(45)), f32x4.splat(13860));
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(945945));
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(16216200));
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(34459425));
  return f32x4.min(f32x4.max(f32x4.div(f32x4.mul(x, p), q), f32x4.splat(-1)), f32x4.splat(1));
}

// @ts-ignore: decorator of AssemblyScript
@inline
function sigmoid4(v: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(f32x4.mul(tanh4(f32x4.mul(v, half)), half), half);
}

/** Four units of an LSTM cell: gates in the order i, f, g, o, `size` bytes apart; renews `cell` and gives the outputs. */
// @ts-ignore: decorator of AssemblyScript
@inline
function cell4(gates: usize, input: usize, cell: usize, size: usize): v128 {
  const i = sigmoid4(f32x4.add(v128.load(gates), v128.load(input)));
  const f = sigmoid4(f32x4.add(v128.load(gates + size), v128.load(input + size)));
  const g = tanh4(f32x4.add(v128.load(gates + 2 * size), v128.load(input + 2 * size)));
  const o = sigmoid4(f32x4.add(v128.load(gates + 3 * size), v128.load(input + 3 * size)));
  const c = f32x4.add(f32x4.mul(f, v128.load(cell)), f32x4.mul(i, g));
  v128.store(cell, c);
  return f32x4.mul(o, tanh4(c));
}

/**
 * One direction of an LSTM layer over `lanes` sentences side by side.
 * @param w recurrent weights, 4 * hidden rows (gates i, f, g, o) of `hidden` numbers, with `wScale` (already divided by 32767, the scale of outputs)
 * @param lengths words of each sentence, i32, longest first
 * @param bases index of each sentence's first word, i32
 * @param inputs address of each word's input to the gates, i32: 4 * hidden f32, bias included
 * @param inputOffset bytes to add to these addresses (the direction's half of the row)
 * @param backward 1: from the last word to the first
 * @param work room for lanes * (4 * hidden + hidden) f32, lanes * hidden i16 and lanes f32 of ones
 * @param out outputs as 16-bit integers, h * 32767, one row of `outStride` bytes a word
 */
export function lstm(
  w: usize, wScale: usize, hidden: i32, lanes: i32, lengths: usize, bases: usize, inputs: usize, inputOffset: usize, backward: i32,
  work: usize, out: usize, outStride: usize,
): void {
  const size = <usize>hidden * 4;
  const gates = work;
  const cells = gates + <usize>lanes * size * 4;
  const state = cells + <usize>lanes * size;
  const ones = state + <usize>lanes * <usize>hidden * 2;
  memory.fill(gates, 0, ones - gates);
  for (let lane = 0; lane < lanes; lane++) store<f32>(ones + <usize>lane * 4, 1);
  const longest = load<i32>(lengths);
  const top = f32x4.splat(32767);
  let active = lanes;
  for (let step = 0; step < longest; step++) {
    while (load<i32>(lengths + <usize>(active - 1) * 4) <= step) active--;
    if (step) matmul(state, size >> 1, ones, active, w, wScale, 0, hidden * 4, hidden, gates, size * 4);
    for (let lane = 0; lane < active; lane++) {
      const length = load<i32>(lengths + <usize>lane * 4);
      const word = load<i32>(bases + <usize>lane * 4) + (backward ? length - 1 - step : step);
      const input = <usize>load<i32>(inputs + <usize>word * 4) + inputOffset;
      const gate = gates + <usize>lane * size * 4;
      const cell = cells + <usize>lane * size;
      const target = out + <usize>word * outStride;
      const kept = state + <usize>lane * (size >> 1);
      for (let at: usize = 0; at < size; at += 32) {
        const low = cell4(gate + at, input + at, cell + at, size);
        const high = cell4(gate + at + 16, input + at + 16, cell + at + 16, size);
        const h = i16x8.narrow_i32x4_s(
          i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(low, top))),
          i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(high, top))),
        );
        v128.store(kept + (at >> 1), h);
        v128.store(target + (at >> 1), h);
      }
    }
  }
}

/** Writes `n` numbers (a multiple of 8) as 16-bit integers in -top..top and their scale, so that number = integer * scale. */
export function quantize(source: usize, n: i32, top: f32, target: usize, scale: usize): void {
  let most = f32x4.splat(0);
  const end = source + <usize>n * 4;
  for (let at = source; at < end; at += 16) most = f32x4.max(most, f32x4.abs(v128.load(at)));
  const largest = max(max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)), max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)));
  store<f32>(scale, largest / top);
  const factor = f32x4.splat(largest > 0 ? top / largest : 0);
  for (let at = source; at < end; at += 32) {
    v128.store(
      target,
      i16x8.narrow_i32x4_s(
        i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(at), factor))),
        i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(at, 16), factor))),
      ),
    );
    target += 16;
  }
}

/** Leaky rectifier with slope 0.1 below zero, in place, over `n` numbers (a multiple of 4). */
export function rectify(at: usize, n: i32): void {
  const slope = f32x4.splat(0.1);
  const end = at + <usize>n * 4;
  for (; at < end; at += 16) {
    const x = v128.load(at);
    v128.store(at, f32x4.max(x, f32x4.mul(x, slope)));
  }
}
