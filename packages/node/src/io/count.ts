/** A whole number as messages show it: "32,000,000". */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}
