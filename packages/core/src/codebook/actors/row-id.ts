/** The id of a row as our tables have it, made from a name ("Côte d'Ivoire" to "cote-d-ivoire"); "actor" where a name has no Latin letter or digit. */
export function rowId(name: string): string {
  const id = name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
  return id === "" ? "actor" : id;
}
