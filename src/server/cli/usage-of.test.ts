import { expect, it } from 'vitest';
import { run } from './run.ts';
import { usageOf } from './usage-of.ts';

async function ran(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  let said = '';
  const code = await run(args, { out: (text) => { said += text; }, error: (text) => { said += text; }, today: '2026-11-16', env: {} });
  return { code, said };
}

it('each command has its own usage, in both languages, and nothing of another', () => {
  for (const command of ['scheme check', 'scheme try', 'backup', 'restore', 'doctor', 'tls', 'unlock', 'portal']) {
    const { zh, en } = usageOf(command);
    for (const text of [zh, en]) {
      const heads = text.split('\n').filter((line) => line.startsWith('  npm run zhibu'));
      expect([heads.length > 0, heads.filter((line) => !line.startsWith(`  npm run zhibu -- ${command}`)), text.split('\n').length > 3]).toEqual([true, [], true]);
    }
  }
  expect(usageOf('scheme try').zh).toContain('.jsonl');
  expect(usageOf('doctor').zh).not.toContain('.jsonl');
});

it('a command that lacks something tells its own usage, one that is none tells all', async () => {
  const { code, said } = await ran('tls');
  expect([code, said.includes('-- tls'), said.includes('-- backup')]).toEqual([2, true, false]);
  const unknown = await ran('tsl');
  expect([unknown.code, unknown.said.includes('-- tls'), unknown.said.includes('-- backup')]).toEqual([2, true, true]);
});

it('a wrong option is told in the language that was asked for, wherever it stands', async () => {
  expect((await ran('doctor', '--lnag', 'en', '--lang', 'en')).said).toMatch(/^There is no option --lnag\.[^]*Usage:\n {2}npm run zhibu -- doctor/);
  expect((await ran('--lang=en', 'backup', '--rehaerse')).said).toMatch(/^There is no option --rehaerse\./);
  expect((await ran('doctor', '--lnag')).said).toMatch(/^没有 --lnag 这个选项。\n\n用法:\n {2}npm run zhibu -- doctor/);
  expect((await ran('scheme', 'try', 'x.yaml', '--at')).said).toMatch(/^选项 --at 没有写值。/);
  expect((await ran('doctor', '--lang', 'fr')).said).toMatch(/^--lang 只能是 zh 或 en/);
});
