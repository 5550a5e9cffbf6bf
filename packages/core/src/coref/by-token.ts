/** Values by the token at which they stand: the index of a sentence and of a token in it. */
export class ByToken<V> {
  readonly #sentences: (Map<number, V> | undefined)[] = [];

  get(sentence: number, token: number): V | undefined {
    return this.#sentences[sentence]?.get(token);
  }

  /** Of two values at one token the later holds. */
  set(sentence: number, token: number, value: V): void {
    (this.#sentences[sentence] ??= new Map()).set(token, value);
  }
}
