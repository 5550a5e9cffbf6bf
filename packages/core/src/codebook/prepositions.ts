/** Prepositions of place, one list for all who ask whether a name says where. */

/** Behind these stands where something is. */
export const WHERE: ReadonlySet<string> = new Set([
  "in", "at", "near", "outside", "around", "inside", "within", "across", "throughout", "off",
]); // prettier-ignore

/** Behind these stands where something is, comes from or goes. */
export const WHERE_OR_WAY: ReadonlySet<string> = new Set([
  ...WHERE, "from", "into", "through", "via", "toward", "towards", "over", "beyond",
]); // prettier-ignore
