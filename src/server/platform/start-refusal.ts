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

/** Runs a program to its end; a refusal is printed in its words with the commands of this place, any other fault as it is. */
export async function endingInWords(program: () => Promise<void>, typed = (text: string): string => text): Promise<void> {
  try {
    await program();
  } catch (fault) {
    console.error(fault instanceof StartRefusal ? typed(fault.message) : fault);
    process.exitCode = 1;
  }
}
