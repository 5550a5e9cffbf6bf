const SYLLABLES = "ba be bo da de do fa fi ga go ha ka ke ko la le lo ma me mi mo na ne no pa po ra re ri ro sa se so ta te to va vi wa ya za zo".split(" "); // prettier-ignore
/** Words of the text that begin no name. */
const FILLER =
  "the a of in said on and to with that has talks army border week after met who for trade troops north".split(" ");

/** The same numbers in each run: a linear congruence, which is random enough for words. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A capitalised word that no other number gives. */
export function word(number: number): string {
  let rest = number;
  let made = "";
  do {
    made += SYLLABLES[rest % SYLLABLES.length] ?? "";
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0 || made.length < 4);
  return made.charAt(0).toUpperCase() + made.slice(1);
}

/** Names of two and three words, as of people: few given names, many surnames. */
export function madeUpNames(count: number): string[] {
  const next = numbers(1);
  const names = new Set<string>();
  while (names.size < count) {
    const middle = next(4) === 0 ? `${word(next(5000))} ` : "";
    names.add(`${word(next(5000))} ${middle}${word(5000 + next(count / 4))}`);
  }
  return [...names];
}

/** Sentences of tokens, one word in twenty the beginning of a name, as many as fill the bytes with a blank behind each. */
export function madeUpText(names: readonly string[], bytes: number): string[][] {
  const next = numbers(2);
  const sentences: string[][] = [];
  for (let written = 0; written < bytes;) {
    const sentence: string[] = [];
    while (sentence.length < 25) {
      if (next(20) === 0) sentence.push(...(names[next(names.length)] ?? "").split(" "));
      else if (next(10) === 0) sentence.push(word(next(5000)));
      else sentence.push(FILLER[next(FILLER.length)] ?? "");
    }
    for (const token of sentence) written += token.length + 1;
    sentences.push(sentence);
  }
  return sentences;
}
