import type { Words } from '#domain/words/words.ts';
import { usage } from './cli-words.ts';

/** How one command is used, out of how all of them are: its own paragraphs, and whatever says of facts where it reads some. */
export const usageOf = (command: string): Words => ({ zh: partOf(usage.zh, command), en: partOf(usage.en, command) });

const isHead = (line: string): boolean => line.startsWith('  npm run zhibu -- ');

function partOf(text: string, command: string): string {
  const [title = '', ...lines] = text.split('\n');
  let inIt = false;
  const kept = lines.filter((line) => {
    if (isHead(line)) inIt = `${line.trim()} `.startsWith(`npm run zhibu -- ${command} `);
    // What stands no further in than the commands ends the last of them.
    else if (!line.startsWith('   ')) inIt = false;
    return inIt;
  });
  const notes = kept.some((line) => /--facts/.test(line)) ? lines.filter((line) => /^ {2}\S/.test(line) && !isHead(line)) : [];
  return [title, ...kept, ...notes, ''].join('\n');
}
