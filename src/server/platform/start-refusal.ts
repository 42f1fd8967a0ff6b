/** The same sentence for a Chinese and an English reader. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Why the program does not start, in words that say what to do. It is printed as it is, without a stack. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
  readonly words: Words;

  constructor(words: Words, cause?: unknown) {
    super(`${words.zh}\n${words.en}`, { cause });
    this.words = words;
  }
}
