import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { DataFolder } from './data-folder.ts';
import { StartRefusal } from './start-refusal.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const QUESTION = `
首次启动，请选择 / First start, please choose:
  1  演示单位：虚构数据，可随意试用 / demo bureau: invented data to try things on
  2  本单位：空白，用于正式工作 / own bureau: empty, for real work
[1] > `;

/**
 * Whether the installation has the demo bureau: `ZHIBU_DEMO`, else what was answered before, else yes without a
 * terminal, else asked once. The answer is kept in the data folder.
 */
export async function wantsDemo(folder: DataFolder, env: Environment = process.env, terminal = process.stdin.isTTY === true): Promise<boolean> {
  const given = env['ZHIBU_DEMO'];
  const file = join(folder.path, 'demo');
  if (given === undefined && existsSync(file)) return readFileSync(file, 'utf8').trim() === '1';
  const answer = given ?? (terminal ? await ask() : '1');
  if (answer !== '0' && answer !== '1') {
    throw new StartRefusal({
      zh: `ZHIBU_DEMO 只能是 1（演示单位）或 0（本单位），现为“${answer}”。`,
      en: `ZHIBU_DEMO is 1 (demo bureau) or 0 (own bureau), not "${answer}".`,
    });
  }
  writeFileSync(file, answer);
  return answer === '1';
}

async function ask(): Promise<'0' | '1'> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new AbortController();
  terminal.once('close', () => closed.abort());
  try {
    for (;;) {
      const answer = (await terminal.question(QUESTION, { signal: closed.signal })).trim();
      if (answer === '' || answer === '1') return '1';
      if (answer === '2') return '0';
    }
  } catch (fault) {
    throw new StartRefusal({ zh: '未作选择，已退出。', en: 'Nothing was chosen, so nothing was started.' }, fault);
  } finally {
    terminal.close();
  }
}
