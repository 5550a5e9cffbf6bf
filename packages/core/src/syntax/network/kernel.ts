import { KERNEL_BASE64 } from "./kernel-bytes.ts";

/** The functions of `kernel/kernel.as.ts`, which documents them; all numbers are byte addresses or counts. */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly matmul: (
    a: number, aStride: number, aScale: number, m: number,
    w: number, wScale: number, bias: number, n: number, k: number,
    out: number, outStride: number,
  ) => void; // prettier-ignore
  readonly lstm: (
    w: number, wScale: number, hidden: number, lanes: number, lengths: number, bases: number, inputs: number, inputOffset: number, backward: number,
    work: number, out: number, outStride: number,
  ) => void; // prettier-ignore
  readonly quantize: (source: number, n: number, top: number, target: number, scale: number) => void;
  readonly rectify: (at: number, n: number) => void;
}

/** A fresh kernel with its own memory. */
export function startKernel(): Kernel {
  return new WebAssembly.Instance(new WebAssembly.Module(decodeBase64(KERNEL_BASE64))).exports as Kernel;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** ECMAScript itself has no decoder of base64. */
function decodeBase64(text: string): Uint8Array {
  const value = new Uint8Array(128);
  for (let i = 0; i < DIGITS.length; i++) value[DIGITS.charCodeAt(i)] = i;
  const clean = text.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((clean.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < clean.length; i++) {
    held = ((held << 6) | (value[clean.charCodeAt(i)] ?? 0)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
  }
  return bytes;
}

/** Hands out room in the kernel's memory, in order, never given back. */
export class Room {
  readonly #memory: WebAssembly.Memory;
  #next: number;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
    this.#next = memory.buffer.byteLength; // behind what the module itself uses
  }

  /** @returns the address of `bytes` fresh bytes, zeroed, at a multiple of 16 */
  take(bytes: number): number {
    const at = this.#next;
    this.#next = at + Math.ceil(bytes / 16) * 16;
    const missing = this.#next - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / 65536));
    return at;
  }
}
