/** The part of the standard WebAssembly interface that the kernel uses; ECMAScript's own library does not declare it. */
declare namespace WebAssembly {
  const Module: new (bytes: Uint8Array) => object;
  class Memory {
    readonly buffer: ArrayBuffer;
    /** @param pages of 64 KiB */
    grow(pages: number): number;
  }
  class Instance {
    constructor(module: object);
    readonly exports: unknown;
  }
}
