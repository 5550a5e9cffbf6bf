/** Ids of the persons whom a document names in full, by short form; an unknown one has the id "". */
export type Cast = ReadonlyMap<string, ReadonlySet<string>>;
