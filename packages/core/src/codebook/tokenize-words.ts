/** Cuts a phrase into the words that the matcher compares; handed in, so that names and text are cut alike. */
export type TokenizeWords = (phrase: string) => string[];
