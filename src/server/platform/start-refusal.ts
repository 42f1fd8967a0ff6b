import { isDiskFull } from './disk-full.ts';

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

/** What a program says of a fault that is none of its own; undefined for a defect. */
export function startRefusalOf(fault: unknown): StartRefusal | undefined {
  if (fault instanceof StartRefusal) return fault;
  if (!isDiskFull(fault)) return undefined;
  const reason = fault instanceof Error ? fault.message : '';
  return new StartRefusal({
    zh: `磁盘已满，未能完成（${reason}）。请清理磁盘或换到空间足够的磁盘后再试，已保存的数据不受影响。`,
    en: `The disk is full, so this could not be done (${reason}). Make room or use a larger disk and try again; what was saved before is as it was.`,
  }, fault);
}

/** Runs a program to its end; a refusal is printed in its words with the commands of this place, any other fault as it is. */
export async function endingInWords(program: () => Promise<void>, typed = (text: string): string => text): Promise<void> {
  try {
    await program();
  } catch (fault) {
    const refusal = startRefusalOf(fault);
    console.error(refusal ? typed(refusal.message) : fault);
    process.exitCode = 1;
  }
}
