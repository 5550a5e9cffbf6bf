import { compileCodebook, type Codebook } from "../codebook/codebook.ts";
import { tokenize } from "../segment/tokenize.ts";

/**
 * Compiles the codebook with the tokenizer that will also cut the texts.
 * @param files the tables' contents by their path below the codebook's folder ({@link CODEBOOK_FILES})
 * @throws ComityError "codebook-missing" or "codebook-table", naming file, line and column
 */
export function loadCodebook(files: ReadonlyMap<string, string>): Codebook {
  return compileCodebook(files, (phrase) => tokenize(phrase).map(({ start, end }) => phrase.slice(start, end)));
}
