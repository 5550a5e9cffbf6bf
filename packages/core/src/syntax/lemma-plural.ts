/** The singular of a regular plural, and the bare form of a verb in -s: -s cut off, with -es, -ies and -ves as English spells them. */
export function withoutS(form: string, known: ReadonlySet<string>): string {
  if (form.length < 3 || !form.endsWith("s")) return form;
  const stem = form.slice(0, -1);
  if (stem.endsWith("s") && !known.has(stem)) return form;
  if (stem.endsWith("'") || stem.endsWith("’")) return stem.slice(0, -1);
  if (!stem.endsWith("e")) return stem;
  const shorter = stem.slice(0, -1);
  if (known.has(stem)) return stem;
  if (known.has(shorter)) return shorter;
  if (shorter.endsWith("i")) return shorter.length > 2 ? `${shorter.slice(0, -1)}y` : stem;
  const before = shorter[shorter.length - 2] ?? "";
  switch (shorter[shorter.length - 1] ?? "") {
    case "s":
    case "z":
      // "classes", "buzzes" against "cases", "sizes"; "viruses" and "gases" are in the table.
      return before === shorter[shorter.length - 1] ? shorter : stem;
    case "x":
      return shorter;
    case "h":
      return before === "c" || before === "s" ? shorter : stem;
    case "o":
      return shorter.length > 3 ? shorter : stem;
    default:
      return stem;
  }
}
