/** Throws when the program itself is wrong (a bug); never used for bad input, which is an {@link Issue} or a typed error. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`This is a bug in Comity, please report it: ${message}`);
}
